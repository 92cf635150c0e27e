"""What a document claims, beside what is computed."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.schemas import Klaim


class KlaimTerhitung(Klaim):
    """A claim and the exact value of what it claims, None when that cannot be computed.

    `terbulat` is the value rounded half up to the decimals that were printed.  `cocok` is True when
    it equals the claim or lies within the claimed interval, None when not computable, and `sebab`
    says why.  `satuan_hasil` is the unit of what is computed.
    """

    terhitung: Decimal | None
    terbulat: Decimal | None
    cocok: bool | None
    sebab: str
    satuan_hasil: str
