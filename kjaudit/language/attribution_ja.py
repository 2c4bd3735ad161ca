"""Attributions in Japanese: 関係者によると, 専門家は…と指摘する, …とされている, との声がある, 山田教授は…と述べた."""

from __future__ import annotations

import re
from functools import cache

from kjaudit.model import Span

from . import lexicon
from .attribution import Attribution, Voice, without_overlaps
from .speakers import before_predicates, before_verbs, named

_ACCORDING = re.compile("によると|によれば|に従えば")
_CUT = re.compile(r"[^、。，．\n「」]{1,50}$")
_DEFINITE = re.compile(r"^(?:この|その|同|これ|それ|彼|彼女|両|当該|本|前掲)")
_CLAUSE = re.compile(r"^.*[はをにがで](?=[^はをにが]{2,}$)")
_WORK = re.compile(
    r"(?P<source>[『「《〈][^』」》〉\n]{2,40}[』」》〉](?:[（(]\d{4}年?[）)])?)(?:は|が|では|も|によると|によれば)"
)
_SUBJECT = re.compile(
    r"(?:[^、。「」『』]{1,16}、)?(?P<source>[^、。「」『』はが]{2,24})(?:は|が)(?=[^。「」]{0,20}「)"
)
_QUOTED = re.compile(r"」(?:など)?と")
_ANNOUNCED = re.compile(
    r"(?:^|、)(?P<source>[一-龥々ァ-ヶーA-Za-z・]{3,14})は(?=[、一-龥])[^。]{0,80}?(?:発表|公表|表明|明らかに)(?:した|する|し(?=[、た]))"
)
_CALLED_BY_WORK = re.compile(
    r"(?P<source>(?:[一-龥々ァ-ヶー]{1,10}の)?[一-龥々ァ-ヶー]{0,8}(?:家|者|人|師|員|官|長|士|工|手|優|主|僧|婦|民|生|デザイナー|ライター)の"
    r"[一-龥々]{2,3}[一-龥々ぁ-んァ-ヶ]{1,4}?)(?:[（(][^）)\n]{1,24}[）)])?(?:は|が|も)(?=[、「『一-龥ぁ-んァ-ヶ])"
)
"""A person by his work and his name: "郷土史家の大野吉蔵は"."""
_SOME = re.compile("多くの|一部の|[一-龥](?:たち|ら[はがも])")
_SO = re.compile("こう|のように")
_IN_WORK = re.compile(
    r"(?:^|[、。])(?P<source>[一-龥々ァ-ヶー・]{2,12})(?:は|が)、?[『《〈][^』》〉\n]{1,40}[』》〉](?:で|において|の中で|のなかで)"
)
"""What somebody says in a work that is named: "岡倉は『茶の本』で"."""
_THUS = re.compile(
    r"(?:^|、)(?P<source>[一-龥々ァ-ヶーぁ-ん]{1,10}?[一-龥々ァ-ヶん])(?:は|が)、?(?:[^、。]{0,30}(?:を|に|と))?"
    r"(?:こう|次のように|このように|以下のように)(?=[一-龥ぁ-ん]{1,8}(?:た|る|い)(?:[。、]|$))"
)
"""Who speaks "thus": the words follow, and whose they are is said."""
_MARKS = re.compile("」と")
_PAPERS = re.compile("調査|統計|報告|白書|データ|資料|アンケート|推計|集計|発表|まとめ|調べ|研究|論文|分析|実験|試算")
"""What a body prints: without one of these there is nothing to look for."""
_SAID_WITH = re.compile(
    r"[一-龥々ァ-ヶーぁ-ん](?:さん|氏|君|教授|長|は|が)[^。「]{0,20}「[^「」]{5,}」と(?!書|記|題|銘|名|呼|印|刻|い|彫|称|表)"
)
_PREDICATE = re.compile(r"と[^。、]{2,20}(?:た|る|う|く|す|む)(?=[。、]|$)")
_THINKS = re.compile("考え|信じ|思")
_NOBODY = re.compile(r"^(?:彼|彼女|私|僕|ある|これ|それ|誰か|記者|同|わたし|一人|その|この)")


@cache
def _group() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<source>(?:(?:多くの|一部の|ある|複数の|匿名の|地元の|国内の|海外の|業界の|現地の|大半の"
        rf"|多数の|若い)(?:[一-龥ァ-ヶー]{{1,6}})?)?"
        rf"(?:[一-龥ァ-ヶー]{{0,6}}の?)?(?:{lexicon.source('ja', 'anonymous-groups')}"
        rf"|[一-龥]{{2,5}}(?=たち|ら[はがも])|(?:多くの"
        rf"|一部の)[一-龥ァ-ヶー]{{2,6}}))"
        rf"(?:たち|ら)?(?:の一人|の一部|の多く)?(?:の間では|の間でも|の多くは|の中には|の間から[はも]"
        rf"|からは|からも|では|は|が|も)"
    )


@cache
def _person() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<source>(?:[一-龥ァ-ヶーA-Za-z・]{{2,16}}の)?[一-龥々ァ-ヶーA-Za-z・ぁ-ん]{{0,8}}"
        rf"[一-龥々ァ-ヶーA-Za-z]{lexicon.source('ja', 'titles')})"
        rf"(?:[（(][^）)\n]{{1,24}}[）)])?(?:は|が|も)"
    )


@cache
def _body() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<source>[一-龥々ァ-ヶーA-Za-z・]{{1,16}}{lexicon.source('ja', 'organisations')}|NHK|日銀|[A-Z]{{2,8}})"
        rf"(?:[（(][^）)\n]{{1,24}}[）)])?(?:の(?:広報担当者|担当者|広報|幹部|調査|報告書|発表"
        rf"|統計)(?:で)?)?(?:は|が|も|では)"
    )


@cache
def _issued() -> re.Pattern[str]:
    """Match what a body printed or counted: "総務省の調査で", "農研機構の報告書は"."""
    return re.compile(
        rf"(?P<source>[一-龥々ァ-ヶーA-Za-z・]{{1,16}}(?:{lexicon.source('ja', 'organisations')}|会|院|機構)"
        rf"(?:が(?:[^、。はが]{{0,12}})(?:まとめ|発表し|公表し|行っ|実施し|出し)た|の)(?:\d{{4}}年の?|昨年の|最新の)?"
        rf"(?:[一-龥々ァ-ヶー]{{0,8}})(?:調査|統計|報告書|報告|白書|データ|資料|アンケート|推計|集計|発表|まとめ|調べ|研究|論文|分析|実験|試算))"
        rf"(?:結果)?(?:では|でも|で、|で(?=[一-龥])|によると|によれば|は|から)"
    )


@cache
def _names() -> re.Pattern[str]:
    parts = "|".join(lexicon.source("ja", name) for name in ("titles", "organisations"))
    return re.compile(rf"[一-龥ァ-ヶーA-Za-z]{{1,}}(?:{parts})|[A-Z]{{2,}}|[『「《〈]|[（(]\d{{4}}")


def attributions(text: str, raw: str) -> list[Attribution]:
    """
    Return the attributions of one Japanese sentence in reading order.

    Args:
        text: the sentence, its quotations blanked out by spaces.
        raw: the sentence as printed.
    """
    found = _according(text)
    found += [
        Attribution(span=Span(*match.span("source")), source=Span(*match.span("source")), voice=Voice.NAMED)
        for match in _IN_WORK.finditer(raw)
        if not _NOBODY.match(match["source"])
    ]
    if _PAPERS.search(text):
        found += [
            Attribution(span=Span(match.start(), match.end()), source=Span(*match.span("source")), voice=Voice.NAMED)
            for match in _issued().finditer(text)
            if not _DEFINITE.match(match["source"]) and not any(item.span.meets(Span(*match.span())) for item in found)
        ]
    said = [verb for verb in lexicon.matcher("ja", "speech-verbs").finditer(text) if not _acts(text, verb)]
    spoken = _subjects(text, raw, said) if said else before_predicates(text, _gesture(text, raw), _person())
    found += [one for one in spoken if not any(one.span.meets(item.source) for item in found)]
    if not any(item.voice is Voice.NAMED for item in found):
        found += [
            Attribution(span=Span(*match.span()), source=Span(*match.span()), voice=Voice.IMPERSONAL)
            for match in lexicon.matcher("ja", "hedged-attribution").finditer(text)
        ]
    return without_overlaps(found)


def _gesture(text: str, raw: str) -> list[re.Match[str]]:
    """Return the predicate behind "」と" where no verb of speech stands: "「…」と目を細めた"."""
    closings = list(_SAID_WITH.finditer(raw)) if _MARKS.search(raw) else []
    found = _PREDICATE.search(text, closings[-1].end() - 1) if closings else None
    return [found] if found else []


def _acts(text: str, verb: re.Match[str]) -> bool:
    """Whether something is written or sung, not said: "小説を書いた"."""
    return verb.group()[:1] in "書綴記" and text[: verb.start()].endswith("を")


def _according(text: str) -> list[Attribution]:
    found: list[Attribution] = []
    for match in _ACCORDING.finditer(text):
        before = _CUT.search(text, max(0, match.start() - 50), match.start())
        source = before.group().lstrip() if before else ""
        cut = _CLAUSE.match(source)
        if cut is not None:
            source = source[cut.end() :]
        if not source or _DEFINITE.match(source):
            continue
        start = match.start() - len(source)
        unnamed = lexicon.matcher("ja", "anonymous-documents").search(source)
        group = re.search(rf"{lexicon.source('ja', 'anonymous-groups')}(?:たち|ら|の話)?$", source)
        rest = source[: unnamed.start()] if unnamed else source[: group.start()] if group else source
        named = _names().search(rest) if (group or unnamed) else True
        voice = Voice.NAMED if named else Voice.ANONYMOUS
        found.append(Attribution(span=Span(start, match.end()), source=Span(start, match.start()), voice=voice))
    return found


def _subjects(text: str, raw: str, said: list[re.Match[str]]) -> list[Attribution]:
    candidates: list[tuple[re.Match[str], Voice]] = []
    if _SOME.search(text) or lexicon.matcher("ja", "anonymous-groups").search(text):
        candidates += [(match, Voice.ANONYMOUS) for match in _group().finditer(text)]
    if lexicon.matcher("ja", "titles").search(text):
        candidates += [(match, Voice.NAMED) for match in _person().finditer(text)]
    candidates += [(match, Voice.NAMED) for match in _body().finditer(text)]
    candidates += [(match, Voice.NAMED) for match in _WORK.finditer(raw)]
    candidates += [(match, Voice.NAMED) for match in _CALLED_BY_WORK.finditer(text)]
    if _SO.search(text):
        candidates += [(match, Voice.NAMED) for match in _THUS.finditer(text) if not _NOBODY.match(match["source"])]
    found, left = before_verbs(candidates, said, _believed)
    if not found and left:
        found += _announcing(text)
    if not found and left:
        found += _quoted_subject(raw, left[-1])
    return found


def _believed(match: re.Match[str], verb: re.Match[str], voice: Voice) -> bool:
    """Whether a group is a public, and the verb one of belief: that is a claim about it, no source."""
    thinks = _THINKS.match(verb.group().lstrip("と")) is not None
    return voice is Voice.ANONYMOUS and thinks and match["source"] in lexicon.words("ja", "populations")


def _announcing(text: str) -> list[Attribution]:
    """Return the body that announces, where its name shows no kind of body ("北浜交通は…発表した")."""
    match = _ANNOUNCED.search(text)
    if match is None or _NOBODY.match(match["source"]) or _group().match(match["source"] + "は"):
        return []
    return [named(match)]


def _quoted_subject(raw: str, verb: re.Match[str]) -> list[Attribution]:
    """Return the subject of a sentence that quotes, unless it is a pronoun or one person without a name."""
    match = _SUBJECT.match(raw)
    if match is None or not _QUOTED.search(raw, match.end()) or _NOBODY.match(match["source"]):
        return []
    return [named(match, verb.end())]
