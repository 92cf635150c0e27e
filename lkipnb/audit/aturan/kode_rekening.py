"""Budget codes stand once and hang together."""

from collections import Counter
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan
from lkipnb.calculate.rekening import ruas

GANDA, SUSUNAN = "kode-ganda", "susunan-kode"


def _twice(materi: Materi) -> Iterator[Temuan]:
    first: dict[tuple[str, ...], dict] = {}
    for row in materi.baris("anggaran"):
        code = ruas(row["kode_rekening"] or "")
        if code in first:
            earlier = first[code]
            same = earlier["uraian"] == row["uraian"]
            yield Temuan(
                GANDA,
                GALAT,
                "anggaran.csv",
                row["baris"],
                "kode_rekening",
                row["kode_rekening"],
                None,
                f"kode {row['kode_rekening']} sudah ada di baris {earlier['baris']} (“{earlier['uraian']}”)",
                "baris tertulis dua kali" if same else "salah satu labelnya memakai kode baris lain",
                "hapus salah satu baris, atau betulkan kodenya",
                kunci=f"{row['kode_rekening']} {row['uraian']}",
            )
        first.setdefault(code, row)


def _nested(materi: Materi) -> Iterator[Temuan]:
    """A line at the top although lines like it stand below another; a label that stands twice in one group."""
    rows = {row["baris"]: row for row in materi.baris("anggaran")}
    tree = materi.pohon
    depth = Counter(len(ruas(rows[at]["kode_rekening"] or "")) for at, above in tree.di_atas.items() if above is None)
    usual = min(depth, default=0)
    for at, above in tree.di_atas.items():
        code = rows[at]["kode_rekening"] or ""
        length = len(ruas(code))
        siblings = [
            a
            for a, parent in tree.di_atas.items()
            if parent is not None and len(ruas(rows[a]["kode_rekening"] or "")) == length
        ]
        if above is None and length > usual and siblings:
            yield Temuan(
                SUSUNAN,
                GALAT,
                "anggaran.csv",
                at,
                "kode_rekening",
                code,
                None,
                f"kode {code} (“{rows[at]['uraian']}”) tidak berada di bawah kode mana pun",
                "salah ketik pada salah satu ruasnya, atau induknya hilang",
                "betulkan kodenya, atau tambahkan induknya",
                kunci=f"{code} {rows[at]['uraian']}",
            )
    for parent, below in tree.di_bawah.items():
        told: dict[str, int] = {}
        for at in below:
            name = (rows[at]["uraian"] or "").casefold()
            if name in told and parent is not None:
                yield Temuan(
                    "label-ganda",
                    PERINGATAN,
                    "anggaran.csv",
                    at,
                    "uraian",
                    rows[at]["uraian"],
                    None,
                    f"“{rows[at]['uraian']}” sudah ada di baris {told[name]} dalam kelompok yang sama",
                    "label tercetak satu kali terlalu banyak, atau dua baris memakai nama yang sama",
                    "periksa apakah jumlah di bawahnya tergeser",
                    kunci=f"{rows[at]['kode_rekening']} {rows[at]['uraian']}",
                )
            told.setdefault(name, at)


ATURAN = (
    Aturan(
        GANDA,
        GALAT,
        "Kode rekening hanya sekali",
        "Permendagri 13/2006 dan 90/2019: satu kode untuk satu baris anggaran",
        "Kode yang muncul dua kali membuat jumlahnya ganda atau labelnya salah tempat.",
        ("anggaran",),
        periksa=_twice,
    ),
    Aturan(
        SUSUNAN,
        GALAT,
        "Kode rekening bersusun rapi",
        "Permendagri 13/2006 dan 90/2019: kode rincian diawali kode induknya",
        "Baris rincian harus berada di bawah program atau kegiatannya; label yang sama dalam satu kelompok "
        "diperingatkan.",
        ("anggaran",),
        periksa=_nested,
    ),
)
