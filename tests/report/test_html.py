"""The HTML report: whole, self-contained, the same every time, and safe whatever a manuscript holds."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kjaudit.model import Computed, Decision, Evidence, ProjectAudit, Standing, say
from kjaudit.report import Dossier, Language, to_html
from kjaudit.report.html import doi_link, shortened

from . import builders

VOID = {"meta", "br", "col", "hr", "img", "input", "link"}


class Page(HTMLParser):
    """Collects what a page refers to, and what is not closed."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.wrong: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        found = dict(attrs)
        self.attributes += [(name, value or "") for name, value in attrs]
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        if "style" not in self.open:
            self.words += data


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def page(request):
    """Return the report in each language."""
    return Page(to_html(builders.dossier(language=request.param)))


def test_every_tag_is_closed_in_its_order(page):
    assert (page.wrong, page.open) == ([], [])


def test_the_eleven_sections_are_there_and_can_be_reached(page):
    inside = [link.removeprefix("#") for link in page.links if link.startswith("#")]
    assert {f"s{number}" for number in range(1, 12)} <= set(inside)
    assert set(inside) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_nothing_is_loaded_from_anywhere_and_no_script_runs(page):
    assert not {"script", "img", "link", "iframe", "object", "embed", "form", "base"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "srcset", "style")]
    assert [link for link in page.links if not link.startswith(("#", "https://doi.org/"))] == []


def test_style_sheet_loads_nothing():
    style = re.search(r"<style>(.*?)</style>", to_html(builders.dossier()), re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_the_page_says_its_language(page):
    assert dict(page.attributes)["lang"] in {"en", "ko", "ja"}


def test_what_a_manuscript_holds_is_shown_not_run():
    page = to_html(builders.dossier())
    for marked in ("On <festivals>", "Project <x>", "<u>", "<i>", "x.doc is <odd>", "because <QUERY>", "?q=<u>"):
        assert marked not in page
    assert "On &lt;festivals&gt; &amp; fairs" in page
    assert "Ann &lt;i&gt;Lee&lt;/i&gt;" in page


def test_each_section_holds_its_findings_with_evidence_and_decision(page):
    for message in ("title-mismatch", "uncited-entry", "unsourced-statistic", "quotation-without-source"):
        assert f"Seen: <{message}>" in page.words
    for said in (
        "A Titel",
        "worked out",
        "Name it",
        "because <QUERY>",
        "gone & away",
        "Crossref did not answer",
        "✗",
        "80 %",
    ):
        assert said in page.words


def test_wording_is_folded_into_densities(page):
    assert "promotional-wording" not in page.words
    assert "10.0" in page.words


def test_differences_between_citation_and_list_are_marked(page):
    assert {"del", "ins"} <= set(page.tags)


def test_the_same_dossier_gives_the_same_bytes():
    assert to_html(builders.dossier()) == to_html(builders.dossier())


def test_false_alarms_do_not_count():
    counted = re.compile(r"<li><b>(\d+)</b><span class=\"level error\">")
    with_alarm = to_html(builders.dossier())
    made = builders.dossier()
    judged = tuple(
        replace(item, verdict=replace(item.verdict, decision=Decision.ACCEPTED)) if item.verdict else item
        for item in made.judged
    )
    without = to_html(replace(made, judged=judged))
    assert (counted.search(with_alarm)[1], counted.search(without)[1]) == ("1", "2")


def test_folded_wording_waits_for_no_decision():
    assert "<b>2 / 7</b>" in to_html(builders.dossier())
    assert len(builders.dossier().judged) == 8


def test_queries_to_the_author_are_numbered_and_ready_to_copy():
    words = Page(to_html(builders.dossier())).words
    assert (
        "AQ1 (On <festivals> & fairs): At “The share rose to 31 % in 2019.” (line 3): Seen: <unsourced-statistic>."
        in words
    )
    assert "Name it. because <QUERY>." in words


def test_an_empty_dossier_makes_a_report_too():
    empty = Dossier(name="", audit=ProjectAudit(), on=builders.dossier().on)
    for language in Language:
        page = Page(to_html(replace(empty, language=language)))
        assert page.wrong == []


def test_one_document_has_no_matrix_and_two_have_one():
    made = builders.dossier()
    alone = ProjectAudit(audits=made.audit.audits[:1])
    assert "Across the documents" not in to_html(replace(made, audit=alone, judged=()))
    page = to_html(made)
    assert "Across the documents" in page
    assert page.count("share · percent · 2019") == 1


def test_scope_says_how_many_entries_were_not_looked_up():
    assert "3 of 4 entries were not looked up" not in to_html(builders.dossier())
    assert "2 of 4 entries were not looked up in any registry." in to_html(builders.dossier())


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_has_a_report(standing):
    made = builders.dossier()
    judged = tuple(replace(item, standing=standing) for item in made.judged)
    assert Page(to_html(replace(made, judged=judged))).wrong == []


@pytest.mark.parametrize(
    ("doi", "link"),
    [
        ("10.1000/abc", "https://doi.org/10.1000/abc"),
        ("10.1000/<a b>", ""),
        ('10.1000/"><script>', "https://doi.org/10.1000/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_only_a_doi_becomes_an_address(doi, link):
    assert doi_link(doi) == link


def test_long_text_loses_its_middle():
    assert shortened("a" * 500, 10) == "aaaaa … aaaaa"
    assert shortened("short", 10) == "short"


@pytest.mark.parametrize(
    ("language", "message", "suggestion", "label", "value"),
    [
        (Language.ENGLISH, "Two notes have number 7.", "Keep one", "searched", "9 notes, 8 with a mark"),
        (
            Language.KOREAN,
            "번호가 7인 각주가 둘입니다.",
            "하나만 남기세요",
            "찾아본 범위",
            "각주 9개, 그중 본문에 번호가 있는 것 8개",
        ),
        (
            Language.JAPANESE,
            "番号 7 の注が二つあります。",
            "一つだけ残してください",
            "調べた範囲",
            "注 9 件、うち本文に注番号のあるもの 8 件",
        ),
    ],
)
def test_what_rules_say_is_in_the_language_of_the_report(language, message, suggestion, label, value):
    made = builders.dossier(language=language)
    first, *others = made.judged
    quote = say("{count} notes, {marked} with a mark", count=9, marked=8)
    finding = replace(
        first.finding,
        message=say("Two notes have number {number}", number=7),
        suggestion="Keep one",
        evidence=(Evidence(label="searched", quote=quote, source=Computed(how="part divided by whole")),),
    )
    page = Page(to_html(replace(made, judged=(replace(first, finding=finding), *others))))
    assert [said for said in (message, suggestion, label, value) if said not in page.words] == []
