"""What the document claims in its text and totals follows from its tables: counts, sums, single
figures, shares.
"""

from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.aturan.satuan_klaim import berlainan
from lkipnb.audit.kaitan import SELISIH_PEMBULATAN, Jumlah, Sel, bulat, pembulatan
from lkipnb.audit.materi import Materi, klaim_diperiksa, klaim_terbaca
from lkipnb.audit.temuan import CATATAN, GALAT, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.calculate.persen import persen
from lkipnb.calculate.ukuran import pilih
from lkipnb.schemas import YEAR_TABLES, Fakta
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


def _chosen(materi: Materi, ukuran: Ukuran) -> list[dict]:
    """The printed rows that a measure chooses; `tingkat` is the level of a budget line.  None of
    them, on a fault.
    """
    rows = materi.baris(ukuran.tabel)
    if ukuran.tabel == "anggaran":
        pohon = materi.pohon
        rows = [row | {"tingkat": Decimal(pohon.tingkat[row["baris"]])} for row in rows]
    try:
        return list(pilih(rows, ukuran))
    except UkuranSalah:
        return []


def _summed(materi: Materi, ukuran: Ukuran) -> list[int]:
    """The printed rows that a sum is made of: of the budget the lowest lines, of the own money,
    each once.
    """
    rows = [row["baris"] for row in _chosen(materi, ukuran)]
    if ukuran.tabel != "anggaran":
        return rows
    below = {leaf for row in rows for leaf in materi.pohon.terbawah(row)}
    return [at for at in materi.pohon.rinci() if at in below and at not in materi.di_luar]


def _is_printed_sum(materi: Materi, row: dict, ukuran: Ukuran) -> bool:
    """Whether a claim is a sum of cells as they are printed, which the search for slips can look
    at.
    """
    if row["nilai_sampai"] is not None or not _of_print(materi, ukuran):
        return False
    if ukuran.kolom not in materi.data.tables[ukuran.tabel].columns:
        return False
    several = ukuran.besaran.cara is Cara.JUMLAH and ukuran.tabel != Fakta.table.name
    return several or (
        ukuran.besaran.cara in (Cara.JUMLAH, Cara.SATU) and len(_chosen(materi, ukuran)) == 1
    )


def _of_print(materi: Materi, ukuran: Ukuran) -> bool:
    """Whether a measure looks at a table as it is printed, by columns that stand there or follow
    from a code.
    """
    if ukuran.tabel not in YEAR_TABLES or ukuran.tabel in CALCULATED:
        return False
    return set(dict(ukuran.syarat)) <= {*YEAR_TABLES[ukuran.tabel].names, "tingkat"} - INHERITED


def _is_printed_count(materi: Materi, row: dict, ukuran: Ukuran) -> bool:
    """Whether a claim counts rows as they are printed."""
    split = ukuran.tabel == "anggaran" and materi.di_luar
    is_count = ukuran.besaran.cara is Cara.BANYAK and row["nilai_sampai"] is None
    return is_count and not split and _of_print(materi, ukuran)


def _sums(materi: Materi) -> Iterator[Jumlah]:
    for row, ukuran in klaim_terbaca(materi):
        if not _is_printed_sum(materi, row, ukuran):
            continue
        parts = tuple(
            (Sel(ukuran.tabel, at, ukuran.kolom), Decimal(1)) for at in _summed(materi, ukuran)
        )
        place = f"“{row['uraian']}” ({row['tempat']})"
        if parts:
            told = f"{place} menurut tabel {ukuran.tabel}"
            yield Jumlah(JUMLAH, GALAT, Sel("klaim", row["baris"], "nilai"), parts, told)


def milik_lain(materi: Materi, baris: int) -> str:
    """Why a claim differs from its table when no slip of the hand explains it."""
    rows = {row["baris"]: row for row in materi.baris("klaim")}
    own = rows[baris]
    for row in rows.values() if own["nilai"] >= KHAS else ():
        if row["nilai"] == own["nilai"] and row["ukuran"] and row["ukuran"] != own["ukuran"]:
            return (
                f"angka itu adalah “{row['uraian'].lower()}” ({row['tempat']}), bukan yang disebut"
            )
    return TEKS_BERLAINAN


def berlaku(materi: Materi, sel: Sel) -> bool:
    """Whether a cell is that of a claim which the results bear out, or say nothing of."""
    if sel.tabel != TABEL or materi.hasil is None:
        return False
    return materi.hasil.klaim.at[sel.baris, "cocok"] is not False


def _counts(materi: Materi) -> Iterator[Temuan]:
    for row, ukuran in klaim_diperiksa(materi):
        if not _is_printed_count(materi, row, ukuran):
            continue
        found = Decimal(len(_chosen(materi, ukuran)))
        if row["nilai"] is not None and row["nilai"] != found:
            yield Temuan(
                BANYAK,
                GALAT,
                "klaim.csv",
                row["baris"],
                "nilai",
                polos(row["nilai"]),
                polos(found),
                f"{row['tempat']} menyebut {row['uraian'].lower()} {sebut(row['nilai'])}, "
                f"sedangkan tabel {ukuran.tabel} memuat {sebut(found)}",
                "baris hilang, berlebih, atau salah hitung",
                f"periksa baris tabel {ukuran.tabel}, atau tulis {sebut(found)}",
                kunci=f"kode={row['kode']}",
            )


def _shares(materi: Materi) -> Iterator[Temuan]:
    known = _measures(materi)
    for row, ukuran in klaim_diperiksa(materi):
        if not _is_whole_share(ukuran) or row["nilai_sampai"] is not None:
            continue
        value, printed = known[ukuran.tabel], row["nilai"]
        if value is None or printed is None or bulat(value, printed) == printed:
            continue
        minor = pembulatan(printed, value)
        others = [
            name
            for name, other in known.items()
            if other is not None and bulat(other, printed) == printed
        ]
        cause = SELISIH_PEMBULATAN if minor else ""
        if others:
            cause = f"angka itu adalah {SERAPAN[others[0]]}, bukan yang disebut"
        right = polos(bulat(value, printed))
        yield Temuan(
            BAGIAN,
            CATATAN if minor else GALAT,
            "klaim.csv",
            row["baris"],
            "nilai",
            polos(printed),
            right,
            f"{row['tempat']} menyebut {row['uraian'].lower()} {sebut(printed)} persen; "
            f"tabel memberi {sebut(Decimal(right))} persen",
            cause,
            f"tulis {sebut(Decimal(right))}",
            kunci=f"kode={row['kode']}",
        )


def _is_whole_share(ukuran: Ukuran) -> bool:
    return ukuran.besaran.cara is Cara.NISBAH and ukuran.tabel in SERAPAN and not ukuran.syarat


def _computed(materi: Materi) -> Iterator[Temuan]:
    """Every claim that the report calls not the same, and every one that cannot be computed."""
    if materi.hasil is None:
        return
    verdicts = materi.hasil.klaim
    for row, ukuran in klaim_terbaca(materi):
        verdict = verdicts.loc[row["baris"]]
        if verdict["cocok"] is False:
            yield _differs(row, ukuran, verdict)
        elif verdict["terhitung"] is None and (row["baris"], "ukuran") not in _told(materi):
            yield _unknown(row, ukuran, verdict["sebab"])


def _unknown(row: dict, ukuran: Ukuran, sebab: str) -> Temuan:
    return Temuan(
        HITUNG,
        CATATAN,
        "klaim.csv",
        row["baris"],
        "ukuran",
        str(ukuran),
        None,
        f"{row['tempat']} menyebut {row['uraian'].lower()} {sebut(row['nilai'])}, yang"
        f" tidak dapat dihitung: {sebab}",
        "",
        "lengkapi datanya, atau biarkan bila memang belum ada",
        kunci=f"kode={row['kode']}",
    )


def _own_sums(materi: Materi) -> Iterator[Temuan]:
    """What the tables of the budget and of the indicators print although it follows from other
    rows of theirs.
    """
    if materi.hasil is None:
        return
    rows = {
        "anggaran": {row["kode_rekening"]: row["baris"] for row in materi.baris("anggaran")},
        "kinerja": {row["indikator"]: row["baris"] for row in materi.baris("kinerja")},
    }
    for tabel, claims in (
        ("anggaran", materi.hasil.klaim_anggaran),
        ("kinerja", materi.hasil.klaim_kinerja),
    ):
        for row in claims.to_dict("records"):
            if row["cocok"] is False:
                kode, kolom = row["kode"].rsplit(" ", 1)
                yield _sum_differs(row, tabel, rows[tabel][kode], kolom, materi.tertulis)


def _sum_differs(row: dict, tabel: str, baris: int, kolom: str, tertulis: str) -> Temuan:
    right = row["terbulat"]
    minor = pembulatan(row["nilai"], row["terhitung"])
    return Temuan(
        RINCIAN,
        CATATAN if minor else GALAT,
        f"{tabel}.csv",
        baris,
        kolom,
        polos(row["nilai"]),
        polos(right),
        f"{row['uraian']} {tertulis} {sebut(row['nilai'])}; hasil hitung memberi {sebut(right)}",
        SELISIH_PEMBULATAN if minor else BERLAINAN,
        f"tulis {sebut(right)}, atau periksa rinciannya",
        kunci=row["kode"],
    )


def _told(materi: Materi) -> set[tuple[int | None, str | None]]:
    """Measures that name nothing; the contract tells them."""
    return {(fault.row, fault.column) for fault in materi.hasil.ukuran_salah}


def _differs(row: dict, ukuran: Ukuran, verdict: pd.Series) -> Temuan:
    right, unit = verdict["terbulat"], verdict["satuan_hasil"]
    printed, high = row["nilai"], row["nilai_sampai"]
    minor = high is None and pembulatan(printed, verdict["terhitung"])
    shown = sebut(printed) if high is None else f"{sebut(printed)} sampai {sebut(high)}"
    own, computed = shown, sebut(right)
    if unit and berlainan(row["satuan"] or "", unit):
        own, computed = f"{shown} {row['satuan']}", f"{computed} {unit}"
    return Temuan(
        HITUNG,
        CATATAN if minor else GALAT,
        "klaim.csv",
        row["baris"],
        "nilai",
        polos(printed),
        polos(right),
        f"{row['tempat']} menyebut {row['uraian'].lower()} {own}; hasil hitung {ukuran} memberi"
        f" {computed}",
        SELISIH_PEMBULATAN if minor else TEKS_BERLAINAN,
        f"tulis {computed}, atau periksa tabelnya",
        kunci=f"kode={row['kode']}",
    )


def _measures(materi: Materi) -> dict[str, Decimal | None]:
    """The shares that a claim may name, from the printed lines without lines below them."""
    own = set(materi.pohon.rinci()) - materi.di_luar
    lines = [
        row
        for row in materi.baris("anggaran")
        if row["baris"] in own and row["pagu_rp"] is not None
    ]
    groups = materi.baris("belanja")
    return {
        "anggaran": _share(lines) if len(lines) == len(own) else None,
        "belanja": _share(groups),
    }


def _share(rows: list[dict]) -> Decimal | None:
    pairs = [(row["realisasi_rp"], row["pagu_rp"]) for row in rows]
    if not pairs or any(not isinstance(value, Decimal) for pair in pairs for value in pair):
        return None
    return persen(sum(a for a, _ in pairs), sum(b for _, b in pairs))


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
