"""The figures of the 2020 report, compared exactly."""

from __future__ import annotations

import hashlib
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import yaml

GOLDEN = yaml.safe_load(
    (Path(__file__).parent / "flores-timur-2020.yaml").read_text(encoding="utf-8")
)


def ten(value: Decimal) -> str:
    return format(value.quantize(Decimal("1E-10"), ROUND_DOWN), "f")


def amounts(realisasi) -> list[str]:
    return [
        str(realisasi.pagu_rp),
        str(realisasi.realisasi_rp),
        str(realisasi.sisa_rp),
        percent(realisasi.serapan_persen),
    ]


def percent(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def test_capaian_and_predikat_of_every_indicator(lk):
    rows = lk.hasil.capaian
    assert {k: ten(v) for k, v in zip(rows.kode, rows.capaian_persen, strict=True)} == GOLDEN[
        "capaian"
    ]
    assert dict(zip(rows.kode, rows.predikat, strict=True)) == GOLDEN["predikat"]


def test_capaian_of_sasaran_and_agency(lk):
    rows = lk.hasil.capaian_sasaran
    assert {
        k: [ten(v), p]
        for k, v, p in zip(rows.kode, rows.capaian_persen, rows.predikat, strict=True)
    } == GOLDEN["sasaran"]
    whole = lk.hasil.capaian_opd
    assert [
        ten(whole.capaian_persen),
        whole.predikat,
        whole.banyak_indikator,
        whole.banyak_terhitung,
        whole.banyak_tercapai,
        whole.banyak_belum,
    ] == GOLDEN["instansi"]


def test_every_programme_to_the_rupiah(lk):
    lines = lk.hasil.anggaran
    programmes = lines[lines.tingkat == 1]
    assert {
        row.kode_rekening: [
            str(row.pagu_rp),
            str(row.realisasi_rp),
            percent(row.serapan_persen),
            int((lines.induk == row.kode_rekening).sum()),
        ]
        for row in programmes.itertuples()
    } == GOLDEN["program"]
    assert int((lines.tingkat == 2).sum()) == GOLDEN["kegiatan"]


def test_spending(lk):
    assert amounts(lk.hasil.anggaran_jumlah) == GOLDEN["belanja_langsung"]
    assert amounts(lk.hasil.belanja_jumlah) == GOLDEN["seluruh_belanja"]
    indirect = next(r for r in lk.hasil.belanja.itertuples() if r.kelompok == "tidak langsung")
    assert amounts(indirect) == GOLDEN["belanja_tidak_langsung"]


def test_staff_and_assets(lk):
    staff = lk.hasil.pegawai
    assert {"jumlah": int(staff.jumlah)} | {k: int(v) for k, v in staff.kelamin.items()} == GOLDEN[
        "pegawai"
    ]
    assert staff.eselon["Jumlah"].drop("Jumlah").astype(int).to_dict() == GOLDEN["pegawai_eselon"]
    assert (
        staff.eselon.loc["Jumlah"].drop("Jumlah").astype(int).to_dict()
        == GOLDEN["pegawai_pendidikan"]
    )
    assert (
        staff.golongan.loc["Jumlah"].drop("Jumlah").astype(int).to_dict()
        == GOLDEN["pegawai_golongan"]
    )
    assert {"jenis": len(lk.data.aset), "jumlah": int(lk.hasil.aset_jumlah)} == GOLDEN["aset"]
    assert len(lk.data.unit) == GOLDEN["unit"]


def test_what_was_mended_and_what_stays_open(lk):
    assert len(lk.data.koreksi) == GOLDEN["koreksi"]
    contradictions = lk.data.kontradiksi
    assert {
        "semua": len(contradictions),
        "terbuka": int((contradictions.status == "terbuka").sum()),
    } == GOLDEN["kontradiksi"]
    claims = [*lk.hasil.klaim.itertuples(), *lk.hasil.klaim_anggaran.itertuples()]
    assert [claim.kode for claim in claims if claim.cocok is False] == GOLDEN["klaim_meleset"]


@pytest.mark.parametrize("name", GOLDEN["sha256"])
def test_no_cell_of_a_table_changes_unseen(lk, name):
    assert (
        hashlib.sha256(getattr(lk.tabel, name)().csv.encode()).hexdigest() == GOLDEN["sha256"][name]
    )
