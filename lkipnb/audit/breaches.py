"""Relations between printed cells that do not hold, as findings with the change that explains
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lkipnb.audit import perubahan
from lkipnb.audit.aturan import klaim
from lkipnb.audit.diagnosis import Jaring, Penjelasan, jelaskan
from lkipnb.audit.kaitan import (
    SELISIH_PEMBULATAN,
    HasilBagi,
    Kaitan,
    Nilai,
    Sel,
    bulat,
    hasil_tampil,
    pembulatan,
    satuan_terakhir,
)
from lkipnb.audit.materi import Materi, klaim_terbaca
from lkipnb.audit.temuan import CATATAN, Perbaikan, Pilihan, Tempat, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.load.corrections import DELETE, WHOLE_ROW
from lkipnb.schemas import YEAR_TABLES, Anggaran

BUDGET, CODE = Anggaran.table.name, "kode_rekening"
TANPA_SEBAB = "tidak ada satu perubahan yang menjelaskannya"
# The tables whose numbers relations speak of.
VALUES = (
    "anggaran",
    "belanja",
    "belanja_jenis",
    "kinerja",
    "triwulan",
    "renstra",
    "fakta",
    "klaim",
    "aset",
    *(name for name in YEAR_TABLES if name.startswith("pegawai")),
)


def broken(relations: Sequence[Kaitan], materi: Materi) -> Iterator[Temuan]:
    """A finding for each relation that does not hold."""
    jaring = Jaring(relations, printed_values(materi))
    explained = jelaskan(jaring, materi.pohon)
    told: set[str] = set()
    halfway = perubahan.setengah_jalan(jaring, explained)
    if halfway:
        yield perubahan.temuan(materi, jaring, halfway)
    for n in (n for n in jaring.putus if n not in halfway):
        why = explained.get(n)
        once = _once(why) if why else ""
        if once in told or klaim.berlaku(materi, relations[n].utama):
            continue
        found = _breach(materi, jaring.nilai, relations[n], why)
        if why and once:
            told.add(once)
            mended = [relations[m].utama for m, other in explained.items() if other is why]
            found = replace(_at_its_code(found, materi, why), ikut=_following(why, mended))
        yield found


def _once(why: Penjelasan) -> str:
    """By what a change is known that one finding tells whole; each other is told where it
    shows.
    """
    once = not why.ragu and all(each.sekali for each in (why, *why.rival))
    return why.saran if once else ""


def printed_values(materi: Materi) -> dict[Sel, Decimal | None]:
    """Every number of the tables that relations speak of."""
    found: dict[Sel, Decimal | None] = {}
    for tabel in VALUES:
        frame = materi.data.tables[tabel]
        for column in frame.columns:
            for row, value in zip(frame.index, frame[column], strict=True):
                if isinstance(value, Decimal):
                    found[Sel(tabel, row, column)] = value
    return found


def _breach(materi: Materi, nilai: Nilai, relation: Kaitan, why: Penjelasan | None) -> Temuan:
    """A habit of rounding is only noted; what the rule knows of the breach comes before a change
    that no slip of the hand speaks for.
    """
    minor = _minor(relation, nilai, materi)
    slip = why is not None and why.selip
    if minor:
        return _finding(materi, nilai, relation, CATATAN, minor)
    if isinstance(relation, HasilBagi) and relation.terbuka:
        return _finding(materi, nilai, relation, relation.tingkat, relation.sebab)
    if relation.sebab and not slip:
        return _finding(materi, nilai, relation, relation.tingkat, relation.sebab)
    cause = _cause(why) if why else TANPA_SEBAB
    if relation.utama.tabel == klaim.TABEL and not slip:
        cause = klaim.milik_lain(materi, relation.utama.baris)
        why = why and _doubted(materi, why, relation.utama, _both(relation, nilai)[0])
    return _finding(materi, nilai, relation, relation.tingkat, cause, why)


def _doubted(materi: Materi, why: Penjelasan, claim: Sel, printed: Decimal) -> Penjelasan:
    """A claim of few things of a kind differs from its table as well when two cells of the table
    are wrong that hide each other in its total.
    """
    of_a_kind = any(
        ukuran.syarat for row, ukuran in klaim_terbaca(materi) if row.baris == claim.baris
    )
    return replace(why, ragu=True) if of_a_kind and printed < klaim.KHAS else why


def _minor(relation: Kaitan, nilai: Nilai, materi: Materi) -> str:
    """Why a breach is no error but a habit of rounding; empty for an error."""
    if not isinstance(relation, HasilBagi):
        return ""
    if relation.terpotong(nilai):
        return f"{materi.tertulis} dipotong, bukan dibulatkan"
    return SELISIH_PEMBULATAN if pembulatan(*_both(relation, nilai)) else ""


def _finding(
    materi: Materi,
    nilai: Nilai,
    relation: Kaitan,
    tingkat: str,
    cause: str,
    why: Penjelasan | None = None,
) -> Temuan:
    cell = relation.utama
    printed, right = _both(relation, nilai)
    shown = _shown(relation, printed, right)
    sure = why is not None and why.yakin
    return Temuan(
        relation.aturan,
        tingkat,
        f"{cell.tabel}.csv",
        cell.baris,
        cell.kolom,
        polos(printed),
        polos(shown),
        f"{relation.pesan} memberi {sebut(shown)}, {materi.tertulis} {sebut(printed)}",
        cause,
        _advice(why) if why else relation.saran,
        _corrections(materi, why) if why and sure else (),
        materi.kunci(cell.tabel, cell.baris),
        _choices(materi, why) if why and not sure else (),
    )


def _at_its_code(found: Temuan, materi: Materi, why: Penjelasan) -> Temuan:
    """A finding of a wrong code stands at the code, which is what a person changes."""
    if not why.kode or why.rival:
        return found
    row, frame = why.kode[0], materi.data.anggaran
    return replace(
        found,
        berkas=Anggaran.table.file,
        baris=row,
        kolom=CODE,
        tercetak=str(frame.at[row, CODE]),
        seharusnya=None,
        kunci=materi.kunci(BUDGET, row),
    )


def _following(why: Penjelasan, mended: Iterable[Sel]) -> frozenset[Tempat]:
    """The cells of which a finding that is told once says all: those that the change mends, and
    those that it moves.
    """
    cells = [(f"{cell.tabel}.csv", cell.baris, cell.kolom) for cell in (*mended, *why.ubah)]
    return frozenset([*cells, *((Anggaran.table.file, row, CODE) for row in why.kode)])


def _advice(why: Penjelasan) -> str:
    """What to do; where several changes explain alike, which they are."""
    if why.yakin:
        return why.saran
    if not why.rival:
        return f"mungkin: {why.saran}; cocokkan dahulu dengan dokumen sumbernya"
    told = "; ".join(f"({n}) {each.saran}" for n, each in enumerate((why, *why.rival), start=1))
    return f"salah satu dari: {told}"


def _choices(materi: Materi, why: Penjelasan) -> tuple[Pilihan, ...]:
    return tuple(Pilihan(each.saran, _corrections(materi, each)) for each in (why, *why.rival))


def _cause(why: Penjelasan) -> str:
    """Why a change is believed; where several explain alike, what speaks for each."""
    if not why.rival:
        return why.sebab
    told = "; ".join(f"({n}) {each.sebab}" for n, each in enumerate((why, *why.rival), start=1))
    return f"sama mungkinnya: {told}"


def _both(relation: Kaitan, nilai: Nilai) -> tuple[Decimal, Decimal]:
    """What is printed and what follows, which a broken relation always has."""
    pair = relation.bandingan(nilai)
    if pair is None:
        raise ValueError(relation)
    return pair


def _shown(relation: Kaitan, printed: Decimal, right: Decimal) -> Decimal:
    """What should stand there: a sum as its parts give it, a quotient with decimals enough."""
    if isinstance(relation, HasilBagi):
        return hasil_tampil(right, printed)
    plain = bulat(right, printed)
    finer = satuan_terakhir(right) > satuan_terakhir(printed)
    return right if plain == right and finer else plain


def _corrections(materi: Materi, why: Penjelasan) -> tuple[Perbaikan, ...]:
    """The cells that a change touches, as `koreksi.csv` would state them, after the rows that
    go.
    """
    gone = [Perbaikan(BUDGET, row, WHOLE_ROW, "", DELETE) for row in why.hapus]
    return (*gone, *_changed(materi, why))


def _changed(materi: Materi, why: Penjelasan) -> Iterator[Perbaikan]:
    for cell, value in why.ubah.items():
        frame = materi.data.tables[cell.tabel]
        if cell.baris in why.hapus or cell.baris not in frame.index:
            continue
        printed = frame.at[cell.baris, cell.kolom]
        if printed != value:
            old, new = polos(printed) or "", polos(value) or ""
            yield Perbaikan(cell.tabel, cell.baris, cell.kolom, old, new)
