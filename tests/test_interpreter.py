"""What must hold of the interpreter and Qt together."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("a")
print("survived")
"""


def test_qt_calls_that_return_nothing_do_not_eat_none():
    """PySide6 6.12.0 dropped a reference of None a call: CPython before 3.12 aborted after some 5,000 calls."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=environ, check=False)
    assert done.stdout.strip() == "survived", done.stderr[-500:]
