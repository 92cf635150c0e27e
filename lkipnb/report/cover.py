"""What the cover and the running head of a report say."""

from __future__ import annotations

from dataclasses import dataclass

from lkipnb.model import Dataset
from lkipnb.present.format import tanggal


@dataclass(frozen=True)
class Cover:
    """The words of the cover; `waktu` is `YYYY-MM` or `YYYY-MM-DD`, `pemberitahuan` stands on every page."""

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

    @property
    def judul(self) -> str:
        """The title of the document."""
        return f"{self.singkatan} {self.instansi} {self.wilayah} Tahun {self.tahun}"

    @property
    def tanggal(self) -> str:
        return tanggal(self.waktu)


def cover(data: Dataset) -> Cover:
    """The cover of a dataset's report."""
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
    )
