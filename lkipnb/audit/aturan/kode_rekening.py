"""Budget codes stand once and hang together."""

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan
from lkipnb.bilangan import sebut
from lkipnb.calculate.rekening import Ruas, ruas
from lkipnb.schemas import Anggaran

SEDIKIT = 0.25  # of the lines of a level; if more have no detail, that is how the table is made
GANDA, NOL, SUSUNAN = "kode-ganda", "kode-nol-hilang", "susunan-kode"
RINCIAN = "rincian-hilang"
DUA_KALI = "baris tertulis dua kali"
LABEL_LAIN = "salah satu labelnya memakai kode baris lain"


def _kode(row: Anggaran) -> Ruas:
    """The segments of a line's code; none of a line that broke its contract."""
    return ruas(row.kode_rekening or "")


def _twice(materi: Materi) -> Iterator[Temuan]:
    first: dict[Ruas, Anggaran] = {}
    for row in materi.baris(Anggaran):
        earlier = first.setdefault(_kode(row), row)
        if earlier is not row:
            yield _finding(
                GANDA,
                GALAT,
                row,
                f"kode {row.kode_rekening} sudah ada di baris {earlier.baris} (“{earlier.uraian}”)",
                DUA_KALI if earlier.uraian == row.uraian else LABEL_LAIN,
                "hapus salah satu baris, atau betulkan kodenya",
            )


def _lost_zeros(materi: Materi) -> Iterator[Temuan]:
    """Two codes that are one but for zeros at the head of a segment; of their parts nothing more
    is told.
    """
    codes = {_kode(row) for row in materi.baris(Anggaran)}
    first: dict[Ruas, Ruas] = {}
    for row in materi.baris(Anggaran):
        code = _kode(row)
        other = first.setdefault(tuple(part.lstrip("0") for part in code), code)
        if other == code or _told_above(code, other, codes):
            continue
        yield _finding(
            NOL,
            PERINGATAN,
            row,
            f"kode {row.kode_rekening} (“{row.uraian}”) sama dengan {'.'.join(other)} kecuali"
            " nol di depan ruasnya",
            "nol di depan ruas hilang, misalnya karena dibaca sebagai angka oleh Excel",
            "samakan penulisan kodenya; bila memang satu baris, gabungkan",
        )


def _told_above(code: Ruas, other: Ruas, codes: set[Ruas]) -> bool:
    """Whether lines above two codes differ by their zeros already."""
    above = [(code[:n], other[:n]) for n in range(1, len(code))]
    return any(one != two and {one, two} <= codes for one, two in above)


def _nested(materi: Materi) -> Iterator[Temuan]:
    yield from _orphans(materi)
    yield from _same_names(materi)


def _orphans(materi: Materi) -> Iterator[Temuan]:
    """A line at the top although lines like it stand below another."""
    tree = materi.pohon
    length = {row.baris: len(_kode(row)) for row in materi.baris(Anggaran)}
    top = [row for row in materi.baris(Anggaran) if tree.di_atas[row.baris] is None]
    usual = min((length[row.baris] for row in top), default=0)
    nested = {length[at] for at, above in tree.di_atas.items() if above is not None}
    for row in top:
        if usual < length[row.baris] and length[row.baris] in nested:
            yield _orphan(row)


def _orphan(row: Anggaran) -> Temuan:
    return _finding(
        SUSUNAN,
        GALAT,
        row,
        f"kode {row.kode_rekening} (“{row.uraian}”) tidak berada di bawah kode mana pun",
        "salah ketik pada salah satu ruasnya, atau induknya hilang",
        "betulkan kodenya, atau tambahkan induknya",
    )


def _same_names(materi: Materi) -> Iterator[Temuan]:
    """A label that stands twice in one group."""
    rows = {row.baris: row for row in materi.baris(Anggaran)}
    for parent, below in materi.pohon.di_bawah.items():
        told: dict[str, int] = {}
        for at in below if parent is not None else ():
            first = told.setdefault((rows[at].uraian or "").casefold(), at)
            if first != at:
                yield _same_name(rows[at], first)


def _same_name(row: Anggaran, first: int) -> Temuan:
    return Temuan(
        SUSUNAN,
        PERINGATAN,
        "anggaran.csv",
        row.baris,
        "uraian",
        row.uraian,
        None,
        f"“{row.uraian}” sudah ada di baris {first} dalam kelompok yang sama",
        "label tercetak satu kali terlalu banyak, atau dua baris memakai nama yang sama",
        "periksa apakah jumlah di bawahnya tergeser",
        kunci=f"{row.kode_rekening} {row.uraian}",
    )


def _without_detail(materi: Materi) -> Iterator[Temuan]:
    """A line without detail although nearly all lines of its level have some."""
    rows = {row.baris: row for row in materi.baris(Anggaran)}
    tree = materi.pohon
    for level in sorted(set(tree.tingkat.values())):
        own = [at for at, of in tree.tingkat.items() if of == level]
        bare = [at for at in own if at not in tree.di_bawah]
        if len(bare) <= len(own) * SEDIKIT:
            yield from (_bare(rows[at]) for at in bare)


def _bare(row: Anggaran) -> Temuan:
    amount = f", dengan pagu {sebut(row.pagu_rp)}" if row.pagu_rp else ""
    return _finding(
        RINCIAN,
        PERINGATAN,
        row,
        f"“{row.uraian}” tidak dirinci, sedangkan baris lain setingkatnya dirinci",
        f"baris rinciannya hilang{amount}",
        f"tambahkan baris di bawah baris {row.baris}",
    )


def _finding(
    aturan: str, tingkat: str, row: Anggaran, pesan: str, sebab: str, saran: str
) -> Temuan:
    """A finding about the code of a line."""
    return Temuan(
        aturan,
        tingkat,
        "anggaran.csv",
        row.baris,
        "kode_rekening",
        row.kode_rekening,
        None,
        pesan,
        sebab,
        saran,
        kunci=f"{row.kode_rekening} {row.uraian}",
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
        RINCIAN,
        PERINGATAN,
        "Baris setingkat dirinci semuanya",
        "Permendagri 13/2006 dan 90/2019: program dirinci menurut kegiatan, kegiatan menurut sub"
        " kegiatan",
        "Bila hampir semua kegiatan dirinci dan satu tidak, baris rinciannya mungkin hilang.",
        ("anggaran",),
        periksa=_without_detail,
    ),
)
