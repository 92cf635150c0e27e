"""What the chapters looked at, as Python itself tells it: in the process of the kernel.

Whether a chapter may be used again depends on what it really read.  Python's audit events tell each
file that is opened, each folder that is listed, each program that is started and each connection.
Not told, and therefore not known: the clock, chance, the environment, whether a file exists.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import lkipnb

_OPENED = frozenset({"open", "sqlite3.connect"})
_LISTED = frozenset({"os.listdir", "os.scandir"})
_DEEDS = frozenset(
    {
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.startfile",
        "os.system",
        "socket.bind",
        "socket.connect",
        "subprocess.Popen",
    }
)
# Of what is opened before the first chapter, what may change a chapter: code, and how IPython is
# configured.
_CODE = frozenset({".py", ".ipy", ".pyc", ".json"})
_paths: set[Path] = set()
_folders: set[Path] = set()
_deeds: set[str] = set()


def start() -> None:
    """Note from here on, to the end of the process."""
    sys.addaudithook(_note)


def begin() -> None:
    """The first chapter begins: of what was looked at before, code alone counts."""
    here = Path.cwd().resolve()
    outside = _outside(_paths)
    code = {path for path in outside if path.suffix in _CODE and not path.is_relative_to(here)}
    _paths.clear()
    _paths.update(code)
    _folders.clear()
    _deeds.clear()


def seen() -> str:
    """A JSON list of what was looked at outside of the program and its libraries: real paths of
    files, those of folders with a slash behind them, kinds of deeds.
    """
    # Python itself lists the folders of its path when it looks for a module.
    listed = _outside(_folders - {Path(place).absolute() for place in sys.path})
    files = [str(path) for path in _outside(_paths)]
    folders = [f"{folder}/" for folder in listed]
    return json.dumps(sorted([*files, *folders, *_deeds]))


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event in _OPENED:
        _add(_paths, arguments[0])
    elif event in _LISTED:
        _add(_folders, arguments[0])
    elif event in _DEEDS:
        _deeds.add(event)


def _add(known: set[Path], path: object) -> None:
    """A number is a file that is open already; nothing is the working folder."""
    if path is None:
        path = "."
    if isinstance(path, str | bytes | os.PathLike):
        known.add(Path(os.fsdecode(path)).absolute())


def _outside(paths: set[Path]) -> list[Path]:
    homes = [Path(home).resolve() for home in _homes()]
    real = [path.resolve() for path in paths]
    return [path for path in real if not any(path.is_relative_to(home) for home in homes)]


def _homes() -> Iterator[str | Path]:
    """Where the program, Python and its libraries stand; time zones of the system; nothing."""
    yield Path(lkipnb.__file__).parent
    yield from (sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield from zoneinfo.TZPATH
    yield os.devnull
    yield from (place for place in map(Path, sys.path) if any(place.glob("*.dist-info")))
