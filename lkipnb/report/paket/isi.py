"""The files of a data package, and the package as one file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

from lkipnb.report.document import Document
from lkipnb.report.manifest import FILE as MANIFEST
from lkipnb.report.paket import deskriptor
from lkipnb.report.paket.masukan import Masukan, masukan
from lkipnb.report.paket.tabel import sumber_daya
from lkipnb.workbook import Workbook


def paket(lk: Workbook, made_from: Mapping[str, object]) -> dict[str, bytes]:
    """The files of the package of a year by their names, the descriptor first; `made_from` is what
    the manifest tells of the inputs.
    """
    tables = sumber_daya(lk)
    inputs = masukan(lk)
    told = deskriptor.deskriptor(lk.data, tables, [_told(each) for each in inputs])
    files = {deskriptor.FILE: _json(told), MANIFEST: _json(made_from)}
    files.update({table.jalan: table.csv for table in tables})
    files.update({each.nama: each.isi for each in inputs if each.nama})
    return files


def berkas(document: Document) -> bytes:
    """The package as a ZIP file; the same package gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in document.paket.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _told(each: Masukan) -> dict[str, object]:
    told: dict[str, object] = {"tempat": each.tempat}
    if each.nama:
        told |= {"path": each.nama, "hash": deskriptor.sidik(each.isi)}
    return {**told, **each.pengganti}


def _json(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
