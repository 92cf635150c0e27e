"""Pure functions from typed rows and rules to typed rows: every figure of the report, exact."""

from lkipnb.calculate.setahun import DIBACA, EARLIER_YEARS, calculate, capaian_setahun

__all__ = ["DIBACA", "EARLIER_YEARS", "calculate", "capaian_setahun"]
