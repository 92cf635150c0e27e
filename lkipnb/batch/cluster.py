"""The workers: of this machine, or of a cluster that there is already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lkipnb import __version__
from lkipnb.batch import job
from lkipnb.errors import LkipError, UsageError

WAIT_SECONDS = 10


class ClusterError(LkipError):
    """The cluster went away; what was finished stands."""

    exit_code = 3


@contextmanager
def cluster(workers: int, scheduler: str | None) -> Iterator[Any]:
    """A client of the scheduler at an address, or of `workers` processes of this machine.

    Raises UsageError where it cannot be reached, has no worker, or one of another version.
    """
    with _opened(workers, scheduler) as client:
        _refuse_other_versions(client, scheduler)
        yield client


@contextmanager
def _opened(workers: int, scheduler: str | None) -> Iterator[Any]:
    from distributed import Client, LocalCluster

    if scheduler is None:
        local = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=None,
            memory_limit=0,
            silence_logs=50,
        )
        with local, Client(local) as client:
            yield client
        return
    try:
        client = Client(scheduler, timeout=WAIT_SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(
            f"Penjadwal {scheduler} tidak dapat dihubungi; periksa alamatnya, misalnya"
            " tcp://10.0.0.5:8786, dan apakah dask scheduler berjalan di sana."
        ) from error
    with client:
        yield client


def _refuse_other_versions(client: Any, scheduler: str | None) -> None:
    try:
        client.wait_for_workers(1, timeout=WAIT_SECONDS)
        found = client.run(job.version)
    except TimeoutError as error:
        raise UsageError(f"Penjadwal {scheduler} tidak mempunyai pekerja.") from error
    except (ImportError, AttributeError) as error:
        raise UsageError(f"lkipnb {__version__} belum terpasang pada semua pekerja.") from error
    others = sorted({version for version in found.values() if version != __version__})
    if others:
        raise UsageError(
            f"Pekerja memakai lkipnb {', '.join(others)}, bukan {__version__}; samakan dahulu."
        )
