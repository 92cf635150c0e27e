"""The audit: what a year gets wrong, why, and how to mend it."""

from lkipnb.audit.acceptance import Diterima
from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.contract import KONTRAK
from lkipnb.audit.judging import Hasil, audit, nilai, nilai_keduanya, periksa
from lkipnb.audit.materi import Materi
from lkipnb.audit.reading import dimuat, muat
from lkipnb.audit.temuan import Temuan

__all__ = [
    "KONTRAK",
    "Aturan",
    "Diterima",
    "Hasil",
    "Materi",
    "Temuan",
    "audit",
    "dimuat",
    "muat",
    "nilai",
    "nilai_keduanya",
    "periksa",
]
