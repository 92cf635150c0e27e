"""The scenarios of one visitor: they live in this process and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lkipnb.errors import LkipError, UsageError
from lkipnb.explore.andaian import Andaian, terapkan
from lkipnb.explore.berkas import MOST_NAME
from lkipnb.load.andaian import Andai
from lkipnb.workbook import Workbook

NYATA = "Nyata"
MOST_KEPT = 20


@dataclass
class Sesi:
    """The scenario that is worked on, the workbook that follows from it, and those that were kept
    by their names.
    """

    nyata: Workbook
    kini: Andaian = field(init=False)
    hasil: Workbook = field(init=False)
    tersimpan: dict[str, tuple[Andaian, Workbook]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kosongkan()

    def kosongkan(self) -> None:
        """Assume nothing."""
        self.kini = Andaian("", self.nyata.data.opd, self.nyata.data.tahun)
        self.hasil = self.nyata

    def andaikan(self, andai: Andai) -> None:
        """Assume a cell.  Raises LkipError and stays as it was where that cannot be."""
        self.pakai(self.kini.dengan(andai))

    def batalkan(self, andai: Andai) -> None:
        """Take back what is assumed in a cell."""
        self.pakai(self.kini.tanpa(andai))

    def pakai(self, andaian: Andaian) -> None:
        """Work on a scenario.  Raises LkipError and stays as it was where it cannot be."""
        self.hasil = terapkan(self.nyata, andaian)
        self.kini = andaian

    def simpan(self, nama: str) -> Andaian:
        """Keep the scenario under a name, in place of one that has it.

        Raises UsageError for a name that is empty or too long, and when too many are kept.
        """
        name = " ".join(nama.split())
        if not name or len(name) > MOST_NAME or name == NYATA:
            raise UsageError(f"Beri nama andaian, paling banyak {MOST_NAME} huruf, selain {NYATA}.")
        if len(self.tersimpan) >= MOST_KEPT and name not in self.tersimpan:
            raise UsageError(f"Paling banyak {MOST_KEPT} andaian tersimpan sekaligus.")
        self.kini = Andaian(name, self.kini.opd, self.kini.tahun, self.kini.andai)
        self.tersimpan[name] = (self.kini, self.hasil)
        return self.kini

    def sisi(self) -> Mapping[str, Workbook]:
        """What is true, what was kept, and what is worked on where that is another."""
        sides = {NYATA: self.nyata, **{name: made for name, (_, made) in self.tersimpan.items()}}
        if self.kini.andai and self.kini not in [each for each, _ in self.tersimpan.values()]:
            sides["Sedang dikerjakan"] = self.hasil
        return sides


def alasan(error: LkipError) -> list[str]:
    """Why something cannot be assumed, one fault a line."""
    return str(error).splitlines()
