"""`lkipnb batch`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.cli.options import command, formats_option, listed, not_listed
from lkipnb.cli.progress import progress
from lkipnb.errors import UsageError
from lkipnb.report.formats import FORMATS

if TYPE_CHECKING:
    from lkipnb.batch.summary import Summary

MOST_TOLD = 3  # reasons of one agency; all of them stand in the recapitulation


@command(
    contoh=(
        "lkipnb batch",
        "lkipnb batch --tahun 2023 --formats html --workers 4",
        "lkipnb batch --opd 'dinas-*' --scheduler tcp://10.0.0.5:8786",
    ),
)
@click.option(
    "--opd", multiple=True, metavar="POLA", help="Hanya instansi yang namanya cocok, mis. dinas-*."
)
@click.option(
    "--tahun", multiple=True, type=bahasa.Year(), metavar="TAHUN", help="Hanya tahun itu."
)
@formats_option
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=2,
    show_default=True,
    metavar="BANYAK",
    help="Banyak pekerja di komputer ini.",
)
@click.option(
    "--scheduler",
    default=None,
    metavar="ALAMAT",
    help="Penjadwal Dask yang sudah berjalan, sebagai ganti pekerja di komputer ini.",
)
@click.option(
    "--data",
    default=None,
    metavar="ALAMAT",
    help="Folder data atau alamat fsspec; bila tidak disebut, dicari dari folder kerja ke atas.",
)
@click.option(
    "--out",
    default="reports",
    show_default=True,
    metavar="ALAMAT",
    help="Folder hasil atau alamat fsspec.",
)
@click.option(
    "--notebooks",
    type=bahasa.folder(exists=True),
    default=None,
    metavar="FOLDER",
    help="Folder bab; bila tidak disebut, seperti lkipnb report.",
)
def batch(
    opd: tuple[str, ...],
    tahun: tuple[int, ...],
    formats: str,
    data: str | None,
    out: str,
    **cara: object,
) -> int:
    """Susun laporan semua instansi dan rekapitulasi wilayahnya.

    Kesalahan satu instansi tidak menghentikan yang lain. Yang sudah jadi dari data yang sama
    dilewati, jadi perintah yang terputus cukup dijalankan lagi.
    """
    _require_dask()
    from lkipnb.batch.discovery import find
    from lkipnb.batch.recap import write
    from lkipnb.batch.region import regions
    from lkipnb.batch.run import Batch, run
    from lkipnb.batch.summary import failed
    from lkipnb.batch.tree import tree

    chosen = listed(formats, FORMATS, "--formats")
    if not chosen:
        raise not_listed(FORMATS, "--formats")
    source, chapters = _sources(data, cara["notebooks"])
    work = Batch(tree(source), chapters, tree(out), chosen)
    found = find(work.data, opd, tahun)
    work.out.try_to_write()
    from lkipnb.batch.cluster import cluster

    with (
        cluster(int(str(cara["workers"])), cara["scheduler"]) as client,  # type: ignore[arg-type]
        progress(len(found.there)) as tell,
    ):
        summaries = run(work, found.there, client, tell)
    summaries += [failed(key, f"Data tahun {key.tahun} belum ada.") for key in found.missing]
    for region in regions(summaries):
        say(f"{out}/{write(work.out, region, chosen)}")
    return _tell(summaries)


def _require_dask() -> None:
    if find_spec("distributed") is None or find_spec("fsspec") is None:
        raise UsageError(
            "lkipnb batch memerlukan Dask, yang belum terpasang; pasang dengan:"
            ' python -m pip install "lkipnb[batch]"'
        )


def _sources(data: str | None, notebooks: object) -> tuple[str, Path]:
    """The address of the data, and the folder of the chapters."""
    from lkipnb.load.places import data_folder, notebook_folder, shipped_chapters

    own = notebooks if isinstance(notebooks, Path) else None
    if data is not None and "://" in data:
        return data, own or shipped_chapters()
    folder = data_folder(data)
    return str(folder), own or notebook_folder(folder)


def _tell(summaries: Sequence[Summary]) -> int:
    """Say which agencies have faults; gives the exit code."""
    faulty = [one for one in summaries if one.faulty]
    say(f"{len(summaries) - len(faulty)} dari {len(summaries)} laporan jadi tanpa galat.")
    for one in faulty:
        told = one.sebab or (f"konsep, {one.galat} galat",)
        say(f"  {one.opd} {one.tahun}: {told[0]}", err=True)
        for reason in told[1:MOST_TOLD]:
            say(f"    {reason}", err=True)
        if len(told) > MOST_TOLD:
            say(f"    dan {len(told) - MOST_TOLD} lagi; lihat rekapitulasi.", err=True)
    return int(bool(faulty))
