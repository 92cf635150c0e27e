"""The app in a browser, from the first page to a saved scenario, by mouse and by keyboard.

No request leaves the machine, and the console stays without errors.
"""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from shipped import DATA

from lkipnb.explore.berkas import baca
from lkipnb.explore.jupyter import aplikasi, lab
from lkipnb.explore.peladen import HOST
from lkipnb.report.chapters import copy_out

playwright = pytest.importorskip(
    "playwright.sync_api",
    reason="the app is not tried in a browser: pip install playwright",
)
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
MILLISECONDS = 90_000
OWN = ("data:", "blob:")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None,
    reason="no Chromium on this machine; the app is not tried: apt-get install chromium",
)


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def url():
    with aplikasi("dinsos-flores-timur", 2020, DATA) as found:
        yield found.url


@pytest.fixture
def page(browser, url):
    """A new visitor, and what their page asked for and complained of."""
    context = browser.new_context(viewport={"width": 1440, "height": 1200}, locale="id-ID")
    context.set_default_timeout(MILLISECONDS)
    made = context.new_page()
    foreign, errors = [], []
    made.on("request", lambda asked: foreign.append(asked.url))
    made.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    made.on("pageerror", lambda error: errors.append(str(error)))
    made.goto(url)
    made.get_by_text("Jumlah seluruhnya").wait_for()
    yield made
    context.close()
    assert [each for each in foreign if HOST not in each and not each.startswith(OWN)] == []
    assert errors == []


def view(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def saved(page, name: str) -> bytes:
    """The file that a link saves."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def test_the_budget_is_filtered_traced_and_saved(page):
    page.get_by_label("Cari", exact=True).fill("aparatur")
    page.keyboard.press("Tab")
    page.get_by_text("Jumlah 1 baris yang tampil (tersaring)").wait_for()
    page.locator("table tbody tr").first.click()
    page.get_by_text("Asal angka baris yang dipilih").click()
    page.get_by_text("2020/anggaran.csv baris").first.wait_for()
    page.get_by_role("button", name="Siapkan CSV dan XLSX").click()
    sheet = openpyxl.load_workbook(BytesIO(saved(page, "xlsx")))["Tabel 1"]
    assert any("tersaring" in str(cell.value) for row in sheet for cell in row)
    assert "tersaring" in saved(page, "csv").decode("utf-8-sig")


def test_a_head_sorts_by_the_value_of_its_figures(page):
    page.get_by_label("Jenjang", exact=True).select_option("program")
    page.get_by_text("Jumlah 7 baris yang tampil").wait_for()
    page.get_by_role("button", name=re.compile("Pagu")).first.click()
    page.locator("th.dt-ordering-asc").wait_for()
    cells = page.locator("table tbody tr td:nth-child(3)").all_inner_texts()
    numbers = [int(cell.replace(".", "")) for cell in cells]
    assert numbers == sorted(numbers)
    assert len(numbers) == 7


def test_a_scenario_from_a_number_to_a_file_and_back(page):
    view(page, "Bagaimana jika")
    page.get_by_label("Baris", exact=True).select_option(index=3)
    page.get_by_text("Nilai sebenarnya: 60").wait_for()
    page.get_by_label("Nilai andaian").fill("100")
    page.keyboard.press("Enter")
    page.locator("mark", has_text="74,46%").first.wait_for()
    page.get_by_label("Nama andaian").fill("KUBE <b>penuh</b>")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Simpan andaian").click()
    content = saved(page, "andaian.yaml")
    assert baca(content).andai[0].nilai == "100"
    page.get_by_role("button", name="Kosongkan").click()
    page.get_by_text("rata-rata capaian 78,40%").wait_for()
    file = {"name": "a.andaian.yaml", "mimeType": "text/plain", "buffer": content}
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Muat dari berkas").click()
    asked.value.set_files(file)
    page.locator("mark", has_text="74,46%").first.wait_for()
    assert page.locator("b", has_text="penuh").count() == 0


def test_another_visitor_sees_no_scenario_of_this_one(page, browser, url):
    view(page, "Bagaimana jika")
    page.get_by_label("Nama andaian").fill("Rahasia saya")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Simpan andaian").click()
    page.get_by_role("link", name="rahasia-saya").wait_for()
    other = browser.new_context().new_page()
    other.set_default_timeout(MILLISECONDS)
    other.goto(url)
    other.get_by_text("Jumlah seluruhnya").wait_for()
    view(other, "Bagaimana jika")
    other.get_by_label("Andaian tersimpan").wait_for()
    assert "Rahasia saya" not in other.content()
    other.context.close()


def test_what_is_typed_wrongly_is_said_and_is_text(page):
    view(page, "Bagaimana jika")
    page.get_by_label("Nilai andaian").fill("<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("<img src=x onerror=alert(1)>").wait_for()


def test_every_view_opens_and_each_leads_on(page):
    view(page, "Indikator")
    page.get_by_label("Indikator", exact=True).select_option(index=4)
    page.get_by_text("Sebab, hambatan, dan pemecahan").wait_for()
    view(page, "Kepekaan")
    page.get_by_text("0,75 poin lagi ke predikat Cukup Berhasil").wait_for()
    view(page, "Bandingkan")
    page.get_by_text("Rata-rata capaian", exact=True).first.wait_for()
    view(page, "Pegawai dan aset")
    page.get_by_text("Golongan").first.wait_for()
    view(page, "Temuan")
    page.locator("table tbody tr", has_text="baris").first.click()
    page.locator("section.baris").wait_for()
    view(page, "Tabel dan gambar")
    page.get_by_label("Gambar", exact=True).wait_for()


def test_the_keyboard_alone_reaches_a_view_and_a_filter(page):
    page.get_by_role("button", name="Anggaran", exact=True).first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Rata-rata 9 indikator").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Indikator"


def test_another_agency_is_opened_and_the_page_fits_a_telephone(page):
    page.get_by_label("Instansi dan tahun").select_option("contoh, tahun 2023")
    page.get_by_role("heading", name="Dinas Kesehatan").wait_for()
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_jupyterlab_opens_the_notebook_and_shows_the_widgets(browser, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    copy_out(tmp_path / "notebooks")
    with lab(DATA) as found:
        context = browser.new_context(viewport={"width": 1440, "height": 1200})
        context.set_default_timeout(MILLISECONDS)
        made = context.new_page()
        place, _, token = found.url.partition("/lab?token=")
        made.goto(f"{place}/lab/tree/jelajah.ipynb?token={token}&reset")
        made.locator("h1", has_text="Menjelajah data").first.wait_for()
        made.get_by_text("lkipnb | Idle").wait_for()
        made.get_by_role("menuitem", name="Run", exact=True).click()
        made.get_by_text("Run All Cells", exact=True).click()
        made.get_by_text("Jumlah seluruhnya").wait_for()
        context.close()
