"""`manifest.json`: what a report was made from, enough to make it again and to prove it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel

from lkipnb import __version__
from lkipnb.audit import Hasil
from lkipnb.audit.temuan import TINGKAT
from lkipnb.present.bahan import rumus_dipakai
from lkipnb.workbook import Workbook

LIBRARIES = (
    "pandas",
    "altair",
    "vl-convert-python",
    "papermill",
    "nbconvert",
    "pypandoc_binary",
    "typst",
    "pillow",
    "pypdfium2",
)
FILE = "manifest.json"
INPUTS = ("parameter", "masukan", "bab", "aturan", "versi")


def inputs(lk: Workbook, judged: Hasil, chapters: list[Path]) -> dict[str, object]:
    """All that a report is made from: parameters, inputs with SHA-256, rules in force, open
    findings, versions.
    """
    return {
        "parameter": {"opd": lk.data.opd, "tahun": lk.data.tahun},
        "masukan": dict(lk.data.sha256),
        "bab": {chapter.name: sha256(chapter.read_bytes()) for chapter in chapters},
        "aturan": _rules(lk),
        "temuan_terbuka": {tingkat: judged.banyak(tingkat) for tingkat in TINGKAT},
        "versi": versions(),
    }


def manifest(
    made_from: Mapping[str, object], outputs: Mapping[str, str], older: Mapping[str, str]
) -> str:
    """The manifest as JSON: `inputs`, and the outputs with SHA-256.

    `older` are files of an earlier report that stay, with the `sidik` of what they were made from.
    It holds no time and no path of the machine: the same input gives the same manifest.
    """
    content = dict(made_from)
    content["keluaran"] = dict(sorted(outputs.items()))
    if older:
        content["lebih_lama"] = dict(older)
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def sidik(made_from: Mapping[str, object]) -> str:
    """One SHA-256 of all inputs of a report, from `inputs` or from a whole manifest."""
    told = {name: made_from.get(name) for name in INPUTS}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode())


def digests(outputs: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each output."""
    return {name: sha256(content) for name, content in outputs.items()}


def versions() -> dict[str, str]:
    """The version of the program and of the libraries that shape a report."""
    libraries = {name: version(name) for name in LIBRARIES}
    return {"lkipnb": __version__, **libraries}


def _rules(lk: Workbook) -> dict[str, object]:
    used: dict[str, BaseModel] = {}
    for rule in rumus_dipakai(lk):
        used[f"capaian.{rule.rumus}"] = rule
    mean = lk.data.profil.pengukuran.rata_rata
    used["skala"] = lk.skala
    used["rata_rata"] = lk.rules.rata_rata[mean]
    return {name: _told(rule) for name, rule in used.items()}


def _told(rule: BaseModel) -> dict[str, object]:
    return rule.model_dump(mode="json", exclude_none=True)


def sha256(content: bytes) -> str:
    """The SHA-256 of a file's content, as manifests write it."""
    return hashlib.sha256(content).hexdigest()
