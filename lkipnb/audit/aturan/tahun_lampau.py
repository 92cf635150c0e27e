"""A year before whose tables break their contract cannot be compared, and stops the report."""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.bilangan import sebut

ID = "tahun-lampau"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for tahun, faults in sorted(materi.lampau_cacat.items()):
        yield Temuan(
            ID,
            GALAT,
            f"{tahun}/{faults[0].file}",
            None,
            None,
            None,
            None,
            f"data tahun {tahun} memuat {sebut(len(faults))} kesalahan, sehingga tidak dapat"
            " dibandingkan dan laporan tidak dapat dibuat",
            f"yang pertama: {faults[0]}",
            f"betulkan data tahun itu; lihat lkipnb check {tahun} --opd {materi.data.opd}",
            kunci=f"tahun={tahun}",
        )


ATURAN = Aturan(
    ID,
    GALAT,
    "Tahun-tahun sebelumnya dapat dibandingkan",
    "PermenPANRB 53/2014, Lampiran II: realisasi dibandingkan dengan tahun-tahun sebelumnya",
    "Tahun yang foldernya ada tetapi datanya cacat menghentikan laporan.",
    (),
    periksa=_periksa,
)
