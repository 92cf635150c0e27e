"""`lkipnb report`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.answers import answer
from lkipnb.cli.options import (
    agency,
    command,
    data_option,
    formats_option,
    listed,
    not_listed,
    reports_option,
    year,
)
from lkipnb.cli.progress import progress
from lkipnb.errors import LkipError
from lkipnb.report.formats import FORMATS

if TYPE_CHECKING:
    from lkipnb.report.ledger import Ledger
    from lkipnb.report.made import Report
    from lkipnb.report.order import Order


@command(
    contoh=(
        "lkipnb report 2020",
        "lkipnb report 2023 --opd contoh --out hasil --formats html",
        "lkipnb report 2020 --watch",
    ),
)
@year
@agency
@data_option
@reports_option
@click.option(
    "--notebooks",
    type=bahasa.folder(exists=True),
    default=None,
    metavar="FOLDER",
    help=(
        "Folder bab; bila tidak disebut, notebooks/ di samping folder data atau di folder kerja,"
        " atau bab bawaan."
    ),
)
@formats_option
@click.option("--force", is_flag=True, help="Susun semuanya, juga yang tidak berubah.")
@click.option(
    "--watch",
    is_flag=True,
    help="Susun lagi setiap kali bahannya disimpan, dan tampilkan di peramban, sampai Ctrl-C.",
)
def report(tahun: int, opd: str, data: Path | None, out: Path, formats: str, **cara: Any) -> int:
    """Susun laporan TAHUN.

    Semua bab dijalankan, lalu dibuat HTML dan PDF; yang bahannya tidak berubah sejak laporan yang
    lalu dipakai lagi. Bila ada yang gagal, laporan lama tetap utuh.
    Selama ada galat yang belum diterima, laporan itu KONSEP: sampul dan kepala halamannya
    menyebutnya, dan perintah ini berakhir dengan 1.
    """
    from lkipnb.load.places import data_folder, notebook_folder
    from lkipnb.report.order import Order

    folder = data_folder(data)
    chapters = cara["notebooks"] or notebook_folder(folder)
    order = Order(opd, tahun, folder, chapters, out, _chosen(formats))
    if cara["watch"]:
        return _watched(order, cara["force"])
    return _made(order, cara["force"])


def _made(order: Order, force: bool) -> int:
    """Make the report, or find it made, and tell it; gives the exit code."""
    from lkipnb.report import ledger
    from lkipnb.report.ledger import Ledger
    from lkipnb.report.made import standing

    target = order.target()
    known = Ledger(target) if force else ledger.read(target)
    made = standing(order, known) or _built(order, known)
    _tell(made, order.formats)
    if not made.galat:
        return 0
    say(
        f"Laporan ini KONSEP: masih ada {made.galat} galat. Lihat: lkipnb check {order.tahun}"
        f" --opd {order.opd}",
        err=True,
    )
    return 1


def _watched(order: Order, force: bool) -> int:
    """Make the report each time that something of it is saved; Ctrl-C is the way to end."""
    from lkipnb.load.places import year_folder
    from lkipnb.report import zygote
    from lkipnb.report.serving import served
    from lkipnb.report.watching import changes

    if "html" not in order.formats:
        raise click.BadParameter("memerlukan bentuk html", param_hint="--watch")
    year_folder(order.data, order.opd, order.tahun)
    zygote.keep()  # the first report begins while it imports
    with suppress(KeyboardInterrupt), served(order.target() / FORMATS["html"].file) as page:
        say(f"Buka di peramban: {page.url}  (Ctrl-C untuk berhenti)")
        for _ in changes(order):
            page.tell(_said(order, force))
            force = False
    zygote.let_go()
    say("Pemantauan dihentikan.")
    return 0


def _said(order: Order, force: bool) -> str:
    """Make the report; gives what its page says above itself where that failed."""
    try:
        _made(order, force)
    except LkipError as error:
        answer(error)
        return "Perubahan terakhir belum masuk ke laporan ini; sebabnya ada di terminal."
    return ""


def _built(order: Order, known: Ledger) -> Report:
    from lkipnb.report.lean import import_jsonschema

    import_jsonschema()
    from lkipnb.report.build import build, steps

    with progress(steps(order)) as tell:
        return build(order, tell, known)


def _chosen(formats: str) -> list[str]:
    """The formats that were asked for, one at least."""
    chosen = listed(formats, FORMATS, "--formats")
    if not chosen:
        raise not_listed(FORMATS, "--formats")
    return chosen


def _tell(made: Report, formats: Sequence[str]) -> None:
    if made.pesan:
        say(made.pesan, err=True)
    for form in formats:
        say(made.folder / FORMATS[form].file)
    for name in made.older:
        say(
            f"{name} di folder itu dari data yang lebih lama; susun lagi bila masih dipakai.",
            err=True,
        )
    for name in made.changed:
        say(f"Berkas yang diubah setelah disusun disimpan sebagai {name}.", err=True)
    say(made.ringkasan)
