"""
How long the window is deaf while a long manuscript is laid out and lit up.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.window

Prints the longest and the 99th percentile gap between two turns of the event loop, for a text of 100,000 characters and
one ten times as long, each with 3 findings a thousand characters; and the ratio of the two: it should stay near 1.
"""

from __future__ import annotations

import itertools
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kjaudit.gui import fonts, theme
from kjaudit.gui.panels.document import DocumentPanel
from kjaudit.model import Block, BlockKind, Document, Finding, Severity, Span

PARAGRAPH = "The relation of the two towns 한일 관계 is described in the records of both, and 両市 kept them well. " * 6


def manuscript(length: int) -> Document:
    """Return a document of about `length` code points in paragraphs."""
    count = max(1, length // (len(PARAGRAPH) + 2))
    text = "\n\n".join([PARAGRAPH] * count)
    step = len(PARAGRAPH) + 2
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(number * step, number * step + len(PARAGRAPH)))
        for number in range(count)
    )
    return Document(id="d", digest="", title="d", text=text, blocks=blocks)


def findings(document: Document) -> list[Finding]:
    """Return three findings a thousand code points."""
    places = range(0, len(document.text) - 40, 333)
    return [
        Finding(
            code="SRC202",
            name="vague-attribution",
            document="d",
            span=Span(at, at + 30),
            quote=document.text[at : at + 30],
            message="",
            severity=Severity.WARNING,
        )
        for at in places
    ]


def gaps(app: QApplication, length: int) -> list[float]:
    """Return the gaps between turns of the event loop, in milliseconds, while a text of `length` is shown."""
    panel = DocumentPanel(theme.LIGHT)
    panel.resize(900, 1000)
    panel.show()
    app.processEvents()
    beats: list[float] = []
    beat = QTimer()
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    document = manuscript(length)
    marks = findings(document)
    beat.start(0)
    over: list[bool] = []
    panel.ready.connect(lambda: over.append(True))
    beats.append(time.perf_counter())
    panel.show_document(document)
    while not over:
        app.processEvents()
    over.clear()
    panel.show_marks(marks)
    while not over:
        app.processEvents()
    beat.stop()
    return sorted((later - earlier) * 1000 for earlier, later in itertools.pairwise(beats))


def main() -> None:
    """Print the table."""
    app = QApplication(sys.argv)
    fonts.install(app)
    longest = []
    for length in (100_000, 1_000_000):
        found = gaps(app, length)
        longest.append(found[-1])
        print(f"{length:>9} characters: longest gap {found[-1]:.0f} ms, p99 {found[int(len(found) * 0.99)]:.0f} ms")
    print(f"ratio of the longest gaps: {longest[1] / longest[0]:.1f}")


if __name__ == "__main__":
    main()
