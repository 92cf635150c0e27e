"""Signature blocks: of the head of the agency, and of the two parties of the agreement."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from lkipnb.model import Profil
from lkipnb.present.format import tanggal


def tanda_tangan(profil: Profil) -> str:
    """`<section class="tanda-tangan">`: place and date, office, room to sign, name, rank
    and NIP.
    """
    signed = f"{profil.penandatanganan.tempat}, {tanggal(profil.penandatanganan.waktu)}"
    return _block(
        [signed], [_office(profil), f"{profil.wilayah},"], profil.kepala.nama, _below(profil)
    )


def tanda_tangan_perjanjian(profil: Profil) -> str:
    """The two parties of the Perjanjian Kinerja side by side: who receives the promise, and who
    makes it.
    """
    agreed = profil.perjanjian
    second = agreed.pihak_kedua if agreed else f"(nama {profil.kepala_daerah})"
    place = f"{profil.penandatanganan.tempat}, {tanggal(agreed.waktu) if agreed else '(tanggal)'}"
    blocks = (
        _block(["Pihak Kedua"], [f"{profil.kepala_daerah},"], second, ()),
        _block(
            [place, "Pihak Pertama"],
            [_office(profil), f"{profil.wilayah},"],
            profil.kepala.nama,
            _below(profil),
        ),
    )
    return f'<div class="para-pihak">{"".join(blocks)}</div>'


def _office(profil: Profil) -> str:
    return " ".join(filter(None, (profil.kepala.status, profil.kepala.jabatan)))


def _below(profil: Profil) -> Iterable[str]:
    kepala = profil.kepala
    number = kepala.nip if kepala.nip.startswith("(") else f"NIP {kepala.nip}" if kepala.nip else ""
    return filter(None, (kepala.pangkat, number))


def _block(above: Iterable[str], office: Iterable[str], name: str, below: Iterable[str]) -> str:
    lines = [
        *(("tempat", text) for text in above),
        *(("jabatan", text) for text in office),
        ("nama", name),
        *(("keterangan", text) for text in below),
    ]
    return (
        '<section class="tanda-tangan">'
        + "".join(f'<p class="{role}">{escape(text)}</p>' for role, text in lines)
        + "</section>"
    )
