"""Kill `report`, `import`, `import --lra` and `check --accept-suggestion` at many moments, and look
at what stands.

A moment is the n-th time that the command touches a file (Python's audit events, so the program
itself has no
hook): every rename, then half among those that change the folder of the result and half among all,
and for `report` some by the clock while the kernel runs.  SIGKILL goes to the whole process group.
After each moment the old or the new state must stand whole (with two renames, where the system has
no exchange, it may wait without its name); then the same command must work, give the new state, and
leave nothing behind: no hidden sibling, no lock, no scratch folder, no kernel.  Linux only.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from lkipnb.report.ledger import SUFFIX

ROOT = Path(__file__).parents[1]
OPD, TAHUN = "dinsos-flores-timur", 2020
CHAPTER = "04_penutup.ipynb"
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.chmod", "os.truncate")
RENAME, CHANGE = "os.rename", "change"
TOUCHES = (
    *CHANGES,
    "open",
    "os.listdir",
    "os.scandir",
    "subprocess.Popen",
    "ctypes.dlopen",
    "ctypes.dlsym",
)
KERNEL_ENDS_SECONDS = 10
Tree = dict[str, str]


@dataclass(frozen=True)
class Place:
    """The folders of one trial; everything that a run may write is below `work`."""

    work: Path

    @property
    def data(self) -> Path:
        return self.work / "data"

    @property
    def out(self) -> Path:
        return self.work / "out"

    @property
    def year(self) -> Path:
        return self.data / OPD / str(TAHUN)

    @property
    def report(self) -> Path:
        return self.out / OPD / str(TAHUN)

    @property
    def own(self) -> tuple[Path, ...]:
        """Where scratch folders and the temporary files of libraries go."""
        return self.work / "cache", self.work / "tmp"


@dataclass(frozen=True)
class Way:
    """A command, the folder or file that it replaces, and whether running it again on the new state
    is refused.
    """

    name: str
    arguments: list[str]
    result: Path
    prepare: Callable[[], None]
    once: bool = False
    exchange: bool = True


@dataclass
class Told:
    """What was seen: how often the old and the new state stood, and each fault."""

    states: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def tree(path: Path) -> Tree:
    """Every file below a folder, or the file itself, with its SHA-256; empty where there is
    nothing.
    """
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return {str(p.relative_to(path)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def child(way: Way, place: Place, moment: int | None, told: Path) -> int:
    """Run the command in a process group of its own; killed at its `moment`.  Gives the
    process id.
    """
    pid = os.fork()
    if pid:
        return pid
    os.setsid()
    output = os.open(place.work / "keluaran.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    cache, temporary = place.own
    os.environ |= {"XDG_CACHE_HOME": str(cache), "TMPDIR": str(temporary)}
    tempfile.tempdir = str(temporary)
    touched = _count(place, moment)
    from lkipnb.cli import main
    from lkipnb.storage import swap

    if not way.exchange:
        swap._system_call = lambda: None
    code = main(way.arguments)
    told.write_text(json.dumps(touched))
    os._exit(code)


def _count(place: Place, moment: int | None) -> list[str]:
    """Count the touches of files; each is told as a rename, another change around the result, or a
    look.
    """
    touched: list[str] = []
    near = (str(place.data / OPD), str(place.out))

    def hook(event: str, arguments: tuple) -> None:
        if event not in TOUCHES or not _concerns(event, arguments, str(place.work)):
            return
        if len(touched) == moment:
            os.killpg(0, signal.SIGKILL)
        changes = event in CHANGES or _writes(event, arguments, near)
        touched.append(event if event == RENAME else CHANGE if changes else "")

    sys.addaudithook(hook)
    return touched


def _concerns(event: str, arguments: tuple, work: str) -> bool:
    """Whether an event touches the trial: its path lies there, or is relative as those of a removal
    are.
    """
    if event.startswith(("os.r", "ctypes", "subprocess")):
        return True
    return bool(arguments) and str(arguments[0]).startswith(work)


def _writes(event: str, arguments: tuple, near: tuple[str, str]) -> bool:
    return (
        event == "open"
        and str(arguments[0]).startswith(near)
        and any(c in str(arguments[1]) for c in "wxa+")
    )


def wait(pid: int) -> int:
    """The exit code; negative for the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def finish(way: Way, place: Place) -> tuple[int, list[str]]:
    """Run the command to its end: its exit code and its touches."""
    told = place.work / "sentuhan.json"
    code = wait(child(way, place, None, told))
    return code, json.loads(told.read_text()) if told.exists() else []


def leftovers(place: Place) -> list[str]:
    """What a finished run must not leave; the note of what a report was made by stays."""
    hidden = [p for root in (place.data, place.out) for p in root.rglob(".*")]
    cache, temporary = place.own
    kept = [".kunci", *(p.name for p in (cache / "lkipnb").glob(f"kerja/[!.]*{SUFFIX}"))]
    scratch = [p for p in (cache / "lkipnb").glob("kerja/*") if p.name not in kept]
    kernels = [
        p
        for p in psutil.process_iter(["cmdline"])
        if str(cache) in " ".join(p.info["cmdline"] or [])
    ]
    for kernel in kernels:
        try:
            kernel.wait(KERNEL_ENDS_SECONDS)
        except psutil.TimeoutExpired:
            hidden.append(Path(f"kernel {kernel.pid}"))
    return [str(path) for path in (*hidden, *scratch, *temporary.iterdir())]


def trial(
    way: Way, place: Place, kill: Callable[[], str], old: Tree, new: Tree, told: Told
) -> None:
    """One kill, and the run after it."""
    way.prepare()
    where = f"{way.name}, {kill()}"
    found = tree(way.result)
    state = (
        "baru"
        if found == new
        else "lama"
        if found == old
        else "tanpa nama"
        if not found
        else "rusak"
    )
    told.states[state] += 1
    if state == "rusak" or (state == "tanpa nama" and way.exchange):
        told.faults.append(f"{where}: {state}")
    code, _ = finish(way, place)
    if code not in ((0, 2) if way.once and state == "baru" else (0,)):
        told.faults.append(
            f"{where}: jalan berikutnya berakhir {code}:"
            f" {(place.work / 'keluaran.txt').read_text()}"
        )
    if tree(way.result) != new:
        told.faults.append(f"{where}: jalan berikutnya tidak memberi keadaan baru")
    backups = [tree(p) for p in way.result.parent.glob(f"{way.result.name}.cadangan-*")]
    if any(saved not in (old, new) for saved in backups):
        told.faults.append(f"{where}: cadangan tidak utuh")
    told.faults += [f"{where}: tertinggal {left}" for left in leftovers(place)]


def at_touch(way: Way, place: Place, moment: int) -> Callable[[], str]:
    def kill() -> str:
        code = wait(child(way, place, moment, place.work / "sentuhan.json"))
        return f"sentuhan {moment} ({'dibunuh' if code < 0 else f'selesai {code}'})"

    return kill


def at_time(way: Way, place: Place, seconds: float) -> Callable[[], str]:
    def kill() -> str:
        pid = child(way, place, None, place.work / "sentuhan.json")
        time.sleep(seconds)
        os.killpg(pid, signal.SIGKILL)
        wait(pid)
        return f"detik {seconds:.2f}"

    return kill


def measure(way: Way, place: Place, touches: int, times: int, seed: random.Random) -> Told:
    """All trials of one way."""
    told = Told()
    way.prepare()
    old = tree(way.result)
    start = time.perf_counter()
    code, touched = finish(way, place)
    taken = time.perf_counter() - start
    new = tree(way.result)
    if code != 0 or old == new:
        sys.exit(
            f"{way.name} tidak berjalan ({code}):\n{(place.work / 'keluaran.txt').read_text()}"
        )
    moments = _moments(touched, touches, seed)
    kills = [at_touch(way, place, moment) for moment in moments]
    kills += [at_time(way, place, seed.uniform(0.1, taken)) for _ in range(times)]
    for kill in kills:
        trial(way, place, kill, old, new, told)
    return told


def _moments(touched: list[str], number: int, seed: random.Random) -> list[int]:
    renames = [n for n, kind in enumerate(touched) if kind == RENAME][:number]
    changes = [n for n, kind in enumerate(touched) if kind == CHANGE]
    half = min(len(changes), (number - len(renames)) // 2)
    rest = number - len(renames) - half
    return [*renames, *seed.sample(changes, half), *seed.sample(range(len(touched)), rest)]


def ways(place: Place, keep: Path) -> list[tuple[Way, int, int]]:
    """Every way with how many moments by touches and by the clock."""

    def restore() -> None:
        for folder in (place.data, place.out):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(keep / folder.name, folder)

    def without_corrections() -> None:
        restore()
        path = place.year / "koreksi.csv"
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")

    options = ["--data", str(place.data)]
    report = [
        "report",
        str(TAHUN),
        *options,
        "--notebooks",
        str(place.work / "bab"),
        "--formats",
        "html",
    ]
    report += ["--out", str(place.out)]
    form = ["import", str(keep / "formulir.xlsx"), *options]
    lra = ["import", "--lra", str(keep / "lra.csv"), *options]
    without_corrections()
    accept = ["check", str(TAHUN), *options, "--accept-suggestion", suggestion(place)]
    budget, corrections = place.year / "anggaran.csv", place.year / "koreksi.csv"
    return [
        (Way("report", report, place.report, restore), 14, 6),
        (Way("report, dua langkah", report, place.report, restore, exchange=False), 6, 0),
        (Way("import", form, place.year, restore), 14, 0),
        (Way("import, dua langkah", form, place.year, restore, exchange=False), 10, 0),
        (Way("import --lra", lra, budget, restore), 6, 0),
        (Way("koreksi", accept, corrections, without_corrections, once=True), 6, 0),
    ]


def suggestion(place: Place) -> str:
    """The code of a finding that proposes a change of cells."""
    from lkipnb.audit import audit

    return next(found.id for found in audit(OPD, TAHUN, place.data).temuan if found.perbaikan)


def setup(place: Place, keep: Path) -> None:
    """The state before: a report of other data with a paper that a person put there, a form and an
    export.
    """
    from lkipnb.cli import main

    for folder in (place.work / "bab", *place.own):
        folder.mkdir(parents=True)
    shutil.copy2(ROOT / "notebooks" / CHAPTER, place.work / "bab")
    for name in ("referensi", OPD):
        shutil.copytree(ROOT / "data" / name, keep / "data" / name)
    year = keep / "data" / OPD / str(TAHUN)
    main(["export", str(TAHUN), "--data", str(keep / "data"), "--out", str(keep / "formulir.xlsx")])
    head = ["Kode", "Uraian", "Pagu (Rp)", "Realisasi"]
    rows = [head, ["1.06.01", "Program A", "2.000", "1.500"]]
    with (keep / "lra.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([["Tahun Anggaran 2020"], *rows])
    (year / "narasi" / "tambahan.md").write_text("Sebelumnya.\n", encoding="utf-8")
    (year / "catatan.txt").write_text("milik orang\n", encoding="utf-8")
    before = keep / "out" / OPD / str(TAHUN)
    before.mkdir(parents=True)
    (before / "surat.txt").write_text("milik orang\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--only", default="", help="only the ways whose name begins so")
    options = parser.parse_args()
    # Imported once here; each trial is a fork of this process.
    import lkipnb.audit
    import lkipnb.exchange.intake
    import lkipnb.exchange.lra
    import lkipnb.report.build
    import lkipnb.report.exporters  # noqa: F401

    with tempfile.TemporaryDirectory() as name:
        place, keep = Place(Path(name) / "kerja"), Path(name) / "simpan"
        setup(place, keep)
        total, faults = 0, []
        for way, touches, times in ways(place, keep):
            if not way.name.startswith(options.only):
                continue
            told = measure(way, place, touches, times, random.Random(f"{options.seed} {way.name}"))
            stood = ", ".join(f"{state} {count}" for state, count in sorted(told.states.items()))
            print(
                f"{way.name:20} {told.states.total():3} saat: {stood}; {len(told.faults)}"
                " kesalahan",
                flush=True,
            )
            total += told.states.total()
            faults += told.faults
    print(f"{total} saat, {len(faults)} kesalahan (seed {options.seed})")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
