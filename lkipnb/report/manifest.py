"""`manifest.json`: what a report was made from, enough to make it again and to prove it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from lkipnb import __version__
from lkipnb.present.bahan import rumus_dipakai
from lkipnb.workbook import Workbook

LIBRARIES = (
    "pandas",
    "pandera",
    "great_tables",
    "altair",
    "vl-convert-python",
    "papermill",
    "nbconvert",
    "pypandoc_binary",
    "typst",
)


def manifest(lk: Workbook, chapters: list[Path], outputs: Mapping[str, bytes]) -> str:
    """The manifest as JSON: parameters, inputs and outputs with SHA-256, rules in force, versions.

    It holds no time and no path of the machine: the same input gives the same manifest.
    """
    content = {
        "parameter": {"opd": lk.data.opd, "tahun": lk.data.tahun},
        "masukan": dict(lk.data.sha256),
        "bab": {chapter.name: _sha256(chapter.read_bytes()) for chapter in chapters},
        "aturan": _rules(lk),
        "keluaran": {name: _sha256(content) for name, content in sorted(outputs.items())},
        "versi": {"lkipnb": __version__} | {name: version(name) for name in LIBRARIES},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _rules(lk: Workbook) -> dict[str, object]:
    used = {f"capaian.{rule.rumus}": rule for rule in rumus_dipakai(lk)}
    used |= {"skala": lk.skala, "rata_rata": lk.rules.rata_rata[lk.data.profil.pengukuran.rata_rata]}
    return {name: rule.model_dump(mode="json", exclude_none=True) for name, rule in used.items()}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
