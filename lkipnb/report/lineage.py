"""Where every figure comes from: links in the HTML report, and the whole graph as `lineage.json`.

A block carries the origin of each of its figures as an expression (`lkipnb.asal`).  In the report
each figure becomes a link to its origin in words; in the PDF only the figure is left.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import lxml.html
import lxml.html.builder
import pandas as pd
from lxml.html import HtmlElement
from nbformat import NotebookNode

from lkipnb.asal import baris_dari, nilai
from lkipnb.calculate.telusur import ARTI, ATURAN
from lkipnb.errors import DataError
from lkipnb.load import profile
from lkipnb.load.corrections import cocok
from lkipnb.load.dataset import load
from lkipnb.present import sebutan
from lkipnb.present.format import huruf_kecil
from lkipnb.present.konteks import PROFILE
from lkipnb.schemas import REFERENCE_FOLDER, REFERENCE_TABLES
from lkipnb.workbook import Workbook

MARK = "data-asal"
LONGEST = 700  # characters of an origin in words; the rest stands in lineage.json
MOST_NAMES = 12
_SIGNS = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}
_BOUNDS = {"dari": "batas bawah", "sampai": "batas atas"}


@dataclass(frozen=True)
class Asal:
    """The origin of one figure or of several that are the same: its id, and itself in words."""

    id: str
    kata: str


def tautkan(
    sections: Sequence[tuple[str, str]],
) -> tuple[tuple[tuple[str, str], ...], tuple[Asal, ...]]:
    """The sections with every figure linked to its origin, and the origins in order of first
    mention.
    """
    known: dict[str, Asal] = {}
    linked = []
    for role, html in sections:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        for figure in root.iter("data"):
            expression = figure.attrib.pop(MARK, None)
            if expression is None:
                continue
            origin = known.setdefault(expression, Asal(f"asal-{len(known) + 1}", kata(expression)))
            link = lxml.html.builder.A(
                figure.text or "", {"class": "asal", "href": f"#{origin.id}"}
            )
            link.set("aria-describedby", origin.id)
            figure.text = None
            figure.append(link)
        linked.append((role, _inner(root)))
    return tuple(linked), tuple(known.values())


def lepas(root: HtmlElement) -> None:
    """Leave of every figure only its text, as print wants it."""
    for figure in list(root.iter("data")):
        figure.drop_tag()


def _inner(root: HtmlElement) -> str:
    parts = [root.text or ""]
    parts += [lxml.html.tostring(element, encoding="unicode") for element in root]
    return "".join(parts)


def kata(expression: str) -> str:
    """An origin in words: `realisasi pada “Target dan realisasi indikator” baris 2 ÷ ...`."""
    told = _words(ast.parse(expression, mode="eval").body)
    return (
        told if len(told) <= LONGEST else told[:LONGEST].rsplit(" ", 1)[0] + " … (dan seterusnya)"
    )


def _words(node: ast.expr, inner: bool = False) -> str:
    if isinstance(node, ast.BinOp):
        told = f"{_words(node.left, True)} {_SIGNS[type(node.op)]} {_words(node.right, True)}"
        return f"({told})" if inner else told
    if isinstance(node, ast.Constant):
        return f"“{node.value}”"
    name, parts = node.func.id, [part.value for part in node.args if isinstance(part, ast.Constant)]
    if name == "k":
        return str(parts[0]).replace(".", ",")
    if name == "sel":
        bound = f"{_BOUNDS[parts[3]]} " if len(parts) > 3 else ""
        if parts[0] == PROFILE:
            return f"{sebutan.kolom(parts[1])} pada {huruf_kecil(sebutan.PROFIL)}"
        return f"{bound}{sebutan.kolom(parts[1])} pada {_table(parts[0])} baris {parts[2]}"
    if name == "baris":
        return f"banyaknya baris {_table(parts[0])}"
    if name == "jumlah":
        rows = parts[2].replace("-", "–").replace(",", ", ")
        column = sebutan.kolom(parts[1]).removeprefix(name)
        return " ".join(filter(None, (name, column, f"pada {_table(parts[0])} baris {rows}")))
    told = [_words(part) for part in node.args[:MOST_NAMES]] + (
        ["…"] if len(node.args) > MOST_NAMES else []
    )
    return f"{ARTI.get(name, name)} ({'; '.join(told) or 'tidak satu pun'})"


def _table(name: str) -> str:
    """`“Belanja menurut kelompok”`, of an earlier year with the year."""
    year, _, table = name.rpartition("/")
    return f"“{sebutan.tabel(table)}”" + (f" tahun {year}" if year else "")


def sel_dari(expression: str) -> Iterator[tuple[str, str, int]]:
    """The cells that an origin rests on: table, column, row."""
    for node in ast.walk(ast.parse(expression, mode="eval")):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            parts = [part.value for part in node.args if isinstance(part, ast.Constant)]
            if node.func.id == "sel":
                yield parts[0], parts[1], parts[2]
            elif node.func.id == "jumlah":
                yield from ((parts[0], parts[1], row) for row in baris_dari(parts[2]))


def graf(lk: Workbook, chapters: Iterable[tuple[str, NotebookNode]]) -> str:
    """The whole graph as JSON: every figure with its expression, and every cell with its value.

    `angka`: id, tampil (as shown), nilai (exact), ungkapan, sel (its cells), tempat (chapter or
    block). `sel`: by `tabel.kolom@baris` the file, row and column, nilai, tercetak where a
    correction changed it, koreksi.
    """
    figures: dict[tuple[str, str], dict] = {}
    ids: dict[str, str] = {}
    cells: dict[str, dict] = {}
    sources = Sumber(lk)
    for chapter, notebook in chapters:
        for place, figure in _figures(chapter, notebook):
            expression = figure.get(MARK)
            name = ids.setdefault(expression, f"asal-{len(ids) + 1}")
            used = list(sel_dari(expression))
            for cell in used:
                if _key(cell) not in cells:
                    cells[_key(cell)] = sources.sel(*cell)
            entry = figures.setdefault(
                (expression, figure.text_content()),
                {
                    "id": name,
                    "tampil": figure.text_content(),
                    "nilai": figure.get("value"),
                    "ungkapan": expression,
                    "sel": [_key(cell) for cell in used],
                    "tempat": [],
                },
            )
            if place not in entry["tempat"]:
                entry["tempat"].append(place)
    content = {
        "opd": lk.data.opd,
        "tahun": lk.data.tahun,
        "angka": list(figures.values()),
        "sel": cells,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _figures(chapter: str, notebook: NotebookNode) -> Iterator[tuple[str, HtmlElement]]:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            html = output.get("data", {}).get("text/html", "")
            if MARK not in html:
                continue
            root = lxml.html.fragment_fromstring(html, create_parent="div")
            for figure in root.iter("data"):
                block = next((up.get("id") for up in figure.iterancestors("figure")), None)
                yield (f"{chapter}#{block}" if block else chapter), figure


def _key(cell: tuple[str, str, int]) -> str:
    return f"{cell[0]}.{cell[1]}@{cell[2]}"


class Sumber:
    """The cells of `data/` by their origin, of this year and of earlier ones."""

    def __init__(self, lk: Workbook):
        self._lk = lk
        self._years: dict[str, Mapping[str, pd.DataFrame]] = {}
        self._mended = _mended(lk)

    def isi(self, tabel: str, kolom: str, baris: int) -> object:
        """The value of a cell as the calculations use it."""
        if tabel == PROFILE:
            return reduce(getattr, kolom.split("."), self._lk.data.profil)
        year, _, name = tabel.rpartition("/")
        return self._tables(year)[name].at[baris, kolom]

    def hitung(self, expression: str) -> object:
        """The value of an origin, computed again from the cells."""
        frames = self._lk.data.tables | self._lk.data.printed
        return nilai(expression, self.isi, {**ATURAN, "baris": lambda name: len(frames[name])})

    def sel(self, tabel: str, kolom: str, baris: int) -> dict:
        """A cell of the graph."""
        year, _, name = tabel.rpartition("/")
        folder = REFERENCE_FOLDER if name in REFERENCE_TABLES else year or self._lk.data.tahun
        file = profile.FILE if name == PROFILE else f"{name}.csv"
        told = {"berkas": f"{folder}/{file}", "baris": baris, "kolom": kolom}
        told["nilai"] = str(self.isi(tabel, kolom, baris))
        if not year and (code := self._mended.get((name, baris, kolom))):
            told |= {"tercetak": str(self._lk.data.printed[name].at[baris, kolom]), "koreksi": code}
        return told

    def _tables(self, year: str) -> Mapping[str, pd.DataFrame]:
        if not year:
            return self._lk.data.tables
        if year not in self._years:
            dataset, faults = load(self._lk.data.opd, int(year), self._lk.folder)
            if dataset is None:
                raise DataError(faults)
            self._years[year] = dataset.tables
        return self._years[year]


def _mended(lk: Workbook) -> dict[tuple[str, int, str], str]:
    """The code of the correction of each mended cell."""
    found = {}
    for entry in lk.data.koreksi.to_dict("records"):
        frame = lk.data.printed.get(entry["tabel"])
        for row in (cocok(frame, entry["kunci"]) or []) if frame is not None else ():
            found[entry["tabel"], row, entry["kolom"]] = entry["kode"]
    return found
