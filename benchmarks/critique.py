"""How fast the source critique is, and whether its cost grows with the text: `python benchmarks/critique.py`.

Reads the project's own test documents, joins them up to three sizes, and prints characters a second for the whole of
it (sentences, register of claims, provenance card, suggestions, every rule of claims and time) and the ratio of the
times: twice the text should cost about twice as much.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from kjaudit import claims, pipeline
from kjaudit.model import Case, Document
from kjaudit.rules import RULES
from kjaudit.settings import Settings

DOCUMENTS = Path(__file__).parents[1] / "tests" / "claims" / "documents"
CODES = [code for code in sorted(RULES) if code.startswith("SRC") or code in ("TIM501", "TIM502", "TIM503")]


def critique(case: Case) -> float:
    """Return the seconds that all of it takes on a document whose citations are known."""
    document = replace(case.document)  # a new object: nothing is known of it yet
    started = time.process_time()
    links = (case.references, case.citations, case.links)
    found = claims.register(document, *links)
    provenance = claims.provenance(document, case.references, found)
    suggestions = claims.suggestions(document, *links)
    full = replace(case, document=document, claims=found, provenance=provenance, suggestions=suggestions)
    for code in CODES:
        list(RULES[code].check(full))
    return time.process_time() - started


def joined(language: str, copies: int, folder: Path) -> Document:
    """Return the test documents of one language as one text, `copies` times."""
    texts = [path.read_text("utf-8") for path in sorted(DOCUMENTS.glob(f"{language}-*.md"))]
    path = folder / f"{language}-{copies}.md"
    path.write_text("\n\n".join(texts * copies), "utf-8")
    return pipeline.read(path)


def main() -> None:
    """Print one line a language and size."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "ko", "ja"):
            before = 0.0
            for copies in (4, 8, 16):
                document = joined(language, copies, Path(folder))
                case = pipeline.understand(document, Settings())
                seconds = min(critique(case) for _ in range(3))
                ratio = f"  x{seconds / before:.2f} for twice the text" if before else ""
                size = len(document.text)
                print(f"{language} {size:7d} characters {size / seconds:9,.0f} a second{ratio}")
                before = seconds


if __name__ == "__main__":
    main()
