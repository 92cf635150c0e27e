"""Customs of real agencies: scales, derived indicators, printed predicates, percentages without
amounts.
"""

from __future__ import annotations

import re
from decimal import Decimal

import lxml.html
import pandas as pd
import pytest
from baris import baris
from conftest import OPD, TAHUN, chapter_outputs
from pydantic import ValidationError

import lkipnb
from lkipnb.audit import audit
from lkipnb.calculate.klaim import klaim_anggaran
from lkipnb.calculate.serapan import bagian, serapan_anggaran
from lkipnb.errors import DataError
from lkipnb.load.measured import typed
from lkipnb.model import BagianAnggaran, Batas
from lkipnb.present.format import nilai
from lkipnb.present.tabel.daftar.skala import selang_berkata
from lkipnb.rules import Skala, rules
from lkipnb.schemas import Anggaran, Kinerja

ANYWAY = {
    "nama": "Skala uji",
    "dasar": "Keputusan kepala dinas",
    "satuan": "persen",
    "berlaku": {"dari": 2006},
}
EXACT = [
    {"dari": 100, "predikat": "Melampaui"},
    {"dari": 100, "sampai": 100, "predikat": "Sesuai"},
    {"sampai": 100, "predikat": "Di bawah"},
]
MIDDLE = [
    {"dari": 90, "predikat": "Tinggi"},
    {"dari": 60, "sampai": 90, "predikat": "Sedang", "batas": "keduanya"},
    {"sampai": 60, "predikat": "Rendah"},
]
FLOORED = [
    {"dari": 0, "predikat": "Ada"},
    {"dari": 0, "sampai": 0, "predikat": "Tidak ada data"},
]


def scale(classes: list[dict], **more) -> Skala:
    return Skala(selang=classes, **ANYWAY, **more)


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        (EXACT, ["lebih dari 100%", "tepat 100%", "kurang dari 100%"]),
        (MIDDLE, ["lebih dari 90%", "60% sampai 90%", "kurang dari 60%"]),
    ],
)
def test_a_class_is_told_with_its_bounds(classes, words):
    made = scale(classes)
    assert [selang_berkata(n, made) for n in range(len(classes))] == words


@pytest.mark.parametrize(
    ("classes", "fault"),
    [
        ([EXACT[0] | {"batas": "bawah"}, *EXACT[1:]], "batas 100 termasuk keduanya"),
        (
            [MIDDLE[0] | {"batas": "tanpa"}, MIDDLE[1] | {"batas": "tanpa"}, MIDDLE[2]],
            "batas 90 tidak termasuk satu pun",
        ),
        (FLOORED, "di bawah 0 tidak ada predikat"),
    ],
)
def test_a_number_of_two_classes_or_of_none_is_refused(classes, fault):
    with pytest.raises(ValidationError, match=fault):
        scale(classes)


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ("IKU-2; IKU-99", "tidak ada di kolom kode pada indikator.csv"),
        ("IKU-1", "IKU-1 mengikuti dari dirinya sendiri"),
        ("", "kode indikatornya belum diisi"),
    ],
)
def test_parts_that_cannot_be_are_named(data, parts, fault):
    rows = data.rows("indikator")
    more = {"IKU-1": ["jumlah", parts]}
    wider = [[*row, *more.get(row[0], ["", ""])] for row in rows[1:]]
    data.write("indikator", [[*rows[0], "turunan", "turunan_dari"], *wider])
    with pytest.raises(DataError) as caught:
        lkipnb.open(OPD, TAHUN, data=data.path)
    assert [(f.column, f.row) for f in caught.value.faults] == [("turunan_dari", 2)]
    assert fault in caught.value.faults[0].expected


def read(target: str, **kind: str) -> tuple[object, list]:
    kinds = pd.DataFrame(
        [{"kode": "A", "jenis": "angka", "jenjang": None, "satuan": "unit"} | kind]
    )
    cells = pd.DataFrame(
        {"indikator": ["A"], "target": [target], "realisasi": [None], "nilai_batas": [None]},
        dtype=object,
    )
    frame, faults = typed(cells, Kinerja.table, kinds)
    return frame.target[0], [fault.expected for fault in faults]


def test_what_can_be_read_in_two_ways_is_asked_about():
    (told,) = read("30 bidang", satuan="orang")[1]
    assert (
        told == "satuan “bidang” bukan satuan indikator, orang; samakan, atau tulis angkanya saja"
    )
    (told,) = read("< inflasi nasional")[1]
    assert (
        told
        == "berapa inflasi nasional? isi angkanya pada kolom nilai_batas, atau tulis batas berupa"
        " angka"
    )


def test_a_bound_keeps_how_it_was_written():
    target, faults = read("paling banyak 5 hari", satuan="hari")
    assert (target, target.tanda, faults) == (5, "<=", [])
    assert nilai(target, "hari") == "≤ 5 hari"
    assert nilai(Batas("2.61", "<", "inflasi nasional"), "%") == "< inflasi nasional (2,61%)"


def test_a_level_keeps_its_score():
    target, _ = read("BB (72)", jenis="jenjang", jenjang="B; BB; A")
    assert (target, nilai(target, "predikat")) == ("BB", "BB (72)")


def test_a_printed_predicate_is_compared_with_the_computed(data):
    rows = data.rows("kinerja")
    told = {"IKU-1": "Berhasil", "IKU-2": "tidak berhasil"}
    data.write(
        "kinerja",
        [[*rows[0], "predikat_tercetak"], *([*row, told.get(row[0], "")] for row in rows[1:])],
    )
    (found,) = [t for t in audit(OPD, TAHUN, data.path).temuan if t.aturan == "predikat-klaim"]
    assert (found.tercetak, found.seharusnya, found.baris) == ("Berhasil", "Tidak Berhasil", 2)
    assert found.pesan == (
        "predikat IKU-1 tercetak Berhasil, "
        "capaiannya 51,20 persen pada skala instansi Tidak Berhasil"
    )


@pytest.mark.parametrize(("realisasi", "times"), [("1000", 0), ("1000.01", 1)])
def test_a_capaian_beyond_ten_times_is_a_finding(data, realisasi, times):
    data.set("indikator", data.row_of("indikator", "kode", "IKU-7"), "maksimum", "")
    data.set("kinerja", data.row_of("kinerja", "indikator", "IKU-7"), "realisasi", realisasi)
    found = [t for t in audit(OPD, TAHUN, data.path).temuan if t.aturan == "capaian-berlipat"]
    assert len(found) == times


def budget(*lines: tuple[str, str | None, str | None]) -> list[Anggaran]:
    """Lines of a budget: code, realisasi, printed percentage; pagu 100 each."""
    return [
        baris(
            Anggaran,
            kode_rekening=code,
            uraian=code,
            pagu_rp=Decimal(100),
            realisasi_rp=spent and Decimal(spent),
            serapan_persen=share and Decimal(share),
        )
        for code, spent, share in lines
    ]


def whole(printed: list[Anggaran]) -> BagianAnggaran:
    law = rules(2023).anggaran
    return bagian(serapan_anggaran(printed, law), law)


def test_a_percentage_without_amounts_is_told_and_gives_no_amounts():
    printed = budget(
        ("1.06.02", None, None), ("1.06.02.2.01", None, "87.5"), ("1.06.02.2.02", "90", "90")
    )
    computed = whole(printed)
    known = {line.kode_rekening: line for line in computed.baris}
    alone = known["1.06.02.2.01"]
    assert (alone.serapan_persen, alone.realisasi_rp) == (Decimal("87.5"), None)
    assert known["1.06.02"].serapan_persen is None
    assert computed.jumlah.serapan_persen is None
    claims = klaim_anggaran(printed, computed.baris)
    claimed = [claim.kode for claim in claims if claim.kode.endswith("serapan_persen")]
    assert claimed == ["1.06.02.2.02 serapan_persen"]


def test_activities_without_a_programme_are_summed_apart():
    printed = budget(
        ("1.06.02", None, None), ("1.06.02.2.01", "90", None), ("1.06.03.2.01", "70", None)
    )
    outside = whole(printed).tanpa_program
    assert (outside.pagu_rp, outside.realisasi_rp) == (100, 70)
    assert whole(printed[:2]).tanpa_program is None


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_report_says_that_amounts_are_not_known(data):
    data.set(
        "anggaran", data.row_of("anggaran", "kode_rekening", "1 06 01 21 03"), "realisasi_rp", ""
    )
    lk = lkipnb.open(OPD, TAHUN, bab="3", data=data.path)
    row = next(
        line
        for line in re.findall(r"<tr.*?</tr>", lk.tabel.anggaran().html, re.DOTALL)
        if "1 06 01 21 03" in line
    )
    assert words(row).endswith("1.506.303.900 – – 98,64%")
    told = words(" ".join(html for html in chapter_outputs(lk).values()))
    assert (
        "Untuk 1 baris anggaran sumber hanya menyebut persentase serapannya; jumlah rupiahnya tidak"
        " diketahui." in told
    )


def test_activities_without_a_programme_stand_in_the_table_of_programmes(data):
    rows = data.rows("anggaran")
    at = rows[0].index("kode_rekening")
    for row in rows:
        row[at] = row[at].replace("1 06 01 21 03", "1 06 02 21 03")
    data.write("anggaran", [row for row in rows if row[at] != "1 06 01 21"])
    lk = lkipnb.open(OPD, TAHUN, bab="3", data=data.path)
    assert "Kegiatan tanpa program 1.506.303.900 1.485.747.600" in words(lk.tabel.program().html)
    assert "Kegiatan tanpa program 1.506.303.900" in words(lk.tabel.perjanjian_program().html)
    told = words(" ".join(html for html in chapter_outputs(lk).values()))
    assert "Kegiatan senilai Rp1.506.303.900 tidak disebut programnya." in told


def test_a_code_that_the_source_does_not_print_is_not_shown(data):
    year = data.path / "contoh" / "2023"
    for name in ("anggaran", "dukungan"):
        path = year / f"{name}.csv"
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"(?m)(^|(?<=,))1\.02\.(\d\d)(?=[.,\n])", r"#\2", text), encoding="utf-8"
        )
    (year / "klaim.csv").unlink()  # its measures name the codes
    lk = lkipnb.open("contoh", 2023, data=data.path)
    assert set(lk.hasil.anggaran.kode_rekening.str[0]) == {"#"}
    pages = " ".join(chapter_outputs(lk).values())
    words = lxml.html.fromstring(f"<div>{pages}</div>").text_content()
    assert "Pembangunan Puskesmas" in words
    assert "#" not in words
    assert not [
        found for found in audit("contoh", 2023, data.path).temuan if "kode" in found.aturan
    ]
