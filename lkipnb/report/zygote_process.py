"""A process that has imported what kernels need, and forks one for each request.

`python -P -m lkipnb.report.zygote_process`: each line of its input is a request, each line of its
output the number of a process.  It has one thread and ends when its input does, which is when the
process ends that started it; its kernels notice that.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from types import FrameType
from typing import Any

from lkipnb.report import kernel_process, looking, warming
from lkipnb.report.lean import import_jsonschema


def main() -> None:
    """Fork until the input ends; a child goes on as a kernel."""
    looking.start()
    import_jsonschema()
    warming.libraries()
    signal.signal(signal.SIGCHLD, _collect)
    for line in sys.stdin:
        forked = os.fork()
        if not forked:
            _become(json.loads(line))
            return
        print(forked, flush=True)


def _collect(number: int, frame: FrameType | None) -> None:
    """Take leave of the kernels that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become(asked: Mapping[str, Any]) -> None:
    """Be the kernel that was asked for, as if started anew."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(asked["env"], JPY_PARENT_PID=str(os.getppid()))
    # It ends when this parent does; ipykernel has read the environment before the fork.
    parent = f"--IPKernelApp.parent_handle={os.getppid()}"
    os.chdir(asked["cwd"])
    tempfile.tempdir = None  # the temporary folder is the kernel's own
    _other_chances()
    sys.argv = [str(kernel_process.__file__), *asked["argv"], parent]
    kernel_process.main()


def _other_chances() -> None:
    """Two kernels of one zygote do not draw the same numbers."""
    import numpy as np

    random.seed()
    np.random.seed()


if __name__ == "__main__":
    main()
