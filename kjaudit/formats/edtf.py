"""CSL dates as one string, in the parts of EDTF (ISO 8601-2) that files use: 2014-03-05, 1910~, 1998/2003."""

from __future__ import annotations

import re

_PART = re.compile(r"(-?\d{1,4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(~|\?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def date_text(date: object) -> str | None:
    """Return a CSL date as text, or `None` where this notation cannot hold it (seasons, free text)."""
    if not isinstance(date, dict) or not set(date) <= {"date-parts", "circa"}:
        return None
    parts = date.get("date-parts")
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return None
    texts = [_one(part) for part in parts]
    if any(text is None for text in texts):
        return None
    return "/".join(text for text in texts if text) + ("~" if date.get("circa") is True else "")


def parse_date(text: str) -> dict[str, object] | None:
    """Return the CSL date that `text` means, or `None` where it is none ("2014", "2014-03", "1998/2003", "1910~")."""
    text = text.strip()
    circa = text.endswith(("~", "?"))
    found = _whole(text.rstrip("~?"))
    if found is None:
        return None
    return {"date-parts": found, "circa": True} if circa else {"date-parts": found}


def month_number(text: str) -> int | None:
    """Return 1..12 for "mar", "March", "3"; `None` for anything else."""
    text = text.strip().strip("{}").lower()
    if text.isascii() and text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    return _MONTHS.index(text[:3]) + 1 if text[:3] in _MONTHS else None


def _whole(text: str) -> list[list[int]] | None:
    first, slash, last = text.partition("/")
    if slash and len(first.strip()) >= 4 and re.fullmatch(r"-?\d{4}(?:-\d{2}){0,2}", last.strip()):
        ends = [_parts(first), _parts(last)]
        return [end for end in ends if end] if all(ends) else None
    found = _parts(text)
    return [found] if found else None


def _parts(text: str) -> list[int] | None:
    found = _PART.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(group) if group else None for group in found.groups()[:3])
    if year is None or (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    return [part for part in (year, month, day) if part is not None]


def _one(part: object) -> str | None:
    if not isinstance(part, list) or not 1 <= len(part) <= 3 or not all(type(number) is int for number in part):
        return None
    year, *rest = part
    if not 1 <= year <= 9999 or not all(1 <= number <= limit for number, limit in zip(rest, (12, 31), strict=False)):
        return None
    return "-".join([f"{year:04d}", *(f"{number:02d}" for number in rest)])
