"""Lists as documents print them, split into entries."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.model import Block, BlockKind, Document, ProblemKind, Span
from kjaudit.references.segmentation import split

UNSURE, TOGETHER = ProblemKind.UNSURE_BOUNDARY, ProblemKind.RUN_TOGETHER


def document(*parts, labels=()):
    """A document that is one list: strings are paragraphs, tuples give the kind of block first."""
    text, blocks = "", []
    for place, part in enumerate(parts):
        kind, words = part if isinstance(part, tuple) else (BlockKind.PARAGRAPH, part)
        text += "\n\n" if text else ""
        start = len(text) + len(words) - len(words.lstrip())
        text += words
        label = labels[place] if place < len(labels) else ""
        blocks.append(Block(kind=kind, span=Span(start, start + len(words.strip())), label=label))
    return Document(id="d", digest="", title="", text=text, blocks=tuple(blocks), reference_list=(Span(0, len(text)),))


def texts(found, of):
    return [piece.span.of(of.text) for piece in found]


HEADING = (BlockKind.HEADING, "References")


def test_one_entry_a_paragraph_is_taken_as_it_is():
    doc = document(HEADING, "Kim, S. (2014). One. Journal, 1, 2-3.", "Lee, H. (2006). Two. Journal, 4, 5-6.")
    found = split(doc)
    assert texts(found, doc) == ["Kim, S. (2014). One. Journal, 1, 2-3.", "Lee, H. (2006). Two. Journal, 4, 5-6."]
    assert all(not piece.problems for piece in found)


@pytest.mark.parametrize("form", ["[{}] ", "{}. ", "({}) ", "{}) ", "{}\t"])
def test_printed_numbers_are_labels_and_no_part_of_the_entry(form):
    words = ["Kim S. One. J Med 2014;1:2.", "Lee H. Two. J Med 2006;4:5.", "Park Y. Three. J Med 2001;7:8."]
    doc = document(HEADING, *(form.format(number) + entry for number, entry in enumerate(words, start=1)))
    found = split(doc)
    assert [piece.label for piece in found] == ["1", "2", "3"]
    assert texts(found, doc) == words


def test_labels_that_the_format_kept_apart_are_used():
    doc = document("Kim S. One. 2014.", "Lee H. Two. 2006.", labels=("7", "8"))
    assert [piece.label for piece in split(doc)] == ["7", "8"]


def test_bullets_start_entries_and_are_left_out():
    doc = document("• Kim, S. (2014). One.\n• Lee, H. (2006). Two.", "• 통계청, 인구조사")
    assert texts(split(doc), doc)[-1] == "통계청, 인구조사"


def test_a_year_at_the_start_of_a_line_is_no_label():
    doc = document("Kim S. Growth of towns.\n2014. Journal of Towns 3.", "Lee H. Decline. 2006. Journal of Towns 4.")
    assert [piece.label for piece in split(doc)] == ["", ""]


def test_years_at_the_start_of_lines_make_no_numbered_list():
    block = (
        "Schaal S, Atkeson C. Robot juggling: an implementation of learning by memory in time,\n"
        "    1991. Control Systems, 14, 57-71.\n"
        "Wittie L, Hermannsson G. Eager sharing for efficient massive parallel computing in\n"
        "    1992. Parallel Processing, pages 251-255."
    )
    doc = document(HEADING, block)
    assert [piece.label for piece in split(doc)] == ["", ""]


def test_a_hanging_list_in_one_block_is_split_at_the_margin():
    block = (
        "Bussmann J, Bos FL, Urasaki A. 2010. Arteries provide guidance cues for cells in\n"
        "    the trunk. Development 137:2653–2657.\n"
        "Cermak T, Doyle EL. 2011. Efficient design and assembly of custom effector\n"
        "    constructs. Nucleic Acids Research 39:e82.\n"
        "World Health Organization. 2004. Report on the state of everything that can be\n"
        "    counted. Geneva."
    )
    doc = document(HEADING, block)
    assert [text[:9] for text in texts(split(doc), doc)] == ["Bussmann ", "Cermak T,", "World Hea"]


def test_lines_without_indent_are_split_by_their_words():
    block = (
        "권보드래, 「근대 초기 민족 개념의 변화와 그 의미에 대하여」, 『민족문학사\n"
        "연구』 33, 2007, 189–213쪽.\n"
        "김병준·전봉관, 「시계열 분석을 활용한 기사의 담론 의미 변동 추적에 관한 연\n"
        "구」, 『현대소설연구』 90, 2023, 5–38쪽.\n"
        "김소영, 「지식인들의 국민 성립론」, 『역사와 담론』 93, 2020, 137–180쪽."
    )
    doc = document(HEADING, block)
    assert [text[:4] for text in texts(split(doc), doc)] == ["권보드래", "김병준·", "김소영,"]


def test_sub_headings_inside_the_list_are_no_entries():
    doc = document(
        (BlockKind.HEADING, "참고문헌"),
        "1. 기본자료",
        "홍길동, 『책』, 가나출판사, 2001.",
        "2. 논문",
        "김가람, 「글」, 『학보』 12, 2003.",
        "Primary sources",
        "Kim, S. (2014). One. Journal, 1, 2-3.",
    )
    assert len(split(doc)) == 3


def test_a_paste_from_a_search_engine_stays_one_entry_on_two_lines():
    doc = document(
        "한일 교류의 현황과 전망\n윤가람 - 일본학보, 2023 - dbpia.co.kr",
        "일본 내 한류의 현황",
        "한가람 - 국제학논총, 2020 - dbpia.co.kr",
    )
    assert len(split(doc)) == 2


def test_an_entry_broken_by_a_page_is_put_together():
    doc = document(
        "Kim, S. (2014). A long title that goes on over the foot of the page and",
        "into the next one. Journal of Pages, 1, 2-3.",
        "Lee, H. (2006). Two. Journal of Pages, 4, 5-6.",
    )
    assert len(split(doc)) == 2


def test_numbered_entries_run_together_in_one_paragraph_are_told_apart():
    doc = document("[1] Kim S. One. 2014.\n[2] Lee H. Two. 2006.\n[3] Park Y. Three. 2001.")
    assert [piece.label for piece in split(doc)] == ["1", "2", "3"]


def test_author_year_entries_run_together_are_told_apart_and_marked():
    doc = document(
        "Kim, S. (2014). Legacies of the past in the present. East Asian Politics, 12(3), 89–104. "
        "Lee, H., & Park, Y. (2006). Transmission of cultures. Journal of History, 18(1), 21-35.",
        "Shin, J. (2020). Tourism. Forum, 17(2), 65–74.",
    )
    found = split(doc)
    assert len(found) == 3
    assert [TOGETHER in piece.problems for piece in found] == [True, True, False]


def test_where_layout_and_words_disagree_the_entry_says_so():
    doc = document(
        "Kim, S. (2014). One. Journal, 1, 2-3, and",
        "Lee, H. (2006). Two. Journal, 4, 5-6.",
    )
    assert [UNSURE in piece.problems for piece in split(doc)] == [False, True]


def test_an_editor_inside_an_entry_starts_no_entry():
    doc = document(
        "Kim, S. (2014). A chapter. In Lee, H. (Ed.), A book (pp. 1-20). Seoul: House. "
        "Reprinted in Park, Y. (Ed.), Another book (pp. 3-9). Busan: House.",
        "Shin, J. (2020). Tourism. Forum, 17(2), 65–74.",
    )
    assert len(split(doc)) == 2


def test_a_document_without_blocks_is_split_by_its_lines():
    text = "References\nKim, S. (2014). One. Journal, 1, 2-3.\nLee, H. (2006). Two. Journal, 4, 5-6.\n"
    doc = Document(id="d", digest="", title="", text=text, reference_list=(Span(0, len(text)),))
    assert len(split(doc)) == 2


def test_no_list_has_no_entries():
    assert split(document("Kim, S. (2014). One.").__class__(id="d", digest="", title="", text="words")) == ()


@given(st.lists(st.text(st.sampled_from("Kim, 2014.김가\n 「」[1]•—()"), max_size=60), max_size=8))
@settings(max_examples=150, deadline=None)
def test_pieces_are_in_order_never_overlap_and_hold_no_white_space_at_their_ends(parts):
    doc = document(*[part for part in parts if part.strip()])
    end = 0
    for piece in split(doc):
        assert end <= piece.span.start < piece.span.end
        end = piece.span.end
        words = piece.span.of(doc.text)
        assert words == words.strip()


def test_thousands_of_entries_take_time_in_proportion():
    def seconds(count):
        entries = [
            f"Kim{number}, S. ({1950 + number % 70}). Title of work {number}. Journal, 1, 2-3."
            for number in range(count)
        ]
        doc = document(*entries)
        start = time.process_time()
        assert len(split(doc)) == count
        return time.process_time() - start

    small, large = seconds(1000), seconds(5_000)
    assert large < 15 * small + 1
