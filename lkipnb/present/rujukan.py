"""Which of the shared lists an agency's report uses: the regulations that it cites, the kinds of
PMKS and PSKS.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lkipnb.audit.aturan.peraturan import CITED
from lkipnb.present.bahan import Bahan, rumus_dipakai
from lkipnb.schemas import Peraturan

SOSIAL = "sosial"
PMKS_PSKS = "permensos-8-2012"
KHUSUS_SOSIAL = frozenset({"pmks", "psks"})
# A regulation by its kind, in full and as it is shortened; the first two words tell it.
_JENIS = {
    "undang-undang": ("uu",),
    "peraturan pemerintah": ("pp",),
    "peraturan presiden": ("perpres",),
    "instruksi presiden": ("inpres",),
    "peraturan menteri": ("permen", "pmk"),
    "peraturan daerah": ("perda",),
    "peraturan bupati": ("perbup",),
}
_DAERAH = frozenset({"peraturan daerah", "peraturan bupati"})
# Texts of the data in which a regulation may be named.
_TEKS = {
    "standar": ("sumber",),
    "analisis": ("uraian",),
    "tugas": ("uraian",),
    "koreksi": ("alasan", "bukti"),
    "kontradiksi": ("hal", "tempat_1", "tercetak_1", "tempat_2", "tercetak_2", "dipakai", "alasan"),
}
Rujukan = tuple[str, str, str]


def urusan_sosial(bahan: Bahan) -> bool:
    """Whether the agency is in social affairs, whose lists of PMKS and PSKS no other
    agency shows.
    """
    return bahan.data.profil.urusan.strip().casefold() == SOSIAL


def nama_peraturan(bahan: Bahan, kode: str) -> str:
    """The name of a regulation of the list by its code."""
    listed = bahan.data.peraturan
    return str(listed.loc[listed.kode == kode, "nama"].iloc[0])


def referensi_dipakai(bahan: Bahan, jalan: str) -> bool:
    """Whether the file of a table, by its path below `data/`, is one that this report uses."""
    return PurePosixPath(jalan).stem not in KHUSUS_SOSIAL or urusan_sosial(bahan)


def peraturan_dirujuk(bahan: Bahan) -> list[Peraturan]:
    """The rows of the list of regulations that the agency, its prose or a rule in use cites, in
    their order.

    A regulation of another region is never meant by its number alone.
    """
    codes = set(_codes(bahan))
    named = {key for text in _texts(bahan) for key in _cited(text)}
    return [
        row
        for row in bahan.data.baris(Peraturan)
        if row.kode in codes or (named & set(_cited(row.nama)) and _of_here(row.nama, bahan))
    ]


def _codes(bahan: Bahan) -> Iterator[str]:
    """The regulations that the data name by their code."""
    profil = bahan.data.profil
    yield from (*profil.dasar_hukum, *profil.pembentukan, *bahan.data.tugas.dasar.dropna())
    if urusan_sosial(bahan):
        yield PMKS_PSKS


def _texts(bahan: Bahan) -> Iterator[str]:
    """Every text of the report that may name a regulation: prose, cells, and the sources of the
    rules in use.
    """
    yield from bahan.data.narasi.values()
    yield from bahan.data.profil.sumber.values()
    for table, columns in _TEKS.items():
        for column in columns:
            yield from bahan.data.tables[table][column].dropna()
    rules, measured = bahan.rules, bahan.data.profil.pengukuran
    used = [
        *rumus_dipakai(bahan),
        rules.rata_rata[measured.rata_rata],
        bahan.skala,
        *rules.sistematika,
    ]
    used += [rules.anggaran] if len(bahan.data.anggaran) else []
    used += [*rules.efisiensi.values()] if bahan.results.efisiensi_terhitung else []
    used += [*rules.reviu.values(), *rules.mutu.values()]
    yield from (rule.dasar for rule in used)


def _cited(text: str) -> Iterator[Rujukan]:
    """The regulations that a text names: kind, number, year."""
    for match in CITED.finditer(text):
        kind = _kind(match[0])
        if kind:
            yield kind, match[1], match[2]


def _kind(name: str) -> str:
    lowered = " ".join(name.casefold().split())
    return next((long for long, short in _JENIS.items() if lowered.startswith((long, *short))), "")


def _of_here(name: str, bahan: Bahan) -> bool:
    return _kind(name) not in _DAERAH or bahan.data.profil.wilayah.casefold() in name.casefold()
