"""Bytes -> str: which encoding a text file is in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kjaudit.model import ReadError, say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
"""Bytes that an encoding is judged by."""
_BROKEN_SHARE = 0.01
"""Of the characters outside ASCII: up to this share may be broken in a text that is still called UTF-8."""
_PRINT = "‘’“”„‚«»‹›–—…·°§©®™€£¥¿¡•ªº²³\u00a0"
_ALPHABETS = (
    *(
        (
            encoding,
            re.compile(
                rf"(?<=[A-Za-z])[{small}]|[{small}{small.upper()}](?=[A-Za-z])|(?<!\S)[{small}](?!\S)|[{_PRINT}]"
            ),
        )
        for encoding, small in (
            ("cp1252", "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœšžß"),
            ("cp1250", "áâăäąćčçďđéęëěíîłľĺńňóôőöŕřśšşťţúůűüýźžżß"),
            ("cp1254", "çğıöşüâîû"),
        )
    ),
    *(
        (
            encoding,
            re.compile(
                rf"(?<=[{small}{small.upper()}])[{small}]|[{small}{small.upper()}](?=[{small}])"
                rf"|(?<!\w)[{small}{small.upper()}](?!\w)|[{_PRINT}]"
            ),
        )
        for encoding, small in (
            ("cp1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"),
            ("koi8_r", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
            ("cp1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ"),
        )
    ),
)
"""Encodings of one byte and what letters and marks outside ASCII their texts hold; the commonest first."""
_PLAUSIBLE = 0.9
"""Share of the characters outside ASCII that must be where such letters and marks stand."""
_HANGUL = re.compile(r"[가-힣]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー、。「」]")
_HAN = re.compile(r"[\u4e00-\u9fff、-】〔〕！-～]")
_COMMON_HAN = re.compile(
    r"[的一是不了在人有我他这这這个個们們来來到时時大地为為子中你说說生国國年着就那和要她出也得里裡后後自以会會，。]"
)
_WIDE = re.compile(r"[^\x00-\x7f]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file: its text, the encoding it was in, and what could not be read."""

    text: str
    encoding: str
    problems: tuple[str, ...] = ()


def decode(data: bytes, path: str, *, declared: str = "") -> Decoded:
    """
    Decode `data`: by its byte order mark, as UTF-8, as `declared`, by the zeros of UTF-16, else as the likeliest.

    Args:
        data: the whole file.
        path: as the user gave it, for the message.
        declared: an encoding that the file itself names ("euc-kr" in an HTML meta element), or "".

    Raises:
        ReadError: it is not text, or the encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, path)
    wide = _zeros(data[:_SAMPLE])
    if wide:
        return _strictly(data, wide, path)
    if _is_binary(data):
        raise ReadError(
            say(
                "{path} holds binary data, not text: give a .docx, .odt, .html, .md or .txt file, or export it to one.",
                path=path,
            )
        )
    for encoding in ("utf-8", declared):
        text = _attempt(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    return _nearly_utf8(data) or _likeliest(data, path)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\x00" in data or len(_BINARY.findall(sample)) > _BINARY_SHARE * len(sample)


def _zeros(sample: bytes) -> str:
    """Return which UTF-16 it is by where the zero bytes of its ASCII part stand, or ""."""
    if len(sample) < 4 or len(sample) % 2:
        sample = sample[: len(sample) // 2 * 2]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    encoding = ""
    if odd > 0.05 * half and odd > 3 * even:
        encoding = "utf-16-le"
    elif even > 0.05 * half and even > 3 * odd:
        encoding = "utf-16-be"
    if not encoding:
        return ""
    text = sample.decode(encoding, errors="replace")
    odd_ones = sum(not character.isprintable() and character not in "\r\n\t" for character in text)
    return encoding if odd_ones < 0.02 * len(text) else ""


def _strictly(data: bytes, encoding: str, path: str) -> Decoded:
    text = _attempt(data, encoding)
    if text is None:
        raise ReadError(
            say(
                "{path} begins like {encoding} but breaks off: save it again as UTF-8.",
                path=path,
                encoding=encoding.upper(),
            )
        )
    return Decoded(text, encoding)


def _attempt(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Read a UTF-8 text with a few broken bytes, and say so."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken > _BROKEN_SHARE * len(_WIDE.findall(text)):
        return None
    return Decoded(text, "utf-8", (f"{broken} bytes that are not UTF-8 shown as \ufffd",))


def _likeliest(data: bytes, path: str) -> Decoded:
    """Return the reading of an old encoding that looks most like a language."""
    sample = data[: _SAMPLE if len(data) <= _SAMPLE else data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE]
    scored = []
    for encoding, score in (
        ("cp949", _korean),
        ("cp932", _japanese),
        ("euc_jp", _japanese),
        ("gb18030", _chinese),
        ("big5", _chinese),
    ):
        text = _attempt(sample, encoding)
        if text is not None:
            scored.append((score(text), encoding))
    likely = [encoding for value, encoding in sorted(scored, reverse=True) if value >= 0.5]
    likely = likely or _alphabetic(sample)
    for encoding in likely:
        text = _attempt(data, encoding)
        if text is not None:
            return Decoded(text, encoding, (f"read as {encoding}, which the file does not say",))
    raise ReadError(say("{path} is in an encoding that cannot be told: save it as UTF-8 and open it again.", path=path))


def _alphabetic(sample: bytes) -> list[str]:
    """Return the likeliest encodings of an alphabet of one byte, the likeliest first."""
    scored = []
    for order, (encoding, pattern) in enumerate(_ALPHABETS):
        text = _attempt(sample, encoding)
        if text is not None:
            scored.append((_share(pattern, text), -order, encoding))
    likely = [encoding for share, _, encoding in sorted(scored, reverse=True) if share >= _PLAUSIBLE]
    if likely:
        return likely
    best = from_bytes(sample).best()
    return [best.encoding] if best is not None else []


def _share(pattern: re.Pattern[str], text: str) -> float:
    wide = len(_WIDE.findall(text))
    return len(pattern.findall(text)) / wide if wide else 0.0


def _korean(text: str) -> float:
    """Korean is mostly syllables, and Chinese read as Korean is mostly Han."""
    return _share(_HANGUL, text)


def _japanese(text: str) -> float:
    """Japanese has kana among the Han; half-width kana in a row are another encoding misread."""
    kana = _share(_KANA, text)
    return kana + _share(_HAN, text) if kana > 0.2 else 0.0


def _chinese(text: str) -> float:
    return _share(_HAN, text) if _share(_COMMON_HAN, text) > 0.1 else 0.0
