"""All that is known of one indicator, as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lkipnb.calculate.predikat import predikat
from lkipnb.explore import temuan
from lkipnb.model import NOT_APPLICABLE, CapaianIndikator, Perbandingan
from lkipnb.present.bahan import Bahan, row_of
from lkipnb.present.format import KOSONG, angka, nilai, persen
from lkipnb.present.tabel.daftar.skala import selang_berkata
from lkipnb.present.tabel.data import Tabel
from lkipnb.present.tabel.indikator import berpredikat
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, isi
from lkipnb.present.tabel.susun import susun
from lkipnb.present.tabel.uang import berkode, berlabel, ringkas
from lkipnb.rules import nama_rumus
from lkipnb.schemas import Analisis, Kinerja

Isian = tuple[str, object]
DUA_LAJUR = (Kolom("hal", "Hal", 30, kepala=True), Kolom("isi", "Isi", 70, lambda value: value))
JENIS = {"pendukung": "Pendukung", "hambatan": "Hambatan", "solusi": "Pemecahan"}


def rincian(bahan: Bahan, kode: str) -> list[Tabel]:
    """The tables about an indicator that the data give: itself, its years, quarters and money, its
    causes, the findings about it.
    """
    row = row_of(bahan.results.perbandingan, kode)
    told = [
        ("rincian", Sajian(f"{row.kode} {row.nama}", DUA_LAJUR, list(_rows(_told(bahan, row))))),
        ("riwayat", _years(bahan, row)),
        ("triwulan", _quarters(bahan, row)),
        ("program", _money(bahan, row)),
        ("analisis", _causes(bahan, row)),
        ("temuan", _findings(bahan, row)),
    ]
    return [susun(f"indikator-{name}", "", each) for name, each in told if each and each.baris]


def _rows(told: Iterator[Isian]) -> Iterator[Baris]:
    for label, value in told:
        if value:
            yield Baris({"hal": label, "isi": value})


def _told(bahan: Bahan, row: Perbandingan) -> Iterator[Isian]:
    rule = bahan.rules.capaian[nama_rumus(row, bahan.rules.capaian)]
    yield "Sasaran", row_of(bahan.results.capaian_sasaran, row.sasaran).uraian
    yield "Target", nilai(row.target, row.satuan)
    yield "Realisasi", nilai(row.realisasi, row.satuan)
    yield "Capaian", _or_dash(row.capaian_persen)
    yield "Predikat", berpredikat(isi(row))
    yield "Selang predikat", _interval(bahan, row)
    yield "Rumus capaian", f"{rule.tampil} ({rule.hal})"
    yield from _parts(bahan, row)
    yield from _earlier(row)
    yield from _plan(bahan, row)
    yield from _standards(bahan, row)


def _or_dash(value: object) -> str:
    return KOSONG if value is None else persen(value)


def _interval(bahan: Bahan, row: CapaianIndikator) -> str:
    """The interval of the scale that the capaian fell into, in words."""
    word = predikat(row.capaian_persen, bahan.skala)
    names = [each.predikat for each in bahan.skala.selang]
    if word is None:
        return ""
    return f"{word}: {selang_berkata(names.index(word), bahan.skala)}"


def _parts(bahan: Bahan, row: Perbandingan) -> Iterator[Isian]:
    """Numerator and denominator with their values."""
    own = next(one for one in bahan.data.baris(Kinerja) if one.indikator == row.kode)
    parts = (
        ("Pembilang", row.pembilang, own.nilai_pembilang),
        ("Penyebut", row.penyebut, own.nilai_penyebut),
    )
    for label, name, value in parts:
        yield label, name
        if value is not None and value is not NOT_APPLICABLE:
            yield f"Nilai {label.lower()}", angka(value)
    yield "Dihitung dari indikator", row.turunan_dari


def _earlier(row: Perbandingan) -> Iterator[Isian]:
    if row.realisasi_lalu is not None:
        yield "Realisasi tahun lalu", nilai(row.realisasi_lalu, row.satuan)
        yield "Capaian tahun lalu", _or_dash(row.capaian_lalu)


def _plan(bahan: Bahan, row: Perbandingan) -> Iterator[Isian]:
    """The path of the Renstra."""
    for path in bahan.results.kemajuan:
        if path.kode == row.kode and path.target_akhir is not None:
            yield f"Target akhir Renstra ({path.tahun_akhir})", nilai(path.target_akhir, row.satuan)
            yield "Sampai tahun ini", nilai(path.sampai_kini, row.satuan)
            yield "Kemajuan terhadap target akhir", _or_dash(path.kemajuan_persen)
            yield "Keterangan Renstra", path.keterangan


def _standards(bahan: Bahan, row: Perbandingan) -> Iterator[Isian]:
    for standard in bahan.results.standar:
        if standard.kode == row.kode:
            yield f"Standar {standard.lingkup}", nilai(standard.standar, row.satuan)
            yield f"Terhadap standar {standard.lingkup}", _or_dash(standard.persen)


def _years(bahan: Bahan, row: Perbandingan) -> Sajian | None:
    """Target, realisasi and capaian of each year that is known."""
    known = {
        year: one
        for year, rows in bahan.results.lampau.items()
        for one in rows
        if one.kode == row.kode
    }
    if not known:
        return None
    columns = [
        Kolom("tahun", "Tahun", 16, str, kepala=True),
        *_both(row.satuan, 28),
        Kolom("capaian_persen", "Capaian", 28, _or_dash, angka=True),
    ]
    years = {**dict(sorted(known.items())), bahan.data.tahun: row}
    return Sajian("Riwayat", columns, [Baris(isi(one, tahun=year)) for year, one in years.items()])


def _both(satuan: str, lebar: int) -> list[Kolom]:
    """Target and realisasi in their unit."""

    def shown(name: str) -> Callable[[Row], str]:
        return lambda one: nilai(one[name], satuan)

    names = {"target": "Target", "realisasi": "Realisasi"}
    return [Kolom(n, title, lebar, angka=True, dari=shown(n)) for n, title in names.items()]


def _quarters(bahan: Bahan, row: Perbandingan) -> Sajian | None:
    told = bahan.results.per_triwulan.get(row.kode)
    if not told:
        return None
    columns = [
        Kolom("triwulan", "Triwulan", 20, kepala=True),
        *_both(row.satuan, 40),
    ]
    return Sajian("Per triwulan", columns, [Baris(isi(one)) for _, one in sorted(told.items())])


def _money(bahan: Bahan, row: Perbandingan) -> Sajian | None:
    """The programmes that serve it."""
    codes = row_of(bahan.results.efisiensi, row.kode).program
    lines = [one for one in bahan.results.anggaran_semua.baris if one.kode_rekening in codes]
    label = Kolom("uraian", "Uraian", 0, kepala=True)
    columns = berlabel(label, ringkas(lines), berkode(lines, 15))
    return Sajian("Program yang mendukung", columns, [Baris(isi(one)) for one in lines])


def _causes(bahan: Bahan, row: Perbandingan) -> Sajian | None:
    own = [one for one in bahan.data.baris(Analisis) if one.indikator == row.kode]
    told = [Baris({"hal": JENIS[one.jenis], "isi": one.uraian}) for one in _in_order(own)]
    return Sajian("Sebab, hambatan, dan pemecahan", DUA_LAJUR, told)


def _in_order(own: Sequence[Analisis]) -> list[Analisis]:
    kinds = list(JENIS)
    return sorted(own, key=lambda one: (kinds.index(one.jenis), one.urutan))


def _findings(bahan: Bahan, row: Perbandingan) -> Sajian | None:
    _, mended = bahan.pemeriksaan
    return temuan.sajian(temuan.tentang(mended.temuan, row.kode))
