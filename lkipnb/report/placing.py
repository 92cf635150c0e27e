"""A finished report put in the place of the one before, and a failed one put aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lkipnb.errors import ChapterError
from lkipnb.report import earlier
from lkipnb.report.manifest import FILE, digests, manifest, sidik
from lkipnb.storage import lock, place
from lkipnb.storage.refusal import explained

WORK = "lkipnb report"


@dataclass(frozen=True)
class Placed:
    """The files that were put in place, with their SHA-256.  `older` stay from other inputs;
    `changed` are files that a person had changed, under the names that they have now.
    """

    files: Mapping[str, str]
    older: tuple[str, ...]
    changed: tuple[str, ...]


def put(
    target: Path, files: Mapping[str, bytes], made_from: Mapping[str, object], unasked: list[str]
) -> Placed:
    """Put the files in the place of the old report, with what a person put there and `unasked`, the
    files of formats not asked for.
    """
    with locked(target):
        before = earlier.read(target)
        kept = before.kept(files.keys(), unasked)
        older = before.older(unasked, sidik(made_from))
        listed = digests(files)
        for name in unasked:
            if name in before.files:
                listed[name] = before.files[name]
        whole = dict(files)
        whole[FILE] = manifest(made_from, listed, older).encode()
        place.put_folder(target, whole, kept)
        place.discard(failed(target))
    changed = [name for name, old in kept.items() if name != old]
    return Placed(digests(whole), tuple(older), tuple(changed))


@contextmanager
def keeping_the_failed(folder: Path, target: Path) -> Iterator[None]:
    """On a failed chapter, keep the half-run notebooks in `folder` aside and say where."""
    try:
        yield
    except ChapterError as error:
        aside = failed(target)
        ran = {path.name: path.read_bytes() for path in sorted(folder.glob("*.ipynb"))}
        with locked(target):
            place.put_folder(aside, ran)
        told = f"{error}\nNotebook yang terhenti disimpan di {aside}."
        raise ChapterError(told) from error


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """The lock of the folder of a report for all users, held while it is put in place."""
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    with lock.held(target, WORK):
        place.tidy(failed(target))
        yield


def failed(target: Path) -> Path:
    """Where the half-run notebooks of a failed report are kept."""
    return target.with_name(f"{target.name}.gagal")
