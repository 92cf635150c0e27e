"""`lkipnb trace`: every figure of a report that shows so, and its tree down to cells of `data/`."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lkipnb.asal import baris_dari
from lkipnb.calculate.telusur import ARTI
from lkipnb.errors import UsageError
from lkipnb.present.format import angka

SIGNS = {ast.Add: "dijumlahkan", ast.Sub: "dikurangi", ast.Mult: "dikalikan", ast.Div: "dibagi"}
FILE = "lineage.json"
NEAR, FAR = 5, Decimal("0.01")
NOT_COUNTED = frozenset({"tahun"})
_NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)*")
_RATIO = re.compile(r"\d+\s*:\s*[\d.,]+")


def telusuri(tampil: str, folder: Path) -> Iterator[str]:
    """Lines for every figure of the report in `folder` that is the number `tampil`, however it is
    written.

    `98,60%`, `98,6` and `98.60` are one number, as are `Rp6.265.251.035` and `6265251035`; a ratio
    is found as `1:120`. Raises UsageError when there is no report, or no such figure; then it names
    the nearest ones.
    """
    path = folder / FILE
    if not path.is_file():
        raise UsageError(f"{path} belum ada; susun dulu laporannya dengan lkipnb report.")
    graph = json.loads(path.read_text(encoding="utf-8"))
    wanted = readings(tampil)
    found = [figure for figure in graph["angka"] if wanted & _said(figure)]
    if not found:
        raise UsageError(_nothing(tampil, wanted, graph["angka"]))
    for figure in found:
        yield (
            f"{figure['tampil']}  (nilai {_indonesian(figure['nilai'])})  di"
            f" {', '.join(figure['tempat'])}"
        )
        yield from _tree(ast.parse(figure["ungkapan"], mode="eval").body, graph["sel"], 1)
        yield ""


def readings(text: str) -> frozenset[Decimal | str]:
    """The numbers that a person may mean by a text: `3.450` is 3450 or 3,45; a ratio, or a word, is
    itself.
    """
    if ratio := _RATIO.search(text):
        return frozenset({ratio[0].replace(" ", "")})
    numbers = _NUMBER.findall(text)
    if not numbers:
        return frozenset({text.strip()})
    return frozenset(
        reading for number in numbers for reading in _readings(number.replace("−", "-"))
    )


def _readings(number: str) -> Iterator[Decimal]:
    """By what separates thousands and decimals in it."""
    for thousands, decimals in ((".", ","), (",", ".")):
        whole, _, part = number.partition(decimals)
        groups = whole.lstrip("-").split(thousands)
        grouped = len(groups) == 1 or (
            len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
        )
        if grouped and (part.isdigit() or not part):
            yield Decimal(f"{whole.replace(thousands, '')}.{part or 0}")


def _said(figure: Mapping[str, object]) -> frozenset[Decimal | str]:
    """What a figure of the report shows, in Indonesian notation, and the exact value behind it."""
    shown = str(figure["tampil"])
    if _RATIO.search(shown):
        return readings(shown)
    numbers = {next(_readings(number.replace("−", "-")), None) for number in _NUMBER.findall(shown)}
    exact = {_exact(part) for part in str(figure["nilai"]).split("/")}
    return frozenset((numbers | exact | {shown}) - {None})


def _exact(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _nothing(
    tampil: str, wanted: frozenset[Decimal | str], figures: list[Mapping[str, object]]
) -> str:
    """That there is no such figure, and which come nearest by value or by their digits."""
    told = f"Tidak ada angka {tampil} dalam laporan itu."
    near = sorted({(_distance(wanted, figure), str(figure["tampil"])) for figure in figures})
    close = list(dict.fromkeys(shown for distance, shown in near if distance <= FAR))[:NEAR]
    return f"{told} Yang mendekati: {'; '.join(close)}." if close else told


def _distance(wanted: frozenset[Decimal | str], figure: Mapping[str, object]) -> Decimal:
    """How far a figure is from what was asked, as a part of it; nothing where only the point is
    elsewhere.
    """
    pairs = [(_number(one), _number(other)) for one in wanted for other in _said(figure)]
    return min(
        (_apart(one, other) for one, other in pairs if one is not None and other is not None),
        default=Decimal(1),
    )


def _number(said: Decimal | str) -> Decimal | None:
    return said if isinstance(said, Decimal) else _exact(said.rpartition(":")[2])


def _apart(one: Decimal, other: Decimal) -> Decimal:
    if one.normalize().as_tuple().digits == other.normalize().as_tuple().digits:
        return Decimal(0)
    return abs(one - other) / max(abs(one), abs(other))


def _indonesian(text: str) -> str:
    """An exact value, or two of them, in Indonesian notation; what is no number stays."""
    parts = [(part, _exact(part)) for part in text.split("/")]
    return "–".join(part if number is None else _written(number) for part, number in parts)


def _written(number: Decimal) -> str:
    return angka(number, max(0, -number.as_tuple().exponent))


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
        yield f"{indent}tetapan {_indonesian(str(parts[0]))}"
    elif node.func.id == "sel":
        yield indent + _cell(
            cells[f"{parts[0]}.{parts[1]}@{parts[2]}"], parts[3] if len(parts) > 3 else ""
        )
    elif node.func.id == "jumlah":
        rows = baris_dari(parts[2])
        yield f"{indent}jumlah {angka(len(rows))} sel:"
        for row in rows:
            yield "    " + indent + _cell(cells[f"{parts[0]}.{parts[1]}@{row}"])
    else:
        yield f"{indent}{ARTI.get(node.func.id, node.func.id)}:"
        for part in node.args:
            yield from _tree(part, cells, depth + 1)


def _cell(cell: Mapping[str, object], bound: str = "") -> str:
    told = f"{cell['berkas']} baris {cell['baris']} kolom {cell['kolom']}"
    told += f" ({bound})" if bound else ""
    mended = (
        f"; tercetak {cell['tercetak'] or '(kosong)'}, koreksi {cell['koreksi']}"
        if "koreksi" in cell
        else ""
    )
    value = cell["nilai"] if cell["kolom"] in NOT_COUNTED else _indonesian(str(cell["nilai"]))
    return f"{told} = {value}{mended}"
