"""What spells the groups of spending out adds up to them: the programmes, and the kinds of
spending.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT
from lkipnb.bilangan import sebut
from lkipnb.calculate.persen import jumlah
from lkipnb.schemas import Anggaran, Belanja, BelanjaJenis

ID, JENIS = "total-belanja", "jenis-belanja"
KOLOM = ("pagu_murni_rp", "pagu_rp", "realisasi_rp")


def _programmes(materi: Materi) -> Iterator[Jumlah]:
    groups, own = kelompok_dirinci(materi), baris_apbd(materi)
    if not groups or not own:
        return
    first, *others = groups
    told = "jumlah seluruh program" + (" dikurangi kelompok belanja lain" if others else "")
    for column in KOLOM:
        parts = [(Sel("anggaran", row, column), Decimal(1)) for row in own]
        parts += [(Sel("belanja", row.baris, column), Decimal(-1)) for row in others]
        total = Sel("belanja", first.baris, column)
        relation = Jumlah(ID, GALAT, total, tuple(parts), told)
        source = _other_source(materi, column, groups, own)
        if source:
            sebab, saran = _moved(source)
            relation = replace(relation, sebab=sebab, saran=saran)
        yield relation


class Sumber(NamedTuple):
    """A source of funds: its name, what its lines add up to, whether it is beside the agency's own
    budget.
    """

    nama: str
    jumlah: Decimal
    di_luar: bool

    @property
    def selisih(self) -> Decimal:
        """By how much the groups exceed the programmes, if it stands on the wrong side."""
        return self.jumlah if self.di_luar else -self.jumlah


def _other_source(
    materi: Materi, column: str, groups: Sequence[Belanja], own: Sequence[int]
) -> Sumber | None:
    """The one source whose lines are exactly what groups of spending and programmes differ by."""
    lines = {row.baris: getattr(row, column) for row in materi.baris(Anggaran)}
    printed = jumlah(getattr(group, column) for group in groups)
    spelled = jumlah(lines[at] for at in own)
    if printed is None or spelled is None or printed == spelled:
        return None
    gap = printed - spelled
    found = [source for source in _sources(materi, lines) if source.selisih == gap]
    return found[0] if len(found) == 1 else None


def _sources(materi: Materi, lines: Mapping[int, Decimal | None]) -> list[Sumber]:
    """What each source pays of one column, where all its lines tell."""
    leaves: dict[str, list[int]] = {}
    for at in materi.pohon.rinci():
        leaves.setdefault(materi.sumber_baris(at) or "", []).append(at)
    found = []
    for name, rows in leaves.items():
        total = jumlah(lines[at] for at in rows)
        if name and total is not None:
            found.append(Sumber(name, total, rows[0] in materi.di_luar))
    return found


def _moved(source: Sumber) -> tuple[str, str]:
    """Cause and advice for a difference that is one source of funds."""
    lines = f"baris bersumber {source.nama}, Rp{sebut(source.jumlah)}"
    if source.di_luar:
        return (
            f"selisihnya tepat {lines}: kelompok belanja ikut memuatnya, padahal sumber itu di luar"
            " APBD instansi",
            "keluarkan dari kelompok belanja; bila dana itu memang APBD instansi, sebut sumbernya"
            " dalam profil.yaml: sumber_dana.apbd",
        )
    return (
        f"selisihnya tepat {lines}: kelompok belanja tidak memuatnya, padahal sumber itu dihitung"
        " sebagai APBD instansi",
        "tambahkan ke kelompok belanja; bila dana itu di luar APBD instansi, sebut sumbernya dalam"
        " profil.yaml: sumber_dana.lain",
    )


def kelompok_dirinci(materi: Materi) -> list[Belanja]:
    """The groups of spending that the lines of the budget spell out together."""
    told = materi.rules.anggaran.dirinci
    return [row for row in materi.baris(Belanja) if row.kelompok in told]


def baris_apbd(materi: Materi) -> list[int]:
    """The lines, as high as may be, that are of the agency's own budget together."""
    return [at for top in materi.pohon.di_bawah.get(None, ()) for at in _of_the_budget(materi, top)]


def _of_the_budget(materi: Materi, baris: int) -> list[int]:
    """The line, or the parts of it that are of the agency's own budget where another source pays
    some.
    """
    leaves = materi.pohon.terbawah(baris)
    if leaves.isdisjoint(materi.di_luar):
        return [baris]
    if leaves <= materi.di_luar:
        return []
    return [at for part in materi.pohon.di_bawah[baris] for at in _of_the_budget(materi, part)]


def _kinds(materi: Materi) -> Iterator[Jumlah]:
    kinds = materi.baris(BelanjaJenis)
    for group in materi.baris(Belanja):
        own = [row.baris for row in kinds if row.kelompok == group.kelompok]
        for column in KOLOM if own else ():
            parts = tuple((Sel("belanja_jenis", row, column), Decimal(1)) for row in own)
            told = f"jumlah jenis belanja {group.kelompok}"
            yield Jumlah(JENIS, GALAT, Sel("belanja", group.baris, column), parts, told)


ATURAN = (
    Aturan(
        ID,
        GALAT,
        "Jumlah program sama dengan kelompok belanja",
        "Permendagri 13/2006 dan 90/2019: program merinci kelompok belanja",
        "Jumlah semua program harus sama dengan kelompok belanja yang dirincinya: belanja langsung"
        " sampai 2020, seluruh belanja sejak 2021. Baris dari sumber dana di luar APBD tidak ikut"
        " dijumlahkan.",
        ("anggaran", "belanja"),
        kaitan=_programmes,
    ),
    Aturan(
        JENIS,
        GALAT,
        "Jumlah jenis belanja sama dengan kelompoknya",
        "Permendagri 13/2006 dan PP 12/2019: kelompok belanja terdiri atas jenis belanja",
        "Belanja pegawai, barang dan jasa, modal, dan jenis lain di dalam satu kelompok harus"
        " berjumlah sama dengan kelompok itu.",
        ("belanja", "belanja_jenis"),
        kaitan=_kinds,
    ),
)
