"""What a command costs: CPU seconds of a process and of all that it starts, and its peak of memory.

Seconds that pass are not told: others may use the machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Cost:
    """CPU in seconds; the largest process in MB; what it said."""

    cpu: float
    memory: float
    said: str


def run(*command: object, most: int = 1) -> Cost:
    """Run a command in the tree.  Ends this process where it gives an exit code above `most`."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=ROOT, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode()
    if not 0 <= process.returncode <= most:
        sys.exit(text)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text)


def lkipnb(*arguments: object) -> Cost:
    return run(sys.executable, "-m", "lkipnb", *arguments)
