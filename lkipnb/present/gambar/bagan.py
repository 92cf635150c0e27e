"""The organisation chart, laid out from the units and drawn as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from lkipnb.calculate.organisasi import urutan_pohon
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import daftar
from lkipnb.present.gambar.svg import bingkai
from lkipnb.present.gambar.tema import AKSEN, HURUF, LEBAR, MUDA, TEKS, lipat

GUTTER, GAP, ROW, LINE, PAD, DROP = 10, 9, 34, 11.5, 8, 22
MAX_BRANCHES = 5


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
    garis: tuple[tuple[tuple[float, float], ...], ...]


def tata(units: list[dict], lebar: float = LEBAR) -> Bagan:
    """The root on top, its children as branches in rows of at most five, what is below them stacked.

    `units` come from `urutan_pohon`.  No two boxes overlap, and every unit but the root has a line
    to the one above it.
    """
    root, *rest = units
    branches = [list(_below(rest, child)) for child in rest if child["kedalaman"] == 1]
    width = (lebar - GUTTER * (min(len(branches), MAX_BRANCHES) - 1)) / max(1, min(len(branches), MAX_BRANCHES))
    top = _box(root, lebar / 2 - 110, 0, 220)
    boxes, lines, y = [top], [], top.tinggi + DROP * 2
    for start in range(0, len(branches), MAX_BRANCHES):
        group = branches[start : start + MAX_BRANCHES]
        bottom = y
        for n, branch in enumerate(group):
            made, joined = _branch(branch, n * (width + GUTTER), y, width)
            head = made[0]
            middle = head.x + head.lebar / 2
            lines += [*joined, ((lebar / 2, top.tinggi), (lebar / 2, y - DROP), (middle, y - DROP), (middle, y))]
            boxes += made
            bottom = max(bottom, *(box.y + box.tinggi for box in made))
        y = bottom + DROP * 2
    height = max(box.y + box.tinggi for box in boxes)
    return Bagan(lebar, height, tuple(boxes), tuple(lines))


def _below(rest: list[dict], child: dict) -> list[dict]:
    """A child of the root and everything under it, in order."""
    start = next(n for n, unit in enumerate(rest) if unit["kode"] == child["kode"])
    end = next((n for n in range(start + 1, len(rest)) if rest[n]["kedalaman"] <= 1), len(rest))
    return rest[start:end]


def _branch(branch: list[dict], x: float, y: float, width: float) -> tuple[list[Kotak], list]:
    """A head with its units stacked below, each deeper level further in, joined along the left edge."""
    boxes, lines, by_code = [], [], {}
    for unit in branch:
        indent = PAD * 1.5 * (unit["kedalaman"] - 1)
        box = _box(unit, x + indent, y, width - indent)
        if above := by_code.get(unit["induk"]):
            spine = above.x + PAD * 0.6
            lines.append(
                ((spine, above.y + above.tinggi), (spine, box.y + box.tinggi / 2), (box.x, box.y + box.tinggi / 2))
            )
        boxes.append(box)
        by_code[unit["kode"]] = box
        y += box.tinggi + GAP
    return boxes, lines


def _box(unit: dict, x: float, y: float, width: float) -> Kotak:
    room = int((width - 2 * PAD) / 5.1)
    text = tuple(lipat(unit["nama"], max(room, 6), lines=6).split("\n"))
    if unit["kedalaman"] == 0:
        text = (*text, unit["jabatan"])
    return Kotak(unit["kode"], x, y, width, max(ROW, LINE * len(text) + 2 * PAD), text, unit["kedalaman"])


def gambar(bahan: Bahan) -> str:
    """The chart of the agency as `<svg>`."""
    bagan = tata(urutan_pohon(bahan.data.unit))
    body = "".join(_polyline(points) for points in bagan.garis) + "".join(_rect(box) for box in bagan.kotak)
    drawn = (
        f'<svg viewBox="-1 -1 {bagan.lebar + 2:g} {bagan.tinggi + 2:g}">'
        f'<g font-family="{HURUF}" font-size="10.5">{body}</g></svg>'
    )
    return bingkai(drawn, "bagan", alt(bahan))


def _polyline(points: tuple[tuple[float, float], ...]) -> str:
    path = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="#7f8d93" stroke-width="1"/>'


def _rect(box: Kotak) -> str:
    fill, ink = {0: (AKSEN, "#ffffff"), 1: (MUDA, TEKS)}.get(box.tingkat, ("#ffffff", TEKS))
    weight = 600 if box.tingkat < 2 else 400
    first = box.y + box.tinggi / 2 - LINE * (len(box.teks) - 1) / 2 + 3.5
    words = "".join(
        f'<text x="{box.x + box.lebar / 2:g}" y="{first + n * LINE:g}" text-anchor="middle" fill="{ink}" '
        f'font-weight="{weight}">{escape(line)}</text>'
        for n, line in enumerate(box.teks)
    )
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.lebar:g}" height="{box.tinggi:g}" rx="3" fill="{fill}" '
        f'stroke="{AKSEN}" stroke-width="0.8"/>{words}'
    )


def alt(bahan: Bahan) -> str:
    """The top of the tree in words; the list beside the picture names every unit."""
    units = urutan_pohon(bahan.data.unit)
    first = [unit["nama"] for unit in units if unit["kedalaman"] == 1]
    below = sum(unit["kedalaman"] > 1 for unit in units)
    return (
        f"Bagan organisasi {units[0]['nama']}: {units[0]['jabatan']} membawahi {daftar(first)}; "
        f"di bawahnya {below} unit."
    )
