"""A target and its realisasi stand in one unit, and the unit is one that is known."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut, tulis
from lkipnb.rules.satuan import CACAH, PERSEN, mirip, satuan
from lkipnb.schemas import Indikator, Kinerja

ID, DIKENAL = "satuan", "satuan-dikenal"
KALI = Decimal(50)  # fraction against percent is a hundred times


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row, kind in materi.terukur:
        yield from _signs(materi, row, kind)
        yield from _far_apart(row, kind)


def _signs(materi: Materi, row: Kinerja, kind: Indikator) -> Iterator[Temuan]:
    """A percent sign behind a value whose unit is another."""
    if satuan(kind.satuan or "").kode == PERSEN:
        return
    for column in ("target", "realisasi"):
        raw = materi.tercetak(Sel("kinerja", row.baris, column))
        if raw.endswith("%"):
            yield Temuan(
                ID,
                GALAT,
                "kinerja.csv",
                row.baris,
                column,
                raw,
                None,
                f"{column} {row.indikator} bertanda %, padahal satuannya {kind.satuan}",
                "",
                "samakan satuannya",
                kunci=f"indikator={row.indikator}",
            )


def _far_apart(row: Kinerja, kind: Indikator) -> Iterator[Temuan]:
    """A realisasi so far from its target that one of them is likely a fraction of the
    other's unit.
    """
    target, done = row.target, row.realisasi
    if not isinstance(target, Decimal) or not isinstance(done, Decimal) or target * done <= 0:
        return
    ratio = max(target / done, done / target)
    if ratio < KALI or kind.jenis != "angka":
        return
    yield Temuan(
        ID,
        PERINGATAN,
        "kinerja.csv",
        row.baris,
        "realisasi",
        polos(done),
        None,
        f"realisasi {row.indikator} {sebut(done)} dan targetnya {sebut(target)} berbeda"
        f" {tulis(ratio, 0)} kali",
        "satu ditulis sebagai pecahan dan satu sebagai persen, atau satuannya lain",
        "tulis keduanya dalam satuan yang sama",
        kunci=f"indikator={row.indikator}",
    )


def _dikenal(materi: Materi) -> Iterator[Temuan]:
    """A unit that the table of units does not know; one that is spelled like a unit with a scale is
    a warning.
    """
    measured = {row.indikator: row for row in materi.baris(Kinerja)}
    for row in materi.baris(Indikator):
        unit = row.satuan
        if not unit or satuan(unit).kode is not None:
            continue
        near = mirip(unit)
        scaled = [name for name in near if satuan(name).kode != CACAH]
        yield Temuan(
            DIKENAL,
            PERINGATAN if scaled else CATATAN,
            "indikator.csv",
            row.baris,
            "satuan",
            unit,
            None,
            f"satuan {row.kode}, “{unit}”, tidak dikenal; dipakai sebagaimana tertulis"
            + _unmultiplied(row, measured),
            f"mungkin maksudnya {' atau '.join(near)}" if near else "",
            f"tulis {near[0]} bila itu maksudnya" if near else "biarkan bila memang itu satuannya",
            kunci=f"kode={row.kode}",
        )


def _unmultiplied(row: Indikator, measured: Mapping[str, Kinerja]) -> str:
    """What an unknown unit means for a realisasi that is a quotient."""
    own = measured.get(row.kode)
    if own is None or own.nilai_penyebut is None or row.pengali is not None:
        return ""
    return ", dan pembilang dibagi penyebutnya tidak dikalikan"


ATURAN = (
    Aturan(
        ID,
        PERINGATAN,
        "Target dan realisasi bersatuan sama",
        f"Kehati-hatian: ambang {KALI} kali lipat; tanda % hanya untuk satuan persen",
        "Target 0,85 dengan realisasi 85 adalah satuan yang tertukar.",
        ("kinerja", "indikator"),
        periksa=_periksa,
    ),
    Aturan(
        DIKENAL,
        CATATAN,
        "Satuan indikator dikenal",
        "Daftar satuan (lkipnb/rules/satuan.yaml)",
        "Satuan yang tidak dikenal tetap dipakai sebagaimana tertulis. Bila ejaannya mirip satuan"
        " berskala seperti persen, artinya ditanyakan sebagai peringatan.",
        ("indikator", "kinerja"),
        periksa=_dikenal,
    ),
)
