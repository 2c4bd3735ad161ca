"""Where a reference list begins and ends."""

from __future__ import annotations

import pytest

from kjaudit.model import BlockKind
from kjaudit.structure.headings import Topic, is_numbered, topic

from .reading import of_kind, structured

ENTRIES = (
    "Kim, S. (2014). Legacies of colonialism. East Asian Politics Review, 12(3), 89–104.",
    "김인걸. 1981. 「조선후기 향권의 추이」. 『한국문화』 2: 169-189.",
    "山本武利『近代日本の新聞読者層』法政大学出版局、1981年。",
    "Zweigert, Konrad/Kötz, Hein: Einführung in die Rechtsvergleichung, 3. Aufl., Tübingen 1996.",
)
TEXT = (
    "This is the running text of the paper, which is about something and has been written for a test of it. "
    "It goes on for a while, as running texts do, and says what others have said before (Kim 2014)."
)


@pytest.mark.parametrize(
    "heading",
    [
        "References", "REFERENCES", "7. References", "VII. Bibliography", "Works Cited:", "참고문헌", "참 고 문 헌",

        "Ⅴ. 참고문헌", "<참고문헌>", "참고문헌 (References)", "인용문헌", "参考文献", "【引用文献】", "文献",
        "参考文獻",
        "Literaturverzeichnis",
        "Quellen und Literatur", "Références bibliographiques", "Bibliografía", "Referências", "Bibliografia",
        "Литература",
    ],
)  # fmt: skip
def test_the_heading_of_a_list_is_known_in_every_language_and_numbering(heading):
    assert topic(heading) is Topic.REFERENCES
    text = f"The Title of It\n\nIntroduction\n\n{TEXT}\n\n{heading}\n\n" + "\n\n".join(ENTRIES)
    document = structured(text)
    assert of_kind(document, BlockKind.ENTRY) == list(ENTRIES)
    assert document.reference_list[0].of(document.text).startswith(heading)
    assert document.reference_list[0].end == len(document.text)


@pytest.mark.parametrize(
    "after",
    [
        "Appendix A", "부록", "付録", "Anhang", "About the Author", "저자 소개", "Acknowledgements", "Abstract",
        "Received 12 May 2013; accepted 1 June 2013",
        "투고일: 2020. 3. 1.", "（2020年3月1日受理）", "원고 접수일: 2020년 3월 1일", "原稿受付 2013年5月12日",
        "Correspondence: Jane Doe, "
        "University of Somewhere",
    ],
)  # fmt: skip
def test_what_follows_a_list_is_not_in_it(after):
    text = (
        "The Title of "
        f"It\n\nIntroduction\n\n{TEXT}\n\nReferences\n\n" + "\n\n".join(ENTRIES) + f"\n\n{after}\n\n{TEXT}\n"
    )
    assert of_kind(structured(text), BlockKind.ENTRY) == list(ENTRIES)


def test_the_life_of_the_author_after_a_list_is_not_in_it():
    life = (
        "Jane Doe is a professor of history at the University of Somewhere, where she has taught "
        "since 2001 and is writing."
    )
    text = f"The Title of It\n\n{TEXT}\n\nReferences\n\n" + "\n\n".join(ENTRIES) + f"\n\n{life}\n"
    assert of_kind(structured(text), BlockKind.ENTRY) == list(ENTRIES)


def test_headings_inside_a_list_part_it_and_do_not_end_it():
    text = (
        f"# T\n\n{TEXT}\n\n## Bibliography\n\n### Primary sources\n\n{ENTRIES[0]}\n\n### "
        f"논문\n\n{ENTRIES[1]}\n\n## Websites\n\n{ENTRIES[2]}\n"
    )
    document = structured(text, as_markdown=True)
    assert of_kind(document, BlockKind.ENTRY) == list(ENTRIES[:3])
    plain = structured(
        f"The Title\n\n{TEXT}\n\n참고문헌\n\n1. 단행본\n\n{ENTRIES[1]}\n\n{ENTRIES[0]}\n\n2. "
        f"논문\n\n{ENTRIES[2]}\n\n{ENTRIES[3]}\n"
    )
    assert of_kind(plain, BlockKind.ENTRY) == [ENTRIES[1], ENTRIES[0], ENTRIES[2], ENTRIES[3]]


def test_every_chapter_may_have_its_list():
    chapter = f"## Chapter\n\n{TEXT}\n\n### References\n\n{ENTRIES[0]}\n\n{ENTRIES[3]}\n\n"
    document = structured("# Book\n\n" + chapter * 2, as_markdown=True)
    assert len(document.reference_list) == 2
    assert len(of_kind(document, BlockKind.ENTRY)) == 4


def test_a_section_about_sources_is_no_list():
    text = (
        f"# T\n\n## Sources\n\nThe sources are letters that were kept in an archive. {TEXT}\n\n## "
        f"Literature\n\nWhat has been written is much. {TEXT}\n"
    )
    document = structured(text, as_markdown=True)
    assert document.reference_list == ()


def test_a_list_without_heading_is_found_at_the_end_only_where_it_plainly_is_one():
    listed = structured(
        f"The Title of It\n\n{TEXT}\n\n{TEXT}\n\n{TEXT}\n\n" + "\n\n".join((ENTRIES[0], ENTRIES[1], ENTRIES[0]))
    )
    assert len(of_kind(listed, BlockKind.ENTRY)) == 3
    prose = structured(f"The Title of It\n\n{TEXT}\n\nIn 2014 it was so.\n\nKim (2014) said it.\n\nIt is 2015 now.\n")
    assert prose.reference_list == ()


def test_entries_a_line_in_one_paragraph_are_parted_and_an_entry_of_two_lines_is_not():
    document = structured(f"# T\n\n{TEXT}\n\n## References\n\n{ENTRIES[0]}\n{ENTRIES[3]}\n", as_markdown=True)
    assert of_kind(document, BlockKind.ENTRY) == [ENTRIES[0], ENTRIES[3]]
    two = "일본 내 한류의 현황과 한일관계  \n한영균 - 국제학논총, 2020 - dbpia.co.kr"
    document = structured(f"# T\n\n{TEXT}\n\n## References\n\n- {ENTRIES[0]}\n- {two}\n", as_markdown=True)
    assert of_kind(document, BlockKind.ENTRY)[1] == two.replace("  \n", "\n")


def test_page_breaks_inside_a_list_do_not_end_it():
    document = structured(
        f"# T\n\n{TEXT}\n\n## References\n\n- {ENTRIES[0]}\n\n---\n\n- {ENTRIES[3]}\n", as_markdown=True
    )
    assert of_kind(document, BlockKind.ENTRY) == [ENTRIES[0], ENTRIES[3]]


@pytest.mark.parametrize(
    ("words", "numbered"),
    [("1. 머리말", True), ("2.1 Method", True), ("Ⅳ. 결론", True), ("第3章　方法", True), ("IV. Results", True),
     ("Vivid memories", False), ("I remember", False), ("Introduction", False), ("1965 was a year", False)],
)  # fmt: skip
def test_the_number_of_a_heading_is_told_from_words(words, numbered):
    assert is_numbered(words) is numbered
