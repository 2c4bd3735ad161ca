#!/usr/bin/env python3
"""
Set kjaudit up and run it, or its tests. Standard library only; the same on Linux, macOS and Windows.

    python3 packaging/start.py            set up, audit the sample project, write its report, open the window
    python3 packaging/start.py test       set up, then style, types, import contracts and all tests
    python3 packaging/start.py setup      set up only

The first run makes `.venv` beside this folder and installs what the lock files beside this script name, by hash.
On Debian and its kin, missing system packages are installed where that is allowed; else the line to type is printed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"run": ROOT / "packaging" / "requirements.txt", "test": ROOT / "packaging" / "requirements-dev.txt"}
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

WINDOW_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads for any window, shown or not, and the Debian package it is in."""

SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads besides on an X11 screen."""


def main(arguments: list[str]) -> int:
    """Do what the first argument says; return the exit code."""
    what = arguments[0] if arguments else "run"
    if what not in ("run", "test", "setup") or len(arguments) > 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):
        print(f"kjaudit needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if line := system_packages():
        print(f"Some system packages are missing. Type this once, then run the same command again:\n\n    {line}\n")
        return 2
    python = environment("test" if what == "test" else "run")
    if what == "setup":
        return 0
    return tests(python) if what == "test" else sample(python)


def system_packages() -> str:
    """Install the Debian packages that are missing; return the line to type where that is not allowed, else ""."""
    if not sys.platform.startswith("linux"):
        return ""
    missing = missing_packages()
    if not missing:
        return ""
    if not shutil.which("apt-get"):
        print(f"Note: Qt may miss libraries that Debian packages as: {' '.join(missing)}", file=sys.stderr)
        return ""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    prefix = privilege()
    if prefix is None:
        return "sudo apt-get update && sudo " + " ".join(install)
    print(f"Installing {' '.join(missing)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], install):
        if subprocess.run([*prefix, *command], env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            return "sudo apt-get update && sudo " + " ".join(install)
    return ""


def missing_packages() -> list[str]:
    """Name the Debian packages without which the set-up or the window cannot work here."""
    missing = []
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        missing.append("python3-venv")
    if not CERTIFICATES.exists() and shutil.which("apt-get"):
        missing.append("ca-certificates")
    wanted = dict(WINDOW_LIBRARIES)
    if os.environ.get("DISPLAY"):
        wanted.update(SCREEN_LIBRARIES)
    return missing + [package for library, package in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    """Whether the dynamic loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def privilege() -> list[str] | None:
    """Return what to put before a command that needs root: nothing, "sudo -n", or `None` where it is not allowed."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def environment(kind: str) -> Path:
    """Make `.venv` hold what the lock file of `kind` names, and kjaudit itself; return its interpreter."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not works(python):
        print("Making .venv ...", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    lock = LOCKS[kind]
    stamp = VENV / f"kjaudit-{kind}.sha256"
    digest = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text("ascii") == digest:
        return python
    print(f"Installing what {lock.name} names (about a minute the first time) ...", flush=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    stamp.write_text(digest, "ascii")
    return python


def works(python: Path) -> bool:
    """Whether there is an interpreter at `python` that runs and has pip."""
    if not python.exists():
        return False
    return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def tests(python: Path) -> int:
    """Run every check; go on after one that fails; return 0 only if all passed."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "default"}
    tools = VENV / ("Scripts" if os.name == "nt" else "bin")
    checks = [
        [str(tools / "ruff"), "check", "kjaudit", "tests", "packaging", "benchmarks"],
        [str(tools / "ruff"), "format", "--check", "kjaudit", "tests", "packaging", "benchmarks"],
        [str(python), "-m", "mypy"],
        [str(tools / "lint-imports")],
        [str(python), "-m", "pytest", "-q", "-n", "2"],
    ]
    failed = []
    for check in checks:
        print("$", " ".join([Path(check[0]).name, *check[1:]]), flush=True)
        if subprocess.run(check, cwd=ROOT, env=environ, check=False).returncode:
            failed.append(Path(check[0]).name + " " + " ".join(check[1:3]))
    if failed:
        print("Failed: " + "; ".join(failed), file=sys.stderr)
    return 1 if failed else 0


def sample(python: Path) -> int:
    """Audit the sample project, write its report, and open the window where there is a display."""
    files = sorted(
        str(path) for path in (ROOT / "seeds").iterdir() if path.suffix in (".docx", ".html", ".md", ".odt", ".txt")
    )
    report = ROOT / "out" / "sample-report.html"
    report.parent.mkdir(exist_ok=True)
    kjaudit = [str(python), "-m", "kjaudit"]
    for command in (["audit", *files], ["export", *files, "--format", "html", "--output", str(report)]):
        code = subprocess.run([*kjaudit, *command], cwd=ROOT, check=False).returncode
        if code:
            return code
    print(f"The report is {report.relative_to(ROOT)}: open it in a browser.")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("darwin", "win32")):
        print("No display here: to open the window, run `.venv/bin/kjaudit window` where there is one.")
        return 0
    return subprocess.run([*kjaudit, "window", *files], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
