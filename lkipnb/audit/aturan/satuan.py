"""Target and realisasi are written in one unit."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan, polos

ID = "satuan"
KALI = Decimal(50)  # fraction against percent is a hundred times
PERSEN = "persen"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    kinds = {row["kode"]: row for row in materi.baris("indikator")}
    printed = materi.data.printed.get("kinerja")
    for row in materi.baris("kinerja"):
        kind = kinds.get(row["indikator"])
        if kind is None:
            continue
        target, done = row["target"], row["realisasi"]
        kunci = f"indikator={row['indikator']}"
        for column in ("target", "realisasi"):
            raw = str(printed.at[row["baris"], column]) if printed is not None and row["baris"] in printed.index else ""
            if raw.endswith("%") and kind["satuan"] != PERSEN:
                told = f"{column} {row['indikator']} bertanda %, padahal satuannya {kind['satuan']}"
                yield Temuan(
                    ID,
                    GALAT,
                    "kinerja.csv",
                    row["baris"],
                    column,
                    raw,
                    None,
                    told,
                    "",
                    "samakan satuannya",
                    kunci=kunci,
                )
        if isinstance(target, Decimal) and isinstance(done, Decimal) and target * done > 0:
            ratio = max(target / done, done / target)
            if ratio >= KALI and kind["jenis"] == "angka":
                yield Temuan(
                    ID,
                    PERINGATAN,
                    "kinerja.csv",
                    row["baris"],
                    "realisasi",
                    polos(done),
                    None,
                    f"realisasi {row['indikator']} {polos(done)} dan targetnya {polos(target)} berbeda "
                    f"{ratio.quantize(Decimal(1))} kali",
                    "satu ditulis sebagai pecahan dan satu sebagai persen, atau satuannya lain",
                    "tulis keduanya dalam satuan yang sama",
                    kunci=kunci,
                )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Target dan realisasi bersatuan sama",
    f"Kehati-hatian: ambang {KALI} kali lipat; tanda % hanya untuk satuan persen",
    "Target 0,85 dengan realisasi 85 adalah satuan yang tertukar.",
    ("kinerja", "indikator"),
    periksa=_periksa,
)
