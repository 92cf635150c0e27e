"""The page of a report in a browser of this machine, loaded again when it is made again.

The page itself stays as it is delivered, without script: around it stands another that asks this
server.  It listens on the loopback alone, and only who knows the address, which has a random part,
is answered: other users of the machine may connect, but see nothing.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from lkipnb.report.assets import text

HOST = "127.0.0.1"
WAIT_SECONDS = 20.0  # an answer comes at the latest then, also where nothing has changed
NONE_YET = "<!DOCTYPE html><html lang=id><title>Belum ada</title><p>Laporan belum ada.</p></html>"
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_AROUND = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self';"
    " frame-src 'self'; base-uri 'none'; form-action 'none'"
)
_HTML, _SCRIPT, _JSON = ("text/html", "text/javascript", "application/json")


class Served:
    """A report that is shown: the file of its page, its state by number, and what is said of it."""

    def __init__(self, page: Path) -> None:
        self.page = page
        self.token = secrets.token_urlsafe(16)
        self.address = ""
        self._state = 0
        self._said = ""
        self._changed = threading.Condition()

    @property
    def url(self) -> str:
        return f"http://{self.address}/{self.token}/"

    def tell(self, said: str) -> None:
        """The page may be another now; `said` stands above it, nothing where it is up to date."""
        with self._changed:
            self._state += 1
            self._said = said
            self._changed.notify_all()

    def state(self, known: str) -> bytes:
        """The state once it is another than the one that is known, as JSON."""
        with self._changed:
            self._changed.wait_for(lambda: str(self._state) != known, WAIT_SECONDS)
            return json.dumps({"keadaan": self._state, "pesan": self._said}).encode()

    def answer(self, path: str) -> tuple[str, bytes] | None:
        """Kind and content of what stands at a path; None for anything unknown."""
        place = path.removeprefix(f"/{self.token}/")
        if place == path:
            return None
        if place.startswith("keadaan/"):
            return _JSON, self.state(place.removeprefix("keadaan/"))
        match place:
            case "":
                return _HTML, text("pantau.html").encode()
            case "pantau.js":
                return _SCRIPT, text("pantau.js").encode()
            case "lkip.html":
                return _HTML, self._page()
        return None

    def _page(self) -> bytes:
        try:
            return self.page.read_bytes()
        except OSError:
            return NONE_YET.encode()


@contextmanager
def served(page: Path) -> Iterator[Served]:
    """The page of a report on a free port of the loopback, as long as the block lasts."""
    report = Served(page)
    server = ThreadingHTTPServer((HOST, 0), _handler(report))
    server.daemon_threads = True
    server.block_on_close = False
    report.address = f"{HOST}:{server.server_port}"
    answering = threading.Thread(target=server.serve_forever, daemon=True)
    answering.start()
    try:
        yield report
    finally:
        server.shutdown()
        server.server_close()
        answering.join()


def _handler(report: Served) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # Another name for this machine would be a page of somebody else that leads here.
            own = self.headers.get("Host") == report.address
            found = report.answer(self.path) if own else None
            if found is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            kind, content = found
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            for name, value in _HEADERS.items():
                self.send_header(name, value)
            if self.path.endswith("/"):
                self.send_header("Content-Security-Policy", _AROUND)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: Any) -> None:
            """Nothing: the terminal tells of the report."""

        def log_error(self, format: str, *arguments: Any) -> None:
            """Nothing."""

    return Handler
