"""From the declaration of a table to its data: cells formed, columns as wide as they need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lkipnb.asal import tulis
from lkipnb.present.format import Tampil
from lkipnb.present.tabel.data import TIDAK_ADA, Lajur, Larik, Sel, Tabel
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.lebar import BIASA, RAPAT, Teks, pas

UPRIGHT = 100  # percent: what an upright page holds
ALLOWANCE = 1e-6  # of a sum of widths that are no whole numbers
BOLD = ("jumlah", "program")  # roles of rows in bold


def susun(kunci: str, nomor: str, sajian: Sajian) -> Tabel:
    """The table under its key and number; every cell is text.  Without rows it says so."""
    rows = [_larik(sajian.kolom, row) for row in sajian.baris]
    widths, close = _fitted(sajian.kolom, rows)
    return Tabel(
        kunci=kunci,
        nomor=nomor,
        judul=sajian.judul,
        kolom=tuple(_lajur(kolom, widths) for kolom in sajian.kolom),
        baris=tuple(rows),
        sumber=sajian.sumber,
        catatan=sajian.catatan,
        rapat=close,
        lanskap=not _upright(widths),
    )


def _larik(kolom: Sequence[Kolom], row: Baris) -> Larik:
    cells = tuple(_sel(column, row) for column in kolom)
    return Larik(sel=cells, grup=row.grup, peran=row.peran)


def _sel(kolom: Kolom, row: Baris) -> Sel:
    """The cell of a column; of one that is not shown only what it holds."""
    shown = kolom.sel(row.isi) if kolom.lebar else ""
    value = row.isi.get(kolom.nama)
    cell = Sel(teks=shown, isi=_plain(value), angka=isinstance(value, Decimal))
    if isinstance(shown, Tampil):
        return cell.model_copy(update={"nilai": shown.nilai, "asal": tulis(shown.asal)})
    return cell


def _plain(value: object) -> str | None:
    if isinstance(value, Decimal):
        return format(value, "f")
    if value is None:
        return None
    return str(value)


def _fitted(kolom: Sequence[Kolom], rows: Sequence[Larik]) -> tuple[dict[str, float], bool]:
    """The width of each shown column in percent of an upright page, and whether the table is set
    close: only where that keeps it upright.
    """
    shown = [column for column in kolom if column.lebar]
    texts = _shown_texts(kolom, rows)
    widths = pas(shown, texts, BIASA)
    if _upright(widths):
        return widths, False
    close = pas(shown, texts, RAPAT)
    if _upright(close):
        return (close, True)
    return (widths, False)


def _upright(widths: Mapping[str, float]) -> bool:
    return sum(widths.values()) <= UPRIGHT + ALLOWANCE


def _shown_texts(kolom: Sequence[Kolom], rows: Sequence[Larik]) -> dict[str, list[Teks]]:
    texts = {column.nama: _texts(n, rows) for n, column in enumerate(kolom) if column.lebar}
    if not rows:
        texts[next(iter(texts))] = [Teks(TIDAK_ADA)]
    return texts


def _texts(n: int, rows: Sequence[Larik]) -> list[Teks]:
    return [Teks(row.sel[n].teks, row.peran in BOLD) for row in rows]


def _lajur(kolom: Kolom, widths: dict[str, float]) -> Lajur:
    whole = max(UPRIGHT, sum(widths.values()))
    share = widths.get(kolom.nama, 0) * 100 / whole
    return Lajur(
        nama=kolom.nama,
        judul=kolom.judul,
        lebar=float(f"{share:.4g}"),
        angka=kolom.angka,
        kepala=kolom.kepala,
        utuh=kolom.utuh,
        payung=kolom.payung,
    )
