"""What the cover and the running head of a report say."""

from __future__ import annotations

from dataclasses import dataclass

from lkipnb.model import Citra, Dataset
from lkipnb.present.format import tanggal


@dataclass(frozen=True)
class Cover:
    """The words of the cover; `waktu` is `YYYY-MM` or `YYYY-MM-DD`, `pemberitahuan` stands on every
    page.

    `konsep` is empty, or says that the report is a draft and why; it stands on every page too.
    `rinci` says that the print holds the details of the annex, not only their digest.
    """

    pemerintah: str
    laporan: str
    singkatan: str
    tahun: int
    instansi: str
    wilayah: str
    alamat: str
    telepon: str
    kota: str
    waktu: str
    pemberitahuan: str = ""
    konsep: str = ""
    lambang: Citra | None = None
    lambang_alt: str = ""
    rinci: bool = False

    @property
    def judul(self) -> str:
        """The title of the document."""
        return f"{self.singkatan} {self.instansi} {self.wilayah} Tahun {self.tahun}"

    @property
    def kepala_halaman(self) -> str:
        """What stands above every page: that it is a draft, and the agency's own notice."""
        return " · ".join(text for text in (self.konsep, self.pemberitahuan) if text)

    @property
    def tanggal(self) -> str:
        return tanggal(self.waktu)


def cover(data: Dataset, galat: int = 0) -> Cover:
    """The cover of a dataset's report; with open errors (`galat`) that of a draft."""
    p = data.profil
    return Cover(
        p.pemerintah,
        p.laporan.nama,
        p.laporan.singkatan,
        data.tahun,
        p.nama,
        p.wilayah,
        p.alamat,
        p.telepon,
        p.kota,
        p.penandatanganan.waktu,
        p.pemberitahuan,
        _draft(galat),
        data.lambang,
        p.lambang.alt if p.lambang else "",
        p.lampiran.rinci,
    )


def _draft(galat: int) -> str:
    """That the report is a draft, and why; nothing where it is none."""
    if not galat:
        return ""
    return f"KONSEP: {galat} kesalahan belum diselesaikan"
