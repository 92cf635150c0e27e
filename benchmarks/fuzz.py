"""Inputs that nobody would type, through every door: at least 3.000, each from its own seed.

Wanted of each: rows, or sentences that say why not; no traceback, at most 20 seconds of CPU, at
most 1 GiB, and a year that was refused stands as it stood.  CPU, so that another's work on the same
machine does not look like a hang; one that only waits is ended after two minutes.

Each input goes through the reader of its kind; one in `FULL` also through the whole way:
`lkipnb.open`, tables and prose of the report, `lkipnb check`, `lkipnb import`.

    python benchmarks/fuzz.py [--banyak 3000] [--mulai 0] [--biji 17,23]
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import faulthandler
import io
import multiprocessing
import random
import resource
import shutil
import signal
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPD, TAHUN = "contoh", 2021
SECONDS, MOST_MEMORY = 20, 1 << 30
LONGEST_WAIT = 6 * SECONDS
FULL = 12
NOW = datetime(2026, 2, 27, 9, 30)

NASTY = (
    "", " ", "-", "n/a", "N/A", "0", "-0", "1e999", "NaN", "-Infinity", "1_000", "²", "٣٤",
    "１２", "½", "∞", "0x10",
    "9" * 17, "9" * 18, "9" * 28, "9" * 400, "0," + "0" * 30 + "1", "3.450", "1.234.56",
    "1,2,3", "(1.500)", "Rp",
    "Rp-",
    "100%", "%", "92 %", "1:0", "1:", ":", "0-0", "5-1", "-5 - -1", "s.d.", "1 s.d. 2 s.d. 3",
    "< 5", "WTP",
    "2021-13",
    "2021-02-30", "31/12/2021", "=1+1", "@SUM(A1)", "+62", "'", '"', '""', ";", "=", "a=b;c",
    "kode=", "*", "(hapus)",
    "../../x", "/etc/passwd", "C:\\x", "con", "nul", "a" * 300, "x" * 40_000, "\x00", "\x07",
    " " * 40_000, "(" * 30_000, "a-" * 20_000, "1" * 30_000 + "x",
    "\ufeff", "\u202e",
    "\ud7ff",
    "😀", "é", "e\u0301", "{{ 7*7 }}", "{% for x in y %}", "<script>", "[x](y)", "| a | b |",
    "\n", "a\nb", "\r", "\t",
    "IKU-1", "S1", "1", "1.02", "1.02.01.2.01.01", "..", ".", "1..2", "1.", "None", "true",
    "ya", "tidak", "naik",
    "turun",
)  # fmt: skip
SCALARS = (
    "{}", "[]", "[[[[[[[[1]]]]]]]]", "&a b", "*a", "!!python/object:os.system x", "!x y",
    "2021-13", "0o17",
    "1:30", "~",
    "yes", "1e999", ".nan", ".inf", "|\n    x", ">\n    x", "? x", "- x", "'", '"', '"\\x00"',
    '"\\ud800"', "%",
    "@", "`",
    "²", "٢٠٢١", "x" * 50_000, "{a: {b: {c: {d: {e: f}}}}}", "<<: *x", "!!binary aGVsbG8=",
    "!!set {a}", "\t",
    "#", "---",
)  # fmt: skip
ATTRIBUTES = (
    "",
    "0",
    "-1",
    "99999999",
    "1048577",
    "x",
    "²",
    "A1",
    "XFD1",
    "ZZZZ9",
    "1e5",
    "NaN",
    "A1:A1",
    "&amp;",
    "9" * 5000,
)


@dataclass(frozen=True)
class Bahan:
    """What the mutations start from: a data folder of one small year, its form, and an export."""

    data: Path
    formulir: bytes
    lra: bytes

    @property
    def year(self) -> Path:
        return self.data / OPD / str(TAHUN)


def bahan(folder: Path) -> Bahan:
    from lkipnb.exchange import scaffold

    data = folder / "data"
    shutil.copytree(ROOT / "data" / OPD / str(TAHUN), data / OPD / str(TAHUN))
    shutil.copytree(ROOT / "data" / "referensi", data / "referensi")
    scaffold.export(OPD, TAHUN, data, folder / "formulir.xlsx")
    lra = [
        ["LAPORAN REALISASI ANGGARAN"],
        [f"TAHUN ANGGARAN {TAHUN}"],
        ["Kode Rekening", "Uraian", "Anggaran (Rp)", "Realisasi", "%"],
    ]
    lra += [
        ["1.02", "Program A", "300", "200", "66,67"],
        ["1.02.01", "Kegiatan B", "100", "50", "50"],
    ]
    lra += [["1.02.02", "Kegiatan C", "200", "150", "75"], ["", "JUMLAH", "300", "200", "66,67"]]
    return Bahan(data, (folder / "formulir.xlsx").read_bytes(), tulisan(lra))


def tulisan(rows: list[list[str]], separator: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


# How an input is spoilt.


def sel(rng: random.Random, content: bytes) -> bytes:
    """Some cells, rows or columns of a CSV."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))) or [[""]]
    for _ in range(rng.choice((1, 1, 2, 5))):
        row = rng.choice(rows)
        at = rng.randrange(len(row)) if row else 0
        deed = rng.randrange(8)
        if deed < 5 and row:
            row[at] = rng.choice(NASTY)
        elif deed == 5:
            rows.insert(rng.randrange(len(rows) + 1), list(rng.choice(rows)))
        elif deed == 6 and row:
            del row[at]
        else:
            row.insert(at, rng.choice(NASTY))
    return tulisan(rows, rng.choice(",,,,;\t"))


def bita(rng: random.Random, content: bytes) -> bytes:
    """Bytes of any file: turned, cut, doubled, in another encoding, far too many."""
    made = bytearray(content) or bytearray(b"x")
    at = rng.randrange(len(made))
    deed = rng.randrange(9)
    if deed == 0:
        made[at] ^= 1 << rng.randrange(8)
    elif deed == 1:
        del made[at:]
    elif deed == 2:
        made[at:at] = rng.randbytes(rng.choice((1, 4, 64)))
    elif deed == 3:
        made[at:at] = made[: rng.randrange(len(made))]
    elif deed == 4:
        return content.decode("utf-8", "replace").encode(
            rng.choice(("utf-16", "utf-16-le", "utf-32", "cp1252")), "replace"
        )
    elif deed == 5:
        return bytes(made).replace(
            b"\n", rng.choice((b"\r", b"\r\n", b"\n\n", b"\x00", b"\x85", b""))
        )
    elif deed == 6:
        made[at:at] = rng.choice((b'"', b"\x00", b"\xff", b"'", b"\xef\xbb\xbf", b"\x1a"))
    elif deed == 7:
        line = content.splitlines(keepends=True)[-1] if content else b"x\n"
        made += line * min(rng.choice((1000, 30_000, 400_000)), 30_000_000 // max(1, len(line)))
    else:
        made[at:at] = rng.choice((b"x", b",", b"[", b"{a: ", b"9", b" ")) * rng.choice(
            (1000, 100_000, 1_000_000)
        )
    return bytes(made)


def yaml(rng: random.Random, content: bytes) -> bytes:
    """Lines of a profile: other values, depths and names."""
    lines = content.decode().splitlines()
    at = rng.randrange(len(lines))
    name, colon, _ = lines[at].partition(":")
    deed = rng.randrange(5)
    if deed < 3 and colon:
        lines[at] = f"{name}: {rng.choice(SCALARS + NASTY)}"
    elif deed == 3:
        lines.insert(
            at,
            rng.choice(
                (
                    "x:",
                    "  y: z",
                    "nama.lagi: x",
                    "a: &a [*a]",
                    "- x",
                    lines[at],
                    "".join("  " * n + "a:\n" for n in range(30)),
                )
            ),
        )
    else:
        del lines[at]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def paket(rng: random.Random, content: bytes) -> bytes:
    """An XLSX: a part left out, broken, or with other attributes, texts and elements."""
    if rng.random() < 0.2:
        return bita(rng, content)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = rng.choice([*parts, *[each for each in parts if "worksheets/sheet" in each]])
    deed = rng.randrange(10)
    if deed == 0:
        del parts[name]
    elif deed == 1:
        parts[name] = bita(rng, parts[name])
    elif deed < 7:
        parts[name] = _attribute(rng, parts[name])
    elif deed == 7:
        parts[name] = parts[name].replace(
            b"</", rng.choice((b"<x/></", b"<!-- x --></", b"&a;</", b"<![CDATA[x]]></")), 1
        )
    else:
        old = rng.choice((b"<sheetData>", b"<row", b"<c ", b"<v>", b"<t", b"<si>"))
        new = rng.choice(
            (
                b"<x>",
                b"<!DOCTYPE a>" + old,
                old * 1000,
                b"<row/>" + old,
                b'<c t="b"><v>1</v></c>' + old,
                b"<f>1</f>" + old,
            )
        )
        parts[name] = parts[name].replace(old, new, rng.choice((1, 1, -1)))[:60_000_000]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for each, part in parts.items():
            package.writestr(each, part)
    return out.getvalue()


def _attribute(rng: random.Random, part: bytes) -> bytes:
    """One attribute of an XML part with another value."""
    places = [
        at for at, byte in enumerate(part) if byte == ord("=") and part[at + 1 : at + 2] == b'"'
    ]
    if not places:
        return part
    at = rng.choice(places) + 2
    end = part.index(b'"', at)
    return (
        part[:at]
        + rng.choice(ATTRIBUTES + NASTY[:40]).encode("utf-8", "replace").replace(b'"', b"")
        + part[end:]
    )


def lembar(rng: random.Random, content: bytes) -> bytes:
    """Cells of a form, written as Excel would: texts, numbers with formats, dates, formulas, truth
    values.
    """
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content))
    for _ in range(rng.choice((1, 3, 8))):
        sheet = rng.choice(book.worksheets)
        cell = sheet.cell(rng.randrange(1, 12), rng.choice((1, 2, 3, 4, 5, 6, 70, 16_000)))
        with contextlib.suppress(
            ValueError, TypeError, openpyxl.utils.exceptions.IllegalCharacterError
        ):
            cell.value = rng.choice(
                (
                    rng.choice(NASTY),
                    rng.random(),
                    rng.randrange(10**17),
                    NOW,
                    True,
                    "=1+1",
                    1,
                    0.92,
                    None,
                )
            )
            cell.number_format = rng.choice(
                ("General", "0%", "0.00%", "#,##0,", "00000", "@", "yyyy-mm-dd", ";;;", '0"%"')
            )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# What is done with it.


def tabel(rng: random.Random, bahan: Bahan, penuh: bool) -> None:
    from lkipnb.check import contracts
    from lkipnb.load.table import table_of, typed_frame
    from lkipnb.schemas import YEAR_TABLES

    table = rng.choice(list(YEAR_TABLES.values()))
    path = bahan.year / f"{table.name}.csv"
    old = (
        path.read_bytes()
        if path.is_file()
        else (",".join(table.names) + "\n" + ",".join(c.example for c in table.columns)).encode()
    )
    with kini(path, rng.choice((sel, sel, sel, bita))(rng, old)):
        texts, faults = table_of(bahan.year, table)
        frame, more = typed_frame(texts, table, table.file)
        sentences(faults + more + contracts.of_table(frame, table))
        if penuh:
            whole(bahan)


def profil(rng: random.Random, bahan: Bahan, penuh: bool) -> None:
    from lkipnb.load.profile import read

    path = bahan.year / "profil.yaml"
    with kini(path, rng.choice((yaml, yaml, yaml, bita))(rng, path.read_bytes())):
        sentences(read(path, path.name)[1])
        if penuh:
            whole(bahan)


def prosa(rng: random.Random, bahan: Bahan, penuh: bool) -> None:
    path = bahan.year / "narasi" / "simpulan.md"
    old = (
        path.read_bytes()
        if path.is_file()
        else b"# Judul\n\n{{ capaian }} tercapai.\n\n- satu\n- dua\n"
    )
    content = (
        bita(rng, old)
        if rng.random() < 0.5
        else old + rng.choice(NASTY).encode("utf-8", "surrogatepass") * rng.choice((1, 50))
    )
    with kini(path, content):
        whole(bahan)


def formulir(rng: random.Random, bahan: Bahan, penuh: bool) -> None:
    from lkipnb.exchange.intake import import_form
    from lkipnb.exchange.terisi.formulir import lembar as lembar_formulir

    path = bahan.data.parent / "masuk.xlsx"
    path.write_bytes((lembar if rng.random() < 0.15 else paket)(rng, bahan.formulir))
    lembar_formulir(path)
    if penuh:
        trial = bahan.data.parent / "coba"
        shutil.copytree(bahan.data, trial)
        try:
            stands(trial, lambda: import_form(path, trial, NOW))
        finally:
            shutil.rmtree(trial)


def berkas_ekspor(rng: random.Random, bahan: Bahan) -> tuple[str, bytes]:
    """An export spoiled: as text, as a workbook, or in one of the older formats."""
    kind = rng.choices(["csv", "xlsx", "xls", "ods"], [6, 3, 1, 1])[0]
    if kind == "csv":
        return kind, rng.choice((sel, sel, bita))(rng, bahan.lra)
    if kind == "xlsx":
        return kind, paket(rng, bahan.formulir)
    sample = (ROOT / "tests/unit/exchange/ekspor" / f"rekap.{kind}").read_bytes()
    spoil = paket if kind == "ods" and rng.random() < 0.5 else bita
    return kind, spoil(rng, sample)


def ekspor(rng: random.Random, bahan: Bahan, penuh: bool) -> None:
    from lkipnb.exchange.lra import baca, tulis

    kind, content = berkas_ekspor(rng, bahan)
    path = bahan.data.parent / f"ekspor.{kind}"
    path.write_bytes(content)
    read = baca(path)
    with kini(bahan.year / "anggaran.csv", (bahan.year / "anggaran.csv").read_bytes()):
        stands(
            bahan.data,
            lambda: tulis(read, OPD, TAHUN, bahan.data, NOW, apa_adanya=rng.random() < 0.5),
        )
        if penuh:
            whole(bahan)
    for made in [*bahan.year.glob("*cadangan*")]:
        shutil.rmtree(made) if made.is_dir() else made.unlink()


def perintah(rng: random.Random, bahan: Bahan, penuh: bool) -> None:
    """Words of the command line.  A traceback is printed there, so it is looked for."""
    from lkipnb.cli import main

    words = [
        rng.choice(
            ("check", "report", "export", "new", "import", "trace", "--help", rng.choice(NASTY))
        )
    ]
    words += [
        rng.choice((str(TAHUN), "1999", "0", "99999", OPD, "--opd", "--from", "--tahun", *NASTY))
        for _ in range(rng.randrange(4))
    ]
    if words[0] == "report" and str(TAHUN) in words:
        return
    told = io.StringIO()
    with (
        contextlib.redirect_stderr(told),
        contextlib.redirect_stdout(told),
        contextlib.chdir(bahan.data.parent),
    ):
        main([word.replace("\0", "") for word in words])
    if "Traceback" in told.getvalue():
        raise AssertionError(f"{words}: {told.getvalue()[-600:]}")


KINDS: dict[str, tuple[Callable[[random.Random, Bahan, bool], None], int]] = {
    "tabel CSV": (tabel, 10),
    "formulir XLSX": (formulir, 8),
    "ekspor LRA": (ekspor, 5),
    "profil.yaml": (profil, 5),
    "narasi": (prosa, 1),
    "baris perintah": (perintah, 1),
}


def whole(bahan: Bahan) -> None:
    """Open, show and judge the year."""
    import lkipnb
    from lkipnb.audit import audit
    from lkipnb.audit.keluaran import sebagai
    from lkipnb.errors import LkipError
    from lkipnb.schemas import PROSE

    with contextlib.suppress(LkipError):
        hasil = audit(OPD, TAHUN, bahan.data)
        for form in ("text", "json", "csv", "html"):
            sebagai(form, hasil)
    with contextlib.suppress(LkipError):
        lk = lkipnb.open(OPD, TAHUN, bab="3", data=bahan.data)
        for name in PROSE:
            with contextlib.suppress(LkipError):
                lk.narasi(name)
        for group in (lk.tabel, lk.gambar):
            for name in (each for each in dir(type(group)) if not each.startswith("_")):
                shown(getattr(group, name))


def shown(block: object) -> None:
    """The block of a table or picture that needs no argument."""
    import inspect

    if callable(block) and not inspect.signature(block).parameters:
        getattr(block(), "html", "")


@contextlib.contextmanager
def kini(path: Path, content: bytes):
    """The file with other content, and afterwards as it was."""
    old = path.read_bytes() if path.is_file() else None
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        yield
    finally:
        path.unlink() if old is None else path.write_bytes(old)


def stands(data: Path, deed: Callable[[], object]) -> None:
    """What refuses leaves the data folder as it stood."""
    from lkipnb.errors import LkipError

    before = contents(data)
    try:
        deed()
    except LkipError:
        assert contents(data) == before, "yang ditolak meninggalkan bekas"
        raise


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the year by its path; locks are no data."""
    return {
        str(p): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.suffix in (".csv", ".yaml", ".md", ".json")
    }


def sentences(faults: list) -> None:
    """Each fault is one line that can be printed."""
    for fault in faults:
        line = str(fault)
        assert "\n" not in line, f"lebih dari satu baris: {line[:200]!r}"
        assert len(line) < 3000, f"terlalu panjang: {line[:200]!r}"
        line.encode()


# One child process after another does the work, so that one that hangs can be ended.


def work(pipe, folder: Path) -> None:
    from lkipnb.errors import LkipError

    source = bahan(folder)
    # Tells where an input hangs; then the signal's own action ends the process.
    faulthandler.register(signal.SIGPROF, chain=True)
    pipe.send(None)
    while (seed := pipe.recv()) is not None:
        rng = random.Random(seed)
        name = rng.choices([*KINDS], [weight for _, weight in KINDS.values()])[0]
        outcome = "dibaca"
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        faulthandler.dump_traceback_later(LONGEST_WAIT - 1)
        try:
            KINDS[name][0](rng, source, rng.randrange(FULL) == 0)
        except LkipError as error:
            outcome = "ditolak" if str(error).strip() else "tanpa kalimat"
        except (Exception, RecursionError):
            outcome = traceback.format_exc()
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        pipe.send((name, outcome if memory <= MOST_MEMORY else f"memori {memory >> 20} MiB"))


class Worker:
    """A child process with its own folder."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="lkipnb-fuzz-")
        self.pipe, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(
            target=work, args=(theirs, Path(self.folder.name)), daemon=True
        )
        self.process.start()
        theirs.close()
        self.pipe.recv()

    def run(self, seed: int) -> tuple[str, str] | None:
        """Kind and outcome; None when the worker hangs or dies."""
        self.pipe.send(seed)
        try:
            return self.pipe.recv() if self.pipe.poll(LONGEST_WAIT) else None
        except EOFError:
            return None

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.folder.cleanup()


def kind_of(seed: int) -> str:
    return random.Random(seed).choices([*KINDS], [weight for _, weight in KINDS.values()])[0]


def fuzz(seeds: list[int]) -> tuple[Counter, dict[int, str]]:
    """How many of each kind ended how, and what failed by its seed."""
    counts: Counter = Counter()
    failed: dict[int, str] = {}
    worker = Worker()
    for seed in seeds:
        name, outcome = worker.run(seed) or (kind_of(seed), "tidak selesai")
        good = outcome in ("dibaca", "ditolak")
        counts[name, outcome if good else "gagal"] += 1
        if not good:
            failed[seed] = f"{name}: {outcome}"
            print(f"--- biji {seed}, {name}\n{outcome}", file=sys.stderr, flush=True)
        if outcome == "tidak selesai" or outcome.startswith("memori"):
            worker.end()
            worker = Worker()
    worker.end()
    return counts, failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--banyak", type=int, default=3000)
    parser.add_argument("--mulai", type=int, default=0)
    parser.add_argument("--biji", default="", help="only these seeds, separated by commas")
    asked = parser.parse_args()
    seeds = [int(each) for each in asked.biji.split(",") if each] or list(
        range(asked.mulai, asked.mulai + asked.banyak)
    )
    counts, failed = fuzz(seeds)
    print(f"{'jenis':16}{'dibaca':>8}{'ditolak':>9}{'gagal':>7}")
    for name in KINDS:
        print(
            f"{name:16}"
            + "".join(
                f"{counts[name, how]:>{width}}"
                for how, width in (("dibaca", 8), ("ditolak", 9), ("gagal", 7))
            )
        )
    print(
        f"{sum(counts.values())} masukan, {len(failed)} gagal"
        + (f": biji {', '.join(map(str, failed))}" if failed else "")
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
