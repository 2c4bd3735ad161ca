"""Windows that show a page: why a rule exists, which keys there are, what the program is."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from kjaudit import __version__, assets
from kjaudit.gui.language import tr

KEYS = (
    ("J / ↓", "next finding"),
    ("K / ↑", "previous finding"),
    ("Shift+J", "next undecided finding"),
    ("A", "accept the finding"),
    ("R", "false alarm"),
    ("F", "to be fixed"),
    ("Q", "query the author"),
    ("U", "Unsure"),
    ("N", "write a note with the decision"),
    ("Shift+A / Shift+R", "the same for all open findings of this rule in this document"),
    ("W", "why: the page of the rule"),
    ("/", "filter"),
    ("F6", "next pane"),
    ("Ctrl+Z / Ctrl+Y", "undo / redo a decision"),
    ("Ctrl+O", "open manuscripts or a project"),
    ("F5", "audit again"),
    ("Ctrl+E", "export"),
    ("?", "this sheet"),
)


_FENCE = re.compile(r"^```\w*\n(?P<body>.*?)\n```$", re.MULTILINE | re.DOTALL)


class PageDialog(QDialog):
    """A page of Markdown with a Close button."""

    def __init__(self, title: str, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 560)
        page = QTextBrowser()
        page.setOpenExternalLinks(False)
        page.setOpenLinks(False)
        page.setMarkdown(markdown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)


def rule_page(code: str, parent: QWidget | None = None) -> PageDialog:
    """Return the page of a rule."""
    text = assets.path(f"rules/{code}.md").read_text("utf-8")
    for fence in ("```flagged", "```clean", "```manuscript"):
        text = text.replace(fence, "```")
    # Examples are quotations to a reader: as such they wrap, and their marked words are bold.
    text = _FENCE.sub(lambda found: "\n".join(f"> {line}" for line in found["body"].splitlines()), text)
    return PageDialog(code, text, parent)


def key_sheet(parent: QWidget | None = None) -> PageDialog:
    """Return the sheet of keys."""
    rows = "\n".join(f"| `{keys}` | {tr(what)} |" for keys, what in KEYS)
    return PageDialog(tr("Keys"), f"| {tr('Key')} | {tr('What it does')} |\n|---|---|\n{rows}\n", parent)


def about(parent: QWidget | None = None) -> PageDialog:
    """Return what the program is."""
    said = tr(
        "kjaudit tells an editor which citations, references and claims of a manuscript will not hold. "
        "It works offline; nothing leaves the machine without consent."
    )
    return PageDialog(tr("About kjaudit"), f"# kjaudit {__version__}\n\n{said}\n", parent)
