"""The findings as text, JSON, CSV or HTML."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html import escape

from lkipnb.audit import Hasil
from lkipnb.audit.dahulu import Kelompok, teratas
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, TINGKAT, Temuan
from lkipnb.bilangan import sebut
from lkipnb.errors import on_one_line
from lkipnb.rumus import aman
from lkipnb.tersembunyi import tampak

KOLOM = (
    *("id", "tingkat", "aturan", "berkas", "baris", "kolom"),
    *("tercetak", "seharusnya", "pesan", "sebab", "saran", "asal"),
)
FORMAT = ("text", "json", "csv", "html")
DAHULU = "Tiga hal yang perlu dilihat dahulu:"
LOOK = {GALAT: "red", PERINGATAN: "yellow", CATATAN: "dim"}


def baris(found: Temuan) -> dict[str, object]:
    """One finding with its fields, in their fixed order."""
    return {name: getattr(found, name) for name in KOLOM}


def sebagai(bentuk: str, hasil: Hasil) -> str:
    """The result in one of `FORMAT`."""
    return tampak({"text": teks, "json": as_json, "csv": as_csv, "html": as_html}[bentuk](hasil))


def teks(hasil: Hasil) -> str:
    """For a terminal: per level, each finding with its place, both values, cause and advice."""
    lines = _dahulu(hasil)
    for tingkat in TINGKAT:
        for found in (t for t in hasil.temuan if t.tingkat == tingkat):
            lines += [
                f"{tingkat.upper():<10} {found.id}  {tempat(found)}  [{found.aturan}]",
                f"    {found.pesan}",
            ]
            lines += [f"    Sebab: {found.sebab}."] if found.sebab else []
            lines += [f"    Saran: {found.saran}."] if found.saran else []
    for accepted in hasil.diterima:
        lines.append(
            f"diterima   {accepted.temuan.id}  {tempat(accepted.temuan)}: {accepted.alasan}"
            f" ({accepted.peran})"
        )
    for rule, why in hasil.dilewati:
        lines.append(f"dilewati   {rule}: {why}")
    return "\n".join([*map(on_one_line, lines), ringkas(hasil)])


def _dahulu(hasil: Hasil) -> list[str]:
    """What to look at first, a cause a line; nothing where there are few causes."""
    causes = teratas(hasil.temuan)
    if not causes:
        return []
    return [DAHULU, *(f"  {n}. {_ringkas(each)}" for n, each in enumerate(causes, start=1)), ""]


def _ringkas(cause: Kelompok) -> str:
    """The first finding of a cause, and how many more there are."""
    first, rest = cause.temuan[0], len(cause.temuan) - 1
    more = f" (dan {sebut(rest)} temuan lain karena hal yang sama)" if rest else ""
    return f"{tempat(first)}: {first.pesan}{more}"


def layar(hasil: Hasil, lebar: int | None = None) -> str:
    """For a person at a terminal: a table that folds its cells, then what was accepted or passed
    over.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=lebar, force_terminal=lebar is None)
    table = Table(show_lines=True, expand=True)
    table.add_column("tingkat", no_wrap=True)
    table.add_column("tempat", ratio=2, overflow="fold")
    table.add_column("temuan", ratio=4, overflow="fold")
    for found in hasil.temuan:
        where = [tempat(found), *_labelled(tercetak=found.tercetak, seharusnya=found.seharusnya)]
        told = [found.pesan, *_labelled(sebab=found.sebab, saran=found.saran)]
        # Text, for in a plain string square brackets of a cell would be taken for markup.
        cells = (
            Text(tampak("\n".join(lines))) for lines in ([found.tingkat, found.id], where, told)
        )
        table.add_row(*cells, style=LOOK[found.tingkat])
    with console.capture() as shown:
        if hasil.temuan:
            console.print(table)
    head = "\n".join(map(on_one_line, _dahulu(hasil)))
    return (
        tampak(f"{head}\n" if head else "")
        + shown.get()
        + tampak(teks(replace(hasil, temuan=()))).rpartition("\n")[0].lstrip()
        + "\n"
        + ringkas(hasil)
    )


def _labelled(**parts: str | None) -> list[str]:
    """`sebab: ...` for each part that there is."""
    return [f"{name}: {text}" for name, text in parts.items() if text]


def ringkas(hasil: Hasil) -> str:
    """One line: how many of each level, and how many were accepted."""
    judged = "sebagaimana tercetak" if hasil.mentah else "setelah koreksi"
    counts = ", ".join(f"{sebut(hasil.banyak(tingkat))} {tingkat}" for tingkat in TINGKAT)
    accepted = f"; {sebut(len(hasil.diterima))} temuan diterima" if hasil.diterima else ""
    return f"{hasil.opd} {hasil.tahun}, {judged}: {counts}{accepted}."


def as_json(hasil: Hasil) -> str:
    return json.dumps(
        {
            "opd": hasil.opd,
            "tahun": hasil.tahun,
            "mentah": hasil.mentah,
            "dahulu": [each.temuan[0].id for each in teratas(hasil.temuan)],
            "temuan": [baris(found) for found in hasil.temuan],
            "diterima": [
                baris(d.temuan) | {"alasan": d.alasan, "peran": d.peran} for d in hasil.diterima
            ],
            "dilewati": [{"aturan": rule, "sebab": why} for rule, why in hasil.dilewati],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_csv(hasil: Hasil) -> str:
    """A text that a spreadsheet would run as a formula gets a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(KOLOM)
    for found in hasil.temuan:
        cells = ("" if value is None else str(value) for value in baris(found).values())
        writer.writerow(map(aman, cells))
    return out.getvalue().rstrip("\n")


def as_html(hasil: Hasil) -> str:
    """A page of its own, without script."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in KOLOM)
    rows = "".join(
        f'<tr class="{found.tingkat}">'
        + "".join(
            f"<td>{escape('' if value is None else str(value))}</td>"
            for value in baris(found).values()
        )
        + "</tr>"
        for found in hasil.temuan
    )
    return (
        '<!DOCTYPE html><html lang="id"><head><meta'
        ' charset="utf-8"><title>Pemeriksaan</title><style>'
        "body{font:15px/1.45 sans-serif;margin:2rem}table{border-collapse:collapse}"
        "th,td{border-bottom:1px solid #ccc;padding:.35rem"
        " .6rem;text-align:left;vertical-align:top}"
        ".galat td:nth-child(2){color:#9c2f10;font-weight:600}</style></head><body>"
        f"<h1>{escape(ringkas(hasil))}</h1>{_dahulu_html(hasil)}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        "</body></html>"
    )


def _dahulu_html(hasil: Hasil) -> str:
    told = "".join(f"<li>{escape(_ringkas(each))}</li>" for each in teratas(hasil.temuan))
    return f"<h2>{DAHULU.rstrip(':')}</h2><ol>{told}</ol>" if told else ""


def tempat(found: Temuan) -> str:
    """Where a finding stands; of an imported row first the cell that a person can mend."""
    where = found.berkas
    if found.baris is not None:
        where += f" baris {found.baris}"
    where += f" kolom {found.kolom}" if found.kolom else ""
    return on_one_line(f"{found.asal} ({where})" if found.asal else where)
