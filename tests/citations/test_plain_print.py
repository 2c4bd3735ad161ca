"""The text that the finder reads is as long as the document's."""

from hypothesis import given
from hypothesis import strategies as st

from kjaudit.citations.plain_print import plain_print

from .builders import document


@given(st.text("abK 편編ed.(),（）２０１４二〇一2014", max_size=60))
def test_every_place_stays_where_it_was(text):
    made = document(text)
    assert len(plain_print(made)) == len(made.text)


def test_a_role_is_left_out_of_running_text_and_kept_in_notes():
    made = document("Noted (Rivers ed., 2001).*", "Rivers ed., 2001, p. 3.")
    assert plain_print(made) == "Noted (Rivers,     2001).*\n\nRivers ed., 2001, p. 3."
