"""Attributions in Korean: 전문가들은 …고 말한다, …라는 지적이 나온다, 통계청에 따르면, 김 교수는 …고 설명했다."""

from __future__ import annotations

import re
from functools import cache

from kjaudit.model import Span

from . import lexicon
from .attribution import Attribution, Voice, without_overlaps
from .speakers import before_predicates, before_verbs, named

_TOPIC = r"(?:들)?(?:은|는|이|가|도|들도|에서는|에선|에서도|사이에서는| 사이에서는| 사이에서| 측은| 측은|측은|께서는)"
_ACCORDING = re.compile(
    r"에 따르면|에 의하면|에 따르자면|(?<=[가-힣])[을를] 인용해|(?:(?<=자료)|(?<=조사)|(?<=통계)|(?<=집계))를 보면"
    r"|(?<=설문)을 보면|(?:(?<=보고서)|(?<=조사))에서는?(?= )"
)
_CUT = re.compile(r"[^,.\n“”‘’]{1,60}$")
_DEFINITE = re.compile(r"^(?:이|그|저|해당|같은|동일|위|앞선|이번|이들|그들|본) ?")
_CLAUSE = re.compile(r"^.*(?:는데|지만|으나|면서|으며|하고|했고|으로|로|에서|에게|에는|에|은|는|을|를)\s")
_WORK = re.compile(
    r"(?P<source>[『「《〈][^』」》〉\n]{1,60}[』」》〉](?:[가-힣]{0,4})?)(?:은|는|이|가|에서는|에서|도) "
)
_SUBJECT = re.compile(
    r"(?P<source>(?:[가-힣A-Za-z0-9·()]{1,14} ){0,4}?[가-힣A-Za-z0-9·()]{1,14}?)(?:은|는|이|가|께서는)(?= )"
)
_QUOTED = re.compile(r"[”\"](?:이?라|이?라며|이?라면서|고|며|면서|라고|하고)")
_MARKS = re.compile(r"[”\"](?:이?라|며|면서|고)")
_PAPERS = re.compile("보고서|조사|자료|통계|연구|백서|설문|집계")
"""What a body prints: without one of these there is nothing to look for."""
_SAID_WITH = re.compile(r"[^“”\"]{8,}[”\"](?:이?라며|이?라면서|며|면서|이?라고|고)(?= )")
_PREDICATE = re.compile(r"\S[^.,]{1,24}다(?=[.\s]|$)")
_CALLED = re.compile(r"[’'\"”」』]이?$")
"""What a thing is called stands in quotation marks: no hearsay."""
_ANNOUNCED = re.compile(
    r"(?:^|, )(?P<source>[가-힣A-Za-z·]{2,12})(?:은|는) [^.]{0,80}?(?:고|를|을) (?:밝혔다|발표했다|공표했다|발표하였다)"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추"
    "도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용라"
)
"""Family names of Korea, Statistics Korea's census of 2015, those of one syllable with over 10,000 bearers."""
_CALLED_BY_WORK = re.compile(
    rf"(?<![가-힣])(?P<source>(?:[가-힣]{{1,8}} )?[가-힣]{{1,7}}(?:가|자|인|사|장|원|관|수|꾼|의원|감독|대표|생"
    rf"|농민|어민|맡은|지낸|연구한|이끈|이끄는|운영하는|만든|쓴) (?!그|이들|우리)[{_SURNAMES}][가-힣]{{1,2}})"
    r"(?:은|는|이|가|도)(?=[\s,])"
)
"""A person by his work and his name: "향토사학자 오길수는"."""
_SO = re.compile("이렇게|같이")
_IN_WORK = re.compile(
    r"(?<![가-힣])(?P<source>[가-힣]{2,10})(?:은|는|이|가) [『「《〈][^』」》〉\n]{1,40}[』」》〉](?:에서|을 통해"
    r"|를 통해)(?= )"
)
"""What somebody says in a work that is named: "최남선은 『소년』에서"."""
_DATED_PAPER = re.compile(
    r"(?P<source>[가-힣]{2,8}(?:신문|일보|타임스|매일)(?:의)? \d{4}년[^.,\n]{0,14}?자)(?:는|에서|에|의 보도)(?= )"
)
"""A newspaper of a day."""
_THUS = re.compile(
    r"(?:^|[,”\"] )(?P<source>(?:[가-힣]{1,8}(?:의|인)? )?[가-힣]{2,8})(?:은|는|이|가|께서는) (?:[^,.]{0,40} )?"
    r"(?:이렇게|다음과 같이|이같이|이와 같이) "
    r"(?=[^,.]{0,12}(?:했다|하였다|한다|썼다|적었다|적고|털어놓|물었|답했|노래했|말한다))"
)
"""Who speaks "thus": the words follow, and whose they are is said."""
_OFFICIAL = re.compile(
    r"(?!업계|정부|당국|회사|현지|현장|정치권|금융권|학계|재계|문화계|교육계|업체|지역|관련|익명|한 |어느|복수)"
    r"[가-힣A-Za-z]{1,12}(?:청|시|군|구|도|부|처|원|공사|공단|재단|은행|협회|대학교|병원|센터|박물관|미술관|전자|그룹"
    r"|위원회) (?:[가-힣]{1,6} )?관계자$"
)
"""The official of a body that is named: the body answers for it."""
_NOBODY = re.compile(
    r"^(?:그|그녀|그들|이들|나|저|우리|누군가|이|어떤|어느|누구)(?: |$)|^(?:한|어느) [가-힣]+$|^(?:그는|내)"
)


@cache
def _group() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\s“‘(,])(?P<source>(?:(?:일부|많은|여러|몇몇|적지 않은|상당수|현지|익명의|국내|지역"
        rf"|관련|업계|학계|해외|다수의|복수의|"
        rf"대부분의|대다수) ?(?:[가-힣]{{1,5}} )?)?(?:[가-힣]{{1,6}} )?(?:{lexicon.source('ko', 'anonymous-groups')}"
        rf"|[가-힣]{{2,6}}들|"
        rf"(?:일부|많은|여러|몇몇) [가-힣]{{2,6}}(?:들)?)){_TOPIC}(?=[\s,])"
    )


@cache
def _person() -> re.Pattern[str]:
    titles = lexicon.source("ko", "titles")
    return re.compile(
        rf"(?<![0-9가-힣])(?P<source>(?:[가-힣A-Za-z·]{{2,14}} ){{0,2}}?(?:[가-힣]{{1,4}}"
        rf"|[A-Za-z·]{{2,20}}) ?(?:[가-힣]{{2,12}} )?{titles})"
        rf"(?:\([^)\n]{{1,20}}\))?(?:은|는|이|가|도|께서는)(?=[\s,])"
    )


@cache
def _body() -> re.Pattern[str]:
    long = lexicon.alternatives(word for word in lexicon.words("ko", "organisations") if len(word) > 1)
    short = lexicon.alternatives(word for word in lexicon.words("ko", "organisations") if len(word) == 1)
    return re.compile(
        rf"(?<![^\s“‘(,])(?P<source>(?:[가-힣A-Za-z·]{{2,12}} )?(?:[가-힣A-Za-z0-9·]{{0,14}}{long}"
        rf"|[가-힣A-Za-z0-9·]{{2,14}}{short}))"
        rf"(?:\([^)\n]{{1,20}}\))?(?:은|는|이|가|도|에서는|측은| 측은| 관계자는)(?=[\s,])"
    )


@cache
def _issued() -> re.Pattern[str]:
    """Match what a body printed or counted: "농촌진흥청이 낸 보고서는", "통계청 조사에서"."""
    long = lexicon.alternatives(word for word in lexicon.words("ko", "organisations") if len(word) > 1)
    return re.compile(
        rf"(?<![^\s“‘(,])(?P<source>(?:[가-힣A-Za-z·]{{2,12}} )?(?:[가-힣A-Za-z0-9·]{{0,14}}(?:{long})"
        rf"|[가-힣]{{2,10}}[청처부원]|[A-Z]{{2,8}})(?:이|가|에서|의)?"
        rf"(?: (?:\d{{4}}년 ?)?(?:낸|펴낸|발간한|발표한|작성한|내놓은|공개한|실시한|진행한|조사한|집계한|최근|지난해))?"
        rf" (?:[가-힣]{{1,8}} ){{0,2}}?[가-힣]{{0,6}}(?:보고서|조사|자료|통계|연구|백서|설문|집계|실태조사|총조사))"
        rf"(?:에서는|에서|에선|은|는|상| 결과)(?=[\s,])"
    )


@cache
def _names() -> re.Pattern[str]:
    parts = [lexicon.source("ko", name) for name in ("titles", "organisations")]
    return re.compile(
        rf"(?:{'|'.join(parts)})(?:의|이|가|\s|$|\()|[A-Z]{{2,}}|[『「《〈]|[가-힣]{{2,4}} ?(?:씨|교수)|\(\d{{4}}\)"
    )


def attributions(text: str, raw: str) -> list[Attribution]:
    """
    Return the attributions of one Korean sentence in reading order.

    Args:
        text: the sentence, its quotations blanked out by spaces.
        raw: the sentence as printed.
    """
    found = _according(text)
    for pattern, where in ((_IN_WORK, raw), (_DATED_PAPER, text)):
        found += [named(match) for match in pattern.finditer(where) if not _NOBODY.match(match["source"])]
    if _PAPERS.search(text):
        found += [
            Attribution(span=Span(match.start(), match.end()), source=Span(*match.span("source")), voice=Voice.NAMED)
            for match in _issued().finditer(text)
            if not _DEFINITE.match(match["source"])
        ]
    said = [verb for verb in lexicon.matcher("ko", "speech-verbs").finditer(text) if not _acts(text, verb)]
    spoken = _subjects(text, raw, said) if said else before_predicates(text, _gesture(text, raw), _person())
    found += [one for one in spoken if not any(one.span.meets(item.source) for item in found)]
    if not any(item.voice is Voice.NAMED for item in found):
        found += [
            Attribution(span=Span(*match.span()), source=Span(*match.span()), voice=Voice.IMPERSONAL)
            for match in lexicon.matcher("ko", "hedged-attribution").finditer(text)
            if _CALLED.search(raw, max(0, match.start() - 3), match.start()) is None
        ]
    return without_overlaps(found)


def _gesture(text: str, raw: str) -> list[re.Match[str]]:
    """Return the predicate behind a quotation where no verb of speech stands: "“…”며 목소리를 높였다"."""
    closings = list(_SAID_WITH.finditer(raw)) if _MARKS.search(raw) else []
    found = _PREDICATE.search(text, closings[-1].end()) if closings else None
    return [found] if found else []


def _acts(text: str, verb: re.Match[str]) -> bool:
    """Whether something is written or sung, not said: "단편을 썼다"."""
    return verb.group()[:1] in "썼적불쓴" and text[: verb.start()].endswith(("을 ", "를 "))


def _according(text: str) -> list[Attribution]:
    found: list[Attribution] = []
    for match in _ACCORDING.finditer(text):
        before = _CUT.search(text, max(0, match.start() - 60), match.start())
        source = before.group() if before else ""
        cut = _CLAUSE.match(source)
        if cut is not None:
            source = source[cut.end() :]
        source = source.lstrip()
        start = match.start() - len(source)
        if not source or _DEFINITE.match(source):
            continue
        unnamed = lexicon.matcher("ko", "anonymous-documents").search(source)
        group = re.search(rf"(?:^| ){lexicon.source('ko', 'anonymous-groups')}$", source)
        voice = Voice.ANONYMOUS if (group or unnamed) and not _proper(source, unnamed) else Voice.NAMED
        found.append(Attribution(span=Span(start, match.end()), source=Span(start, match.start()), voice=voice))
    return found


def _proper(source: str, unnamed: re.Match[str] | None) -> bool:
    rest = source[: unnamed.start()] if unnamed else source
    return _names().search(rest) is not None


def _subjects(text: str, raw: str, said: list[re.Match[str]]) -> list[Attribution]:
    candidates = [
        (match, Voice.NAMED if _OFFICIAL.match(match["source"]) else Voice.ANONYMOUS)
        for match in _group().finditer(text)
    ]
    if lexicon.matcher("ko", "titles").search(text):
        candidates += [(match, Voice.NAMED) for match in _person().finditer(text)]
    candidates += [(match, Voice.NAMED) for match in _body().finditer(text)]
    candidates += [(match, Voice.NAMED) for match in _WORK.finditer(raw)]
    candidates += [(match, Voice.NAMED) for match in _CALLED_BY_WORK.finditer(text)]
    if _SO.search(text):
        candidates += [(match, Voice.NAMED) for match in _THUS.finditer(text) if not _NOBODY.match(match["source"])]
    found, left = before_verbs(candidates, said)
    if not found and left:
        found += _announcing(text)
    if not found and left:
        found += _quoted_subject(raw, left[-1])
    return found


def _announcing(text: str) -> list[Attribution]:
    """Return the body that announces, where its name shows no kind of body ("현대차는 … 밝혔다")."""
    match = _ANNOUNCED.search(text)
    if match is None or _NOBODY.match(match["source"]) or match["source"].endswith("들"):
        return []
    return [named(match)]


def _quoted_subject(raw: str, verb: re.Match[str]) -> list[Attribution]:
    """Return the subject of a sentence that quotes, unless it is a pronoun or one person without a name."""
    match = _SUBJECT.match(raw)
    if match is None or not _QUOTED.search(raw, match.end()) or _NOBODY.match(match["source"]):
        return []
    return [named(match, verb.end())]
