"""What the commands cost in CPU seconds, and what the imports in them cost.

    python benchmarks/steps.py                     this tree
    python benchmarks/steps.py --before FOLDER     another tree first, and the ratios

Each is run three times, the trees in turn; the median is told.  CPU seconds of a process and of all
that it starts count, not the time that passes: others may use the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).parents[1]
RUNS = 3
COMMANDS = {
    "--help": ["--help"],
    "check 2020": ["check", "2020"],
    "report 2020, html": ["report", "2020", "--formats", "html"],
    "report 2020, html and pdf": ["report", "2020"],
}
# Run in a process of its own: a command, then what it cost.
MEASURED = """
import io, json, resource, sys, time
from contextlib import redirect_stderr, redirect_stdout
from lkipnb.cli import main
start = time.perf_counter()
with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
    code = main(sys.argv[1:])
passed = time.perf_counter() - start
own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "kode": code,
    "sendiri": own.ru_utime + own.ru_stime,
    "anak": others.ru_utime + others.ru_stime,
    "berlalu": passed,
    "modul": len(sys.modules),
}))
"""
Cost = dict[str, float]


def cost(tree: Path, arguments: list[str]) -> Cost:
    """What a command costs in a tree: CPU of the process and of its children, time, modules."""
    with tempfile.TemporaryDirectory() as out:
        own = [*arguments, "--out", out] if arguments[0] == "report" else arguments
        done = subprocess.run(
            [sys.executable, "-P", "-c", MEASURED, *own],
            cwd=HERE,
            env={**os.environ, "PYTHONPATH": str(tree)},
            capture_output=True,
            text=True,
            check=True,
        )
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, default=None)
    options = parser.parse_args()
    trees = [tree.resolve() for tree in (options.before, HERE) if tree]
    for name, arguments in COMMANDS.items():
        runs: dict[Path, list[Cost]] = {tree: [] for tree in trees}
        for _ in range(RUNS):
            for tree in trees:
                runs[tree].append(cost(tree, arguments))
        told = [
            {key: median(run[key] for run in runs[tree]) for key in runs[tree][0]} for tree in trees
        ]
        totals = [one["sendiri"] + one["anak"] for one in told]
        print(f"{name}: ", *(json.dumps({k: round(v, 2) for k, v in one.items()}) for one in told))
        print(f"  CPU {' -> '.join(f'{total:.2f}' for total in totals)}", end="")
        print(f", x {totals[-1] / totals[0]:.2f}" if len(totals) > 1 else "")


if __name__ == "__main__":
    main()
