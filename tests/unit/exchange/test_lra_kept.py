"""A reading that is kept for an agency: next month's export goes in by one command, another layout
is told and asked about.
"""

from __future__ import annotations

import re

import pytest
import yaml

from lkipnb.cli import main
from lkipnb.errors import DataError
from lkipnb.exchange.lra import Pilihan, baca, baca_kolom, baca_seperti, dari, simpan, tersimpan

OPD = "dinsos-flores-timur"
# Quarters that rise: whether they pile up only a person knows.
QUARTERS = """LAPORAN PER 31 MARET 2020;;;;
Kode;Uraian;Pagu;Realisasi Januari 2020;Realisasi Februari 2020
1.06.01.15;Program Satu;100000000;10000000;30000000
1.06.01.15.08;Kegiatan Satu;100000000;10000000;30000000
"""
LATER = QUARTERS.replace("MARET", "APRIL").replace("Februari", "x").replace("Januari", "Februari")
LATER = LATER.replace("x 2020", "Maret 2020").replace("30000000", "45000000")


@pytest.fixture
def command(tmp_path, data, capsys):
    """Types an import of a text, and gives the exit code with all that was said."""

    def typed(text: str, *options: str) -> tuple[int, str]:
        path = tmp_path / "lra.csv"
        path.write_text(text, encoding="utf-8")
        where = ["--opd", OPD, "--tahun", "2020", "--data", str(data.path)]
        code = main(["import", "--lra", str(path), *where, *options])
        said = capsys.readouterr()
        return code, said.out + said.err

    return typed


@pytest.fixture
def kept(data):
    return data.path / OPD / "impor.yaml"


def test_what_was_decided_is_kept_as_plain_text(command, kept):
    code, told = command(QUARTERS, "--kolom", "realisasi=E", "--simpan")
    assert (code, "impor.yaml" in told) == (0, True)
    assert yaml.safe_load(kept.read_text()) == {
        "judul": {
            "A": "Kode",
            "B": "Uraian",
            "C": "Pagu",
            "D": "Realisasi <bulan-1> <tahun>",
            "E": "Realisasi <bulan> <tahun>",
        },
        "kolom": {"murni": "", "pagu": "C", "realisasi": "E", "fisik": ""},
        "disebut": ["realisasi"],
        "satuan": 1,
        "tingkat": "kode",
    }


def test_the_next_month_goes_in_by_one_command(command, data):
    assert command(QUARTERS)[0] == 1
    assert command(QUARTERS, "--kolom", "realisasi=E", "--simpan")[0] == 0
    code, told = command(LATER)
    assert code == 0
    assert f"Dibaca dengan cara yang tersimpan untuk {OPD}." in told
    assert [row[4] for row in data.rows("anggaran")[1:]] == ["45000000", "45000000"]


def test_a_look_keeps_nothing(command, kept):
    assert command(QUARTERS, "--kolom", "realisasi=E", "--simpan", "--lihat")[0] == 0
    assert not kept.exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Pagu;", "Pagu Murni;", "kolom C dahulu berjudul “Pagu”, sekarang “Pagu Murni”"),
        ("Realisasi Maret 2020", "Realisasi April 2020", "kolom D dahulu berjudul .*<bulan-1>"),
        ("Maret 2020", "Maret 2020;Fisik", "kolom F “Fisik” dahulu tidak ada"),
        (";Realisasi Maret 2020", "", "kolom E dahulu berjudul .*, sekarang tidak berjudul"),
        ("Maret 2020", "Maret 2019", "kolom E .* sekarang “Realisasi Maret 2019”"),
    ],
)
def test_a_heading_that_changed_is_told_and_nothing_is_written(command, data, old, new, told):
    command(QUARTERS, "--kolom", "realisasi=E", "--simpan")
    before = data.rows("anggaran")
    assert old in LATER
    code, said = command(LATER.replace(old, new))
    assert code == 1
    assert re.search(told, said), said
    assert "--simpan" in said
    assert data.rows("anggaran") == before


def test_many_changed_headings_are_told_in_one_line(tmp_path):
    path = tmp_path / "lra.csv"
    path.write_text(LATER)
    chosen = Pilihan(2020, kolom=baca_kolom(["realisasi=E"]))
    kept = dari(baca(path, chosen), chosen)
    path.write_text(LATER.replace("Kode;Uraian;Pagu;Realisasi", "Kode Rek;Nama;Anggaran;SPJ"))
    with pytest.raises(DataError, match="; dan 1 kolom lagi; bila tata letak") as caught:
        baca_seperti(path, kept, 2020)
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: f"(dalam ribuan rupiah);;;;\n{text}", "satuan dahulu 1, sekarang 1000"),
        (
            lambda text: text.replace("1.06.01.15.08;", ";  ").replace("1.06.01.15;", ";"),
            "tingkat baris menurut dahulu kode, sekarang tanpa kode",
        ),
    ],
)
def test_what_is_understood_otherwise_is_told(command, change, told):
    command(QUARTERS, "--kolom", "realisasi=E", "--simpan")
    code, said = command(change(LATER))
    assert (code, told in said) == (1, True), said


def test_another_column_under_the_same_headings_is_told(command):
    rows = "Kode;Uraian;Pagu Dinas;Pagu;Realisasi\n1.06.01.15;Program Satu;{};8000000\n"
    assert command(rows.format(";10000000"), "--simpan")[0] == 0
    code, said = command(rows.format("10000000;"))
    assert (code, "kolom pagu dahulu D, sekarang C" in said) == (1, True), said


def test_a_named_column_sets_the_kept_reading_aside(command):
    command(QUARTERS, "--kolom", "realisasi=E", "--simpan")
    code, told = command(LATER.replace("Pagu", "Anggaran"), "--kolom", "realisasi=D")
    assert code == 0
    assert f"Cara membaca yang tersimpan untuk {OPD} tidak dipakai kali ini." in told


SOUND = "judul: {A: Kode, C: Pagu}\nkolom: {pagu: C}\nsatuan: 1\ntingkat: kode\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a",
        SOUND.replace("Pagu}", "Pagu, 1: x}"),
        SOUND.replace("Pagu}", "''}"),
        SOUND.replace("pagu: C", "pagu: c; rm"),
        SOUND.replace("pagu: C", "uang: C"),
        SOUND.replace("satuan: 1", "satuan: -1"),
        SOUND.replace("satuan: 1", "satuan: 1e9999"),
        SOUND.replace("tingkat: kode", "tingkat: lain"),
        SOUND + "perintah: x\n",
        SOUND + "disebut: [lain]\n",
        SOUND + "unit: &a x\n",
        SOUND + "unit: !!python/object:os.system x\n",
        SOUND.replace("Pagu", "Pagu\u202e"),
    ],
)
def test_a_kept_reading_that_is_not_sound_is_refused(data, kept, text):
    kept.write_text(SOUND)
    assert tersimpan(data.path, OPD).kolom == {"pagu": "C"}
    kept.write_text(text)
    with pytest.raises(DataError, match=r"impor\.yaml"):
        tersimpan(data.path, OPD)


def test_a_link_does_not_lead_out_of_the_agency(data, kept, tmp_path):
    elsewhere = tmp_path / "lain.yaml"
    elsewhere.write_text(SOUND)
    kept.symlink_to(elsewhere)
    with pytest.raises(DataError, match="menunjuk ke luar"):
        tersimpan(data.path, OPD)
    path = tmp_path / "lra.csv"
    path.write_text(QUARTERS)
    chosen = Pilihan(2020, kolom=baca_kolom(["realisasi=E"]))
    with pytest.raises(DataError, match="menunjuk ke luar"):
        simpan(dari(baca(path, chosen), chosen), data.path, OPD)
    assert elsewhere.read_text() == SOUND
