"""Figures in English, Korean and Japanese: what a number counts, and how much that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.model import Span

from . import lexicon

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6, "m": 1e6, "k": 1e3,
    "천": 1e3, "백만": 1e6, "만": 1e4, "억": 1e8, "조": 1e12, "千": 1e3, "百万": 1e6, "万": 1e4, "億": 1e8, "兆": 1e12,
}  # fmt: skip
_CURRENCIES = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "원": "KRW", "달러": "USD", "엔": "JPY", "유로": "EUR",
    "위안": "CNY", "円": "JPY", "ドル": "USD", "ウォン": "KRW", "ユーロ": "EUR", "元": "CNY", "dollars": "USD",
    "won": "KRW", "yen": "JPY", "euros": "EUR", "pounds": "GBP",
}  # fmt: skip
_NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a hundred": 100,
    "one": 1, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_KANJI = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_HANGUL_DIGITS = {char: value for value, char in enumerate("영일이삼사오육칠팔구")}
_NATIVE_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_NATIVE_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_NATIVE = frozenset(tens[0] for tens in _NATIVE_TENS)
_HANGUL_NUMBER = re.compile(r"(?:[일이삼사오육칠팔구]?[십백천]){1,3}만?(?=\s?여?\s?(?:명|퍼센트|가구|원))")
_PEOPLE = (
    "people|persons|visitors?|tourists?|students?|residents?|respondents?|users?|members?|workers?|households?|"
    "employees?|viewers?|patients?|deaths?|children|men|women|families|voters?|passengers?|migrants?|refugees?|"
    "participants?|inhabitants|citizens|adults|customers?|subscribers?|readers?|speakers?|teachers?|farmers?"
)
_EN = re.compile(
    rf"(?P<currency>(?:us|a|c|nz)?\\?\$|[€£¥₩])\s?(?P<money>{_DIGITS})(?:\s?(?P<moneyscale>trillion"
    rf"|billion|million|thousand|bn|mn|m|k)\b)?"
    rf"|(?<![\w.,–-])(?P<number>{_DIGITS})(?![\d:])"
    r"(?:(?:\s|-)?(?P<scale>trillion|billion|million|thousand|bn)\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent(?:age points?)?\b|-?percent\b|percentage points?\b))?"
    r"|\b(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|a hundred)(?:-(?P<ones>one|two|three|four|five|six|seven|eight|nine))?"
    r"[\s-](?:(?P<wordscale>hundred|thousand|million|billion|trillion|times|per ?cent)\b"
    r"|(?:[a-z]+\s){0,3}?(?P<outof>in|out of)\s(?P<base>two|three|four|five|six|seven|eight|nine|ten|twenty)\b)"
    r"|\b(?P<fraction>(?:one|two|three|a|four)[\s-](?:thirds?|quarters?|fifths?|tenths?)\b(?=\s(?:of"
    r"|the)\b)|(?:more than |nearly |about |almost |over |roughly |make up |made up |makes up "
    r"|less than )half\b|(?<!first )(?<!second )(?<!latter )(?<!better )(?<!other )half (?:of|the|its|their|all)\b"
    r"(?!\s(?:the )?(?:night|day|time|battle|fun|way|story|truth|point|reason|afternoon|morning|year|century))"
    r"|(?:by|in) half\b|by (?:almost |nearly |about |roughly |over |around |more than |less than |some )?"
    r"(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?|tenths?)\b"
    r"|(?:average|mean|median) age\b[^.;]{0,40}?\b[1-9]\d\b"
    r"|(?:doubled|tripled|quadrupled|halved)\b|(?:twice|double|triple) (?:as|the|that)\b)"
)
_KO = re.compile(
    r"(?<![\w.,])(?P<number>\d[\d,]*+(?:\.\d++)?+)\s?(?P<scale>조|억|만|천)?(?:여\s?)?"
    r"(?P<rest>(?:\s?\d[\d,]*+\s?(?:억|만|천)?+(?:여\s?)?){0,3})"
    r"\s?(?P<unit>%\s?포인트|%p|%|퍼센트|프로|명|원|달러|엔|유로|위안|배|건|개국|개사|개교|개소|곳"
    r"|가구|대(?![는의])|편|톤|위(?![원치])|채|마리|점|개|부|호|표|석)"
    r"|(?P<word>절반|과반수?|반수|[두세네]\s?배|[한두세네]\s?명\s?중\s?[한두]\s?명|(?:(?<!\d)\d{1,4}"
    r"|[한두세네]|[이삼사오육칠팔구십]{1,2})\s?분의\s?(?:\d{1,4}|[일이삼사오육칠팔구한두])"
    r"|(?<![가-힣\d])(?:[일이삼사오육칠팔구]|\d)\s?할(?=[이가을를은는의에])|열\s?(?:명|집|곳|가구|사람)\s?(?:중|가운데)(?:\s?[가-힣]{1,2}\s?(?:명|집|곳|가구|사람))?"
    r"|(?<![가-힣])반(?=으로 (?:줄었|줄어들었|떨어졌|감소했|깎였)|\s?(?:이상|이하|가까이)[이가은는을])|갑절|(?:열|백|천"
    r"|셋|넷|다섯)에 (?:하나|한둘|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)|수백만|수천만|수십만|반\s?토막"
    r"|(?:둘|셋|넷|다섯|열|[두세네]\s?(?:집|곳|가구|사람)|열\s?(?:집|곳|사람))\s?(?:중|가운데)\s?"
    r"(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|[한두세네])"
    r"|(?<![가-힣])(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)?\s?(?:여\s?)?"
    r"(?:명|곳|가구|집|채|군데|마리|척)(?=[을를이가은는의에도뿐만밖,. ])"
    r"|평균\s?(?:나이|연령)[^.]{0,20}?\d{2}(?:\.\d)?\s?[세살]"
    r"|(?<![가-힣])(?:[일이삼사오육칠팔구]?[십백천]){1,3}+만?\s?(?:여\s?)?(?:명|퍼센트|가구|원)(?![가-힣]{2}))"
)
_JA = re.compile(
    r"(?<![\d,，.．])(?P<number>\d[\d,，]*+(?:[.．]\d++)?+)(?P<scale>兆|億|万|千)?"
    r"(?P<rest>(?:\d[\d,，]*+(?:億|万|千)?+){0,3})"
    r"(?:余り?|超|強|弱)?(?P<unit>%|％|パーセント|ポイント|人|名|円|ドル|ウォン|ユーロ|割|倍|件|社|戸"
    r"|軒|台|本|トン|位|校|か所|カ所|ヵ所|箇所|世帯|か国"
    r"|カ国|ヵ国|店|点|冊|枚|個|頭|俵|票|匹|羽)(?!目)"
    r"|(?P<word>[一二三四五六七八九]割|(?<![一二三四五六七八九十〇])[一二三四五六七八九十〇]{1,3}(?:・[一二三四五六七八九〇]{1,2})?(?:[%％]|パーセント)|[二三四五六七八九十百千\d]{1,4}(?:人|軒|世帯|校|社|本|件|店|戸|組)に[一二三\d](?:人|軒|世帯|校|社|本|件|店|戸|組)|半数|過半数?|半分|半減|倍増"
    r"|(?<![一二三四五六七八九十\d])[一二三四五六七八九十\d]{1,4}分の[一二三四五六七八九\d]{1,4}"
    r"|[二三四五六七八九十百千]{1,5}倍|平均年齢[^。]{0,20}?(?:\d{2}|[一二三四五六七八九十]{2,4})歳)"
    r"|(?<![一二三四五六七八九十百千〇])(?P<kanji>[一二三四五六七八九十百千〇]{1,9}+(?:万|億|兆)?+"
    r"[一二三四五六七八九十百千]{0,8}+)(?P<kanjiunit>万人|人|円|件|戸|世帯|本|社|軒|名|校|か所|俵|票|艘|匹|束"
    r"|カ所|冊|隻|棟|店|通|頭|羽|台|(?=を超|に上|余り|以上))"
)
_NOT_A_COUNT = re.compile(
    r"(?:\b(?:chapter|section|article|page|pages|pp?\.|no\.|nos\.|figure|fig\.|table|volume|vol\.|part|version|route|"
    r"room|grade|aged?|age|appendix|step|phase|level|item|note|footnote|line|act|law|bill|resolution|day|week|year|"
    r"circa|c\.|isbn|issn|doi|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan\.|feb\.|mar\.|apr\.|jun\.|jul\.|aug\.|sept?\.|oct\.|nov\.|dec\.|equation|eq\.|model|hypothesis|study|wave|"
    r"episode|season|track|covid|top|between|apollo|boeing|highway|platform|gate|line)[\s-]?|[#№§]\s?)$",
    re.IGNORECASE,
)
_TIME_UNIT = re.compile(
    r"[\s-]?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|a\.m\."
    r"|p\.m\.|am\b|pm\b|o’clock|o'clock|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Jan\."
    r"|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|"
    r"AD|BCE?|CE)\b"
)
_SIZE_UNIT = re.compile(
    r"[\s-]?(?:km|cm|mm|m|kg|g|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|acres?"
    r"|hectares?|tons?|tonnes?|degrees?|°C|°F|MB|GB|pages?|"
    r"volumes?|chapters?|steps?|points?|stor(?:e?y|ies)|floors?|square|minutes|words?|lines?|notes?)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    rf"\s(?:[\w’'-]+\s){{0,3}}?(?P<people>{_PEOPLE})\b|\s(?:[\w’'-]+\s){{0,4}}?(?P<noun>[a-z’'-]{{3,}}s)\b",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\W*(?:of|among) (?:these|those|them)\b", re.IGNORECASE)
_COUNTED_PEOPLE = re.compile(rf"\s(?:{_PEOPLE})\b")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    One figure of a text.

    Attributes:
        value: as a number ("1만 2천" is 12000.0; "half" is 0.5).
        unit: "percent", "points", "share", "times", "rank", a currency code, "people", a noun, or "" where unknown.
        span: into the text it was read from.
        firm: whether a reader wants it sourced: shares, money, people, large or ranked counts; not sizes or durations.
    """

    value: float
    unit: str
    span: Span
    firm: bool


def figures(text: str, language: str, offset: int = 0) -> list[Figure]:
    """
    Return the figures of `text` in reading order; spans are shifted by `offset`.

    Years, dates, ordinals, ages, numbers of laws, pages and tables are not figures.
    """
    reader = {"ko": _korean, "ja": _japanese}.get(language, _english)
    return [
        Figure(value=found.value, unit=found.unit, span=found.span.shifted(offset), firm=found.firm)
        for found in reader(text)
    ]


def number(text: str) -> float:
    """Return the value of digits with commas, full-width digits included; 0.0 where there are none."""
    plain = text.translate(str.maketrans("０１２３４５６７８９，．", "0123456789,.")).replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return 0.0


def kanji_number(text: str) -> int:
    """Return the value of a number in Han characters up to the thousands, with 万 ("十二万三千")."""
    total = part = digit = 0
    for char in text:
        if char in _KANJI:
            digit = digit * 10 + _KANJI[char]
        elif char in "十百千":
            part += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        elif char in "万億":
            total += (part + digit or 1) * (10_000 if char == "万" else 100_000_000)
            part = digit = 0
    return total + part + digit


def hangul_number(text: str) -> int:
    """Return the value of a number in Hangul up to the ten-thousands ("이천삼백만" is 23,000,000)."""
    total = digit = 0
    for char in text:
        if char in _HANGUL_DIGITS:
            digit = _HANGUL_DIGITS[char]
        elif char in "십백천":
            total += (digit or 1) * {"십": 10, "백": 100, "천": 1000}[char]
            digit = 0
        elif char == "만":
            total, digit = (total + digit or 1) * 10_000, 0
    return total + digit


def _english(text: str) -> Iterator[Figure]:
    for found in _EN.finditer(lexicon.folded(text)):
        span = Span(*found.span())
        if found["currency"]:
            value = number(found["money"]) * _SCALES.get((found["moneyscale"] or "").lower(), 1)
            yield Figure(value=value, unit=_CURRENCIES.get(found["currency"][-1], ""), span=span, firm=True)
        elif found["word"] or found["fraction"]:
            yield _worded(found, span)
        else:
            counted = _counted(text, found, span)
            if counted is not None:
                yield counted


def _worded(found: re.Match[str], span: Span) -> Figure:
    if found["fraction"]:
        unit = "age" if " age" in found["fraction"].lower() else "share"
        return Figure(value=_fraction(found["fraction"].lower()), unit=unit, span=span, firm=True)
    value = float(_NUMBER_WORDS[found["word"].lower()] + _NUMBER_WORDS.get((found["ones"] or "").lower(), 0))
    if found["outof"]:
        return Figure(value=value / _NUMBER_WORDS[found["base"].lower()], unit="share", span=span, firm=True)
    scale = found["wordscale"].lower()
    unit = "times" if scale == "times" else "percent" if scale.startswith("per") else ""
    return Figure(value=value * _SCALES.get(scale, 1), unit=unit, span=span, firm=True)


def _fraction(words: str) -> float:
    if " age" in words:
        return number(words[-2:])
    words = re.sub(
        r"^(?:by|in) (?:almost |nearly |about |roughly |over |around |more than |less than |some )?", "", words
    )
    for word, value in (("third", 1 / 3), ("quarter", 0.25), ("fifth", 0.2), ("tenth", 0.1)):
        if word in words:
            return value * _NUMBER_WORDS.get(re.split(r"[\s-]", words)[0], 1)
    return {"d": 2.0, "t": 2.0, "q": 4.0}.get(words[0], 0.5) if "half" not in words and "halved" not in words else 0.5


def _counted(text: str, found: re.Match[str], span: Span) -> Figure | None:
    digits, after = found["number"], text[found.end() : found.end() + 60]
    value = number(digits) * _SCALES.get((found["scale"] or "").lower(), 1)
    if found["percent"]:
        unit = "points" if "point" in found["percent"].lower() else "percent"
        return Figure(value=value, unit=unit, span=span, firm=True)
    if _no_figure(text, found, after):
        return None
    if re.match(r"\s?times\b", after):
        return Figure(value=value, unit="times", span=Span(span.start, span.end + 6), firm=True)
    if _SIZE_UNIT.match(after):
        return Figure(value=value, unit="size", span=span, firm=False)
    noun = _NOUN.match(after)
    unit = "" if noun is None else "people" if noun["people"] else (noun["noun"] or "").lower()
    part = _OF_THESE.match(text) is not None and value >= 10
    firm = found["scale"] is not None or "," in digits or part or (noun is not None and value >= 10)
    return Figure(value=value, unit=unit, span=span, firm=firm) if firm or noun else None


def _no_figure(text: str, found: re.Match[str], after: str) -> bool:
    """Whether a number is an ordinal, an age, a time, a year, or the number of a law, a page or a table."""
    if re.match(r"(?:st|nd|rd|th)\b|s\b|[-–]year-old|[-–]?\w*[A-Z]", after) or _TIME_UNIT.match(after):
        return True
    if found["scale"] is not None:
        return False
    numbered = _NOT_A_COUNT.search(text, max(0, found.start() - 16), found.start()) is not None
    return numbered or (_YEAR.match(found["number"]) is not None and not _COUNTED_PEOPLE.match(after))


def _korean(text: str) -> Iterator[Figure]:
    for found in _KO.finditer(text):
        span = Span(*found.span())
        if found["word"]:
            yield _korean_word(found["word"], span)
            continue
        if found["number"] and re.search(r"(?:제|[년월]\s?)$", text[max(0, found.start() - 2) : found.start()]):
            continue
        value = _east_asian(found["number"], found["scale"], found["rest"])
        unit = _east_asian_unit(found["unit"])
        if found["unit"] in ("대", "호", "부", "점", "석", "표", "개", "편", "대") and value < 100:
            continue
        small = unit not in ("percent", "points", "times", "rank") and unit not in _CURRENCIES.values() and value < 10
        yield Figure(value=value, unit=unit, span=span, firm=not small)


def _japanese(text: str) -> Iterator[Figure]:
    for found in _JA.finditer(text):
        span = Span(*found.span())
        if found["word"]:
            yield _japanese_word(found["word"], span)
            continue
        if found["kanji"]:
            value = float(kanji_number(found["kanji"])) * (10_000 if found["kanjiunit"].startswith("万") else 1)
            yield Figure(value=value, unit=_east_asian_unit(found["kanjiunit"][-1:]), span=span, firm=value >= 10)
            continue
        value = _east_asian(found["number"], found["scale"], found["rest"])
        unit = _east_asian_unit(found["unit"])
        if text[max(0, found.start() - 1) : found.start()] == "第" or (
            found["unit"] in ("点", "本", "台") and value < 10
        ):
            continue
        if unit == "tenths":
            value, unit = value * 10, "percent"
        small = unit not in ("percent", "points", "times", "rank") and unit not in _CURRENCIES.values() and value < 10
        yield Figure(value=value, unit=unit, span=span, firm=not small)


def _korean_word(word: str, span: Span) -> Figure:
    """Read a share ("절반"), an average age ("평균 나이는 52세") or a number in Hangul ("십만 명")."""
    if word.startswith("평균"):
        age = re.search(r"\d{2}(?:\.\d)?", word)
        return Figure(value=number(age.group()) if age else 0.0, unit="age", span=span, firm=True)
    written = _HANGUL_NUMBER.match(word)
    if written is not None:
        unit = _east_asian_unit(word[written.end() :].lstrip(" 여"))
        return Figure(value=float(hangul_number(written.group())), unit=unit, span=span, firm=True)
    if word[-1] in "명곳구집채데리척" and word[:1] in _NATIVE and "중" not in word and "가운데" not in word:
        tens = max((tens for tens in _NATIVE_TENS if word.startswith(tens)), key=len)
        ones = next((value for name, value in _NATIVE_ONES.items() if word[len(tens) :].startswith(name)), 0)
        return Figure(value=float(_NATIVE_TENS[tens] + ones), unit=_east_asian_unit(word[-1]), span=span, firm=True)
    if word.endswith("할"):
        tenths = _HANGUL_DIGITS.get(word[0]) or int(word[0])
        return Figure(value=10.0 * tenths, unit="percent", span=span, firm=True)
    return Figure(value=0.5 if word[0] in "절과반" else 0.0, unit="share", span=span, firm=True)


def _japanese_word(word: str, span: Span) -> Figure:
    """Read a share ("半数", "三割") or an average age ("平均年齢は五十三歳")."""
    if word.startswith("平均"):
        digits = re.search(r"\d{2}|[一二三四五六七八九十]{2,4}(?=歳)", word)
        age = digits.group() if digits else ""
        return Figure(value=number(age) or float(kanji_number(age)), unit="age", span=span, firm=True)
    if word.endswith(("%", "％", "パーセント")):
        whole, _, part = word.rstrip("%％パーセント").partition("・")
        tenths = sum(_KANJI[digit] / 10 ** (place + 1) for place, digit in enumerate(part))
        return Figure(value=kanji_number(whole) + tenths, unit="percent", span=span, firm=True)
    if word.endswith("割"):
        return Figure(value=10.0 * kanji_number(word[:-1]), unit="percent", span=span, firm=True)
    return Figure(value=0.5 if "半" in word else 0.0, unit="share", span=span, firm=True)


def _east_asian(digits: str, scale: str | None, rest: str) -> float:
    value = number(digits) * _SCALES.get(scale or "", 1)
    for part in re.finditer(r"([\d０-９][\d０-９,，]*)\s?(억|만|천|億|万|千)?", rest):
        value += number(part[1]) * _SCALES.get(part[2] or "", 1)
    return value


def _east_asian_unit(unit: str) -> str:
    named = {
        "%": "percent", "％": "percent", "퍼센트": "percent", "프로": "percent", "パーセント": "percent",
        "割": "tenths",
        "%p": "points", "ポイント": "points", "명": "people", "人": "people", "名": "people",
        "배": "times", "倍": "times",
        "위": "rank", "位": "rank", "万人": "people",
    }  # fmt: skip
    if unit.endswith("포인트"):
        return "points"
    return named.get(unit) or _CURRENCIES.get(unit, unit)
