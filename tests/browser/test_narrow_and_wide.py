"""The page in a browser: nothing wider than the screen, at a telephone's width and at a desk's."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from halaman import executed
from shipped import DATA

from lkipnb.report.cover import cover
from lkipnb.report.exporters import LkipHTMLExporter, join

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine; the page's width is not tried"
)

FRAME = """<body>
<iframe id=f src="lkip.html" style="border:0;width:{width}px;height:900px"></iframe>
<script>f.onload = () => {{
const page = f.contentDocument;
const all = selector => [...page.querySelectorAll(selector)];
const scrolls = box => box.scrollWidth > box.clientWidth;
const bottom = element => element.getBoundingClientRect().bottom;
const names = all(".para-pihak .nama").map(bottom);
document.title = JSON.stringify({{
  given: f.clientWidth,
  needed: page.documentElement.scrollWidth,
  cut: all(".gulir:has(table)").filter(
    b => scrolls(b) && b.querySelectorAll("col").length < 4).length,
  scrolling: all(".gulir:has(table)").filter(scrolls).map(b => b.ariaLabel),
  lists: all("#daftar-tabel, h1").map(e => e.id),
  unreachable: all("main div, main figure").filter(b => scrolls(b) && b.tabIndex < 0).length,
  out_of_sight: all("caption > span, .grup span, figcaption").filter(
    e => e.getBoundingClientRect().right > f.clientWidth).length,
  broken: all(".utuh").filter(e => getComputedStyle(e).whiteSpace != "nowrap").length,
  codes: all(".utuh").length,
  apart: Math.abs(names[0] - names[1]),
}}); }}</script></body>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    chapters, lk = executed("dinsos-flores-timur", 2020, DATA)
    page, _ = LkipHTMLExporter().from_notebook_node(join(chapters), {"lkip_cover": cover(lk.data)})
    (folder / "lkip.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def seen(folder):
    """What a browser finds on the page in a window of a width."""

    @cache
    def at(width: int) -> dict:
        (folder / "frame.html").write_text(FRAME.format(width=width), encoding="utf-8")
        done = subprocess.run(
            _command(folder, width), capture_output=True, text=True, check=True, timeout=120
        )
        return json.loads(unescape(re.search(r"<title>(.*)</title>", done.stdout)[1]))

    return at


def _command(folder: Path, width: int) -> list[str]:
    return [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--allow-file-access-from-files",
        f"--user-data-dir={folder}/profile-{width}",
        f"--window-size={width + 60},1000",
        "--virtual-time-budget=5000",
        "--dump-dom",
        (folder / "frame.html").as_uri(),
    ]


WIDTHS = [360, 768, 1440]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways_nor_does_a_table_of_few_columns(seen, width):
    found = seen(width)
    assert found["given"] == width
    assert found["needed"] <= width
    assert found["cut"] == 0


def test_no_table_is_cut_on_a_telephone(seen):
    assert seen(360)["scrolling"] == []


def test_the_lists_of_tables_and_pictures_stand_behind_the_text(seen):
    assert seen(1440)["lists"][-2:] == ["daftar-tabel", "asal-angka"]


@pytest.mark.parametrize("width", WIDTHS)
def test_what_scrolls_is_reached_with_the_keyboard_and_its_title_stays_in_sight(seen, width):
    found = seen(width)
    assert found["unreachable"] == 0
    assert found["out_of_sight"] == 0


def test_a_code_stands_on_one_line(seen):
    found = seen(360)
    assert found["codes"] > 0
    assert found["broken"] == 0


def test_the_names_of_two_parties_beside_each_other_stand_on_one_line(seen):
    assert seen(1440)["apart"] < 1
