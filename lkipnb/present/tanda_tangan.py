"""The signature block at the foot of a signed page."""

from __future__ import annotations

from html import escape

from lkipnb.model import Profil
from lkipnb.present.format import tanggal


def tanda_tangan(profil: Profil) -> str:
    """`<section class="tanda-tangan">`: place and date, office, room to sign, name, rank and NIP."""
    kepala = profil.kepala
    office = " ".join(filter(None, (kepala.status, kepala.jabatan)))
    signed = f"{profil.penandatanganan.tempat}, {tanggal(profil.penandatanganan.waktu)}"
    below = filter(None, (kepala.pangkat, f"NIP {kepala.nip}" if kepala.nip else ""))
    return (
        '<section class="tanda-tangan">'
        f'<p class="tempat">{escape(signed)}</p>'
        f'<p class="jabatan">{escape(office)}</p><p class="jabatan">{escape(profil.wilayah)},</p>'
        f'<p class="nama">{escape(kepala.nama)}</p>'
        + "".join(f'<p class="keterangan">{escape(line)}</p>' for line in below)
        + "</section>"
    )
