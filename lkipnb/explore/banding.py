"""Years, agencies or scenarios side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from lkipnb.calculate.persen import selisih
from lkipnb.present.format import KOSONG, angka, bertanda, persen, rupiah
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian
from lkipnb.workbook import Workbook

UKURAN, INDIKATOR = "Ukuran utama", "Capaian indikator"
Bentuk = Callable[[object], str]
Ambil = Callable[[Workbook], object]


def _opd(name: str) -> Ambil:
    return lambda lk: getattr(lk.results.capaian_opd, name)


def _anggaran(name: str) -> Ambil:
    return lambda lk: getattr(lk.results.anggaran.jumlah, name)


# What is told of each side: a label, the figure of the report, its form.
BARIS: tuple[tuple[str, Ambil, Bentuk], ...] = (
    ("Rata-rata capaian", _opd("capaian_persen"), persen),
    ("Predikat", _opd("predikat"), str),
    ("Indikator", _opd("banyak_indikator"), angka),
    ("Mencapai target", _opd("banyak_tercapai"), angka),
    ("Belum mencapai target", _opd("banyak_belum"), angka),
    ("Belum dilaporkan", _opd("banyak_belum_dilaporkan"), angka),
    ("Pagu program", _anggaran("pagu_rp"), rupiah),
    ("Realisasi program", _anggaran("realisasi_rp"), rupiah),
    ("Sisa", _anggaran("sisa_rp"), rupiah),
    ("Serapan", _anggaran("serapan_persen"), persen),
)


def banding(sisi: Mapping[str, Workbook]) -> Sajian:
    """Key figures, and the capaian of indicators that have one code, of each side by its name; the
    last column is the difference between the first and the last side.
    """
    names = list(sisi)
    label = Kolom("label", "Ukuran", 40, kepala=True)
    sides = [Kolom(f"s{n}", name, 15, angka=True, dari=_shown(n)) for n, name in enumerate(names)]
    columns = [label, *sides]
    if len(names) > 1:
        columns.append(Kolom("beda", "Selisih", 15, angka=True, dari=_difference))
    rows = [*_measures(sisi), *_indicators(sisi)]
    return Sajian("Berdampingan: " + " dan ".join(names), columns, rows)


def _measures(sisi: Mapping[str, Workbook]) -> Iterator[Baris]:
    for label, take, form in BARIS:
        yield _row(label, [take(lk) for lk in sisi.values()], form, UKURAN)


def _indicators(sisi: Mapping[str, Workbook]) -> Iterator[Baris]:
    """The indicators of the first side that another has too, under one code in one agency."""
    first, *others = sisi.values()
    if any(lk.data.opd != first.data.opd for lk in others):
        return
    for row in first.results.capaian:
        values = [_capaian(lk, row.kode) for lk in sisi.values()]
        yield _row(f"{row.kode} {row.nama}", values, persen, INDIKATOR)


def _capaian(lk: Workbook, kode: str) -> Decimal | None:
    return next((row.capaian_persen for row in lk.results.capaian if row.kode == kode), None)


def _row(label: str, values: Sequence[object], form: Bentuk, grup: str) -> Baris:
    cells = {f"s{n}": value for n, value in enumerate(values)}
    gap = selisih(values[-1], values[0])
    return Baris({"label": label, "bentuk": form, "beda": gap, **cells}, grup)


def _shown(n: int) -> Callable[[Row], str]:
    def shown(row: Row) -> str:
        value = row[f"s{n}"]
        return KOSONG if value is None else row["bentuk"](value)

    return shown


def _difference(row: Row) -> str:
    gap = row["beda"]
    return KOSONG if gap is None else bertanda(gap, row["bentuk"](gap))
