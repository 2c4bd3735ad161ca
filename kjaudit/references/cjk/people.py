"""Lists of people and what they did: 김병준·전봉관, 현지연 역, 岡田章・神谷和也編, 김도언 외 4인."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from kjaudit.model import Name, Span

from .names import is_organisation, is_person, split_name
from .vocabulary import FOREIGN_SYLLABLES


class Role(enum.Enum):
    """What the people before a word of role did."""

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    ANNOTATOR = "annotator"


_ROLE_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.ANNOTATOR, "교주|교감|주해|주석|해제|校注|校註|校訂|校閲|校点|校點|註釈|注釈|註解|注解|補訂|補注|解題|解説"),
    (Role.TRANSLATOR, "옮김|번역|공역|편역|역주|옮긴이|국역|監訳|共訳|翻訳|訳注|訳註|譯註|翻譯|编译|編訳|譯|訳|译"),
    (Role.AUTHOR, "지음|감독|연출|監督|演出|공저|편저|저자|지은이|編著|编著|共著|著者|원저"),
    (
        Role.EDITOR,
        (
            "선편|원편|原編|選編|編選|"
            "엮음|엮은이|편집|공편|책임편집|편찬|감수|責任編集|共編|編集|編纂|監修|主編|主编|編者|编者"
        ),
    ),
    (Role.AUTHOR, "著|撰"),
    (Role.EDITOR, "編|编"),
)
_ONE_SYLLABLE = {"역": Role.TRANSLATOR, "저": Role.AUTHOR, "글": Role.AUTHOR, "편": Role.EDITOR}
"""Korean words of role that could also end a name: they count after a blank or in brackets."""

_ROLE_OF = {word: role for role, words in _ROLE_WORDS for word in words.split("|")} | _ONE_SYLLABLE
_LONG = "|".join(sorted((word for _, words in _ROLE_WORDS for word in words.split("|")), key=len, reverse=True))
_ROLE_END = re.compile(
    rf"(?:\s*[(]\s*({_LONG}|역|저|글|편)\s*[)]|\s*({_LONG})|\s+(역|저|편)|(?<=[인외]) ?(역|저|편))\s*$"
)
_OTHERS = re.compile(
    r"\s*(?:[(]\s*(?:외|他|ほか)\s*[)]|(?:\s|(?<=[\u3041-\u30ff\u4e00-\u9fff]))(?:외|등)(?:\s*\d{0,3}\s*[인명])?"
    r"|ほか(?:\d+名)?|(?<=[\u4e00-\u9fff])ら|(?<=.)他(?:\d+名)?|、?等|외\s*\d{1,3}\s*[인명]|,?\s*et al\.?)\s*$"
)
_ROLE_FIRST = re.compile(
    r"(?:(편집대표|책임편집|엮은이|編集代表|代表編者)|(옮긴이|역자|訳者)|지은이|글쓴이|저자)\s*[:：]?\s+(?=\S)"
)
_CALLING = re.compile(r"\s(?:객원|선임|전문)?(?:기자|논설위원|특파원|칼럼니스트|記者)$")
_ONLY_OTHERS = re.compile(r"(?:외|등|他|ほか|等|et al\.?)(?:\s?\d{0,3}\s?[인명名])?")
_SEPARATOR = re.compile(
    r"\s*[·,，、;；&/]\s*(?:(?:및|and|과|와)\s+)?|\s+(?:and|및|과|와)\s+|(?<=\w)\s{2,}|(?<=[\u3041-\u3096\u4e00-\u9fff])=(?=[\u4e00-\u9fff])|(?<=[A-Z]\.)\s+(?=[\u4e00-\u9fff]{2,6}(?:·[\u4e00-\u9fff]{2,6}){0,4}\s?(?:監?訳|編|著))|(?<=[가-힣])\.(?=[가-힣])"
)
_ORIGINAL = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*")
_OTHER_SCRIPT = re.compile(r"[A-Za-zÀ-ɏ.,'’\- ]+|[\u3400-\u9fff\s]+|[가-힣\s]+")
_KATAKANA = re.compile(r"[\u30a1-\u30ff]+(?:[=\-][\u30a1-\u30ff]+){0,3}")
_KATAKANA_GIVEN = re.compile(r"[\u30a1-\u30ff]+(?:[=\-·][\u30a1-\u30ff]+|·[A-Z]\.?){0,3}")
_LATIN_WORD = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-]+")
_GIVEN_LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’.\- ]*")
_HANGUL_WORD = re.compile("[가-힣]{1,8}")
_HANGUL_START = re.compile("[가-힣]")
_INITIAL_END = re.compile(r"(?:^|[ .])[A-Z]$")
_LETTER = re.compile(r"(?:[A-Z]\.?)(?:·[A-Z]\.?)*")
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Names of one role; `others`: the list breaks off with "외", "ほか", "et al."."""

    role: Role
    names: tuple[Name, ...]
    others: bool = False
    said: bool = False


@dataclass(slots=True)
class _Token:
    text: str
    start: int
    end: int
    before: str


def role_at_end(text: str) -> tuple[Role, int] | None:
    """Return the role a run ends with ("현지연 역", "岡田章編") and where its word starts; `None` for none."""
    found = _ROLE_END.search(text)
    if not found or not found.group().strip():
        return None
    word = next(group for group in found.groups() if group)
    if found.start() == 0:
        return None
    return _ROLE_OF[word], found.start()


def is_foreign_pair(text: str) -> bool:
    """Whether `text` is one foreign name in Hangul, family name first: "부르디외, 피에르"."""
    family, comma, given = text.partition(",")
    words = (_ORIGINAL.sub("", family).strip(), _ORIGINAL.sub("", given).strip())
    if not comma or not all(_HANGUL_WORD.fullmatch(word) for word in words):
        return False
    if any(is_organisation(word) for word in words) or (len(words[0]) > 2 and words[0].endswith("부")):
        return False
    if is_person(words[0]):
        return words[1] != given.strip() and not FOREIGN_SYLLABLES.isdisjoint(words[1]) and len(words[1]) < 6
    return not is_person(words[1]) or len(words[1]) < 3 or words[1] != given.strip()


def read_people(text: str, start: int, end: int, *, default: Role = Role.AUTHOR) -> list[People]:
    """
    Read the people of `text[start:end]` (folded): groups of one role each, in order.

    People without a word of role behind them get the role named next, or `default` at the end.
    """
    groups: list[People] = []
    pending: list[_Token] = []
    others = False
    for token in _tokens(text, start, end):
        role, more = _strip(token)
        others = others or more
        if token.text:
            pending.append(token)
        if role is not None and pending:
            if role in (Role.TRANSLATOR, Role.ANNOTATOR) and not groups:
                pending = _author_before(pending, groups, text)
            groups.append(People(role=role, names=_names(pending, text), others=others, said=True))
            pending, others = [], False
    if pending:
        groups.append(People(role=default, names=_names(pending, text), others=others))
    elif others and groups:
        last = groups[-1]
        groups[-1] = People(role=last.role, names=last.names, others=True, said=last.said)
    return groups


def _author_before(pending: list[_Token], groups: list[People], text: str) -> list[_Token]:
    """Where only translators (annotators) say their role, names before the last comma wrote ("푸코, 이상길 옮김")."""
    first = len(pending) - 1
    while first > 0 and pending[first].before not in (",", "，", "、", " "):
        first -= 1
    if first > 0:
        groups.append(People(role=Role.AUTHOR, names=_names(pending[:first], text)))
    return pending[first:]


def foreign_pair(text: str, start: int, end: int) -> list[People]:
    """Read `text[start:end]`, which `is_foreign_pair` takes for one name."""
    tokens = _tokens(text, start, end)
    whole = "," in tokens[0].text
    token, rest = tokens[0], tokens[1 if whole else 2 :]
    if len(tokens) > 1 and not whole:
        token = _Token(f"{tokens[0].text}, {tokens[1].text}", tokens[0].start, tokens[1].end, "")
    more = read_people(text, rest[0].start, rest[-1].end) if rest else []
    return [People(role=Role.AUTHOR, names=(_name(token, text),)), *more]


def is_others(text: str) -> bool:
    """Whether `text` only says that there are more people: "외", "他", "et al."."""
    return _ONLY_OTHERS.fullmatch(text.strip()) is not None


def looks_like_people(text: str, *, strictly: bool = False) -> bool:
    """Whether every part of `text` has the build of a name or a body, or says its role; strictly: no foreign names."""
    tokens = _tokens(text, 0, len(text))
    if not tokens:
        return False
    for token in tokens:
        role, more = _strip(token)
        if token.text and role is None and not more and not _name_or_body(token.text, strictly=strictly):
            return False
    return True


def _name_or_body(text: str, *, strictly: bool = False) -> bool:
    bare = _ORIGINAL.sub("", text).strip()
    if strictly and len(bare.replace(" ", "")) > 4 and _HANGUL_START.match(bare):
        return False
    return is_person(bare) or (is_organisation(bare) and len(bare) <= 30)


def _strip(token: _Token) -> tuple[Role | None, bool]:
    """Take "외 3인" and words of role off the end of a token; returns the role and whether others were meant."""
    role = _role_before(token)
    more = False
    for _ in range(3):
        found = role_at_end(token.text)
        if found and len(token.text[: found[1]].strip()) > 1:
            role = role or found[0]
            token.text = token.text[: found[1]].rstrip(" (")
            continue
        if found is None and token.text.strip("() ") in _ROLE_OF and token.before:
            role, token.text = _ROLE_OF[token.text.strip("() ")], ""
        rest = _OTHERS.search(token.text) or (token.before and _ONLY_OTHERS.fullmatch(token.text)) or None
        if not rest:
            break
        more, token.text = True, token.text[: rest.start()].rstrip(" (")
    token.end = token.start + len(token.text)
    return role, more


def _role_before(token: _Token) -> Role | None:
    """Take a word of role off the front ("편집대표 홍길동") and a calling off the end ("홍길동 기자")."""
    calling = _CALLING.search(token.text)
    if calling and is_person(token.text[: calling.start()]):
        token.text = token.text[: calling.start()]
    found = _ROLE_FIRST.match(token.text)
    if not found:
        return None
    token.text = token.text[found.end() :]
    token.start += found.end()
    return Role.EDITOR if found.group(1) else Role.TRANSLATOR if found.group(2) else Role.AUTHOR


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    tokens: list[_Token] = []
    place, before = start, ""
    region = _without_brackets(text[start:end])
    for found in (*_SEPARATOR.finditer(region), None):
        stop = end if found is None else start + found.start()
        words = text[place:stop]
        bare = words.strip(" .,·;:，、\n[]")
        if bare:
            begin = place + words.index(bare)
            if _INITIAL_END.search(bare) and text[begin + len(bare) : begin + len(bare) + 1] == ".":
                bare += "."
            tokens.append(_Token(bare, begin, begin + len(bare), before))
        if found is not None:
            place, before = start + found.end(), found.group().strip() or " "
    inside = _roles_out(tokens, text)
    return sorted([*_joined(tokens), *inside], key=lambda token: token.start)


def _roles_out(tokens: list[_Token], text: str) -> list[_Token]:
    """Take "(大塚久雄訳)" off "ウェーバー(大塚久雄訳)" and return it: who says their role in brackets is another."""
    inside: list[_Token] = []
    for token in tokens:
        found = _SAID.search(token.text)
        role = role_at_end(found.group(2)) if found else None
        if not found or not role or not found.group(2)[: role[1]].strip():
            continue
        at = token.start + found.start(2)
        inner = _tokens(text, at, at + len(found.group(2)))
        inner[0].before = ","
        inside += inner
        token.text = found.group(1)
        token.end = token.start + len(token.text)
    return inside


_SAID = re.compile(r"^([^()]{2,60}?)\s*\(([^()]{3,60})\)$")


def _joined(tokens: list[_Token]) -> list[_Token]:
    """Put names together that a separator only seems to cut: ア・カ, "Koselleck, R.", "푸코, 미셸(Foucault, M.)"."""
    dotted = _join(tokens, inverted=len(tokens) == 2)
    return _join(dotted, inverted=True) if len(dotted) == 2 < len(tokens) else dotted


def _join(tokens: list[_Token], *, inverted: bool) -> list[_Token]:
    joined: list[_Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and _belongs(last, token, inverted=inverted):
            between = {"·": "·"}.get(token.before, ", " if token.before in ",，" else token.before)
            last.text = f"{last.text}{between}{token.text}"
            last.end = token.end
        else:
            joined.append(token)
    return joined


def _belongs(last: _Token, token: _Token, *, inverted: bool) -> bool:
    bare = _ROLE_END.sub("", token.text)
    if token.before == "·":
        end = last.text.split("·")[-1]
        katakana = (_KATAKANA.fullmatch(end) or _LETTER.fullmatch(end)) and not role_at_end(last.text)
        if (katakana or _LETTER.fullmatch(last.text)) and _LETTER.fullmatch(bare):
            return True
        if inverted and is_organisation(token.text) and not is_organisation(last.text):
            return not is_person(last.text)
        return bool((katakana or _LETTER.fullmatch(last.text)) and _KATAKANA.match(bare))
    if token.before not in (",", "，", "、") or _INITIALS.fullmatch(bare):
        return token.before in (",", "，", "、")
    return _comma_inside(last, token, bare, inverted=inverted)


def _comma_inside(last: _Token, token: _Token, bare: str, *, inverted: bool) -> bool:
    """Whether the comma between the two parts family and given name."""
    if _LATIN_WORD.fullmatch(last.text):
        return _GIVEN_LATIN.fullmatch(_ORIGINAL.sub("", bare)) is not None
    if _KATAKANA.fullmatch(last.text) and (role_at_end(token.text) or inverted):
        return _KATAKANA_GIVEN.fullmatch(bare) is not None
    plain = _ORIGINAL.sub("", token.text)
    if not inverted or role_at_end(token.text) or is_organisation(last.text) or is_organisation(plain):
        return False
    if not _HANGUL_WORD.fullmatch(last.text) or not _HANGUL_WORD.fullmatch(plain) or is_person(last.text):
        return False
    return not is_person(plain) or len(plain) < 3 or plain != token.text


def _names(tokens: list[_Token], context: str) -> tuple[Name, ...]:
    return tuple(_name(token, context) for token in tokens)


def _name(token: _Token, context: str) -> Name:
    original = ""
    text = token.text
    found = _ORIGINAL.search(text)
    if found and _OTHER_SCRIPT.fullmatch(found.group(1)) and found.start() > 0:
        original = found.group(1).strip()
        text = (text[: found.start()] + text[found.end() :]).strip()
    span = Span(token.start, token.end)
    family, comma, given = text.partition(", ")
    if comma and " " not in family.strip():
        return Name(family=family.strip(), given=given.strip(), original=original, span=span)
    words = text.split()
    if re.fullmatch(r"[A-Za-zÀ-ɏ.'’\- ]+", text) and len(words) > 1 and not is_organisation(text):
        if re.fullmatch(r"(?:[A-Z]\.?){1,3}", words[-1]):
            return Name(family=" ".join(words[:-1]), given=words[-1], original=original, span=span)
        if re.fullmatch(r"(?:[A-Z]\.[ -]?)+", " ".join(words[:-1])):
            return Name(family=words[-1], given=" ".join(words[:-1]), original=original, span=span)
    return split_name(text, span, context=context, original=original)


def _without_brackets(text: str) -> str:
    """Blank out what stands in round brackets, so that it is not cut at its commas."""
    return _ORIGINAL.sub(lambda found: "x" * len(found.group()), text)
