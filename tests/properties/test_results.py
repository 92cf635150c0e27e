"""Laws that hold for any data: order never matters, parts sum to the whole."""

from decimal import Decimal

from baris import baris
from hypothesis import given
from hypothesis import strategies as st

from lkipnb.calculate.capaian import CaraCapaian, capaian_indikator
from lkipnb.calculate.sasaran import capaian_opd
from lkipnb.calculate.serapan import bagian, serapan_anggaran
from lkipnb.calculate.silang import JUMLAH, tabel_silang
from lkipnb.rules import rules
from lkipnb.schemas import Anggaran, Indikator, Kinerja

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
    return [
        baris(Anggaran, kode_rekening=code, pagu_rp=pagu, realisasi_rp=done)
        for code, pagu, done in draw(st.permutations(rows))
    ]


@given(budgets())
def test_programmes_sum_to_the_total_and_kegiatan_to_their_programme(printed):
    whole = bagian(serapan_anggaran(printed, RULES.anggaran), RULES.anggaran)
    assert sum(line.pagu_rp for line in whole.program) == whole.jumlah.pagu_rp
    assert sum(line.realisasi_rp for line in whole.program) == whole.jumlah.realisasi_rp
    for programme in whole.program:
        below = [line for line in whole.baris if line.induk == programme.kode_rekening]
        assert not below or sum(line.pagu_rp for line in below) == programme.pagu_rp


@given(budgets(), st.randoms())
def test_the_order_of_budget_rows_does_not_matter(printed, random):
    shuffled = random.sample(printed, len(printed))
    assert serapan_anggaran(shuffled, RULES.anggaran) == serapan_anggaran(printed, RULES.anggaran)


@given(st.permutations(range(9)))
def test_the_order_of_indicators_does_not_matter(lk, order):
    kinds, values = lk.data.baris(Indikator), lk.data.baris(Kinerja)
    shuffled = capaian_indikator(
        [kinds[n] for n in order], [values[n] for n in reversed(order)], CARA, SKALA
    )
    assert shuffled == lk.results.capaian
    assert capaian_opd(shuffled, SKALA) == lk.results.capaian_opd


@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"), st.integers(0, 99).map(Decimal)),
        min_size=1,
        unique_by=lambda row: row[:2],
    )
)
def test_the_margins_of_a_cross_table_are_its_sums(rows):
    table = tabel_silang(rows, "r", "c")
    assert table.sel[JUMLAH, JUMLAH] == sum(value for _, _, value in rows)
    for row in table.nama_baris:
        *inner, last = (table.sel[row, column] for column in table.nama_kolom)
        assert sum(inner) == last
