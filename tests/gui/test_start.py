"""The window opens before anything heavy is imported."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from kjaudit.gui.app import Desktop
app = QApplication([])
desktop = Desktop(app)
desktop.show()
app.processEvents()
print(sorted(name for name in ("sqlalchemy", "alembic", "requests", "tantivy", "jinja2") if name in sys.modules))
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path):
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KJAUDIT_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=environ, check=False)
    assert done.stdout.strip() == "[]", done.stderr[-800:]
