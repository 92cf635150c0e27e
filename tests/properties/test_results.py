"""Laws that hold for any data: order never matters, parts sum to the whole."""

from decimal import Decimal

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from lkipnb.calculate.capaian import CaraCapaian, capaian_indikator, capaian_opd
from lkipnb.calculate.serapan import jumlah_anggaran, serapan_anggaran
from lkipnb.calculate.silang import JUMLAH, tabel_silang
from lkipnb.rules import rules

RULES = rules(2020)
CARA = CaraCapaian(RULES.capaian, RULES.target_nol["tidak-terhitung"])
SKALA = RULES.skala["ordinal-90-80-70-60"]
rupiah = st.integers(min_value=0, max_value=10**12).map(lambda sen: Decimal(sen) / 100)


@st.composite
def budgets(draw):
    """Programmes with kegiatan, in any order; the amounts of a programme are what someone
    printed.
    """
    rows = []
    for p in range(draw(st.integers(1, 4))):
        rows.append((f"1 06 01 {p:02}", draw(rupiah), draw(rupiah)))
        rows += [
            (f"1 06 01 {p:02} {k:02}", draw(rupiah), draw(rupiah))
            for k in range(draw(st.integers(1, 4)))
        ]
    frame = pd.DataFrame(
        draw(st.permutations(rows)),
        columns=["kode_rekening", "pagu_rp", "realisasi_rp"],
        dtype=object,
    )
    return frame.assign(
        uraian="x", pagu_murni_rp=None, serapan_persen=None, fisik_persen=None, sumber_dana=None
    )


@given(budgets())
def test_programmes_sum_to_the_total_and_kegiatan_to_their_programme(frame):
    lines = serapan_anggaran(frame, RULES.anggaran)
    total = jumlah_anggaran(lines)
    programmes = lines[lines.tingkat == 1]
    assert sum(programmes.pagu_rp) == total.pagu_rp
    assert sum(programmes.realisasi_rp) == total.realisasi_rp
    for programme in programmes.itertuples():
        assert sum(lines[lines.induk == programme.kode_rekening].pagu_rp) == programme.pagu_rp


@given(budgets(), st.randoms())
def test_the_order_of_budget_rows_does_not_matter(frame, random):
    order = list(frame.index)
    random.shuffle(order)
    assert serapan_anggaran(frame.loc[order], RULES.anggaran).equals(
        serapan_anggaran(frame, RULES.anggaran)
    )


@given(st.permutations(range(9)))
def test_the_order_of_indicators_does_not_matter(lk, order):
    data = lk.data
    shuffled = capaian_indikator(
        data.indikator.iloc[order], data.kinerja.iloc[list(reversed(order))], CARA, SKALA
    )
    assert shuffled.equals(lk.hasil.capaian)
    assert capaian_opd(shuffled, SKALA) == lk.hasil.capaian_opd


@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"), st.integers(0, 99).map(Decimal)),
        min_size=1,
        unique_by=lambda row: row[:2],
    )
)
def test_the_margins_of_a_cross_table_are_its_sums(rows):
    table = tabel_silang(pd.DataFrame(rows, columns=["r", "c", "jumlah"]), "r", "c")
    assert table.loc[JUMLAH, JUMLAH] == sum(value for _, _, value in rows)
    assert all(sum(row[:-1]) == row[-1] for row in table.itertuples(index=False))
