"""Where finished reports stand: put there whole, and found again by what they were made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from lkipnb.batch.discovery import AgencyYear
from lkipnb.batch.job import Outcome
from lkipnb.batch.parcel import Parcel
from lkipnb.batch.summary import Summary
from lkipnb.batch.tree import Tree
from lkipnb.report import placing
from lkipnb.report.formats import FORMATS
from lkipnb.report.manifest import FILE, manifest, sha256
from lkipnb.report.order import Order

SUMMARY = "rekap.json"
OUTPUTS, OLDER = "keluaran", "lebih_lama"


def made_before(out: Tree, parcel: Parcel) -> Summary | None:
    """The summary of the report that stands there whole, made from the same parcel; else None."""
    where = parcel.key.path
    try:
        listed = json.loads(out.read(f"{where}/{FILE}"))[OUTPUTS]
        told = json.loads(out.read(f"{where}/{SUMMARY}"))
        wanted = {SUMMARY, *(FORMATS[form].file for form in parcel.formats)}
        if told["sidik"] != parcel.digest or not wanted <= set(told["berkas"]):
            return None
        for name in told["berkas"]:
            if sha256(out.read(f"{where}/{name}")) != listed[name]:
                return None
        figures = told["ringkasan"]
        return Summary(**{**figures, "sebab": tuple(figures["sebab"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(out: Tree, parcel: Parcel, outcome: Outcome) -> None:
    """Put a report in its place: the new one or the old one stands, whenever this ends.

    In a store without folders the manifest goes first and comes last: without it there is none.
    """
    files = dict(outcome.files)
    made_from = json.loads(files.pop(FILE))
    for group in (OUTPUTS, OLDER):
        made_from.pop(group, None)
    files[SUMMARY] = _told(parcel, outcome, files)
    if out.local is not None:
        order = _order(parcel, out.local)
        placing.put(order.target(), files, made_from, order.unasked)
        return
    _store(out, parcel.key, files, made_from)


def _order(parcel: Parcel, out: Path) -> Order:
    key = parcel.key
    return Order(key.opd, key.tahun, Path(), Path(), out, parcel.formats)


def _store(
    out: Tree, key: AgencyYear, files: Mapping[str, bytes], made_from: Mapping[str, object]
) -> None:
    out.remove(f"{key.path}/{FILE}")
    for name, content in files.items():
        out.write(f"{key.path}/{name}", content)
    listed = {name: sha256(content) for name, content in files.items()}
    out.write(f"{key.path}/{FILE}", manifest(made_from, listed, {}).encode())


def _told(parcel: Parcel, outcome: Outcome, files: Mapping[str, bytes]) -> bytes:
    told = {
        "sidik": parcel.digest,
        "berkas": sorted([*files, SUMMARY]),
        "ringkasan": asdict(outcome.summary),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
