"""Settings that a project file keeps, as text by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """
    Attributes:
        reviewer: who signs verdicts, "" until given.
        mailto: address told to registries, "" for none.
        ignore: codes of rules that do not run.
        registries: services that may be asked; none at the start.
        preview: whether rules in preview run.
        index: folder of a local index, "" for none.
        journals: file of a list of journals to look out for, "" for none.
    """

    reviewer: str = ""
    mailto: str = ""
    ignore: frozenset[str] = frozenset()
    registries: tuple[str, ...] = ()
    preview: bool = True
    index: str = ""
    journals: str = ""


def read(kept: Mapping[str, str]) -> Options:
    """Return the options a project keeps; what is missing has its default."""
    return Options(
        reviewer=kept.get("reviewer", ""),
        mailto=kept.get("mailto", ""),
        ignore=frozenset(kept.get("ignore", "").split()),
        registries=tuple(kept.get("registries", "").split()),
        preview=kept.get("preview", "yes") == "yes",
        index=kept.get("index", ""),
        journals=kept.get("journals", ""),
    )


def written(options: Options) -> dict[str, str]:
    """Return what a project keeps of `options`."""
    return {
        "reviewer": options.reviewer,
        "mailto": options.mailto,
        "ignore": " ".join(sorted(options.ignore)),
        "registries": " ".join(options.registries),
        "preview": "yes" if options.preview else "no",
        "index": options.index,
        "journals": options.journals,
    }
