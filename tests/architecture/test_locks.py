"""The lock files pin every dependency by hash and record no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "packaging").glob("requirements*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_versions_and_hashes_and_no_address(lock):
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    pinned = re.findall(r"^\S+==\S+", text, re.MULTILINE)
    assert len(pinned) > 20
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in block, block[:60]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_every_dependency(lock):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {re.split(r"[<>=!;\[ ]", line)[0].lower().replace("_", "-") for line in project["project"]["dependencies"]}
    held = {name.lower().replace("_", "-") for name in re.findall(r"^(\S+?)==", lock.read_text("utf-8"), re.MULTILINE)}
    assert wanted <= held


def test_pyside_stays_below_the_release_that_aborts_old_interpreters():
    text = (ROOT / "packaging" / "requirements.txt").read_text("utf-8")
    versions = re.findall(r"^pyside6-essentials==(\S+) ; python_full_version < '3\.12'", text, re.MULTILINE)
    assert versions
    assert all(tuple(map(int, version.split(".")))[:2] < (6, 12) for version in versions)
