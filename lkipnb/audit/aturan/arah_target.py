"""The targets of the Renstra go the way that is said to be good."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.bilangan import sebut
from lkipnb.schemas import Indikator, Renstra

ID = "arah-target"
PALING_SEDIKIT = 3  # years: two targets are no direction
AKUMULASI = "akumulasi"
SEBALIKNYA = {"naik": "turun", "turun": "naik"}


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for indikator in materi.baris(Indikator):
        targets = _targets(materi, indikator)
        way = _way(targets)
        if way in ("", indikator.polaritas):
            continue
        yield Temuan(
            ID,
            PERINGATAN,
            "indikator.csv",
            indikator.baris,
            "polaritas",
            indikator.polaritas,
            way,
            f"{indikator.kode} berpolaritas {indikator.polaritas}, padahal target Renstranya"
            f" {way} dari tahun ke tahun: {_told(targets)}",
            "polaritas terbalik",
            f"tulis {way} bila itu maksudnya, atau terima temuan ini dengan alasannya",
            kunci=f"kode={indikator.kode}",
        )


def _targets(materi: Materi, indikator: Indikator) -> list[Decimal]:
    """The targets of an indicator year by year; none of one that adds up, whose sum always
    rises.
    """
    if indikator.sifat_target == AKUMULASI:
        return []
    own = [row for row in materi.baris(Renstra) if row.indikator == indikator.kode]
    own.sort(key=lambda row: row.tahun)
    return [row.target for row in own if isinstance(row.target, Decimal)]


def _way(targets: list[Decimal]) -> str:
    """`naik` or `turun` where every step goes that way or stands still; nothing where none
    does, or some go either way.
    """
    steps = [after - before for before, after in pairwise(targets)]
    if len(targets) < PALING_SEDIKIT or not any(steps):
        return ""
    if min(steps) >= 0:
        return "naik"
    if max(steps) <= 0:
        return "turun"
    return ""


def _told(targets: list[Decimal]) -> str:
    return "; ".join(sebut(target) for target in targets)


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Target Renstra bergerak ke arah yang baik",
    "Kehati-hatian: rencana lima tahun tidak menargetkan keadaan yang memburuk",
    "Bila target Renstra selalu turun sedangkan polaritasnya naik (atau sebaliknya), capaian"
    " terhitung terbalik.",
    ("indikator", "renstra"),
    periksa=_periksa,
    utuh=("indikator", "renstra"),
)
