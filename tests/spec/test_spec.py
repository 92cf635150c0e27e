"""The calculation cases, written for an auditor in the YAML files beside this one."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest
import yaml

from lkipnb.calculate.capaian import capaian, dibatasi, keterangan
from lkipnb.calculate.persen import rata_rata
from lkipnb.calculate.predikat import predikat
from lkipnb.calculate.serapan import jumlah_belanja
from lkipnb.load.measured import typed
from lkipnb.model import NOT_APPLICABLE, tingkat_jenjang
from lkipnb.rules import rules, rumus_untuk
from lkipnb.schemas import KINERJA

RULES = rules(2020)


def cases(subject: str):
    content = yaml.safe_load((Path(__file__).parent / f"{subject}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["nama"]) for case in content["kasus"]]


def exact(text: str | None):
    return {None: None, "n/a": NOT_APPLICABLE}.get(text) if text in (None, "n/a") else Decimal(text)


def shown(value: Decimal | None) -> str | None:
    return None if value is None else str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def measured(case) -> tuple[object, object]:
    """Target and realisasi of a case, read as the loader reads them."""
    indikator = pd.DataFrame([{"kode": "A", "jenis": case.get("jenis", "angka"), "jenjang": case.get("jenjang")}])
    texts = {"indikator": ["A"], "target": [case["target"]], "realisasi": [case["realisasi"]]}
    frame, faults = typed(pd.DataFrame({k: pd.Series(v, dtype=object) for k, v in texts.items()}), KINERJA, indikator)
    assert not faults
    return frame.target[0], frame.realisasi[0]


@pytest.mark.parametrize("case", cases("capaian"))
def test_capaian(case):
    target, realisasi = measured(case)
    kind = {"jenis": case.get("jenis", "angka"), "rumus": case.get("rumus"), "polaritas": case["polaritas"]}
    value = capaian(target, realisasi, rumus_untuk(kind, RULES.capaian), tingkat_jenjang(case.get("jenjang")))
    value = dibatasi(value, exact(case.get("batas")))
    assert shown(value) == case["capaian"]
    assert keterangan(target, realisasi, value) == case.get("keterangan", "")


@pytest.mark.parametrize("case", cases("predikat"))
def test_predikat(case):
    assert predikat(exact(case["capaian"]), RULES.skala[case["skala"]]) == case["predikat"]


@pytest.mark.parametrize("case", cases("serapan"))
def test_serapan(case):
    frame = pd.DataFrame(
        {
            "pagu_murni_rp": pd.Series([None] * len(case["pagu"]), dtype=object),
            "pagu_rp": pd.Series(map(exact, case["pagu"]), dtype=object),
            "realisasi_rp": pd.Series(map(exact, case["realisasi"]), dtype=object),
        }
    )
    assert shown(jumlah_belanja(frame).serapan_persen) == case["serapan"]


@pytest.mark.parametrize("case", cases("rata_rata"))
def test_rata_rata(case):
    weights = [exact(weight) for weight in case["bobot"]] if "bobot" in case else None
    assert shown(rata_rata(map(exact, case["capaian"]), weights)) == case["rata_rata"]


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
