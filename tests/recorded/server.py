"""
A loopback server that answers as the registries did when they were recorded, and misbehaves when told to.

Every service has a folder of its own: the address of Crossref is `server.address("crossref")`.
"""

from __future__ import annotations

import enum
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

HERE = Path(__file__).parent
HOSTS = {
    "api.crossref.org": "crossref",
    "doi.org": "doi",
    "api.datacite.org": "datacite",
    "api.openalex.org": "openalex",
    "ndlsearch.ndl.go.jp": "ndl",
    "iss.ndl.go.jp": "ndl",
    "ci.nii.ac.jp": "cinii",
    "api.semanticscholar.org": "semanticscholar",
}
NOT_FOUND = {
    "crossref": (404, "text/plain", "Resource not found."),
    "doi": (200, "application/json", '[{"DOI": "?", "status": "DOI does not exist"}]'),
    "datacite": (
        404,
        "application/json",
        '{"errors":[{"status":"404","title":"The resource you are looking for..."}]}',
    ),
    "openalex": (404, "text/html", "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n"),
    "openlibrary": (200, "application/json", '{"numFound": 0, "docs": []}'),
    "jalc": (404, "application/json", '{"status": "NG", "message": {"errors": {"code": 404}}}'),
    "ndl": (200, "text/xml", '<rss version="2.0"><channel><title>none</title></channel></rss>'),
    "cinii": (200, "application/json", '{"items": []}'),
    "kci": (200, "text/xml", "<outputData><result><resultMsg>No Data</resultMsg></result></outputData>"),
}


class Mood(enum.Enum):
    """How the server treats a request."""

    HONEST = "answers as recorded"
    THROTTLE = "429 in HTML"
    PATIENT = "429 with Retry-After: 0, then honest"
    STALL = "accepts and says nothing"
    DRIP = "a byte at a time"
    CUT = "closes in the middle"
    LIE = "200 with a page of a hotel"
    NOISE = "200 with bytes"
    ASTRAY = "redirects to another host"
    HUGE = "an answer without end"
    BROKEN = "504 in HTML"
    WRONG = "the JSON of another question"


@dataclass
class Seen:
    service: str
    path: str
    headers: dict[str, str]


@dataclass
class RecordedServer:
    """Use as a context manager."""

    moods: dict[str, Mood] = field(default_factory=dict)
    extra: dict[tuple[str, str], tuple[int, str, str]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    leave: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> RecordedServer:
        self.answers = recorded_answers() | self.extra
        outer = self

        class Handler(_Handler):
            owner = outer

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.block_on_close = False
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave.set()
        self._http.shutdown()
        self._http.server_close()

    def address(self, service: str) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/{service}"

    def addresses(self) -> dict[str, str]:
        return {service: self.address(service) for service in NOT_FOUND}

    def asked(self, service: str) -> list[str]:
        return [item.path for item in self.seen if item.service == service]

    def behave(self, mood: Mood, *services: str) -> None:
        self.moods.update(dict.fromkeys(services or tuple(NOT_FOUND), mood))


class _Handler(BaseHTTPRequestHandler):
    owner: RecordedServer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        _, service, rest = self.path.split("/", 2)
        path = unquote(rest).casefold()
        self.owner.seen.append(
            Seen(service, unquote(rest), {key.lower(): value for key, value in self.headers.items()})
        )
        mood = self.owner.moods.get(service, Mood.HONEST)
        misbehave = getattr(self, f"_{mood.name.lower()}", None)
        try:
            if misbehave is not None:
                misbehave(service)
            if misbehave is None:
                self._as_recorded(service, path)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _as_recorded(self, service: str, path: str) -> None:
        status, kind, body = self.owner.answers.get((service, path)) or self._by_route(service, path)
        self._send(status, kind, body)

    def _by_route(self, service: str, path: str) -> tuple[int, str, str]:
        if service == "crossref" and path.startswith("works?"):
            return 200, "application/json", _work_list([])
        return NOT_FOUND[service]

    def _send(self, status: int, kind: str, body: str, **headers: str) -> None:
        raw = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind if status not in (301, 302) else "text/plain")
        self.send_header("Content-Length", str(len(raw)))
        for key, value in (self.owner.headers | headers).items():
            self.send_header(key.replace("_", "-"), value)
        if status in (301, 302):
            self.send_header("Location", kind)
        self.end_headers()
        self.wfile.write(raw)

    def _throttle(self, service: str) -> None:
        self._send(429, "text/html", "<html><body><h1>429 Too Many Requests</h1></body></html>")

    def _patient(self, service: str) -> None:
        self.owner.moods[service] = Mood.HONEST
        self._send(429, "text/html", "<html><body><h1>429 Too Many Requests</h1></body></html>", Retry_After="0")

    def _broken(self, service: str) -> None:
        self._send(504, "text/html", "<html><body><center><h1>504 Gateway Time-out</h1></center></body></html>")

    def _stall(self, service: str) -> None:
        self.owner.leave.wait(30)
        self.close_connection = True

    def _drip(self, service: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        while not self.owner.leave.is_set():
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.02)
        self.close_connection = True

    def _cut(self, service: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b'{"status":"ok","message-type":"work","message":{"DOI":"10.1')
        self.close_connection = True

    def _lie(self, service: str) -> None:
        self._send(200, "text/html", "<html><title>Welcome</title><body>Accept the terms of the hotel</body></html>")

    def _noise(self, service: str) -> None:
        self._send(200, "application/json", "\x00\x01{[}]" * 50)

    def _astray(self, service: str) -> None:
        self._send(302, "http://127.0.0.2:9/", "")

    def _huge(self, service: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        block = b"[" * 65536
        while not self.owner.leave.is_set():
            self.wfile.write(block)

    def _wrong(self, service: str) -> None:
        body = {"status": "ok", "message-type": "funder-list", "message": {"items": [{"id": "100000015"}]}}
        self._send(200, "application/json", json.dumps(body))


def exchanges() -> list[dict]:
    """Return every recorded exchange kept here."""
    return [json.loads(path.read_text("utf-8")) for path in sorted((HERE / "exchanges").glob("*.json"))]


def works() -> dict[str, dict]:
    """Return single Crossref records by DOI."""
    lines = (HERE / "works.jsonl").read_text("utf-8").splitlines()
    return {item["DOI"].lower(): item for item in map(json.loads, lines)}


def recorded_answers() -> dict[tuple[str, str], tuple[int, str, str]]:
    """Return (service, path in lower case) -> status, content type (address of a redirect), body."""
    found = {}
    for exchange in exchanges():
        parts = urlsplit(exchange["request"]["uri"])
        service = HOSTS.get(parts.netloc)
        if service is None:
            continue
        path = unquote(parts.path.lstrip("/") + (f"?{parts.query}" if parts.query else ""))
        path = path.removesuffix("?mailto=REDACTED").casefold()
        answer = exchange["response"]
        kind = answer["headers"].get("content-type", "text/plain")
        if answer["status"] in (301, 302):
            kind = f"/{service}" + answer["headers"].get("location", "/")
        found[service, path] = (answer["status"], kind, answer["body"] or "")
    for doi, item in works().items():
        body = json.dumps({"status": "ok", "message-type": "work", "message": item})
        found["crossref", f"works/{doi}"] = (200, "application/json", body)
        found["doi", f"ra/{doi}"] = (200, "application/json", json.dumps([{"DOI": doi, "RA": "Crossref"}]))
        found["doi", f"ra/{doi.partition('/')[0]}"] = found["doi", f"ra/{doi}"]
    for line in (HERE / "jalc.jsonl").read_text("utf-8").splitlines():
        doi = json.loads(line)["data"]["doi"].lower()
        found["jalc", f"dois/{doi}"] = (200, "application/json", line)
        found["doi", f"ra/{doi}"] = (200, "application/json", json.dumps([{"DOI": doi, "RA": "JaLC"}]))
        found["doi", f"ra/{doi.partition('/')[0]}"] = found["doi", f"ra/{doi}"]
    return found


def _work_list(items: list[dict]) -> str:
    return json.dumps({"status": "ok", "message-type": "work-list", "message": {"items": items}})


def search_answer(*items: dict) -> tuple[int, str, str]:
    """Return the answer of a Crossref search."""
    return 200, "application/json", _work_list(list(items))
