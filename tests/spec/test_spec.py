"""The calculation cases, written for an auditor in the YAML files beside this one."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest
import yaml
from baris import baris
from shipped import DATA

import lkipnb
from lkipnb.calculate.capaian import CaraCapaian, capaian_indikator
from lkipnb.calculate.efisiensi import efisiensi
from lkipnb.calculate.isi_ukuran import isi_ukuran
from lkipnb.calculate.persen import rata_rata
from lkipnb.calculate.predikat import predikat
from lkipnb.calculate.realisasi import QUARTERS, dari_indikator_lain, hasil_bagi, setahun
from lkipnb.calculate.renstra import Jangka, kemajuan
from lkipnb.calculate.rumus import RUMUS
from lkipnb.calculate.serapan import jumlah_pagu, serapan_anggaran
from lkipnb.calculate.ukuran import hitung
from lkipnb.load.measured import typed
from lkipnb.model import NOT_APPLICABLE, CapaianIndikator
from lkipnb.rules import Skala, rules
from lkipnb.schemas import Anggaran, Belanja, Indikator, Kinerja, Renstra
from lkipnb.schemas.ukuran import KAMUS, baca

RULES = rules(2020)
ROOT = Path(__file__).parents[2]


def cases(subject: str):
    content = yaml.safe_load(
        (Path(__file__).parent / f"{subject}.yaml").read_text(encoding="utf-8")
    )
    return [pytest.param(case, id=case["nama"]) for case in content["kasus"]]


def exact(text: str | None):
    return {None: None, "n/a": NOT_APPLICABLE}.get(text) if text in (None, "n/a") else Decimal(text)


def shown(value: Decimal | None) -> str | None:
    return None if value is None else str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def measured(case) -> tuple[object, object]:
    """Target and realisasi of a case, read as the loader reads them."""
    kind = {"kode": "A", "jenis": case.get("jenis", "angka"), "jenjang": case.get("jenjang")}
    indikator = pd.DataFrame([kind | {"satuan": case.get("satuan", "unit")}])
    texts = {"indikator": "A", "target": case["target"], "realisasi": case["realisasi"]}
    cells = texts | {"nilai_batas": exact(case.get("nilai_batas"))}
    frame, faults = typed(
        pd.DataFrame({k: pd.Series([v], dtype=object) for k, v in cells.items()}),
        Kinerja.table,
        indikator,
    )
    assert not faults
    return frame.target[0], frame.realisasi[0]


def counted(case, target, realisasi, cara: CaraCapaian) -> CapaianIndikator:
    """The indicator of a case, computed."""
    kind = baris(
        Indikator,
        kode="A",
        polaritas=case["polaritas"],
        jenis=case.get("jenis", "angka"),
        jenjang=case.get("jenjang"),
        rumus=case.get("rumus"),
    )
    values = baris(Kinerja, indikator="A", target=target, realisasi=realisasi)
    (row,) = capaian_indikator([kind], [values], cara, RULES.skala["umum-80-60-50"])
    return row


@pytest.mark.parametrize("case", cases("capaian"))
def test_capaian(case):
    bounds = exact(case.get("batas")), exact(case.get("batas_bawah"))
    cara = CaraCapaian(RULES.capaian, RULES.target_nol["tidak-terhitung"], *bounds)
    row = counted(case, *measured(case), cara)
    assert shown(row.capaian_persen) == case["capaian"]
    assert row.keterangan == case.get("keterangan", "")
    if "tercapai" in case:
        assert row.tercapai is (case["tercapai"] == "ya")


def test_every_formula_has_a_rule_and_a_case():
    tried = {case.values[0].get("rumus") for case in cases("capaian")}
    tried |= {case.values[0].get("jenis", "angka") for case in cases("capaian")}
    tried |= {case.values[0]["polaritas"] for case in cases("capaian")}
    assert set(RUMUS) == set(RULES.capaian)
    assert set(RUMUS) <= tried


@pytest.mark.parametrize("case", cases("predikat"))
def test_predikat(case):
    assert predikat(exact(case["capaian"]), RULES.skala[case["skala"]]) == case["predikat"]


def class_of(text: str) -> dict[str, object]:
    """`60 - 90 Sedang (keduanya)` as a class of a scale; `…` is an open end."""
    low, high, word, bounds = re.fullmatch(r"(\S+) - (\S+) ([^(]+?)(?: \((\w+)\))?", text).groups()
    ends = {
        name: None if end == "…" else Decimal(end)
        for name, end in (("dari", low), ("sampai", high))
    }
    return ends | {"predikat": word, "batas": bounds}


@pytest.mark.parametrize("case", cases("skala_sendiri"))
def test_skala_sendiri(case):
    source = {
        "nama": "Skala uji",
        "dasar": "Keputusan kepala dinas",
        "satuan": "persen",
        "berlaku": {"dari": 2006},
    }
    own = Skala(selang=[class_of(text) for text in case["selang"]], terendah=Decimal(0), **source)
    assert predikat(exact(case["capaian"]), own) == case["predikat"]


@pytest.mark.parametrize("case", cases("turunan"))
def test_turunan(case):
    codes = [f"B{n}" for n in range(len(case["bagian"]))]
    used = {kode: exact(text) for kode, text in zip(codes, case["bagian"], strict=True)}
    kind = baris(Indikator, turunan=case["turunan"], turunan_dari="; ".join(codes))
    assert shown(dari_indikator_lain(kind, used)) == case["realisasi"]


@pytest.mark.parametrize("case", cases("serapan"))
def test_serapan(case):
    pairs = zip(map(exact, case["pagu"]), map(exact, case["realisasi"]), strict=True)
    groups = [baris(Belanja, pagu_rp=pagu, realisasi_rp=done) for pagu, done in pairs]
    assert shown(jumlah_pagu(groups).serapan_persen) == case["serapan"]


@pytest.mark.parametrize("case", cases("rata_rata"))
def test_rata_rata(case):
    weights = [exact(weight) for weight in case["bobot"]] if "bobot" in case else None
    assert shown(rata_rata(map(exact, case["capaian"]), weights)) == case["rata_rata"]


@pytest.mark.parametrize("case", cases("realisasi"))
def test_realisasi_from_its_parts(case):
    kind = baris(
        Indikator,
        jenis=case.get("jenis", "angka"),
        satuan=case["satuan"],
        pengali=exact(case.get("pengali")),
    )
    quotient = hasil_bagi(exact(case["pembilang"]), exact(case["penyebut"]), kind)
    assert shown(quotient) == case["realisasi"]


@pytest.mark.parametrize("case", cases("triwulan"))
def test_triwulan(case):
    quarters = dict(zip(QUARTERS, map(exact, case["triwulan"]), strict=True))
    assert shown(setahun(quarters, case["cara"])) == case["setahun"]


@pytest.mark.parametrize("case", cases("target_nol"))
def test_target_nol(case):
    cara = CaraCapaian(RULES.capaian, RULES.target_nol[case["cara"]], exact(case.get("batas")))
    row = counted(case, Decimal(0), exact(case["realisasi"]), cara)
    assert shown(row.capaian_persen) == case["capaian"]


@pytest.mark.parametrize("case", cases("renstra"))
def test_renstra(case):
    kind = baris(
        CapaianIndikator,
        kode="A",
        jenis="angka",
        polaritas=case["polaritas"],
        sifat_target=case["sifat"],
        nilai_awal=exact(case.get("nilai_awal")),
    )
    years = {
        year: [replace(kind, realisasi=exact(text))] for year, text in case["realisasi"].items()
    }
    goal = exact(case["target_akhir"])
    plan = [baris(Renstra, indikator="A", tahun=Decimal(2026), target=goal)]
    cara = CaraCapaian(RULES.capaian, RULES.target_nol["tidak-terhitung"])
    now = years.pop(2023)
    (row,) = kemajuan(now, plan if goal is not None else [], Jangka(2021, 2023, years), cara)
    assert shown(row.kemajuan_persen) == case["kemajuan"]
    assert bool(row.keterangan) == (case["kemajuan"] is None)


@pytest.mark.parametrize("case", cases("efisiensi"))
def test_efisiensi(case):
    value = efisiensi(exact(case["capaian"]), exact(case["serapan"]), RULES.efisiensi)
    assert {name: shown(each) for name, each in vars(value).items()} == {
        name: case[name] for name in vars(value)
    }


@pytest.mark.parametrize("case", cases("jenjang_anggaran"))
def test_levels_of_the_budget(case):
    lines = [baris(Anggaran, kode_rekening=code, pagu_rp=Decimal(1)) for code in case["kode"]]
    computed = serapan_anggaran(lines, rules(case["tahun"]).anggaran)
    levels = {line.kode_rekening: line.jenjang for line in computed}
    assert [levels[code] for code in case["kode"]] == case["jenjang"]


@pytest.mark.parametrize("case", cases("ukuran"))
def test_ukuran(case):
    lk = lkipnb.open(case["instansi"], case["tahun"], data=DATA)
    value = hitung(baca(case["ukuran"]), isi_ukuran(lk.data, lk.results, lk.skala)).nilai
    decimals = len(case["nilai"].partition(".")[2])
    assert value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) == Decimal(case["nilai"])


def test_every_table_of_the_language_has_an_example():
    told = {baca(case.values[0]["ukuran"]).tabel for case in cases("ukuran")}
    assert told == set(KAMUS)


@pytest.mark.parametrize("name", RULES.skala)
def test_every_threshold_of_a_scale_has_a_case_on_it_and_just_below(name):
    tried = {
        Decimal(p.values[0]["capaian"])
        for p in cases("predikat")
        if p.values[0]["skala"] == name and p.values[0]["capaian"]
    }
    for bound in (s.dari for s in RULES.skala[name].selang if s.dari is not None):
        assert bound in tried
        assert any(bound - Decimal("0.001") < value < bound for value in tried)
