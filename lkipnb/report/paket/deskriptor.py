"""`datapackage.json`: what the files of a data package are, as Frictionless describes it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from lkipnb import __version__
from lkipnb.model import Dataset
from lkipnb.report.paket.sumber_daya import NOT_KNOWN, TAK_BERLAKU, Lajur, SumberDaya

FILE = "datapackage.json"
Isi = dict[str, object]


def deskriptor(
    data: Dataset, tabel: Sequence[SumberDaya], masukan: Sequence[Mapping[str, object]]
) -> Isi:
    """The descriptor; `masukan` are the files that the report was made from, as they were typed.

    A licence is named only where the profile names one: which it is the agency decides.
    """
    profil = data.profil
    made: Isi = {
        "profile": "data-package",
        "name": f"lkip-{data.opd}-{data.tahun}",
        "title": f"{profil.laporan.singkatan} {profil.nama_lengkap} Tahun {data.tahun}",
        "description": "Data dan hasil hitung laporan kinerja; sel kosong berarti belum dilaporkan,"
        " n/a berarti tidak berlaku.",
        "version": str(data.tahun),
        "contributors": [{"title": profil.nama_lengkap, "role": "publisher"}],
        "resources": [_resource(table, tabel) for table in tabel],
        "lkipnb": {
            "versi": __version__,
            "opd": data.opd,
            "tahun": data.tahun,
            "masukan": list(masukan),
            "tidak_dibaca": len(data.lain),
        },
    }
    if profil.lisensi:
        made["licenses"] = [{"name": profil.lisensi}]
    sources = sorted(set(profil.sumber.values()) | _document(data))
    if sources:
        made["sources"] = [{"title": source} for source in sources]
    return made


def _document(data: Dataset) -> set[str]:
    told = data.profil.dokumen_sumber
    return {told.judul} if told else set()


def _resource(table: SumberDaya, beside: Sequence[SumberDaya]) -> Isi:
    content = table.csv
    made: Isi = {
        "profile": "tabular-data-resource",
        "name": table.nama,
        "path": table.jalan,
        "title": table.judul,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": sidik(content),
        "schema": _schema(table, beside),
        **table.lain,
    }
    if table.sumber:
        made["sources"] = [{"title": table.sumber}]
    return made


def sidik(content: bytes) -> str:
    """A hash as a descriptor writes it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _schema(table: SumberDaya, beside: Sequence[SumberDaya]) -> Isi:
    made: Isi = {
        "fields": [_field(table, column) for column in table.lajur],
        "missingValues": [NOT_KNOWN, TAK_BERLAKU],
    }
    if table.kunci and all(table.penuh(name) for name in table.kunci):
        made["primaryKey"] = list(table.kunci)
    keys = [_foreign(table, column, beside) for column in table.lajur if column.menunjuk]
    found = [key for key in keys if key]
    if found:
        made["foreignKeys"] = found
    return made


def _field(table: SumberDaya, column: Lajur) -> Isi:
    kind = table.jenis(column)
    made: Isi = {"name": column.nama, "type": kind, "description": column.arti}
    if column.satuan:
        made["unit"] = column.satuan
    if kind == "boolean":
        made |= {"trueValues": ["true"], "falseValues": ["false"]}
    rules: Isi = {}
    if column.wajib and table.penuh(column.nama):
        rules["required"] = True
    if column.pilihan and kind == "string":
        rules["enum"] = list(column.pilihan)
    if rules:
        made["constraints"] = rules
    return made


def _foreign(table: SumberDaya, column: Lajur, beside: Sequence[SumberDaya]) -> Isi:
    """The key of another table that a column names; none where its cells name several at once, or
    where the other table holds no rows.
    """
    name, _, other = column.menunjuk.partition(".")
    target = next((each for each in beside if each.nama == name.replace("_", "-")), None)
    if target is None or not table.isi(column.nama) <= target.isi(other):
        return {}
    resource = "" if target.nama == table.nama else target.nama
    reference = {"resource": resource, "fields": [other]}
    return {"fields": [column.nama], "reference": reference}
