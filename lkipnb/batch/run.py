"""Every report of a batch: those that stand already are left, the others are made by workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from lkipnb.batch import job, shelf
from lkipnb.batch.cluster import ClusterError
from lkipnb.batch.discovery import AgencyYear
from lkipnb.batch.job import Outcome
from lkipnb.batch.parcel import Parcel, pack
from lkipnb.batch.summary import Summary, failed
from lkipnb.batch.tree import Tree
from lkipnb.errors import LkipError

AHEAD = 2  # parcels that wait for each worker: the memory of this process does not grow
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Batch:
    """What is made of what, and where it goes."""

    data: Tree
    notebooks: Path
    out: Tree
    formats: Sequence[str]


def run(batch: Batch, keys: Sequence[AgencyYear], client: Any, tell: Tell) -> list[Summary]:
    """The summary of every agency-year; each report is put in place as soon as it is made.

    A fault in one never stops the others.  Raises ClusterError when the cluster goes away.
    """
    done: list[Summary] = []

    def note(made: Summary, how: str) -> None:
        done.append(made)
        tell(f"{made.opd} {made.tahun}: {how}")

    waiting = _waiting(batch, keys, note)
    for parcel, outcome in _made(client, waiting):
        told = _kept(batch, parcel, outcome)
        note(told, "gagal" if told.sebab else "jadi")
    return sorted(done, key=lambda one: (one.tahun, one.opd))


def _waiting(
    batch: Batch, keys: Sequence[AgencyYear], note: Callable[[Summary, str], None]
) -> Iterator[Parcel]:
    """The parcels whose report is not there yet."""
    for key in keys:
        try:
            parcel = pack(batch.data, batch.notebooks, key, batch.formats)
        except (LkipError, OSError) as error:
            note(failed(key, str(error)), "gagal")
            continue
        before = shelf.made_before(batch.out, parcel)
        if before is not None:
            note(before, "sudah ada")
            continue
        yield parcel


def _made(client: Any, waiting: Iterator[Parcel]) -> Iterator[tuple[Parcel, Outcome]]:
    """Each parcel with its outcome, in the order in which they are made."""
    from distributed import as_completed

    running = as_completed()
    parcels: dict[str, Parcel] = {}

    def send(parcel: Parcel) -> None:
        future = client.submit(job.make, parcel, pure=False)
        parcels[future.key] = parcel
        running.add(future)

    for parcel in islice(waiting, AHEAD * max(1, len(client.nthreads()))):
        send(parcel)
    for future in running:
        parcel = parcels.pop(future.key)
        yield parcel, _outcome(future, parcel)
        for following in islice(waiting, 1):
            send(following)


def _outcome(future: Any, parcel: Parcel) -> Outcome:
    from distributed import KilledWorker

    try:
        outcome: Outcome = future.result()
    except KilledWorker:
        reason = "Pekerja mati berulang kali selagi menyusun laporan ini."
        return Outcome(failed(parcel.key, reason))
    except Exception as error:
        raise ClusterError(
            "Hubungan dengan penjadwal terputus. Laporan yang sudah jadi tetap ada; jalankan lagi,"
            " dan hanya sisanya yang disusun."
        ) from error
    return outcome


def _kept(batch: Batch, parcel: Parcel, outcome: Outcome) -> Summary:
    if outcome.summary.sebab:
        return outcome.summary
    try:
        shelf.keep(batch.out, parcel, outcome)
    except LkipError as error:
        return failed(parcel.key, str(error))
    return outcome.summary
