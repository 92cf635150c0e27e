"""`lkipnb trace`: every figure of a report that shows so, and its tree down to cells of `data/`."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lkipnb.asal import baris_dari
from lkipnb.calculate.telusur import ARTI
from lkipnb.errors import UsageError
from lkipnb.storage import lock

SIGNS = {ast.Add: "dijumlahkan", ast.Sub: "dikurangi", ast.Mult: "dikalikan", ast.Div: "dibagi"}
FILE = "lineage.json"


def telusuri(tampil: str, folder: Path) -> Iterator[str]:
    """Lines for every figure of the report in `folder` that shows as `tampil` (with or without Rp, % or unit).

    Raises UsageError when there is no report, or no such figure.
    """
    lock.recover(folder)
    path = folder / FILE
    if not path.is_file():
        raise UsageError(f"{path} belum ada; susun dulu laporannya dengan lkipnb report.")
    graph = json.loads(path.read_text(encoding="utf-8"))
    wanted = _bare(tampil)
    found = [figure for figure in graph["angka"] if tampil == figure["tampil"] or wanted == _bare(figure["tampil"])]
    if not found:
        raise UsageError(f"Tidak ada angka yang tampil sebagai {tampil} dalam laporan itu.")
    for figure in found:
        yield f"{figure['tampil']}  (nilai {figure['nilai']})  di {', '.join(figure['tempat'])}"
        yield from _tree(ast.parse(figure["ungkapan"], mode="eval").body, graph["sel"], 1)
        yield ""


def _bare(text: str) -> str:
    """The number itself: `Rp1.000` and `1.000 orang` are `1.000`."""
    match = re.search(r"-?\d[\d.,]*", text)
    return match[0].rstrip(".,") if match else text


def _tree(node: ast.expr, cells: Mapping[str, dict], depth: int) -> Iterator[str]:
    indent = "    " * depth
    if isinstance(node, ast.BinOp):
        yield indent + SIGNS[type(node.op)] + ":"
        yield from _tree(node.left, cells, depth + 1)
        yield from _tree(node.right, cells, depth + 1)
    elif isinstance(node, ast.Constant):
        yield f"{indent}“{node.value}”"
    else:
        yield from _call(node, cells, depth)


def _call(node: ast.Call, cells: Mapping[str, dict], depth: int) -> Iterator[str]:
    indent = "    " * depth
    parts = [part.value for part in node.args if isinstance(part, ast.Constant)]
    if node.func.id == "k":
        yield f"{indent}tetapan {parts[0]}"
    elif node.func.id == "sel":
        yield indent + _cell(cells[f"{parts[0]}.{parts[1]}@{parts[2]}"], parts[3] if len(parts) > 3 else "")
    elif node.func.id == "jumlah":
        rows = baris_dari(parts[2])
        yield f"{indent}jumlah {len(rows)} sel:"
        for row in rows:
            yield "    " + indent + _cell(cells[f"{parts[0]}.{parts[1]}@{row}"])
    else:
        yield f"{indent}{ARTI.get(node.func.id, node.func.id)}:"
        for part in node.args:
            yield from _tree(part, cells, depth + 1)


def _cell(cell: Mapping[str, object], bound: str = "") -> str:
    told = f"{cell['berkas']} baris {cell['baris']} kolom {cell['kolom']}"
    told += f" ({bound})" if bound else ""
    mended = f"; tercetak {cell['tercetak'] or '(kosong)'}, koreksi {cell['koreksi']}" if "koreksi" in cell else ""
    return f"{told} = {cell['nilai']}{mended}"
