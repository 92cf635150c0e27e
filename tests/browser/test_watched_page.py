"""An open page of `lkipnb report --watch` loads the report again by itself."""

from __future__ import annotations

import queue
import shutil
import subprocess

import pytest

from lkipnb.report.serving import Served, served

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
SECONDS = 60

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine; the watched page is not tried"
)


def test_an_open_page_asks_for_the_report_again_when_it_is_made_again(tmp_path, monkeypatch):
    file = tmp_path / "lkip.html"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    asked: queue.Queue[str] = queue.Queue()
    answer = Served.answer

    def noted(self, path):
        asked.put(path.rpartition(f"{self.token}/")[2])
        return answer(self, path)

    monkeypatch.setattr(Served, "answer", noted)
    with served(file) as page:
        file.write_text(f"<!DOCTYPE html><html lang=id>{head}<title>a</title><p>satu</p>")
        options = ["--headless", "--no-sandbox", "--remote-debugging-port=0"]
        profile = f"--user-data-dir={tmp_path / 'profil'}"
        browser = subprocess.Popen(
            [CHROMIUM, *options, profile, page.url],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(asked, "keadaan/0")
            page.tell("")
            until(asked, "lkip.html")
            page.tell("Perubahan terakhir belum masuk.")
            until(asked, "lkip.html")
        finally:
            browser.kill()
            browser.wait()


def until(asked: queue.Queue[str], path: str) -> None:
    """Wait until the browser asks for a path."""
    while asked.get(timeout=SECONDS) != path:
        pass
