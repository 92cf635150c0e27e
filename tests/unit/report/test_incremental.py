"""Of a report that was made before only what has other sources is made again, and the result is
that of a whole run, byte for byte.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import kecil
import nbformat
import pytest

from lkipnb.cli import main
from lkipnb.report import build as build_module
from lkipnb.report import files, ledger, sources
from lkipnb.report.build import build
from lkipnb.report.ledger import BROKEN, FOREIGN, Ledger
from lkipnb.report.made import standing
from lkipnb.report.order import Order
from lkipnb.report.pieces import OTHER_PROGRAM
from lkipnb.storage import lock, scratch

ALL = ["01_satu", "02_dua", "html", "pdf"]
FORMATS = ["html", "pdf"]


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def chapter(folder: Path, name: str, source: str) -> None:
    folder.mkdir(exist_ok=True)
    parameters = nbformat.v4.new_code_cell(
        'opd = "x"\ntahun = 1', metadata={"tags": ["parameters"]}, id="parameters"
    )
    made = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "x", "language": "python"}}
    )
    made.cells = [parameters, nbformat.v4.new_code_cell(source, id="isi")]
    nbformat.write(made, folder / f"{name}.ipynb")


@dataclass
class Place:
    """A small agency with two chapters, of which the first shows its targets."""

    path: Path

    @property
    def year(self) -> Path:
        return self.path / "data/kecil/2023"

    def order(self, out: str = "out", formats=FORMATS) -> Order:
        return Order(
            kecil.OPD,
            kecil.TAHUN,
            self.path / "data",
            self.path / "bab",
            self.path / out,
            formats,
        )

    def made(self, formats=FORMATS, known: Ledger | None = None) -> list[str]:
        """The chapters and formats that `lkipnb report` makes now."""
        order = self.order(formats=formats)
        known = known or ledger.read(order.target())
        told: list[str] = []
        if standing(order, known) is None:
            build(order, told.append, known)
        return [step for step in told if step not in ("periksa data", "simpan")]

    def whole(self) -> dict[str, bytes]:
        """Every file of the report."""
        return contents(self.order().target())

    def anew(self) -> dict[str, bytes]:
        """Every file of a report that remembers nothing, in another place."""
        return contents(build(self.order("lain")).folder)


def contents(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


class Quick:
    """Runs no chapter: the first shows the targets of the year, the other itself."""

    def __init__(self, data: Path):
        self.shown = data / "kecil/2023/kinerja.csv"
        self.looked: frozenset[str] = frozenset()

    def run(self, chapters, parameters, progress):
        made = {}
        for source in chapters:
            progress(source.stem)
            made[source] = nbformat.read(source, 4)
            if source.stem == "01_satu":
                text = self.shown.read_text(encoding="utf-8")
                made[source].cells[1].outputs = [nbformat.v4.new_output("stream", text=text)]
        return made

    def seen(self):
        return self.looked


@pytest.fixture
def place(tmp_path, monkeypatch) -> Place:
    kecil.buat(tmp_path / "data")
    for name in ("01_satu", "02_dua"):
        chapter(tmp_path / "bab", name, f"'{name}'")
    return Place(tmp_path)


@pytest.fixture
def kernel(place, monkeypatch) -> Quick:
    """In the place of a kernel, and formats that cost nothing."""
    quick = Quick(place.path / "data")
    monkeypatch.setattr(build_module.run, "warm", lambda data, folder: nullcontext(quick))
    monkeypatch.setattr(files, "assembled", lambda executed, front, impor: (texts(executed), front))
    monkeypatch.setattr(files.Around, "berdata", lambda around, document: document)
    monkeypatch.setattr(files, "FORMATS", {form: named(form) for form in FORMATS})
    return quick


def texts(executed) -> list[str]:
    return [nbformat.writes(notebook) for notebook in executed.values()]


def named(form: str) -> SimpleNamespace:
    def make(document) -> bytes:
        shown, front = document
        return "\n".join([form, front.judul, *shown]).encode()

    return SimpleNamespace(file=f"lkip.{form}", make=make, berdata=form == "pdf")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def a_table(place: Place) -> None:
    change(place.year / "kinerja.csv", "60", "61")


def a_list_that_no_chapter_shows(place: Place) -> None:
    with (place.path / "data/referensi/peraturan.csv").open("a", encoding="utf-8") as file:
        file.write("\n")


def prose(place: Place) -> None:
    (place.year / "narasi").mkdir()
    (place.year / "narasi/simpulan.md").write_text("Kinerja baik.", encoding="utf-8")


def the_name_on_the_cover(place: Place) -> None:
    change(place.year / "profil.yaml", "Dinas Kesehatan", "Dinas Perikanan")


def a_notebook(place: Place) -> None:
    chapter(place.path / "bab", "02_dua", "'lain'")


def a_new_chapter(place: Place) -> None:
    chapter(place.path / "bab", "03_tiga", "'tiga'")


def the_page_is_lost(place: Place) -> None:
    (place.order().target() / "lkip.html").unlink()


def an_executed_chapter_is_changed(place: Place) -> None:
    with (place.order().target() / "notebooks/02_dua.ipynb").open("a") as file:
        file.write(" ")


def a_later_year(place: Place) -> None:
    (place.path / "data/kecil/2024").mkdir()
    (place.path / "data/kecil/2024/kinerja.csv").write_text("rusak")


def an_earlier_year(place: Place) -> None:
    (place.path / "data/kecil/2022").mkdir()


def a_file_of_an_earlier_year(place: Place) -> None:
    an_earlier_year(place)
    (place.path / "data/kecil/2022/catatan.txt").write_text("x")


def a_copy_that_an_import_left(place: Place) -> None:
    (place.year / "kinerja.csv.cadangan-1").write_text("x")


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        (lambda place: None, []),
        (a_table, ALL),
        (a_list_that_no_chapter_shows, ["01_satu", "02_dua", "pdf"]),
        (prose, ["01_satu", "02_dua", "pdf"]),
        (the_name_on_the_cover, ALL),
        (a_notebook, ["02_dua", "html", "pdf"]),
        (a_new_chapter, ["03_tiga", "html", "pdf"]),
        (the_page_is_lost, ["html"]),
        (an_executed_chapter_is_changed, ["02_dua"]),
        (a_later_year, []),
        (an_earlier_year, []),
        # A PDF holds the data, but no file that nothing reads.
        (a_file_of_an_earlier_year, ["01_satu", "02_dua"]),
        (a_copy_that_an_import_left, []),
    ],
)
def test_what_is_made_again_is_what_depends_on_the_change(place, kernel, changed, again):
    assert place.made() == ALL
    changed(place)
    assert place.made() == again
    assert place.made() == []
    there = place.whole()
    there.pop("notebooks/02_dua.diubah.ipynb", None)
    assert there == place.anew()


def test_a_format_is_made_when_it_is_asked_for_and_then_stays(place, kernel):
    assert place.made(["html"]) == ["01_satu", "02_dua", "html"]
    assert place.made(["pdf"]) == ["pdf"]
    assert place.made(["html"]) == []
    assert place.made() == []


def test_force_makes_everything_again(place, kernel, capsys):
    place.made()
    order = place.order()
    assert place.made(known=Ledger(order.target())) == ALL
    arguments = ["report", "2023", "--opd", "kecil", "--data", str(order.data)]
    arguments += ["--out", str(order.out), "--notebooks", str(order.notebooks)]
    main(arguments)
    assert "01_satu" not in capsys.readouterr().err
    main([*arguments, "--force"])
    assert "01_satu" in capsys.readouterr().err


def test_another_program_makes_everything_again_and_says_so(place, kernel, monkeypatch):
    place.made()
    monkeypatch.setattr(sources, "program", lambda: "lain")
    order = place.order()
    known = ledger.read(order.target())
    assert standing(order, known) is None
    told: list[str] = []
    assert build(order, told.append, known).pesan == OTHER_PROGRAM
    assert set(ALL) < set(told)


def test_a_program_that_changes_under_a_run_is_not_remembered(place, kernel, monkeypatch):
    monkeypatch.setattr(sources, "loaded", lambda: "sebelum")
    monkeypatch.setattr(build_module, "loaded", lambda: "sebelum")
    assert place.made() == ALL
    assert place.made() == ALL


def test_every_file_of_the_package_and_every_library_is_the_program(tmp_path, monkeypatch):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/lkip.css").write_text("a")
    monkeypatch.setattr(sources, "PACKAGE", tmp_path)
    before = sources.program()
    assert sources.program() == before
    (tmp_path / "templates/lkip.css").write_text("b")
    changed = sources.program()
    monkeypatch.setattr(sources, "_libraries", lambda places: ["pandas-9.dist-info"])
    assert len({before, changed, sources.program()}) == 3


def test_a_chapter_that_looks_elsewhere_is_run_each_time(place, kernel):
    kernel.looked = frozenset({"/etc/hostname"})
    assert place.made() == ALL
    assert place.made() == ["01_satu", "02_dua"]
    data = os.path.realpath(place.path / "data")
    kernel.looked = frozenset({f"{data}/kecil/2023/kinerja.csv", f"{data}/kecil/"})
    place.made()
    assert place.made() == []
    kernel.looked = frozenset({f"{data}/lain/2023/kinerja.csv"})
    a_table(place)
    place.made()
    assert place.made() == ["01_satu", "02_dua"]


def remembered(place: Place) -> Path:
    (path,) = scratch.root().glob(f"*{ledger.SUFFIX}")
    return path


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"isi": 1, "sidik": 1}', None])
def test_a_broken_memory_is_never_used_and_told(place, kernel, broken):
    place.made()
    path = remembered(place)
    told = path.read_text().replace('"galat": ', '"galat": 1') if broken is None else broken
    path.write_text(told)
    order = place.order()
    known = ledger.read(order.target())
    assert known.pesan == BROKEN
    assert place.made() == ALL
    assert build(order, known=known).pesan == BROKEN


def test_the_memory_of_another_user_is_never_used_and_told(place, kernel, monkeypatch):
    place.made()
    path, own = remembered(place), os.getuid()
    found = SimpleNamespace(st_uid=own + 1)
    lstat = Path.lstat
    monkeypatch.setattr(Path, "lstat", lambda self: found if self == path else lstat(self))
    known = ledger.read(place.order().target())
    assert known == replace(Ledger(place.order().target()), pesan=FOREIGN)


def test_a_report_that_somebody_else_made_is_not_taken_for_ours(place, kernel):
    place.made()
    remembered(place).unlink()
    (place.order().target() / "lkip.pdf").write_text("palsu")
    assert place.made() == ALL
    assert (place.order().target() / "lkip.pdf").read_text() != "palsu"


def test_the_memory_holds_hashes_and_no_word_of_the_report(place, kernel):
    place.made()
    text = remembered(place).read_text()
    assert remembered(place).parent.stat().st_mode & 0o77 == 0
    words = set(re.findall(r"[A-Za-z]{4,}", (place.year / "profil.yaml").read_text()))
    assert not {"Kesehatan", "Cakupan"} & set(re.findall(r"\w+", text))
    assert "Kesehatan" in words
    assert len(json.loads(text)["isi"]["berkas"]) == len(place.whole())


def test_the_oldest_reports_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "MOST", 2)
    for number in range(3):
        ledger.write(Ledger(tmp_path / str(number), kunci="x"))
        (path,) = {*scratch.root().glob(f"*{ledger.SUFFIX}")} - {
            scratch.private((tmp_path / str(n)).resolve(), ledger.SUFFIX) for n in range(number)
        }
        os.utime(path, (number, number))
    ledger.write(Ledger(tmp_path / "3", kunci="x"))
    known = [ledger.read(tmp_path / str(number)).kunci for number in range(4)]
    assert known == ["", "", "x", "x"]


REAL = """import lkipnb
lk = lkipnb.open(opd, tahun, bab="1")
lk.tabel.capaian_iku()"""
OTHER = "import pandas as pd\npd.DataFrame({'a': [1.23456789]})"


def test_chapters_that_run_give_the_same_bytes_alone_and_together(place):
    """The second chapter shows a frame; the first sets how frames are shown for all."""
    first = f"import pandas as pd\npd.set_option('display.precision', 2)\n{REAL}"
    chapter(place.path / "bab", "01_satu", first)
    chapter(place.path / "bab", "02_dua", OTHER)
    assert place.made(["html"]) == ["01_satu", "02_dua", "html"]
    chapter(place.path / "bab", "02_dua", f"{OTHER}.T")
    assert place.made(["html"]) == ["02_dua", "html"]
    assert place.whole() == contents(build(place.order("lain", ["html"])).folder)
    assert "1.234568" in place.whole()["lkip.html"].decode()
    a_table(place)
    assert place.made(["html"]) == ["01_satu", "02_dua", "html"]
    assert place.whole() == contents(build(place.order("lain", ["html"])).folder)


def test_a_document_bound_behind_the_report_makes_its_page_again(place, kernel, monkeypatch):
    """What a format shows beside the chapters counts too, whatever it is."""
    place.made()
    bound = files.terlampir

    def other(document, data):
        return (*bound(document, data), "lampiran")

    monkeypatch.setattr(files, "terlampir", other)
    monkeypatch.setattr(files, "FORMATS", {"html": files.FORMATS["html"]})
    made: list[bytes] = []
    monkeypatch.setattr(files.FORMATS["html"], "make", lambda document: made.append(b"") or b"baru")
    order = place.order(formats=["html"])
    build(order, known=ledger.read(order.target()))
    assert made == [b""]


@pytest.mark.parametrize(
    "looks",
    [
        "open(folder / 'sendiri.csv').read()",
        "pd.read_csv(folder / 'sendiri.csv')",
        "list(folder.iterdir())",
        "import os; os.system('true')",
        "import socket; socket.socket().connect_ex(('127.0.0.1', 9))",
        "lkipnb.open('lain', tahun)",
    ],
)
def test_python_tells_what_a_chapter_looked_at(place, looks):
    shutil.copytree(place.path / "data/kecil", place.path / "data/lain")
    own = place.path / "sendiri"
    own.mkdir()
    (own / "sendiri.csv").write_text("a\n1\n")
    before = f"import lkipnb, pandas as pd\nfrom pathlib import Path\nfolder = Path({str(own)!r})\n"
    chapter(place.path / "bab", "02_dua", f"{before}try:\n    {looks}\nexcept Exception: pass")
    assert place.made(["html"]) == ["01_satu", "02_dua", "html"]
    assert place.made(["html"]) == ["02_dua"]


def test_a_report_that_another_run_makes_is_not_said_to_stand(place, kernel):
    place.made()
    order = place.order()
    known = ledger.read(order.target())
    assert standing(order, known) is not None
    with lock.alone(order.target(), "report"):
        assert standing(order, known) is None
    assert standing(order, known) is not None


def test_what_a_killed_run_left_of_the_memory_goes_with_the_next(place, kernel):
    place.made()
    note = remembered(place)
    left = note.with_name(f".{note.name}.baru-0123abcd")
    left.write_text("separuh")
    place.made(known=Ledger(place.order().target()))
    assert not left.exists()
