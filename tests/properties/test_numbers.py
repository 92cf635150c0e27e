"""What is shown can be read back; what is read was exact."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lkipnb.load.numbers import Notation, read
from lkipnb.present import format as bentuk

money = st.decimals(
    min_value=-(10**15), max_value=10**15, places=2, allow_nan=False, allow_infinity=False
)
counts = st.integers(min_value=-(10**12), max_value=10**12).map(Decimal)


@given(money)
def test_rupiah_can_be_read_back(value):
    assert read(bentuk.rupiah(value), Notation.INDONESIAN) == value


@given(counts)
def test_a_count_can_be_read_back(value):
    assert read(bentuk.angka(value), Notation.INDONESIAN) == value


@given(money)
def test_a_percentage_with_two_decimals_can_be_read_back(value):
    assert read(bentuk.persen(value), Notation.INDONESIAN) == value


@given(money)
def test_plain_notation_is_read_exactly(value):
    assert read(format(value, "f")) == value
