"""Lists in difficult layouts: run together, wrapped without indents, years first, addresses and comments below."""

import time

import pytest

from kjaudit.model import Block, BlockKind, Document, ProblemKind, Span
from kjaudit.references import entries
from kjaudit.references.segmentation import split


def paragraphs(*lines):
    """A list of which every printed line is a block, as plain text and PDF files give it."""
    text, blocks = "\n\n".join(lines), []
    start = 0
    for line in lines:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(start, start + len(line))))
        start += len(line) + 2
    return Document(id="d", digest="", title="", text=text, blocks=tuple(blocks), reference_list=(Span(0, len(text)),))


def pieces(*lines):
    document = paragraphs(*lines)
    return [(piece.span.of(document.text), piece.problems) for piece in split(document)]


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        (
            "홍가람, 『가나의 역사』, 한빛사, 1990. 김나무, 『다라』, 새벽, 1999. 박하늘, 「마바」, 『사아』 7, 1960.",
            ["홍가람", "김나무", "박하늘"],
        ),
        (
            "홍가람 (1999). 가나는 다라이다. 새벽. 김나무 (2009). 마바의 계보와 정치. 한빛.",
            ["홍가람", "김나무"],
        ),
        (
            "山田花子『海の歴史』波書店、1974年。鈴木一『山の歴史』波書店、1964年。佐藤二郎「川」『水』5号、1970年。",
            ["山田", "鈴木", "佐藤"],
        ),
        (
            "Alder, B. (1983). Made Towns. Quill. Birch, E. J., & Cedar, T. (Eds.). (1984). Old Ways. North Press.",
            ["Alder", "Birch"],
        ),
    ],
)
def test_entries_run_together_in_one_paragraph_are_told_apart_and_marked(line, starts):
    found = pieces(line)
    assert [words.startswith(start) for (words, _), start in zip(found, starts, strict=True)] == [True] * len(starts)
    assert all(ProblemKind.RUN_TOGETHER in problems for _, problems in found)


def test_a_doi_on_a_line_of_its_own_belongs_to_the_entry_above():
    found = pieces(
        "홍가람 (2019). 진로의 연구. 상담, 20(3), 33-51.",
        "https://doi.org/10.1234/abc.2019.33",
        "김나무 (2021). 학습의 연구. 공학, 37(2), 4-10.",
        "doi: 10.1234/def.4",
    )
    assert [words.splitlines()[-1] for words, _ in found] == [
        "https://doi.org/10.1234/abc.2019.33",
        "doi: 10.1234/def.4",
    ]


def test_an_address_alone_is_an_entry_of_its_own():
    found = pieces("Alder, B. (1983). Made Towns. Quill.", "https://example.org/page", "Birch, E. (1984). Old. Quill.")
    assert len(found) == 3


def test_sentences_under_an_entry_are_its_annotation():
    document = paragraphs(
        "홍가람, 『가나의 역사』, 한빛사, 2006.",
        "흐름을 시대별로 정리한 책으로, 이 글의 구분은 이에 따른다.",
        "김나무, 『다라』, 새벽, 2005.",
    )
    first, second = entries(document)
    assert first.publisher is not None
    assert first.publisher.value == "한빛사"
    assert first.annotation is not None
    assert first.annotation.value.startswith("흐름을")
    assert [problem.kind for problem in first.problems] == [ProblemKind.UNSURE_BOUNDARY]
    assert second.annotation is None


def test_years_in_a_column_under_an_author_stand_for_works_of_that_author():
    document = paragraphs(
        "網野花子　1978『海の文化』波書店", "石井一　1970『山の文化』波書店", "1976「川の文化」『講座　水8』波書店"
    )
    found = entries(document)
    assert [reference.date.value.year for reference in found] == [1978, 1970, 1976]
    assert found[2].same_author_as == "e2"
    assert found[2].authors[0].family == "石井"


def test_a_line_that_breaks_off_in_a_narrow_column_goes_on_in_the_next_and_says_so():
    found = pieces(
        "Alder, Carmen, The Northern Towns: A Study of the Writings of Edward",
        "Yarrow, North University Press, 1964.",
        "Birch, William, The Southern Towns, North University Press, 1976.",
    )
    assert [words[:5] for words, _ in found] == ["Alder", "Birch"]
    assert found[0][1] == (ProblemKind.UNSURE_BOUNDARY,)


def test_german_quotation_marks_close_a_title():
    found = pieces(
        "Ahorn, Hans: Geschichte, Bd. 3: Von der „Deutschen",
        "Umwälzung“ bis zum Krieg 1849-1914, München 1995.",
        "Birke, Thomas: Geschichte der Städte 1866-1918, 2 Bde., München 1990.",
        "Ders.: Begriffe, 2. Aufl., Göttingen 1986.",
    )
    assert [words[:5] for words, _ in found] == ["Ahorn", "Birke", "Ders."]


def test_a_number_with_a_letter_starts_an_entry_of_a_numbered_list():
    found = pieces(
        "[1] 山田花子『海』波書店、1981年。", "[2] 鈴木一『山』波書店、1996年。", "[2a] 佐藤二郎『川』波書店、1997年。"
    )
    assert [words[:2] for words, _ in found] == ["山田", "鈴木", "佐藤"]


def test_two_thousand_entries_without_blank_lines_take_twice_as_long_as_one_thousand():
    def seconds(count):
        lines = "\n".join(f"홍가람, 「제목 {n}의 연구」, 『가나학보』 {n}, 2010, 1-20쪽." for n in range(count))
        blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(lines))),)
        whole = (Span(0, len(lines)),)
        document = Document(id="d", digest="", title="", text=lines, blocks=blocks, reference_list=whole)

        def once():
            started = time.process_time()
            assert len(split(document)) == count
            return time.process_time() - started

        return min(once() for _ in range(3))  # collecting garbage in between costs more than the splitting

    seconds(100)
    assert seconds(2000) < 4 * max(seconds(1000), 0.02)


def test_lines_of_a_list_without_year_or_title_end_the_entry_above():
    found = pieces(
        "Alder, Erik Olin. 1997. Town Counts: Comparative Studies in Town Analysis.",
        "Northport: Northport University Press.",
        "홍가람. 2006. 『가나 사회의 성찰: 오래된 사회로의 변환과 그 과제에 대한 연구』.",
        "길.",
        "김나무. 2004. 『다라의 계급』. 새벽.",
    )
    assert [words[:3] for words, _ in found] == ["Ald", "홍가람", "김나무"]
    assert found[0][1] == found[1][1] == (ProblemKind.UNSURE_BOUNDARY,)


def test_a_family_name_with_a_particle_in_small_letters_opens_an_entry():
    found = pieces("Ahorn, Robert, Theorie, Neustadt 1985.", "von Birke, Ingo (Hrsg.), Kommentar, Neustadt 2012.")
    assert len(found) == 2


def test_numbers_are_labels_where_most_lines_are_wrapped():
    found = pieces(
        "1）山田花子，鈴木一：海の観察．",
        "波出版，東京，2011",
        "2）海学会：海の指針．",
        "2018",
        "3）佐藤二郎：川の看護．",
        "水出版，2019",
    )
    assert [words.splitlines()[-1] for words, _ in found] == ["波出版，東京，2011", "2018", "水出版，2019"]


def test_japanese_entries_that_a_reader_joined_without_a_mark_are_told_apart():
    found = pieces(
        "山田花子『海の歴史』波書店、1961年鈴木一「川の制度」『水』258号、1984年佐藤二郎『山』波書店、1980年",
        "石井三郎，2005，『海』波書店．――――，2009，『川』波書店．",
    )
    assert [words[:2] for words, _ in found] == ["山田", "鈴木", "佐藤", "石井", "――"]
