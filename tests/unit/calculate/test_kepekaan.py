"""Which indicator moves the mean, and how far the next predicate is."""

from __future__ import annotations

from decimal import Decimal

from kecil import buka, indikator, kinerja

from lkipnb.calculate.kepekaan import Kepekaan, berikut, kepekaan


def rows(lk, *more) -> dict[str, Kepekaan]:
    return {row.kode: row for row in kepekaan(lk.results.capaian, lk.skala, *more)}


def two(tmp_path, **more):
    return buka(
        tmp_path,
        indikator=[indikator(**more), indikator(kode="A2", **more)],
        kinerja=[kinerja("A1", 100, 60), kinerja("A2", 100, 80)],
    )


def test_the_indicator_that_moves_the_mean_most_comes_first(tmp_path):
    lk = two(tmp_path)
    first, second = kepekaan(lk.results.capaian, lk.skala)
    assert (first.kode, first.rata_rata_persen, first.perubahan_persen) == ("A1", 90, 20)
    assert (second.kode, second.rata_rata_persen, second.perubahan_persen) == ("A2", 80, 10)
    assert first.predikat_opd == "Sangat Berhasil"
    assert first.bagian_persen == 50


def test_an_indicator_above_its_target_carries_the_mean(tmp_path):
    lk = buka(
        tmp_path,
        indikator=[indikator(), indikator(kode="A2")],
        kinerja=[kinerja("A1", 100, 150), kinerja("A2", 100, 50)],
    )
    assert rows(lk)["A1"].perubahan_persen == -25


def test_a_share_follows_the_weights(tmp_path):
    lk = buka(
        tmp_path,
        {"rata_rata": "terbobot"},
        indikator=[indikator(bobot=30), indikator(kode="A2", bobot=10)],
        kinerja=[kinerja("A1", 100, 60), kinerja("A2", 100, 80)],
    )
    told = rows(lk, "terbobot")
    assert [told[code].bagian_persen for code in ("A1", "A2")] == [75, 25]
    assert told["A1"].perubahan_persen == 30


def test_an_indicator_that_is_not_reported_would_count_at_its_target(tmp_path):
    lk = buka(
        tmp_path,
        indikator=[indikator(), indikator(kode="A2")],
        kinerja=[kinerja("A1", 100, 50), kinerja("A2", 100, "")],
    )
    silent = rows(lk)["A2"]
    assert silent.bagian_persen is None
    assert silent.rata_rata_persen == 75


def test_a_cap_below_the_target_holds_here_too(tmp_path):
    lk = two(tmp_path)
    told = kepekaan(lk.results.capaian, lk.skala, batas=(Decimal(90), None))
    assert told[0].rata_rata_persen == 85


def test_the_next_predicate_is_the_nearest_above(tmp_path):
    scale = buka(tmp_path).skala
    assert berikut(Decimal("79.5"), scale).predikat_berikut == "Berhasil"
    assert berikut(Decimal("79.5"), scale).kurang_persen == Decimal("0.5")
    assert berikut(Decimal(80), scale).predikat_berikut == "Sangat Berhasil"
    assert berikut(Decimal(90), scale).kurang_persen is None
    assert berikut(None, scale).predikat_berikut is None
