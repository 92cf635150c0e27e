"""One rule a test, on the smallest agency that breaks it and on the nearest one that does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from kecil import OPD, TAHUN, Row, anggaran, buat, indikator, kinerja, klaim, temuan

from lkipnb.audit import audit
from lkipnb.audit.acceptance import Diterima
from lkipnb.audit.aturan.bagian_kinerja import PARTS, PLAN, QUARTER
from lkipnb.audit.aturan.pegawai import SPREAD, TOTAL
from lkipnb.audit.aturan.rumusan import NAMA, SASARAN
from lkipnb.audit.contract import KONTRAK
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN
from lkipnb.audit.tertahan import SEBAB


def levels(folder: Path, rule: str) -> list[str]:
    return [each.tingkat for each in temuan(folder, rule)]


def told(folder: Path, rule: str) -> str:
    return "\n".join(f"{each.pesan} {each.sebab} {each.saran}" for each in temuan(folder, rule))


def write(folder: Path, piece: str, text: str) -> Path:
    """The folder with a text of the agency's own."""
    path = folder / OPD / str(TAHUN) / "narasi" / f"{piece}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


VALUES = {"nilai_pembilang": "30", "nilai_penyebut": "60"}


@pytest.mark.parametrize(("realisasi", "wrong"), [("50", []), ("55", [GALAT])])
def test_a_realisasi_follows_from_its_parts(tmp_path, realisasi, wrong):
    folder = buat(
        tmp_path,
        indikator=[indikator(pembilang="Rumah berair minum", penyebut="Rumah")],
        kinerja=[kinerja(realisasi=realisasi, **VALUES)],
    )
    assert levels(folder, PARTS) == wrong


@pytest.mark.parametrize(
    ("way", "fourth", "wrong"),
    [
        ("jumlah", "20", []),
        ("jumlah", "5", [GALAT]),
        ("terakhir", "50", []),
        ("terakhir", "20", [GALAT]),
        ("rata-rata", "170", []),
        ("rata-rata", "50", [GALAT]),
    ],
)
def test_the_value_of_a_year_follows_from_its_quarters(tmp_path, way, fourth, wrong):
    quarters = [
        {"indikator": "A1", "triwulan": str(number), "realisasi": value}
        for number, value in enumerate(("10", "10", "10", fourth), start=1)
    ]
    folder = buat(tmp_path, indikator=[indikator(triwulan=way)], triwulan=quarters)
    assert levels(folder, QUARTER) == wrong


@pytest.mark.parametrize(
    ("year", "target", "wrong"), [(2023, "60", 0), (2023, "65", 1), (2024, "65", 0)]
)
def test_the_target_is_that_of_the_plan_for_the_same_year(tmp_path, year, target, wrong):
    plan = [{"indikator": "A1", "tahun": year, "target": target}]
    assert len(temuan(buat(tmp_path, renstra=plan), PLAN)) == wrong


def test_a_text_that_names_an_indicator_which_is_none_is_told(tmp_path):
    folder = write(buat(tmp_path), "pendahuluan", "Indikator A1 dan A7 diukur.")
    assert levels(folder, "indikator-bab") == [PERINGATAN]
    assert "A7" in told(folder, "indikator-bab")


def test_an_indicator_without_analysis_is_told_where_another_has_one(tmp_path):
    two = [indikator(), indikator(kode="A2", nama="Cakupan sanitasi")]
    cause = {"indikator": "A1", "jenis": "hambatan", "urutan": "1", "uraian": "Air surut."}
    measured = [kinerja(), kinerja("A2")]
    folder = buat(tmp_path, indikator=two, kinerja=measured, analisis=[cause])
    (found,) = temuan(folder, "indikator-bab")
    assert (found.tingkat, found.tercetak) == (CATATAN, "A2")


def staff(
    *sexes: str, levels: Sequence[tuple[str, str]] = (), ranks: Sequence[tuple[str, str]] = ()
):
    """The three tables of the same staff."""
    kinds = zip(("Laki-laki", "Perempuan"), sexes, strict=False)
    return {
        "pegawai_kelamin": [{"jenis_kelamin": kind, "jumlah": count} for kind, count in kinds],
        "pegawai_eselon": [
            {"eselon": "Non Eselon", "pendidikan": level, "jumlah": count}
            for level, count in levels
        ],
        "pegawai_golongan": [
            {"pendidikan": level, "golongan": "III", "jumlah": count} for level, count in ranks
        ],
    }


def test_staff_is_the_same_number_however_it_is_counted(tmp_path):
    same = buat(tmp_path / "a", **staff("4", "6", levels=[("S1", "10")], ranks=[("S1", "10")]))
    assert levels(same, TOTAL) == []
    other = buat(tmp_path / "b", **staff("4", "6", levels=[("S1", "9")], ranks=[("S1", "10")]))
    (found,) = temuan(other, TOTAL)
    assert (found.berkas, found.tercetak, found.seharusnya) == ("pegawai_eselon.csv", "9", "10")
    assert "pegawai_kelamin dan pegawai_golongan sama-sama berjumlah 10" in found.sebab


def test_staff_of_a_level_of_education_is_the_same_in_both_tables(tmp_path):
    spread = staff("4", "6", levels=[("S1", "7"), ("S2", "3")], ranks=[("S1", "6"), ("S2", "4")])
    folder = buat(tmp_path, **spread)
    assert levels(folder, TOTAL) == []
    assert [each.kunci for each in temuan(folder, SPREAD)] == [
        "pendidikan=S1",
        "pendidikan=S2",
    ]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Menurut Peraturan Presiden Nomor 29 Tahun 2014.", []),
        ("Menurut Perpres 29/2014.", []),
        ("Menurut Peraturan Presiden Nomor 92 Tahun 2014.", [PERINGATAN]),
        ("Menurut Inpres Nomor 7 Tahun 1999.", [CATATAN]),
    ],
)
def test_a_law_that_is_cited_is_on_the_list_and_in_force(tmp_path, text, level):
    folder = write(buat(tmp_path), "pendahuluan", text)
    assert levels(folder, "peraturan") == level


def fact(kode: str, nilai: str, induk: str = "", satuan: str = "panti") -> Row:
    own = {"kode": kode, "indikator": "A1", "uraian": f"Fakta {kode}"}
    return own | {"induk": induk, "nilai": nilai, "satuan": satuan}


def test_the_parts_of_a_supporting_figure_add_up_to_it_in_one_unit(tmp_path):
    parts = [fact("x", "4", "semua"), fact("y", "3", "semua"), fact("z", "9", "semua", "orang")]
    right = buat(tmp_path / "a", fakta=[fact("semua", "7"), *parts])
    assert levels(right, "rincian-fakta") == []
    wrong = buat(tmp_path / "b", fakta=[fact("semua", "8"), *parts])
    assert levels(wrong, "rincian-fakta") == [GALAT]


def plan(text: str) -> list[Row]:
    above = {"kode": "1", "jenjang": "misi", "induk": "", "uraian": "Membangun pelayanan"}
    aim = {"kode": "1.1", "jenjang": "tujuan", "induk": "1", "uraian": "Pelayanan yang baik"}
    return [above, aim, {"kode": "1.1.1", "jenjang": "sasaran", "induk": "1.1", "uraian": text}]


@pytest.mark.parametrize(
    ("planned", "level"),
    [
        ("Meningkatnya mutu pelayanan publik", []),
        ("MENINGKATNYA mutu pelayanan,  publik", []),
        ("Meningkatkan mutu pelayanan publik", [PERINGATAN]),
        ("Terwujudnya tata kelola yang bersih", [CATATAN]),
    ],
)
def test_a_sasaran_is_worded_as_in_the_plan(tmp_path, planned, level):
    assert levels(buat(tmp_path, kerangka=plan(planned)), SASARAN) == level


def test_two_indicators_do_not_bear_one_name(tmp_path):
    twice = [indikator(), indikator(kode="A2")]
    folder = buat(tmp_path, indikator=twice, kinerja=[kinerja(), kinerja("A2")])
    assert levels(folder, NAMA) == [PERINGATAN]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Kelompok Usaha Bersama (KUBE) dibina. KUBE tumbuh.", []),
        ("KUBE tumbuh.", [CATATAN]),
        ("Kelompok Usaha Bersama (KUBE) dan Kegiatan Umum Bina Ekonomi (KUBE).", [PERINGATAN]),
        ("NIP dan APBD.", []),
    ],
)
def test_an_abbreviation_means_one_thing_and_is_written_out(tmp_path, text, level):
    assert levels(write(buat(tmp_path), "pendahuluan", text), "singkatan") == level


def scale(*bounds: tuple[str, str]) -> list[Row]:
    names = ("Tinggi", "Sedang", "Rendah")
    return [
        {"predikat": name, "dari": low, "sampai": high}
        for name, (low, high) in zip(names, bounds, strict=False)
    ]


OWN = {"skala": "sendiri", "dasar_skala": "Keputusan kepala dinas"}


@pytest.mark.parametrize(
    ("bounds", "measured", "said"),
    [
        ([("80", ""), ("50", "80"), ("", "50")], OWN, []),
        (
            [("90", ""), ("80", "89"), ("", "80")],
            OWN,
            ["celah antara Sedang dan Tinggi"],
        ),
        ([("80", ""), ("50", "81"), ("", "50")], OWN, ["tumpang tindih"]),
        ([("80", "100"), ("50", "80"), ("", "50")], OWN, ["di atas 100 tidak ada predikat"]),
        ([("80", "100"), ("", "80")], OWN | {"batas_capaian": "100"}, []),
        ([("80", ""), ("10", "80")], OWN, ["di bawah 10 tidak ada predikat"]),
        ([("80", ""), ("0", "80")], OWN | {"batas_bawah": "0"}, []),
    ],
)
def test_every_capaian_has_one_predicate(tmp_path, bounds, measured, said):
    folder = buat(tmp_path, measured, skala=scale(*bounds))
    found = [each.pesan for each in temuan(folder, "skala-predikat")]
    assert len(found) == len(said)
    assert all(words in message for words, message in zip(said, found, strict=True))


def test_a_finding_is_accepted_with_a_reason_until_its_figure_changes(tmp_path):
    parts = [fact("x", "4", "semua"), fact("y", "3", "semua")]
    (found,) = temuan(buat(tmp_path / "a", fakta=[fact("semua", "8"), *parts]), "rincian-fakta")
    reason = {"temuan": found.id, "alasan": "Satu panti dihitung dua kali", "peran": "Kepala Seksi"}
    accepted = audit(
        OPD, TAHUN, buat(tmp_path / "b", fakta=[fact("semua", "8"), *parts], penerimaan=[reason])
    )
    told_once = Diterima(found, reason["alasan"], reason["peran"])
    assert list(accepted.diterima) == [told_once]
    assert "rincian-fakta" not in [each.aturan for each in accepted.temuan]
    changed = buat(tmp_path / "c", fakta=[fact("semua", "9"), *parts], penerimaan=[reason])
    assert levels(changed, "rincian-fakta") == [GALAT]
    assert "tidak berlaku lagi" in told(changed, KONTRAK)


def test_no_claim_about_money_is_to_be_changed_while_the_budget_contradicts_itself(tmp_path):
    lines = [anggaran("1.06.01", 100, 60), anggaran("1.06.01.2.01", 90, 60)]
    folder = buat(
        tmp_path, anggaran=lines, klaim=[klaim("anggaran.pagu_rp", "95", satuan="rupiah")]
    )
    assert levels(folder, "jumlah-anggaran") == [GALAT]
    (claim,) = [each for each in temuan(folder) if each.berkas == "klaim.csv"]
    assert claim.sebab == SEBAB
    assert "betulkan dahulu anggaran.csv" in claim.saran
    assert claim.perbaikan == ()


@pytest.mark.parametrize(
    ("printed", "level"),
    [("66.66", CATATAN), ("66.67", None), ("66.7", None), ("66.5", GALAT)],
)
def test_a_percentage_that_was_cut_off_is_a_habit_and_another_an_error(tmp_path, printed, level):
    folder = buat(tmp_path, anggaran=[anggaran("1.06.01", 300, 200, serapan_persen=printed)])
    found = [each.tingkat for each in temuan(folder) if each.kolom == "serapan_persen"]
    assert found == ([level] if level else [])
