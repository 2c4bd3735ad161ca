"""A window over a manuscript, in a home folder of its own."""

from __future__ import annotations

import pytest

from kjaudit.gui import theme
from kjaudit.gui.main_window import MainWindow
from kjaudit.gui.review import Review

TEXT = """# A paper

Critics note that 大江健三郎 was read as early as 1965. Sales rose by 34% (Kim 2014). The exporters agree.

Others went further (Park 2012). 😀 Observers say so too.

## References

Kim, S. (2014). Legacies of exchange. East Asian Review, 12(3), 89-104.

Lee, H. (2006). Antiquity and after. Journal of Asian History, 18(1), 21-35.
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KJAUDIT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def window(qtbot, paper):
    """A shown window with the paper audited."""
    made = MainWindow(Review(), theme.LIGHT, reviewer="Kim Jiwon")
    qtbot.addWidget(made)
    made.show()
    made.review.open([paper])
    qtbot.waitUntil(lambda: bool(made.review.findings_in_view()), timeout=20_000)
    return made
