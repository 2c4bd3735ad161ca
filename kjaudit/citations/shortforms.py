"""Forms that stand for a work cited before: ibid., op. cit., (n 3), 앞의 책, 前掲注(5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kjaudit.language.names import is_wide
from kjaudit.model import CitationKind, Cited, Name, Span

from .latin_lead import SAME_AUTHOR, after_signals, lead_at
from .locators import ANYWHERE, AT_END, after_year
from .printed_names import Piece, names_before
from .shelf import Shelf
from .vocabulary import vocabulary
from .wide_names import wide_name, wide_names_before

_CJK_FOLLOW = re.compile(
    r"\s*(?:[,，、.。;；(（)）]|[をもは](?![ぁ-ん])|[을를은는에]\s|참조|참고|参照|\d|[쪽면頁]|p{1,2}\.|[「『“]|\Z)"
)
_PAGE_FOLLOW = re.compile(r"\s?[,，、]\s?\d")
_TITLE_AFTER = re.compile(r"\s?[「『“‘｢]")
_YEAR_BEFORE = re.compile(r"[,，、]\s?((?:1[5-9]|20)\d\d)년?年?[,，、]\s?\Z")
_YEAR_AFTER = re.compile(r"\s?[(（]((?:1[5-9]|20)\d\d)[년年]?[)）]|[\s,.]{1,3}((?:1[5-9]|20)\d\d)(?=[,.)]?(?:\s|\Z))")
_CLAUSE = re.compile(r"[;:]\s|(?<=[^\W\d_]{3})\.\s|(?<=[\d)\]”»’])\.\s(?=[^\W\d_a-zà-þ“«\"])|[!?]\s")
_TITLE_OPENS = re.compile(r"[:,]\s[“„«\"]?(?=[^\W\d_a-zà-þ])")
_QUOTED_BEFORE = re.compile(r"(?<!\w)[“\"‘'«„](?P<title>[^“”\"«»„]{2,150})[”\"’'»“],?\s?\Z")
"""A title in quotation marks right before a pointer: "Weber, ‘Roads’ (n 4)"."""
_CAPITAL_WORD = re.compile(r"(?<=\s)[^\W\d_a-zà-þ]")
_LATIN_STOP = re.compile(r"[A-ZÀ-Þ][^\W\d_]+\.\Z")
_SHORT_WORD = re.compile(r"(?:id|ib|idem|cit|ivi|citado|ídem|íd)\.?\Z", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"\s?[、,，]\s?[々ヶァ-ヺー・\u3400-\u9fffほか가-힣\s]{1,24}[『「]")
"""After 前掲: the author and title of the work named earlier."""
_HAN_ONLY = re.compile(r"[々ヶ\u3400-\u9fff・]+")
_NO_NAME = re.compile(
    r"[가-힣 ]*(?:대해서?는?|대하여는?|관해서?는?|관하여는?|것은|것이|경우|한편|또한|특히|다만|그리고|따라서"
    r"|상세는|전개는|논의는|내용은|[가-힣]{3,}(?:는|을|를|에서|에게|으로|까지|부터))"
    r"|(?:なお|また|詳しくは|詳細は|以上|以下|この点)"
)
"""Words that open a sentence before a short form."""
_WHOSE = re.compile(r"(?:氏|教授|博士|先生|女史)?の\Z|(?<=[가-힣]{2})\s?(?:교수|선생|박사)?의\Z|氏\Z")
"""Between a name and 前掲書, 앞의 책: "大野氏の前掲書"."""
_SAME = re.compile(r"(?:id|idem|ead|eadem|ders|dies)\.?", re.IGNORECASE)
"""The author before: no name of its own."""
_BEFORE_WORD = re.compile(
    r"(?:^|[;.:!?(\[“”]|\b(?:see|cf\.|vgl\.|siehe|ver|voir|véase|also|and|in))\s*\Z", re.IGNORECASE
)
_AFTER_OPCIT = re.compile(r"cit(?:\.|é|ada?|ado)?,?\s?\Z|a\.\s?a\.\s?O\.,?\s?\Z", re.IGNORECASE)
_PAGE_BEFORE = re.compile(r"(?:\d\s?[fs]{0,2}\.?|\bp{1,2}\.)[\s,(]*\Z")
_CLOSED = re.compile(r"\s?[)\]）］]")
_REACH = 80
_LOCATOR_AFTER = re.compile(r"[)\]）］]?[\s,.:;、，]{0,3}(?:bes\.|esp\.|at)?\s?")


_SEE = (
    r"(?<!\w)(?:véase|véanse|vid\.|ver|veja|voir|v\.|siehe|s\.|see|vgl\.|vedi|si veda|cfr?\.|zie)\s"
    r"(?:(?:supra|la|el|le|die|oben|aussi|auch|ci-dessus|above|ante)[\s,]+){0,2}"
)
"""Words that send the reader to a note: after an author or "op. cit." to a work, else to what is said there."""


@cache
def _supra() -> re.Pattern[str]:
    words = vocabulary()
    latin = (
        rf"(?:(?P<lead>{words.supra.pattern})[\s,]*)?(?P<open>[(\[]\s?(?:{words.supra.pattern}|at)?\s?)?"
        rf"(?P<see>{_SEE})?(?<!\w)(?P<word>{words.note_word})(?![^\W\d_])\s?(?P<number>\d{{1,4}})(?!\w)(?P<trail>\s?(?:above|supra|oben|ci-dessus|arriba))?"
    )
    wide = (
        rf"(?P<wlead>위의?|앞의?|전게|前掲|前揭|前出|上記|上掲|前|先)?\s?(?P<wword>{words.note_word_cjk})\s?[(（\[［〔]?\s?"
        rf"(?P<wnumber>\d{{1,4}})\s?[)）\]］〕]?(?!\d)(?!\s?(?:월|일|년|月|日|年))(?P<wbook>(?:の|의\s?)?(?:前掲)?(?:書|論文|文献|책|글|논문))?"
        r"(?:の?(?:前掲|前揭|の)(?P<who>[々ヶァ-ヺー・\u3400-\u9fff]{1,12}?)(?:ほか|他|ら|氏)?(?=書|論文|著|稿|論考|文献)(?:論文|著書|論考|文献|[書著稿]))?"
        r"(?:(?<=[)）])(?P<after>[々ヶ\u3400-\u9fff]{2,6})(?:ほか|他|ら)?(?=[、，,。「『]|\Z))?"
    )
    return re.compile(f"{latin}|{wide}", re.IGNORECASE)


@cache
def _numbered() -> re.Pattern[str]:
    """Return a pattern of a word for a note with its number: what no pointer lacks, and most notes do."""
    words = vocabulary()
    latin = rf"(?<!\w)(?:{words.note_word})(?![^\W\d_])\s?\d"
    return re.compile(rf"{latin}|(?:{words.note_word_cjk})\s?[(（\[［〔]?\s?\d", re.IGNORECASE)


def short_forms(text: str, start: int, end: int, shelf: Shelf) -> list[Cited]:
    """
    Return the short forms in `text[start:end]`, in order and not overlapping.

    A form's span takes in the names before it and the pages after it. Short titles are not found here.
    """
    found = [*_pointers(text, start, end, shelf), *_ibids(text, start, end, shelf), *_opcits(text, start, end, shelf)]
    kept: list[Cited] = []
    for cited in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if kept and _completes(text, kept[-1], cited):
            kept[-1] = _merged(kept[-1], cited)
        elif not kept or cited.span.start >= kept[-1].span.end:
            kept.append(cited)
    return kept


def _completes(text: str, opcit: Cited, pointer: Cited) -> bool:
    """Whether the pointer belongs to the form before it: "op. cit. (note 2)"."""
    if pointer.kind is not CitationKind.SUPRA or opcit.kind is not CitationKind.OPCIT or opcit.note_number:
        return False
    gap = text[opcit.span.end : pointer.span.start]
    return not gap.strip(" ,(（[") and len(gap) < 4


def _merged(opcit: Cited, pointer: Cited) -> Cited:
    span = Span(opcit.span.start, max(opcit.span.end, pointer.span.end))
    return Cited(
        span=span,
        kind=CitationKind.OPCIT,
        names=opcit.names or pointer.names,
        others=opcit.others,
        title=opcit.title or pointer.title,
        note_number=pointer.note_number,
        locator=pointer.locator or opcit.locator,
    )


def _ibids(text: str, start: int, end: int, shelf: Shelf) -> Iterator[Cited]:
    for word in vocabulary().ibid.finditer(text, start, end):
        if is_wide(word.group()[0]):
            follow = _PAGE_FOLLOW if len(word.group()) == 1 else _CJK_FOLLOW
            if not follow.match(text, word.end(), end) or _part_of_word(text, word.start(), start):
                continue
        elif _SHORT_WORD.match(word.group()) and (
            not _opens(text, start, word.start()) or SAME_AUTHOR.match(text, word.start(), end)
        ):
            continue
        names, begin, others = _names(text, word.start(), start, shelf)
        stop, locator = _locator(text, word.end(), end)
        yield Cited(span=Span(begin, stop), kind=CitationKind.IBID, names=names, others=others, locator=locator)


def _opens(text: str, start: int, at: int) -> bool:
    return _at_start(text, start, at) or _BEFORE_WORD.search(text, max(start, at - 12), at) is not None


def _opcits(text: str, start: int, end: int, shelf: Shelf) -> Iterator[Cited]:
    for word in vocabulary().opcit.finditer(text, start, end):
        wide = is_wide(word.group()[0])
        if wide and (
            _TITLE_AFTER.match(text, word.end(), end) or re.match(r"\s?[注註주]", text[word.end() : word.end() + 3])
        ):
            continue
        if wide and (_part_of_word(text, word.start(), start) or _NAMED_AFTER.match(text, word.end(), end)):
            continue
        if wide and not _CJK_FOLLOW.match(text, word.end(), end) and not ANYWHERE.match(text, word.end(), end):
            continue
        dated = _YEAR_BEFORE.search(text, max(start, word.start() - 12), word.start())
        names, begin, others = _names(text, dated.start() if dated else word.start(), start, shelf)
        if not names and "拙" in word.group():
            names = (Name(literal=word.group()[word.group().index("拙") :]),)
        if not wide and vocabulary().apud.match(text, word.start(), end):
            continue
        title = ""
        if not wide and not (names and shelf.knows(names[0].family or names[0].literal)):
            led, led_at, led_title = _led(text, word.start(), start, shelf)
            if led and (not names or led_at < begin):
                names, begin, title = led, led_at, led_title
        if not names and _SHORT_WORD.match(word.group()):
            continue
        year, year_end = _year(text, word.end(), end)
        year = year or (int(dated[1]) if dated and names else None)
        stop, locator = _locator(text, year_end, end)
        yield Cited(
            span=Span(begin, stop),
            kind=CitationKind.SHORT if title and _SHORT_WORD.match(word.group()) else CitationKind.OPCIT,
            names=names,
            others=others,
            year=year,
            title=title,
            locator=locator,
        )


def _led(text: str, at: int, start: int, shelf: Shelf) -> tuple[tuple[Name, ...], int, str]:
    """Return author and short title that open the clause before "op. cit.": "M. Bloch, Apologie, op. cit."."""
    floor = max(start, at - 160)
    ends = [found.end() for found in _CLAUSE.finditer(text, floor, at) if text[found.start()] != ":"]
    cut = max(ends, default=floor)
    words = vocabulary()
    cut = max([cut, *(found.end() for form in (words.opcit, words.ibid) for found in form.finditer(text, cut, at))])
    begin = after_signals(text, cut, at)
    lead = lead_at(text, begin, at, shelf) if begin < at else None
    if lead is None or not lead.names:
        for found in _CAPITAL_WORD.finditer(text, begin, at):
            begin, lead = found.start(), lead_at(text, found.start(), at, shelf)
            if lead is not None and lead.names and (lead.strong or lead.known):
                break
    if lead is None or not lead.names:
        return (), at, ""
    title = AT_END.sub("", text[lead.end : at].strip(' ,“”«»"‘’')).strip(" ,“”«»") or lead.title
    return lead.names, begin, title


def _year(text: str, start: int, end: int) -> tuple[int | None, int]:
    """Return a year that tells works of one author apart, and where it ends: "위의 글, 1967, 247쪽"."""
    found = _YEAR_AFTER.match(text, start, end)
    return (int(found[1] or found[2]), found.end()) if found else (None, start)


def _pointers(text: str, start: int, end: int, shelf: Shelf) -> Iterator[Cited]:
    if _numbered().search(text, start, end) is None:
        return
    for found in _supra().finditer(text, start, end):
        number = int(found["number"] or found["wnumber"])
        led = bool(found["lead"] or found["open"] or found["trail"] or found["wlead"])
        if _PAGE_BEFORE.search(text, max(start, found.start() - 12), found.start()) or number == 0:
            continue
        if not found["wword"] and not led and len((found["word"] or "").strip(".")) < 3:
            continue
        names, begin, others, title = _pointing(text, found.start(), start, shelf)
        at_start = _at_start(text, start, found.start()) or _in_bracket(text, start, found)
        led = led or (at_start and vocabulary().supra.search(found["see"] or "") is not None)
        after_names = bool(names) and text[found.start() - 2 : found.start()].startswith(",")
        if not (
            led
            or found["who"]
            or found["wbook"]
            or (found["number"] and after_names)
            or (found["wword"] and (names or at_start))
        ):
            continue
        if found["see"] and not (names or found["lead"] or at_start) and not _after_opcit(text, start, found.start()):
            continue
        if found["after"] and not names and found["wlead"]:
            names = _named_after(text, Span(*found.span("after")))
        if found["who"]:
            names, begin = _named_after(text, Span(*found.span("who"))), found.start()
        stop = found.end()
        closing = _CLOSED.match(text, stop, end)
        stop = closing.end() if closing and found["open"] else stop
        stop, locator = _locator(text, stop, end)
        yield Cited(
            span=Span(begin, stop),
            kind=CitationKind.SUPRA,
            names=names,
            others=others,
            note_number=number,
            title=title,
            locator=locator,
        )


def _named_after(text: str, span: Span) -> tuple[Name, ...]:
    """Return the names after a pointer, parted by middle dots unless they are in kana: "注(3)前掲有村・杉野論文"."""
    wide = re.compile(r"[^・]+").finditer(text, span.start, span.end) if _HAN_ONLY.fullmatch(span.of(text)) else ()
    return tuple(wide_name(Piece(Span(*part.span()), part.group())) for part in wide) or (
        wide_name(Piece(span, span.of(text))),
    )


def _after_opcit(text: str, start: int, at: int) -> bool:
    return _AFTER_OPCIT.search(text, max(start, at - 14), at) is not None


def _pointing(text: str, at: int, start: int, shelf: Shelf) -> tuple[tuple[Name, ...], int, bool, str]:
    """
    Return names before a pointer, where they begin, whether others follow, and the short title among them.

    "So bereits Weber, Haus ohne Hof (wie Anm. 2)": the words right before the bracket end a title.
    """
    quoted = _QUOTED_BEFORE.search(text, max(start, at - 2 * _REACH), at)
    if quoted is not None:
        authors, opens, more = _names(text, quoted.start(), start, shelf)
        if authors:
            return authors, opens, more, quoted["title"].strip(" ,.")
    names, begin, others = _names(text, at, start, shelf)
    if not names or is_wide(str(names[0])[0]):
        return names, begin, others, ""
    titled = _known_and_title(text, at, start, shelf, names)
    if titled is not None:
        return titled
    opened = _clause(text, at, start)
    if begin < opened < at:
        names, begin, others = _names(text, at, opened, shelf)
    elif opened < begin:
        lead = lead_at(text, opened, begin, shelf)
        if lead is not None and lead.names and text[lead.end - 2 : lead.end] == ", " and (lead.known or lead.strong):
            return lead.names, opened, lead.others, text[lead.end : at].strip(' ,(“”«»"‘’')
        known = shelf.knows(names[0].family or names[0].literal)
        for found in _CAPITAL_WORD.finditer(text, opened, opened if known else begin):
            lead = lead_at(text, found.start(), begin, shelf)
            if lead is not None and lead.names and lead.known and text[lead.end - 2 : lead.end] == ", ":
                return lead.names, found.start(), lead.others, text[lead.end : at].strip(' ,(“”«»"‘’')
    return names, begin, others, ""


def _known_and_title(
    text: str, at: int, start: int, shelf: Shelf, names: tuple[Name, ...]
) -> tuple[tuple[Name, ...], int, bool, str] | None:
    """
    Return author and short title before a pointer, where the author of an entry comes before a colon or comma.

    "So Engelsing: Bürger als Leser (wie Anm. 1)"; not where the words before the pointer are an author's too.
    """
    if any(shelf.knows(name.family or name.literal) for name in names):
        return None
    clause = _clause(text, at, start)
    for opened in _TITLE_OPENS.finditer(text, max(start, at - _REACH), at):
        title = text[opened.end() : at].strip(' ,(“”„«»"‘’')
        if not title or re.search(r"[,;:\d]", title):
            continue
        authors, begin, others = _names(text, opened.start(), start, shelf)
        opens = text[opened.start()] == ":" and begin == clause
        if authors and (opens or shelf.knows(authors[0].family or authors[0].literal)):
            return authors, begin, others, title
    return None


def _clause(text: str, at: int, start: int) -> int:
    """Return where the clause before a pointer opens, "vgl." and the like left out."""
    floor = max(start, at - 2 * _REACH)
    ends = [found.end() for found in _CLAUSE.finditer(text, floor, at) if text[found.start()] != ":"]
    return after_signals(text, max(ends, default=floor), at)


def _in_bracket(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a bracket holds nothing but the pointer, right after "앞의 책" or "前掲書": "앞의 논문(주 5)"."""
    bare = text[max(start, found.start() - 14) : found.start()].rstrip()
    if bare[-1:] not in ("(", "（", "[", "〔"):
        return False
    words = [word for word in vocabulary().opcit.finditer(bare) if word.end() >= len(bare) - 2]
    return bool(words) and is_wide(words[-1].group()[0])


def _at_start(text: str, start: int, at: int) -> bool:
    return at - start < 20 and not text[start:at].strip(" \t\n(（「“")


def _part_of_word(text: str, at: int, start: int) -> bool:
    """Whether the word only ends or begins a longer one: "박사학위논문" has no 위논문."""
    if at <= start:
        return False
    before, first = text[at - 1], text[at]
    return ("가" <= before <= "힣" and "가" <= first <= "힣") or ("\u3400" <= before <= "\u9fff" and first in "同")


def _names(text: str, end: int, floor: int, shelf: Shelf) -> tuple[tuple[Name, ...], int, bool]:
    """Names right before a short form, or none: a full stop between them parts them, unless it closes an initial."""
    whole = end
    floor = max(floor, end - _REACH)
    bare = text[floor:end].rstrip(" \t\n\u00a0,，、(（[・")
    end = floor + len(bare)
    if bare[-1:] == "." and is_wide(text[end:].lstrip()[:1] or " ") and _LATIN_STOP.search(bare):
        bare, end = bare[:-1], end - 1
    if not bare or bare[-1] in ";；:：。!?" or (bare[-1] == "." and not _abbreviates(bare)):
        return (), whole, False
    if is_wide(bare[-1]):
        whose = _WHOSE.search(bare)
        end -= len(whose.group()) if whose else 0
        run = wide_names_before(text, end, floor, shelf.knows)
        if run is not None and all(_may_name(piece.text, shelf) for piece in run.pieces):
            return tuple(wide_name(piece) for piece in run.pieces), run.start, run.others
        return (), whole, False
    latin = names_before(text, end, floor)
    if latin is None or vocabulary().signal.fullmatch(latin.pieces[-1].text + " "):
        return (), whole, False
    if len(latin.pieces) == 1 and _SAME.fullmatch(latin.pieces[0].text):
        return (), latin.start, False
    return latin.names(), latin.start, latin.others


def _may_name(text: str, shelf: Shelf) -> bool:
    """Whether a word before 앞의 글 can be a name: no short form itself, no word with a particle (것은, 대해서는)."""
    if len(text) < 2 or _stands_for(text):
        return False
    return shelf.knows(text) or not _NO_NAME.fullmatch(text)


def _stands_for(text: str) -> bool:
    words = vocabulary()
    return words.opcit.fullmatch(text) is not None or words.ibid.fullmatch(text) is not None


def _abbreviates(bare: str) -> bool:
    word = re.search(r"([^\W\d_]+)\.\Z", bare)
    return word is not None and (len(word[1]) < 3 or word[1].lower() in ("al", "jr", "sr") or bare.count(" ") == 0)


def _locator(text: str, start: int, end: int) -> tuple[int, str]:
    """Return where the pages after a short form end, and the pages as printed."""
    gap = _LOCATOR_AFTER.match(text, start, end)
    at = gap.end() if gap else start
    stop, locator = after_year("," + text[at : at + 60], 0, min(61, end - at + 1))
    return (at + stop - 1, locator) if locator else (start, "")
