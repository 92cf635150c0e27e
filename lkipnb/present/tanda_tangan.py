"""Signature blocks: of the head of the agency, and of the two parties of the agreement."""

from __future__ import annotations

from lkipnb.model import Profil
from lkipnb.present.format import tanggal
from lkipnb.present.html import render

Baris = list[tuple[str, str]]  # the lines of a block: role and text


def tanda_tangan(profil: Profil) -> str:
    """`<section class="tanda-tangan">`: place and date, office, room to sign, name, rank
    and NIP.
    """
    signed = profil.penandatanganan
    return _html(_head(profil, [f"{signed.tempat}, {tanggal(signed.waktu)}"]))


def tanda_tangan_perjanjian(profil: Profil) -> str:
    """The two parties of the Perjanjian Kinerja side by side: who receives the promise, and who
    makes it.
    """
    agreed = profil.perjanjian
    second = agreed.pihak_kedua if agreed else f"(nama {profil.kepala_daerah})"
    day = tanggal(agreed.waktu) if agreed else "(tanggal)"
    receiver = [
        ("tempat", "Pihak Kedua"),
        ("jabatan", f"{profil.kepala_daerah},"),
        ("nama", second),
    ]
    place = f"{profil.penandatanganan.tempat}, {day}"
    return _html(receiver, _head(profil, [place, "Pihak Pertama"]))


def _head(profil: Profil, above: list[str]) -> Baris:
    """The block of the head of the agency below the lines `above`."""
    kepala = profil.kepala
    office = " ".join(filter(None, (kepala.status, kepala.jabatan)))
    return [
        *(("tempat", text) for text in above),
        ("jabatan", office),
        ("jabatan", f"{profil.wilayah},"),
        ("nama", kepala.nama),
        *(("keterangan", text) for text in (kepala.pangkat, _number(kepala.nip)) if text),
    ]


def _number(nip: str) -> str:
    """A place holder in brackets, as in a new profile, stands for itself."""
    if nip and not nip.startswith("("):
        return f"NIP {nip}"
    return nip


def _html(*para_pihak: Baris) -> str:
    return str(render("tanda_tangan.html.j2", para_pihak=para_pihak))
