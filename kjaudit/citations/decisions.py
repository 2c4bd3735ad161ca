"""
Decisions, statutes, papers of parliaments, archives, issues of newspapers: cited in notes, but no works of a list.

A list of literature names none of them; where a list does, its entry is found by title before this is asked.
"""

from __future__ import annotations

import re

from kjaudit.model import Cited

from .vocabulary import vocabulary

_PARTIES = re.compile(
    r"(?:In re|Ex parte|Re|R v\.?|The (?:King|Queen) v\.?)\s[A-ZÀ-Þ]"
    r"|[A-ZÀ-Þ][^,;“”\"‘«(\n]{2,60}\s(?:v|vs)\.?\s(?:the\s)?[A-ZÀ-Þ]"
)
"""Two parties with "v" between them (Bluebook 10.2; OSCOLA 2.1.2)."""
_REPORT = re.compile(
    r"(?<!\d)\d{1,4}\s(?:[A-Z][A-Za-z.']{0,12}\s?){1,4}(?:\(\dd\)\s|2d\s|3d\s)?(?:\d{1,5}|_{2,})(?!\d)"
    r"|[\[(](?:1[89]|20)\d\d[\])]\s(?:\d\s)?[A-Z]{2,}"
    r"|\((?:[A-Z][\w. ]{0,20}\s)?(?:1[789]|20)\d\d\)|\(n\.?\s?\d+\)|\bsupra\b"
)
"""Volume, report and page; a neutral citation; court and year."""
_DOCKET = re.compile(
    r"\b(?:Urt(?:eil)?|Beschl(?:uss)?|Arrêt|Sentencia|sentenza|arrest)\.?\s(?:v\.|vom|du|de|n\.|van|del)\s"
    r"|(?:선고|자\s결정|판결|결정)|(?:判決|決定)(?=[,，、。(（]|\Z)|\d{2,4}[가-힣]{1,2}\d{2,6}"
)
"""A ruling with its date, or the number of a file."""


_REPORTER = re.compile(
    r"(?<!\d)\d{1,4}\s(?:U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.|F\.(?:\s?Supp\.)?(?:\s?[234](?:d|th))?|[A-Z]\.(?:[A-Z]\.)?[23]d)"
    r"\s(?:at\s)?\d|(?<!\d)\d{1,2}\s(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.)"
)
"""A law report of the United States with volume and page, or a section of a code (Bluebook, table 1)."""
_UNION_ACT = re.compile(
    r"(?:(?:Delegated|Implementing|Durchführungs|Delegierte)\s?)?"
    r"(?:Richtlinie|Verordnung|Beschluss|Directive|Regulation|Decision|Règlement|Décision|Directiva|Reglamento|Decisión"
    r"|Direttiva|Regolamento|Diretiva|Regulamento|Richtlijn|Verordening|RL|VO)\s"
    r"(?:(?:of the European Parliament|d[ae]s Europäischen Parlaments|du Parlement européen)[^\d(]{0,60})?"
    r"(?:[(](?:EU|EG|EWG|UE|CE|CEE|EC|EEC|Euratom)[)](?:\s(?:Nr\.|No\.?|n[.º°o]{1,2}))?\s?\d{1,4}/\d{2,4}"
    r"|\d{2,4}/\d{1,4}/(?:EU|EG|EWG|UE|CE|CEE|EC|EEC)\b)"
)
"""A directive, regulation or decision of the European Union with its number (Interinstitutional Style Guide, 2.4)."""
_ARCHIVE = re.compile(
    r"(?:[A-ZÀ-Þ][A-Za-zÀ-ÿ]{0,3}[A-ZÀ-Þ]{1,4}\b|[^,.;(]{0,60}(?:[Aa]rchi(?:v|ef)\w*|\bArquivo|Library|Biblioteca|Bibliothèque"
    r"|Bibliothek|Record Office|Papers|Nachlass|Fondo|Fonds|Collection))"
)
"""An archive, by name or by its letters."""
_SHELF = re.compile(
    r"(?:\b(?:[Bb]\.|busta|reg\.|fol[s.]|ff?\.|[Mm][Ss][Ss]?\.?|[Bb]ox|[Ff]older|leg\.|legajo|exp\.|caja|cx\.|maço|Bestand|Rep\."
    r"|fasc\.|inv\.(?:\s?nr\.)?|[Nn]r\.|c\.|cc\.|r\.|fonds|carton|dossier|liasse|libro|llibre|livro|Add\.|No\.)\s?[IVXLC\d]"
    r"|\b[A-Z]{2,5}\s(?:[IVXLC]+|\d{1,4})\.\d{1,4}"
    r"|(?<=,\s)1[5-9]\d\d/(?:\d|\d{3,5})(?!\d)|\b[A-Z]{1,4}\s?\d{1,4}(?:/\d{1,6})+|\b\d{1,3}\s?[A-Z]{1,2}\s?\d{2,5})"
)
"""A bundle, register, leaf or shelf mark."""
_MONTH = (
    r"(?i:[JF][aeé][nb]\w*\.?|Mar\w*\.?|A[pvb]r\w*\.?|Ma[iyj]\w*|J[uú]i?[nl]\w*\.?|Giu\w*|Lug\w*|[Aa](?:ug|oû|go)\w*\.?"
    r"|Sep\w*\.?|[OoDdNn][ockteév][tcvz]\w*\.?|janv\w*\.?|févr\w*\.?|mars|avril|mai|jui\w*|sept\w*\.?|enero|febrero|marzo|abril"
    r"|mayo|ju[nl]io|fev\.|mar\.|set\.|out\.|dez\.|dic\.|septiembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|März)"
)
_ISSUE = re.compile(
    rf"[A-ZÀ-Þ][^,;“”\"«‘(\n]{{2,50}}(?:\s\([^()\n]{{2,24}}\))?(?:,\s|\s[(]|\s(?:v\.|vom)\s)"
    rf"(?:{_MONTH}\s\d{{1,2}},\s|\d{{1,2}}(?:er|º|°)?\.?\s(?:de\s)?{_MONTH}\s(?:de\s)?|\d{{1,2}}\.\s?\d{{1,2}}\.\s?)"
    r"(?:1[6-9]|20)\d\d"
)
"""A newspaper with a full date right after its name."""


_WIDE_ISSUE = re.compile(
    r"[『「《〈][^』」》〉\n]{1,30}[』」》〉][,，、]?\s?[(（]?(?:1[6-9]|20)\d\d\s?[.년年]\s?\d{1,2}\s?[.월月]\s?\d{1,2}"
    r"|[『「《〈][^』」》〉\n]{1,30}[』」》〉][,，、]?\s?[(（]?(?:明治|大正|昭和|平成|令和)[元\d一二三四五六七八九十〇]{1,3}年"
    r"[\d一二三四五六七八九十〇]{1,3}月[\d一二三四五六七八九十〇]{1,3}日"
)
"""The same in Korean and Japanese: title and a full date."""


def official(text: str, cited: Cited) -> bool:
    """Whether `cited`, a stretch of `text` that was taken for a work, is a decision of a court or an official paper."""
    printed = cited.span.of(text)[:400]
    before = text[max(0, cited.span.start - 120) : cited.span.start]
    clause = re.split(r"[;\n]\s*", before)[-1]
    if len(printed) < 40 and len(clause) > 12 and _PARTIES.match(clause):
        return True
    if vocabulary().decision.match(printed) or vocabulary().decision_cjk.match(printed):
        return True
    if re.search(r"[A-ZÀ-Þ][\w.’'-]*\sv(?:s)?\.?\s\Z|\b(?:In re|Ex parte)\s\Z", before):
        return True
    onward = text[cited.span.start : min(cited.span.end + 60, cited.span.start + 400)]
    if (_PARTIES.match(printed) and _REPORT.search(onward)) or _REPORTER.search(printed[:120]):
        return True
    if _WIDE_ISSUE.match(onward) or _UNION_ACT.match(printed):
        return True
    title = re.search(r"[“\"«「『‘]", printed[:80])
    head = printed[: title.start()] if title else printed[:80]
    return _DOCKET.search(head) is not None or (title is None and _unpublished(printed))


def _unpublished(printed: str) -> bool:
    """Whether a stretch without a title in marks names a shelf of an archive, or a day's issue of a newspaper."""
    return (_ARCHIVE.match(printed) is not None and _SHELF.search(printed) is not None) or (
        _ISSUE.match(printed) is not None
    )
