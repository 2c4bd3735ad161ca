"""With look-ups off no socket opens, anywhere in the program."""

from __future__ import annotations

import json
import socket
import subprocess
import sys

import pytest

from kjaudit.cli.main import main

TEXT = """# A manuscript

As shown before (Kim 2014), the point holds. See https://doi.org/10.1000/x for more.

## References

Kim, S. (2014). Legacies of empire. East Asian Politics Review, 12(3), 89-104. https://doi.org/10.1000/abc
"""


@pytest.fixture
def manuscript(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(TEXT, "utf-8")
    return path


def test_an_audit_opens_no_socket(manuscript, monkeypatch, capsys):
    def forbidden(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    assert main(["audit", str(manuscript), "--format", "json"]) == 0
    [document] = json.loads(capsys.readouterr().out)["documents"]
    assert document["lookups"] == []


def test_an_audit_does_not_even_load_what_could_reach_the_network(manuscript):
    code = (
        "import sys; import kjaudit.registries; from kjaudit.cli.main import main; "
        "main(['audit', sys.argv[1], '--format', 'json']); "
        "sys.exit(3 if 'requests' in sys.modules else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(manuscript)], capture_output=True, check=False)
    assert done.returncode == 0
