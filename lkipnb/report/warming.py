"""What a kernel does before its first chapter: in the process of the kernel, or of its zygote."""

from __future__ import annotations

import gc
from importlib import import_module

from lkipnb.report import emptied, looking

LIBRARIES = (
    "altair",
    "lkipnb.present.gambar",
    "lkipnb.present.konteks",
    "lkipnb.present.tabel",
    "lkipnb.workbook",
)


def libraries() -> None:
    """Import what chapters need.  What is imported stays: Python need not look through it again for
    what nobody uses any more.
    """
    for name in LIBRARIES:
        import_module(name)
    gc.freeze()


def begin() -> None:
    """The kernel is ready for its first chapter."""
    libraries()
    emptied.remember()
    looking.begin()
