"""Tables of BAB I: kinds of PMKS and PSKS, staff, assets."""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.silang import JUMLAH
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import angka
from lkipnb.present.tabel.susun import Baris, Kolom, nol_kosong

BUTIRAN = frozenset({"unit", "buah"})


def pmks(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The kinds in two columns side by side, read down."""
    return _two_columns(bahan.data.pmks.assign(singkatan=None))


def psks(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The kinds in two columns side by side, read down, with their abbreviations."""
    return _two_columns(bahan.data.psks)


def _two_columns(kinds: pd.DataFrame) -> tuple[list[Kolom], list[Baris]]:
    named = [
        (row.nomor, row.nama + (f" ({row.singkatan})" if row.singkatan else ""))
        for row in kinds.itertuples()
    ]
    half = (len(named) + 1) // 2
    left, right = named[:half], named[half:] + [(None, None)] * (2 * half - len(named))
    kolom = [
        Kolom("nomor_1", "No.", 6, _blank, angka=True),
        Kolom("jenis_1", "Jenis", 44),
        Kolom("nomor_2", "No.", 6, _blank, angka=True),
        Kolom("jenis_2", "Jenis", 44),
    ]
    return kolom, [
        Baris({"nomor_1": a[0], "jenis_1": a[1], "nomor_2": b[0], "jenis_2": b[1]})
        for a, b in zip(left, right, strict=True)
    ]


def pegawai_eselon(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    return _cross(bahan.hasil.pegawai.eselon, "eselon", "Eselon", "Pendidikan")


def pegawai_golongan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    return _cross(bahan.hasil.pegawai.golongan, "pendidikan", "Pendidikan", "Golongan")


def _cross(
    table: pd.DataFrame, baris: str, judul: str, payung: str
) -> tuple[list[Kolom], list[Baris]]:
    """A cross table with margins; a dash stands for none."""
    inner = [name for name in table.columns if name != JUMLAH]
    share = 60 // len(inner)
    kolom = [
        Kolom(baris, judul, 100 - 15 - share * len(inner), kepala=True),
        *(Kolom(name, name, share, nol_kosong(angka), angka=True, payung=payung) for name in inner),
        Kolom(JUMLAH, JUMLAH, 15, nol_kosong(angka), angka=True),
    ]
    return kolom, [
        Baris({baris: name} | values.to_dict(), peran="jumlah" if name == JUMLAH else "")
        for name, values in table.iterrows()
    ]


def aset(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    kolom = [
        Kolom("nomor", "No.", 8, _blank, angka=True),
        Kolom("nama", "Nama atau jenis barang", 44, kepala=True),
        Kolom("jumlah", "Jumlah", 14, angka, angka=True),
        Kolom("satuan", "Satuan", 16),
        Kolom("kondisi", "Kondisi", 18),
    ]
    rows = [
        Baris(row) for row in bahan.data.aset.sort_values("nomor", kind="stable").to_dict("records")
    ]
    if not dapat_dijumlah(bahan.data.aset):
        return kolom, rows
    return kolom, [
        *rows,
        Baris({"nama": JUMLAH, "jumlah": bahan.hasil.aset_jumlah}, peran="jumlah"),
    ]


def dapat_dijumlah(aset: pd.DataFrame) -> bool:
    """Whether the assets have a common sum: all in one unit, or all counted by the piece."""
    units = set(aset.satuan.str.casefold())
    return len(units) == 1 or units <= BUTIRAN


def _blank(value: object) -> str:
    return "" if value is None else angka(value)
