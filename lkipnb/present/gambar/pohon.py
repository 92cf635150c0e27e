"""Where the boxes of an organisation chart stand, and the lines that join them."""

from __future__ import annotations

from dataclasses import dataclass

from lkipnb.calculate.organisasi import Cabang
from lkipnb.present.gambar.tema import LEBAR
from lkipnb.present.huruf import lebar as lebar_teks
from lkipnb.present.huruf import lipat
from lkipnb.schemas import Unit

GUTTER, GAP, ROW, LINE, PAD, DROP = 10, 9, 34, 11.5, 8, 22
SIZE, TOP = 10.5, 220  # px: letters, and the width of the box on top
FEWEST, MOST = 4, 7  # branches beside each other

Garis = tuple[tuple[float, float], ...]  # a polyline by its corners


@dataclass(frozen=True)
class Kotak:
    """A box of the chart: a unit, its place in px, its lines of text and its level from the top."""

    kode: str
    x: float
    y: float
    lebar: float
    tinggi: float
    teks: tuple[str, ...]
    tingkat: int


@dataclass(frozen=True)
class Bagan:
    """Boxes and the polylines that join them, on a sheet of `lebar` x `tinggi` px."""

    lebar: float
    tinggi: float
    kotak: tuple[Kotak, ...]
    garis: tuple[Garis, ...]


def tata(units: list[Cabang[Unit]], lebar: float = LEBAR) -> Bagan:
    """The root on top, its children as branches in rows of one length, what is below them stacked.

    `units` come from `urutan_pohon`.  No two boxes overlap, no line passes behind a box, and every
    unit but the root has a line to the one above it.
    """
    root, *rest = units
    branches = [list(_below(rest, child)) for child in rest if child.kedalaman == 1]
    across = _across(branches, lebar)
    width = _width(lebar, across)
    top = _box(root, lebar / 2 - TOP / 2, 0, TOP)
    boxes, lines, y = [top], [], top.tinggi + DROP * 2
    for start in range(0, len(branches), across):
        group = branches[start : start + across]
        left = (lebar - len(group) * width - (len(group) - 1) * GUTTER) / 2
        down = _way_down(lebar, across) if start else lebar / 2
        bottom = y
        for n, branch in enumerate(group):
            made, joined = _branch(branch, left + n * (width + GUTTER), y, width)
            lines += [*joined, _to_the_top(made[0], top, down)]
            boxes += made
            bottom = max(bottom, *(box.y + box.tinggi for box in made))
        y = bottom + DROP * 2
    height = max(box.y + box.tinggi for box in boxes)
    return Bagan(lebar, height, tuple(boxes), tuple(lines))


def _across(branches: list[list[Cabang[Unit]]], lebar: float) -> int:
    """How many branches stand beside each other: as many as leave each word whole, in rows of one
    length.
    """
    most = min(len(branches), MOST)
    while most > FEWEST and not all(_roomy(branch, _width(lebar, most)) for branch in branches):
        most -= 1
    rows = -(-len(branches) // max(most, 1))
    return -(-len(branches) // max(rows, 1)) or 1


def _width(lebar: float, across: int) -> float:
    return (lebar - GUTTER * (across - 1)) / across


def _roomy(branch: list[Cabang[Unit]], width: float) -> bool:
    return all(_widest_word(unit) <= width - _indent(unit) - 2 * PAD for unit in branch)


def _widest_word(unit: Cabang[Unit]) -> float:
    is_bold = unit.kedalaman < 2
    words = unit.isi.nama.split()
    return max((lebar_teks(word, SIZE, is_bold) for word in words), default=0.0)


def _indent(unit: Cabang[Unit]) -> float:
    return PAD * 1.5 * (unit.kedalaman - 1)


def _way_down(lebar: float, across: int) -> float:
    """Between two columns, the nearest to the middle: there a line reaches the rows below the
    first.
    """
    step = _width(lebar, across) + GUTTER
    return min(
        (n * step - GUTTER / 2 for n in range(1, across)),
        key=lambda x: abs(x - lebar / 2),
        default=0.0,
    )


def _to_the_top(head: Kotak, top: Kotak, down: float) -> Garis:
    """From the root to the head of a branch, down at `down`."""
    middle, start, bus = head.x + head.lebar / 2, top.x + top.lebar / 2, top.tinggi + DROP
    turn = head.y - DROP
    return (
        (start, top.tinggi),
        (start, bus),
        (down, bus),
        (down, turn),
        (middle, turn),
        (middle, head.y),
    )


def _below(rest: list[Cabang[Unit]], child: Cabang[Unit]) -> list[Cabang[Unit]]:
    """A child of the root and everything under it, in order."""
    start = next(n for n, unit in enumerate(rest) if unit.isi.kode == child.isi.kode)
    end = next((n for n in range(start + 1, len(rest)) if rest[n].kedalaman <= 1), len(rest))
    return rest[start:end]


def _branch(
    branch: list[Cabang[Unit]], x: float, y: float, width: float
) -> tuple[list[Kotak], list[Garis]]:
    """A head with its units stacked below, each deeper level further in, joined along the left
    edge.
    """
    by_code: dict[str | None, Kotak] = {}
    lines: list[Garis] = []
    for unit in branch:
        box = _box(unit, x + _indent(unit), y, width - _indent(unit))
        above = by_code.get(unit.isi.induk)
        if above is not None:
            lines.append(_to_the_one_above(box, above))
        by_code[unit.isi.kode] = box
        y += box.tinggi + GAP
    return list(by_code.values()), lines


def _to_the_one_above(box: Kotak, above: Kotak) -> Garis:
    """From below the left edge of a box down, and into the box that stands under it."""
    spine = above.x + PAD * 0.6
    middle = box.y + box.tinggi / 2
    return (spine, above.y + above.tinggi), (spine, middle), (box.x, middle)


def _box(unit: Cabang[Unit], x: float, y: float, width: float) -> Kotak:
    text = lipat(unit.isi.nama, width - 2 * PAD, SIZE, unit.kedalaman < 2)
    if unit.kedalaman == 0:
        text = (*text, unit.isi.jabatan)
    height = max(ROW, LINE * len(text) + 2 * PAD)
    return Kotak(unit.isi.kode, x, y, width, height, text, unit.kedalaman)
