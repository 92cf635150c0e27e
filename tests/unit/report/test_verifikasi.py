"""A PDF alone can be audited: what follows from its data is told apart from what does not."""

from __future__ import annotations

import io
import json

import kecil
import pytest
from berkas import SHIELD, berlambang, jpeg, letakkan, pdf
from pypdf import PdfReader, PdfWriter

from lkipnb.cli import main
from lkipnb.errors import UsageError
from lkipnb.load.places import shipped_chapters
from lkipnb.report.build import build
from lkipnb.report.order import Order
from lkipnb.report.paket import dari_pdf, deskriptor
from lkipnb.report.verifikasi import verifikasi

BOUND = [{"urutan": 1, "judul": "Perjanjian", "berkas": "a.pdf"}]
FOTO = {"berkas": "a.jpg", "tempat": "S1", "judul": "Kegiatan", "alt": "Bidang hijau tanpa orang"}


def made(folder, realisasi: str):
    data = kecil.buat(
        folder, kinerja=[kecil.kinerja(realisasi=realisasi)], foto=[FOTO], lampiran=BOUND
    )
    letakkan(data, a_jpg=jpeg(), a_pdf=pdf(2), l_svg=SHIELD.format("").encode())
    berlambang(data, "l.svg")
    (data / kecil.OPD / str(kecil.TAHUN) / "catatan.txt").write_text("lain", encoding="utf-8")
    order = Order(kecil.OPD, kecil.TAHUN, data, shipped_chapters(), folder / "out", ("pdf",))
    return build(order).folder / "lkip.pdf"


@pytest.fixture(scope="module")
def honest(tmp_path_factory):
    return made(tmp_path_factory.mktemp("jujur"), "50")


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    return made(tmp_path_factory.mktemp("lain"), "57")


def with_files(path, files: dict[str, bytes], target):
    """The pages of a PDF with other content of attached files."""
    writer = PdfWriter(clone_from=PdfReader(path))
    for each in writer.attachment_list:
        name = each.name.rpartition("/")[2]
        if name in files:
            each.content = files[name]
    with target.open("wb") as file:
        writer.write(file)
    return target


def test_an_honest_report_follows_whole(honest, capsys):
    assert main(["verify", str(honest)]) == 0
    told = capsys.readouterr().out
    assert "Setiap angka pada halaman dan tabelnya mengikuti dari data" in told


def test_pages_that_say_something_else_than_the_data_are_told_with_both(
    honest, other, tmp_path, capsys
):
    """The pages of one report, the data of another: as if a figure had been painted over."""
    data = dict(dari_pdf.baca(other.read_bytes()).berkas)
    forged = with_files(honest, data, tmp_path / "lkip.pdf")
    found = verifikasi(forged)
    assert not found.mengikuti
    assert (found.rusak, found.tabel_beda) == ((), ())
    pairs = {(each.tercetak, each.seharusnya) for each in found.beda if each.angka}
    assert any("83,33%" in here and "95,00%" in there for here, there in pairs)
    assert main(["verify", str(forged)]) == 1
    assert "TIDAK semuanya mengikuti" in capsys.readouterr().out


def test_an_input_that_was_changed_and_a_result_that_was_are_told(honest, tmp_path):
    held = dari_pdf.baca(honest.read_bytes()).berkas
    input_name, result = "masukan-kecil-2023-sasaran.csv", "hasil-capaian.csv"
    changed = {
        input_name: held[input_name].replace(b"mutu", b"muka"),
        result: held[result].replace(b"50", b"51"),
    }
    found = verifikasi(with_files(honest, changed, tmp_path / "lkip.pdf"))
    assert found.rusak == ("kecil/2023/sasaran.csv",)
    assert result in found.tabel_beda


def test_chapters_of_an_office_are_not_run_and_this_is_said(honest, tmp_path):
    held = dari_pdf.baca(honest.read_bytes())
    manifest = json.dumps({**held.manifest, "bab": {"00_lain.ipynb": "0"}}).encode()
    found = verifikasi(with_files(honest, {"manifest.json": manifest}, tmp_path / "lkip.pdf"))
    assert found.halaman == 0
    assert "bab yang bukan bawaan" in found.catatan[0]


@pytest.mark.parametrize("place", ["../lari.csv", "/etc/a.csv", "a/2023/../../x.csv", "a/.x.csv"])
def test_a_package_writes_nothing_beside_its_folder(honest, tmp_path, place):
    held = dari_pdf.baca(honest.read_bytes()).berkas
    told = json.loads(held[deskriptor.FILE])
    told["lkipnb"]["masukan"][0]["tempat"] = place
    files = {deskriptor.FILE: json.dumps(told).encode()}
    path = with_files(honest, files, tmp_path / "lkip.pdf")
    with pytest.raises(UsageError, match="paket data di dalam PDF ini tidak dapat dibaca"):
        verifikasi(path)


def test_what_is_no_report_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(1))
    with pytest.raises(UsageError, match="tidak memuat paket data"):
        verifikasi(path)
    path.write_bytes(b"halo")
    with pytest.raises(UsageError, match="PDF tidak dapat dibaca"):
        verifikasi(path)
    with pytest.raises(UsageError):
        verifikasi(tmp_path / "tidak-ada.pdf")


def test_the_attached_files_are_data_by_their_kind(honest):
    reader = PdfReader(io.BytesIO(honest.read_bytes()))
    relations = {each.associated_file_relationship for each in reader.attachment_list}
    assert relations == {"/Data"}
