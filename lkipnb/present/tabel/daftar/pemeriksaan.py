"""How often each rule of the audit found something."""

from __future__ import annotations

from collections.abc import Iterable

from lkipnb.asal import banyak
from lkipnb.audit import KONTRAK
from lkipnb.audit.aturan import ATURAN
from lkipnb.audit.temuan import Temuan
from lkipnb.present.bahan import Bahan, has_rows
from lkipnb.present.format import angka
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian

LEBAR = 18  # percent of a column of counts


def sajian(bahan: Bahan) -> Sajian | None:
    """As printed, after corrections, and how many of those were accepted.

    Without corrections the data are as printed, and without acceptances there is nothing to say of
    them.  None when nothing was corrected or accepted: what stands is told by `temuan`.
    """
    found = _found(bahan)
    titles = {rule.id: rule.judul for rule in ATURAN} | {
        KONTRAK: "Isian berbentuk seperti yang diminta kolomnya"
    }
    known = set().union(*found.values())
    baris = [_baris(title, rule, found) for rule, title in titles.items() if rule in known]
    counts = _counts(bahan)
    if len(counts) == 1 or not baris:
        return None
    label = Kolom("judul", "Yang diperiksa", 100 - LEBAR * len(counts), kepala=True)
    return Sajian("Hasil pemeriksaan data", [label, *counts], baris)


def _counts(bahan: Bahan) -> list[Kolom]:
    titles = {"terkoreksi": "Temuan"}
    if has_rows(bahan, "koreksi"):
        titles = {"tercetak": "Sebagaimana tercetak", "terkoreksi": "Setelah koreksi"}
    if bahan.pemeriksaan[1].diterima:
        titles["diterima"] = "Di antaranya diterima"
    return [Kolom(name, title, LEBAR, angka, angka=True) for name, title in titles.items()]


def _found(bahan: Bahan) -> dict[str, dict[str, list[str]]]:
    """The ids of the findings by column and rule."""
    raw, mended = bahan.pemeriksaan
    accepted = [one.temuan for one in mended.diterima]
    return {
        "tercetak": _by_rule(raw.temuan),
        "terkoreksi": _by_rule([*mended.temuan, *accepted]),
        "diterima": _by_rule(accepted),
    }


def _by_rule(found: Iterable[Temuan]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for one in found:
        ids.setdefault(one.aturan, []).append(one.id)
    return ids


def _baris(title: str, rule: str, found: dict[str, dict[str, list[str]]]) -> Baris:
    return Baris(
        {"judul": title} | {name: banyak(ids.get(rule, ())) for name, ids in found.items()}
    )
