"""A breach of a contract as a finding."""

from __future__ import annotations

from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.errors import Fault

KONTRAK = "kontrak"


def breach(fault: Fault) -> Temuan:
    return Temuan(
        KONTRAK,
        GALAT,
        fault.file,
        fault.row,
        fault.column,
        fault.value,
        None,
        str(fault),
        saran=fault.expected,
    )
