"""The calculation cases, written for an auditor in the YAML files beside this one."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest
import yaml

from lkipnb.calculate.capaian import capaian, keterangan
from lkipnb.calculate.persen import rata_rata
from lkipnb.calculate.predikat import predikat
from lkipnb.calculate.serapan import jumlah_belanja
from lkipnb.model import NOT_APPLICABLE
from lkipnb.rules import rules

RULES = rules(2020)


def cases(subject: str):
    content = yaml.safe_load((Path(__file__).parent / f"{subject}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["nama"]) for case in content["kasus"]]


def exact(text: str | None):
    return {None: None, "n/a": NOT_APPLICABLE}.get(text) if text in (None, "n/a") else Decimal(text)


def shown(value: Decimal | None) -> str | None:
    return None if value is None else str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


@pytest.mark.parametrize("case", cases("capaian"))
def test_capaian(case):
    target, realisasi = exact(case["target"]), exact(case["realisasi"])
    assert shown(capaian(target, realisasi, RULES.capaian[case["polaritas"]])) == case["capaian"]
    assert keterangan(target, realisasi) == case.get("keterangan", "")


@pytest.mark.parametrize("case", cases("predikat"))
def test_predikat(case):
    assert predikat(exact(case["capaian"]), RULES.skala[case["skala"]]) == case["predikat"]


@pytest.mark.parametrize("case", cases("serapan"))
def test_serapan(case):
    frame = pd.DataFrame(
        {
            "pagu_rp": pd.Series(map(exact, case["pagu"]), dtype=object),
            "realisasi_rp": pd.Series(map(exact, case["realisasi"]), dtype=object),
        }
    )
    assert shown(jumlah_belanja(frame).serapan_persen) == case["serapan"]


@pytest.mark.parametrize("case", cases("rata_rata"))
def test_rata_rata(case):
    assert shown(rata_rata(map(exact, case["capaian"]))) == case["rata_rata"]


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
