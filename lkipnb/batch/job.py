"""What a worker does: one report from a parcel, in a private folder, given back as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lkipnb import __version__
from lkipnb.batch.parcel import DATA, NOTEBOOKS, Parcel
from lkipnb.batch.summary import Summary, failed, summary
from lkipnb.errors import DataError, LkipError

OUT = "reports"


@dataclass(frozen=True)
class Outcome:
    """The summary of an agency-year and the files of its report; no file where it failed."""

    summary: Summary
    files: Mapping[str, bytes] = field(default_factory=dict)


def version() -> str:
    """The version of the program here, asked of each worker."""
    return __version__


def make(parcel: Parcel) -> Outcome:
    """The report of a parcel.  Never raises for what one agency does: its fault is its outcome."""
    if parcel.version != __version__:
        return _refused(parcel, f"Pekerja memakai lkipnb {__version__}, bukan {parcel.version}.")
    try:
        return _made(parcel)
    except DataError as error:
        return _refused(parcel, *map(str, error.faults))
    except LkipError as error:
        return _refused(parcel, str(error))
    except Exception as error:
        return _refused(parcel, f"Program gagal di dalam: {type(error).__name__}: {error}")


def _refused(parcel: Parcel, *reasons: str) -> Outcome:
    return Outcome(failed(parcel.key, *reasons))


def _made(parcel: Parcel) -> Outcome:
    from lkipnb.report.lean import import_jsonschema

    import_jsonschema()
    from lkipnb.report import zygote
    from lkipnb.report.build import build
    from lkipnb.report.order import Order
    from lkipnb.storage.scratch import scratch
    from lkipnb.workbook import open_workbook

    zygote.keep()  # a worker makes many
    key = parcel.key
    with scratch() as folder:
        _unpack(parcel, folder)
        data = folder / DATA
        order = Order(
            key.opd, key.tahun, data, folder / NOTEBOOKS, folder / OUT, list(parcel.formats)
        )
        made = build(order)
        lk = open_workbook(key.opd, key.tahun, data=data)
        files = {name: (made.folder / name).read_bytes() for name in made.files}
        return Outcome(summary(lk, made.temuan), files)


def _unpack(parcel: Parcel, folder: Path) -> None:
    for name, content in parcel.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
