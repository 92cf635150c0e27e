"""What the document claims in its text and totals follows from its tables: counts, sums, single figures, shares."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel, bulat
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.calculate.persen import persen
from lkipnb.rules.satuan import PERSEN, satuan

JUMLAH, BANYAK, BAGIAN = "jumlah-klaim", "banyak-klaim", "persen-klaim"
TABEL = "klaim"
KHAS = 10_000  # a smaller number is no sign of where it comes from
UKURAN = re.compile(r"(?P<tabel>\w+)\.(?P<kolom>\w+)(\[(?P<pilih>[^\]]*)\])?")


def _parsed(row: dict) -> tuple[str, str, str] | None:
    match = UKURAN.fullmatch(row["ukuran"] or "")
    return (match["tabel"], match["kolom"], match["pilih"] or "") if match else None


def _chosen(materi: Materi, tabel: str, pilih: str) -> list[dict]:
    """The rows that a measure sums over; `tingkat` is the level of a budget line."""
    rows = materi.baris(tabel)
    if tabel == "anggaran":
        rows = [row | {"tingkat": materi.pohon.tingkat[row["baris"]]} for row in rows]
    for part in filter(str.strip, pilih.split(";")):
        column, _, value = (piece.strip() for piece in part.partition("="))
        rows = [row for row in rows if str(row.get(column)) == value]
    return rows


def _sums(materi: Materi) -> Iterator[Jumlah]:
    for row in materi.baris("klaim"):
        parsed = _parsed(row)
        if parsed is None or row["nilai_sampai"] is not None or parsed[1] == "banyak":
            continue
        tabel, kolom, pilih = parsed
        if tabel not in materi.data.tables or kolom not in materi.data.tables[tabel].columns:
            continue
        parts = tuple((Sel(tabel, r["baris"], kolom), Decimal(1)) for r in _chosen(materi, tabel, pilih))
        place = f"“{row['uraian']}” ({row['tempat']})"
        yield Jumlah(JUMLAH, GALAT, Sel("klaim", row["baris"], "nilai"), parts, f"{place} menurut tabel {tabel}")


def milik_lain(materi: Materi, baris: int) -> str:
    """Why a claim differs from its table when no slip of the hand explains it."""
    rows = {row["baris"]: row for row in materi.baris("klaim")}
    own = rows[baris]
    for row in rows.values() if own["nilai"] >= KHAS else ():
        if row["nilai"] == own["nilai"] and row["ukuran"] and row["ukuran"] != own["ukuran"]:
            return f"angka itu adalah “{row['uraian'].lower()}” ({row['tempat']}), bukan yang disebut"
    return "teks dan tabel berlainan, dan tidak ada bukti mana yang benar"


def _counts(materi: Materi) -> Iterator[Temuan]:
    for row in materi.baris("klaim"):
        parsed = _parsed(row)
        if parsed is None or parsed[1] != "banyak" or parsed[0] not in materi.data.tables:
            continue
        found = Decimal(len(_chosen(materi, parsed[0], parsed[2])))
        if row["nilai"] is not None and row["nilai"] != found:
            yield Temuan(
                BANYAK,
                GALAT,
                "klaim.csv",
                row["baris"],
                "nilai",
                polos(row["nilai"]),
                polos(found),
                f"{row['tempat']} menyebut {row['uraian'].lower()} {polos(row['nilai'])}, "
                f"sedangkan tabel {parsed[0]} memuat {polos(found)}",
                "baris hilang, berlebih, atau salah hitung",
                f"periksa baris tabel {parsed[0]}, atau tulis {polos(found)}",
                kunci=f"kode={row['kode']}",
            )


def _shares(materi: Materi) -> Iterator[Temuan]:
    known = _measures(materi)
    for row in materi.baris("klaim"):
        if satuan(row["satuan"] or "").kode != PERSEN or row["ukuran"] not in known or row["nilai_sampai"] is not None:
            continue
        value, printed = known[row["ukuran"]], row["nilai"]
        if value is None or printed is None or bulat(value, printed) == printed:
            continue
        others = [name for name, other in known.items() if other is not None and bulat(other, printed) == printed]
        told = {"anggaran.serapan": "serapan anggaran yang dirinci", "belanja.serapan": "serapan seluruh belanja"}
        cause = f"angka itu adalah {told[others[0]]}, bukan yang disebut" if others else ""
        right = polos(bulat(value, printed))
        yield Temuan(
            BAGIAN,
            GALAT,
            "klaim.csv",
            row["baris"],
            "nilai",
            polos(printed),
            right,
            f"{row['tempat']} menyebut {row['uraian'].lower()} {polos(printed)} persen; tabel memberi {right} persen",
            cause,
            f"tulis {right}",
            kunci=f"kode={row['kode']}",
        )


def _measures(materi: Materi) -> dict[str, Decimal | None]:
    """The shares that a claim may name, from the printed lines without lines below them."""
    own = set(materi.pohon.rinci())
    lines = [row for row in materi.baris("anggaran") if row["baris"] in own and row["pagu_rp"] is not None]
    groups = materi.baris("belanja")
    return {
        "anggaran.serapan": _share(lines) if len(lines) == len(own) else None,
        "belanja.serapan": _share(groups),
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
        "Jumlah dan angka yang disebut dalam kalimat, ringkasan, atau baris jumlah dihitung ulang dari tabel.",
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
        "Persentase serapan dalam kalimat harus sama dengan hasil bagi kedua jumlahnya, dan menyebut jumlah "
        "yang benar.",
        ("klaim", "anggaran", "belanja"),
        periksa=_shares,
    ),
)
