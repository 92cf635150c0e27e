"""Every picture of the report, numbered within its chapter in the order of first mention."""

from __future__ import annotations

from typing import ClassVar

from lkipnb.present.block import Gambar
from lkipnb.present.gambar import daftar as modules
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.svg import bingkai, render
from lkipnb.present.koleksi import Koleksi


class DaftarGambar(Koleksi[Lukisan]):
    """The pictures by name: `lk.gambar.capaian_iku()`.

    A picture that would show nothing, or less than the sentences beside it, is None.
    """

    daftar: ClassVar = modules

    def _block(self, kunci: str, sajian: Lukisan) -> Gambar:
        svg, spec = _drawn(kunci, sajian)
        return Gambar(
            kunci=kunci,
            nomor=self._bahan.nomor.gambar(kunci),
            judul=sajian.judul,
            svg=svg,
            alt=sajian.alt,
            sumber=sajian.sumber,
            catatan=sajian.catatan,
            spec=spec,
        )


def _drawn(kunci: str, sajian: Lukisan) -> tuple[str, dict[str, object] | None]:
    """The picture as `<svg>`, and the specification of a chart."""
    if isinstance(sajian.isi, str):
        return bingkai(sajian.isi, kunci, sajian.alt), None
    # The charts are the same for any data, and tests validate them; doing it again takes as
    # long as drawing.
    spec = sajian.isi.to_dict(validate=False)
    return render(spec, kunci, sajian.alt), spec
