"""The page in a browser: nothing wider than the screen, at a telephone's width and at a desk's."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
from shipped import DATA

from lkipnb.load.dataset import load
from lkipnb.report.cover import cover
from lkipnb.report.exporters import LkipHTMLExporter, join

ROOT = Path(__file__).parents[2]
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine; the page's width is not tried"
)

FRAME = """<body>
<iframe id=f src="lkip.html" style="border:0;width:{width}px;height:900px"></iframe>
<script>f.onload = () => {{ const e = f.contentDocument.documentElement;
const t = [...f.contentDocument.querySelectorAll(".gulir:has(table)")].filter(
  b => b.scrollWidth > b.clientWidth && b.querySelectorAll("col").length < 4);
document.title = e.scrollWidth + "/" + f.clientWidth + "/" + t.length; }}</script></body>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    chapters = [
        nbformat.read(path, as_version=4)
        for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
    ]
    data, _ = load("dinsos-flores-timur", 2020, DATA)
    page, _ = LkipHTMLExporter().from_notebook_node(join(chapters), {"lkip_cover": cover(data)})
    (folder / "lkip.html").write_text(page, encoding="utf-8")
    return folder


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_page_never_scrolls_sideways_nor_does_a_table_of_few_columns(folder, width):
    (folder / "frame.html").write_text(FRAME.format(width=width), encoding="utf-8")
    done = subprocess.run(
        [
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
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    title = re.search(r"<title>(\d+)/(\d+)/(\d+)</title>", done.stdout)
    needed, given, cut = map(int, title.groups())
    assert given == width
    assert needed <= width
    assert cut == 0
