"""The audit: what a year gets wrong, why, and how to mend it."""

from lkipnb.audit.acceptance import Diterima
from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.contract import KONTRAK
from lkipnb.audit.judging import Hasil, audit, nilai, periksa
from lkipnb.audit.reading import muat
from lkipnb.audit.temuan import Temuan

__all__ = [
    "KONTRAK",
    "Aturan",
    "Diterima",
    "Hasil",
    "Temuan",
    "audit",
    "muat",
    "nilai",
    "periksa",
]
