"""Kernels that are forked from a process of our own which has imported the libraries already.

For a process that runs many reports (`lkipnb report --watch`, a worker of `lkipnb batch`): each
report has a kernel of its own as ever, a second sooner.  The zygote belongs to that process alone,
hears it through a pipe and ends with it.  Where the system cannot do it (Windows, macOS), or the
zygote is gone, a kernel is started as ever.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

_PROCESS = "lkipnb.report.zygote_process"
# No thread before the fork: the library of linear algebra starts some when it is imported.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_ARGUMENTS = 4  # where they begin in `python -P -m module ...`


class Zygote:
    """The process that forks."""

    def __init__(self) -> None:
        self._asking = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _PROCESS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **_ONE_THREAD},
            start_new_session=True,  # Ctrl-C is for the process that owns it
        )

    def fork(self, argv: Sequence[str], env: Mapping[str, str], cwd: str) -> Forked:
        """A kernel.  Raises OSError or ValueError where the zygote or the kernel is gone."""
        asked = json.dumps({"argv": list(argv), "env": dict(env), "cwd": cwd})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._asking:
            self._process.stdin.write(f"{asked}\n")
            self._process.stdin.flush()
            return Forked(int(self._process.stdout.readline()))

    def end(self) -> None:
        """End it, and with it what it forked."""
        with suppress(OSError):
            self._process.stdin.close()  # type: ignore[union-attr]
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()  # type: ignore[union-attr]


class Forked:
    """A process that is no child of ours, with what jupyter_client asks of a child."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._handle = os.pidfd_open(pid)
        self._ended = False

    def poll(self) -> int | None:
        """None while it lives; then 0, for only its parent knows how it ended."""
        return self._look(0)

    def wait(self) -> int:
        """Until it has ended."""
        self._look(None)
        return 0

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def _look(self, seconds: float | None) -> int | None:
        if not self._ended:
            self._ended = bool(select.select([self._handle], [], [], seconds)[0])
            if self._ended:
                os.close(self._handle)
        return 0 if self._ended else None


class ForkingProvisioner(LocalProvisioner):
    """As the stock one, but for where the process comes from."""

    async def launch_kernel(self, cmd: list[str], **more: Any) -> KernelConnectionInfo:
        forked = _forked(cmd[_ARGUMENTS:], more["env"], more["cwd"])
        if forked is None:
            return await super().launch_kernel(cmd, **more)
        self.process = forked  # type: ignore[assignment]
        self.pid = self.pgid = forked.pid
        self.cwd = Path(more["cwd"])
        return self.connection_info


_kept: list[Zygote] = []


def keep() -> None:
    """From here on this process forks its kernels; nothing where the system cannot."""
    if not _kept and hasattr(os, "pidfd_open"):
        _kept.append(Zygote())
        atexit.register(let_go)


def let_go() -> None:
    """From here on this process starts its kernels as ever."""
    while _kept:
        _kept.pop().end()


def kept() -> bool:
    return bool(_kept)


def _forked(argv: Sequence[str], env: Mapping[str, str], cwd: str) -> Forked | None:
    """A forked kernel; None where there is no zygote any more."""
    for zygote in _kept:
        with suppress(OSError, ValueError):
            return zygote.fork(argv, env, cwd)
    let_go()
    return None
