"""What the document claims in its text and totals follows from its tables: counts, sums, single
figures, shares.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import cast

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.aturan.satuan_klaim import berlainan
from lkipnb.audit.kaitan import SELISIH_PEMBULATAN, Jumlah, Sel, angka, bulat, pembulatan
from lkipnb.audit.materi import Materi, klaim_diperiksa, klaim_terbaca
from lkipnb.audit.temuan import CATATAN, GALAT, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.calculate.persen import jumlah, persen
from lkipnb.calculate.ukuran import pilih
from lkipnb.model import KlaimTerhitung
from lkipnb.schemas import YEAR_TABLES, Anggaran, Baris, Belanja, Fakta, Kinerja, Klaim
from lkipnb.schemas.ukuran import Cara, Ukuran, UkuranSalah

JUMLAH, BANYAK, BAGIAN, HITUNG = "jumlah-klaim", "banyak-klaim", "persen-klaim", "hitung-klaim"
RINCIAN = "hitung-rincian"
TABEL = "klaim"
BERLAINAN = "baris dan rinciannya berlainan, dan tidak ada bukti mana yang benar"
TEKS_BERLAINAN = "teks dan tabel berlainan, dan tidak ada bukti mana yang benar"
KHAS = 10_000  # a smaller number is no sign of where it comes from
# Tables of the language that hold more than the table of the same name, and a column that lines
# take from above.
CALCULATED = frozenset({"riwayat", "standar"})
INHERITED = frozenset({"sumber_dana"})
SERAPAN = {"anggaran": "serapan anggaran yang dirinci", "belanja": "serapan seluruh belanja"}


def _chosen(materi: Materi, ukuran: Ukuran) -> list[int]:
    """The printed rows that a measure chooses; `tingkat` is the level of a budget line.  None of
    them, on a fault.
    """
    levels = materi.pohon.tingkat if ukuran.tabel == "anggaran" else {}
    rows = [
        vars(row) | {"tingkat": Decimal(levels.get(row.baris, 0))}
        for row in materi.baris(_row_of(ukuran))
    ]
    try:
        chosen = pilih(rows, ukuran)
    except UkuranSalah:
        return []
    return [cast(int, row["baris"]) for row in chosen]


def _row_of(ukuran: Ukuran) -> type[Baris]:
    return YEAR_TABLES[ukuran.tabel].row


def _summed(materi: Materi, ukuran: Ukuran) -> list[int]:
    """The printed rows that a sum is made of: of the budget the lowest lines, of the own money,
    each once.
    """
    rows = _chosen(materi, ukuran)
    if ukuran.tabel != "anggaran":
        return rows
    below = {leaf for row in rows for leaf in materi.pohon.terbawah(row)}
    return [at for at in materi.pohon.rinci() if at in below and at not in materi.di_luar]


def _is_printed_sum(materi: Materi, row: Klaim, ukuran: Ukuran) -> bool:
    """Whether a claim is a sum of cells as they are printed, which the search for slips can look
    at.
    """
    if row.nilai_sampai is not None or not _of_print(materi, ukuran):
        return False
    if ukuran.kolom not in materi.data.tables[ukuran.tabel].columns:
        return False
    if ukuran.besaran.cara is Cara.JUMLAH and ukuran.tabel != Fakta.table.name:
        return True
    single = ukuran.besaran.cara in (Cara.JUMLAH, Cara.SATU)
    return single and len(_chosen(materi, ukuran)) == 1


def _of_print(materi: Materi, ukuran: Ukuran) -> bool:
    """Whether a measure looks at a table as it is printed, by columns that stand there or follow
    from a code.
    """
    if ukuran.tabel not in YEAR_TABLES or ukuran.tabel in CALCULATED:
        return False
    return set(dict(ukuran.syarat)) <= {*YEAR_TABLES[ukuran.tabel].names, "tingkat"} - INHERITED


def _is_printed_count(materi: Materi, row: Klaim, ukuran: Ukuran) -> bool:
    """Whether a claim counts rows as they are printed."""
    split = ukuran.tabel == "anggaran" and materi.di_luar
    is_count = ukuran.besaran.cara is Cara.BANYAK and row.nilai_sampai is None
    return is_count and not split and _of_print(materi, ukuran)


def _sums(materi: Materi) -> Iterator[Jumlah]:
    for row, ukuran in klaim_terbaca(materi):
        if not _is_printed_sum(materi, row, ukuran):
            continue
        cells = [Sel(ukuran.tabel, at, ukuran.kolom) for at in _summed(materi, ukuran)]
        parts = tuple((cell, Decimal(1)) for cell in cells)
        told = f"“{row.uraian}” ({row.tempat}) menurut tabel {ukuran.tabel}"
        if parts:
            yield Jumlah(JUMLAH, GALAT, Sel("klaim", row.baris, "nilai"), parts, told)


def milik_lain(materi: Materi, baris: int) -> str:
    """Why a claim differs from its table when no slip of the hand explains it."""
    rows = materi.baris(Klaim)
    own = next(row for row in rows if row.baris == baris)
    for row in rows if own.nilai >= KHAS else ():
        if row.nilai == own.nilai and row.ukuran and row.ukuran != own.ukuran:
            return f"angka itu adalah “{row.uraian.lower()}” ({row.tempat}), bukan yang disebut"
    return TEKS_BERLAINAN


def berlaku(materi: Materi, sel: Sel) -> bool:
    """Whether a cell is that of a claim which the results bear out, or say nothing of."""
    verdict = materi.vonis(sel.baris) if sel.tabel == TABEL else None
    return verdict is not None and verdict.cocok is not False


def _counts(materi: Materi) -> Iterator[Temuan]:
    for row, ukuran in klaim_diperiksa(materi):
        if row.nilai is None or not _is_printed_count(materi, row, ukuran):
            continue
        found = Decimal(len(_chosen(materi, ukuran)))
        if row.nilai != found:
            yield Temuan(
                BANYAK,
                GALAT,
                "klaim.csv",
                row.baris,
                "nilai",
                polos(row.nilai),
                polos(found),
                f"{row.tempat} menyebut {row.uraian.lower()} {sebut(row.nilai)}, "
                f"sedangkan tabel {ukuran.tabel} memuat {sebut(found)}",
                "baris hilang, berlebih, atau salah hitung",
                f"periksa baris tabel {ukuran.tabel}, atau tulis {sebut(found)}",
                kunci=f"kode={row.kode}",
            )


def _shares(materi: Materi) -> Iterator[Temuan]:
    known = _measures(materi)
    for row, ukuran in klaim_diperiksa(materi):
        if not _is_whole_share(ukuran) or row.nilai_sampai is not None or row.nilai is None:
            continue
        value = known[ukuran.tabel]
        if value is not None and bulat(value, row.nilai) != row.nilai:
            yield _other_share(row, value, known)


def _other_share(row: Klaim, value: Decimal, known: Mapping[str, Decimal | None]) -> Temuan:
    """A finding of a claim that is not the share that it names; it may be another of them."""
    minor = pembulatan(row.nilai, value)
    cause = SELISIH_PEMBULATAN if minor else ""
    for name, other in known.items():
        if other is not None and bulat(other, row.nilai) == row.nilai:
            cause = f"angka itu adalah {SERAPAN[name]}, bukan yang disebut"
            break
    right = bulat(value, row.nilai)
    return Temuan(
        BAGIAN,
        CATATAN if minor else GALAT,
        "klaim.csv",
        row.baris,
        "nilai",
        polos(row.nilai),
        polos(right),
        f"{row.tempat} menyebut {row.uraian.lower()} {sebut(row.nilai)} persen; "
        f"tabel memberi {sebut(right)} persen",
        cause,
        f"tulis {sebut(right)}",
        kunci=f"kode={row.kode}",
    )


def _is_whole_share(ukuran: Ukuran) -> bool:
    return ukuran.besaran.cara is Cara.NISBAH and ukuran.tabel in SERAPAN and not ukuran.syarat


def _computed(materi: Materi) -> Iterator[Temuan]:
    """Every claim that the report calls not the same, and every one that cannot be computed."""
    for row, ukuran in klaim_terbaca(materi):
        verdict = materi.vonis(row.baris)
        if verdict is None:
            continue
        if verdict.cocok is False:
            yield _differs(row, ukuran, verdict)
        elif verdict.terhitung is None and (row.baris, "ukuran") not in _told(materi):
            yield _unknown(row, ukuran, verdict.sebab)


def _told(materi: Materi) -> set[tuple[int | None, str | None]]:
    """Measures that name nothing; the contract tells them."""
    faults = materi.hasil.ukuran_salah if materi.hasil else ()
    return {(fault.row, fault.column) for fault in faults}


def _unknown(row: Klaim, ukuran: Ukuran, sebab: str) -> Temuan:
    return Temuan(
        HITUNG,
        CATATAN,
        "klaim.csv",
        row.baris,
        "ukuran",
        str(ukuran),
        None,
        f"{row.tempat} menyebut {row.uraian.lower()} {sebut(row.nilai)}, yang"
        f" tidak dapat dihitung: {sebab}",
        saran="lengkapi datanya, atau biarkan bila memang belum ada",
        kunci=f"kode={row.kode}",
    )


def _differs(row: Klaim, ukuran: Ukuran, verdict: KlaimTerhitung) -> Temuan:
    exact, right = _compared(verdict)
    minor = row.nilai_sampai is None and pembulatan(row.nilai, exact)
    own, computed = _with_units(row, right, verdict.satuan_hasil)
    return Temuan(
        HITUNG,
        CATATAN if minor else GALAT,
        "klaim.csv",
        row.baris,
        "nilai",
        polos(row.nilai),
        polos(right),
        f"{row.tempat} menyebut {row.uraian.lower()} {own}; hasil hitung {ukuran} memberi"
        f" {computed}",
        SELISIH_PEMBULATAN if minor else TEKS_BERLAINAN,
        f"tulis {computed}, atau periksa tabelnya",
        kunci=f"kode={row.kode}",
    )


def _compared(claim: KlaimTerhitung) -> tuple[Decimal, Decimal]:
    """The exact and the rounded value of a claim that was compared."""
    if claim.terhitung is None or claim.terbulat is None:
        raise ValueError(f"{claim.kode} was compared with nothing")
    return claim.terhitung, claim.terbulat


def _with_units(row: Klaim, right: Decimal, unit: str) -> tuple[str, str]:
    """The claim and what is computed in words, with their units where those are not the same."""
    own, computed = sebut(row.nilai), sebut(right)
    if isinstance(row.nilai_sampai, Decimal):
        own = f"{own} sampai {sebut(row.nilai_sampai)}"
    if unit and berlainan(row.satuan or "", unit):
        return f"{own} {row.satuan}", f"{computed} {unit}"
    return own, computed


def _own_sums(materi: Materi) -> Iterator[Temuan]:
    """What the tables of the budget and of the indicators print although it follows from other
    rows of theirs.
    """
    if materi.hasil is None:
        return
    lines = {row.kode_rekening: row.baris for row in materi.baris(Anggaran)}
    outcomes = {row.indikator: row.baris for row in materi.baris(Kinerja)}
    for tabel, rows, claims in (
        ("anggaran", lines, materi.hasil.klaim_anggaran),
        ("kinerja", outcomes, materi.hasil.klaim_kinerja),
    ):
        for claim in claims:
            if claim.cocok is False:
                kode, kolom = claim.kode.rsplit(" ", 1)
                yield _sum_differs(claim, Sel(tabel, rows[kode], kolom), materi.tertulis)


def _sum_differs(claim: KlaimTerhitung, sel: Sel, tertulis: str) -> Temuan:
    printed, (exact, right) = claim.nilai, _compared(claim)
    minor = pembulatan(printed, exact)
    return Temuan(
        RINCIAN,
        CATATAN if minor else GALAT,
        f"{sel.tabel}.csv",
        sel.baris,
        sel.kolom,
        polos(printed),
        polos(right),
        f"{claim.uraian} {tertulis} {sebut(printed)}; hasil hitung memberi {sebut(right)}",
        SELISIH_PEMBULATAN if minor else BERLAINAN,
        f"tulis {sebut(right)}, atau periksa rinciannya",
        kunci=claim.kode,
    )


def _measures(materi: Materi) -> dict[str, Decimal | None]:
    """The shares that a claim may name, from the printed lines without lines below them."""
    own = set(materi.pohon.rinci()) - materi.di_luar
    lines = [row for row in materi.baris(Anggaran) if row.baris in own]
    return {"anggaran": _share(lines), "belanja": _share(materi.baris(Belanja))}


def _share(rows: Sequence[Anggaran | Belanja]) -> Decimal | None:
    """None as soon as an amount is not known."""
    spent = jumlah(angka(row.realisasi_rp) for row in rows)
    return persen(spent, jumlah(row.pagu_rp for row in rows))


ATURAN = (
    Aturan(
        JUMLAH,
        GALAT,
        "Angka dalam teks sama dengan tabelnya",
        "PermenPANRB 53/2014, Lampiran III: isi laporan andal dan tidak saling bertentangan",
        "Jumlah dan angka yang disebut dalam kalimat, ringkasan, atau baris jumlah dihitung ulang"
        " dari tabel.",
        ("klaim",),
        kaitan=_sums,
    ),
    Aturan(
        BANYAK,
        GALAT,
        "Banyaknya yang disebut sama dengan yang ada",
        "Hitungan: banyaknya baris",
        "Bila kalimat menyebut 28 kegiatan, tabelnya harus memuat 28 kegiatan.",
        ("klaim",),
        periksa=_counts,
    ),
    Aturan(
        BAGIAN,
        GALAT,
        "Persentase yang disebut mengikuti tabelnya",
        "Hitungan: jumlah realisasi dibagi jumlah pagu",
        "Persentase serapan dalam kalimat harus sama dengan hasil bagi kedua jumlahnya, dan"
        " menyebut jumlah yang benar.",
        ("klaim", "anggaran", "belanja"),
        periksa=_shares,
    ),
    Aturan(
        HITUNG,
        GALAT,
        "Angka turunan lain yang disebut mengikuti hasil hitung",
        "PermenPANRB 53/2014, Lampiran III: isi laporan andal dan tidak saling bertentangan",
        "Capaian sasaran, kemajuan Renstra, pertumbuhan, efisiensi, sisa dana, dan ukuran lain"
        " (docs/measures.md) yang disebut dokumen dihitung ulang. Yang tidak dapat dihitung disebut"
        " sebagai catatan beserta sebabnya.",
        ("klaim",),
        periksa=_computed,
        cadangan=True,
    ),
    Aturan(
        RINCIAN,
        GALAT,
        "Angka tabel mengikuti rinciannya",
        "PermenPANRB 53/2014, Lampiran III: isi laporan andal dan tidak saling bertentangan",
        "Jumlah dan persentase yang tercetak dalam tabel anggaran, dan target serta realisasi yang"
        " mengikuti dari nilai lain, dibandingkan dengan hasil hitung yang dipakai laporan.",
        ("anggaran", "kinerja"),
        periksa=_own_sums,
        cadangan=True,
    ),
)
