"""Budget codes stand once and hang together."""

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan
from lkipnb.bilangan import sebut
from lkipnb.calculate.rekening import Ruas, ruas

SEDIKIT = 0.25  # of the lines of a level; if more have no detail, that is how the table is made
GANDA, NOL, SUSUNAN = "kode-ganda", "kode-nol-hilang", "susunan-kode"


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
                f"kode {row['kode_rekening']} sudah ada di baris {earlier['baris']}"
                f" (“{earlier['uraian']}”)",
                (
                    "baris tertulis dua kali"
                    if same
                    else "salah satu labelnya memakai kode baris lain"
                ),
                "hapus salah satu baris, atau betulkan kodenya",
                kunci=f"{row['kode_rekening']} {row['uraian']}",
            )
        first.setdefault(code, row)


def _lost_zeros(materi: Materi) -> Iterator[Temuan]:
    """Two codes that are one but for zeros at the head of a segment; of their parts nothing more
    is told.
    """
    codes = {ruas(row["kode_rekening"] or "") for row in materi.baris("anggaran")}
    first: dict[Ruas, Ruas] = {}
    for row in materi.baris("anggaran"):
        code = ruas(row["kode_rekening"] or "")
        other = first.setdefault(tuple(part.lstrip("0") for part in code), code)
        if other == code or _told_above(code, other, codes):
            continue
        yield Temuan(
            NOL,
            PERINGATAN,
            "anggaran.csv",
            row["baris"],
            "kode_rekening",
            row["kode_rekening"],
            None,
            f"kode {row['kode_rekening']} (“{row['uraian']}”) sama dengan {'.'.join(other)} kecuali"
            " nol di depan ruasnya",
            "nol di depan ruas hilang, misalnya karena dibaca sebagai angka oleh Excel",
            "samakan penulisan kodenya; bila memang satu baris, gabungkan",
            kunci=f"{row['kode_rekening']} {row['uraian']}",
        )


def _told_above(code: Ruas, other: Ruas, codes: set[Ruas]) -> bool:
    """Whether lines above two codes differ by their zeros already."""
    above = [(code[:n], other[:n]) for n in range(1, len(code))]
    return any(one != two and {one, two} <= codes for one, two in above)


def _nested(materi: Materi) -> Iterator[Temuan]:
    """A line at the top although lines like it stand below another; a label that stands twice in
    one group.
    """
    rows = {row["baris"]: row for row in materi.baris("anggaran")}
    tree = materi.pohon
    length = {at: len(ruas(row["kode_rekening"] or "")) for at, row in rows.items()}
    usual = min((length[at] for at in tree.di_bawah.get(None, ())), default=0)
    nested = {length[at] for at, above in tree.di_atas.items() if above is not None}
    for at in tree.di_bawah.get(None, ()):
        code = rows[at]["kode_rekening"] or ""
        if length[at] > usual and length[at] in nested:
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
                    SUSUNAN,
                    PERINGATAN,
                    "anggaran.csv",
                    at,
                    "uraian",
                    rows[at]["uraian"],
                    None,
                    f"“{rows[at]['uraian']}” sudah ada di baris {told[name]} dalam kelompok yang"
                    " sama",
                    "label tercetak satu kali terlalu banyak, atau dua baris memakai nama yang"
                    " sama",
                    "periksa apakah jumlah di bawahnya tergeser",
                    kunci=f"{rows[at]['kode_rekening']} {rows[at]['uraian']}",
                )
            told.setdefault(name, at)


def _without_detail(materi: Materi) -> Iterator[Temuan]:
    """A line without detail although nearly all lines of its level have some."""
    rows = {row["baris"]: row for row in materi.baris("anggaran")}
    tree = materi.pohon
    for level in sorted(set(tree.tingkat.values())):
        own = [at for at, of in tree.tingkat.items() if of == level]
        bare = [at for at in own if at not in tree.di_bawah]
        if not bare or len(bare) > len(own) * SEDIKIT:
            continue
        for at in bare:
            amount = rows[at]["pagu_rp"]
            yield Temuan(
                "rincian-hilang",
                PERINGATAN,
                "anggaran.csv",
                at,
                "kode_rekening",
                rows[at]["kode_rekening"],
                None,
                f"“{rows[at]['uraian']}” tidak dirinci, sedangkan baris lain setingkatnya dirinci",
                (
                    f"baris rinciannya hilang, dengan pagu {sebut(amount)}"
                    if amount
                    else "baris rinciannya hilang"
                ),
                f"tambahkan baris di bawah baris {at}",
                kunci=f"{rows[at]['kode_rekening']} {rows[at]['uraian']}",
            )


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
        NOL,
        PERINGATAN,
        "Ruas kode ditulis dengan nol di depannya",
        "Permendagri 13/2006 dan 90/2019: banyaknya angka tiap ruas tetap",
        "1.02.2 dan 1.02.02 hampir selalu satu kode yang nolnya hilang; sebagai dua kode keduanya"
        " terhitung sendiri-sendiri.",
        ("anggaran",),
        periksa=_lost_zeros,
    ),
    Aturan(
        SUSUNAN,
        GALAT,
        "Kode rekening bersusun rapi",
        "Permendagri 13/2006 dan 90/2019: kode rincian diawali kode induknya",
        "Baris rincian harus berada di bawah program atau kegiatannya; label yang sama dalam satu"
        " kelompok diperingatkan.",
        ("anggaran",),
        periksa=_nested,
    ),
    Aturan(
        "rincian-hilang",
        PERINGATAN,
        "Baris setingkat dirinci semuanya",
        "Permendagri 13/2006 dan 90/2019: program dirinci menurut kegiatan, kegiatan menurut sub"
        " kegiatan",
        "Bila hampir semua kegiatan dirinci dan satu tidak, baris rinciannya mungkin hilang.",
        ("anggaran",),
        periksa=_without_detail,
    ),
)
