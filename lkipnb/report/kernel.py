"""The kernel that runs the chapters, and who can hear what it says.

A stock kernel talks over TCP ports of the local machine, and every user of that machine may connect
and read all that it publishes.  Here it talks over sockets in a private folder (0700); where there
are none (Windows, some file systems) over TCP encrypted by CurveZMQ, whose keys stand in a private
file.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lkipnb.load.places import ENVIRONMENT_VARIABLE
from lkipnb.storage.scratch import scratch

if TYPE_CHECKING:
    from jupyter_client.blocking.client import BlockingKernelClient

    from lkipnb.report.manager import ManagerOfChapters

Call = Callable[..., object]
KERNEL = "python3"
# What keeps the kernels of a JupyterLab from being overheard: `jupyter lab <these>`.
LAB_OPTIONS = ("--MappingKernelManager.transport_encryption=required",)
_QUIET = ["--log-level=ERROR", "--HistoryManager.enabled=False"]
_PROCESS = "lkipnb.report.kernel_process"
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")
# The path of a socket may have 103 bytes on macOS and 107 on Linux; its name takes some of them.
_SOCKET = "s"
_LONGEST_FOLDER = 90


@contextmanager
def kernel(data: Path, folder: Path) -> Iterator[tuple[ManagerOfChapters, BlockingKernelClient]]:
    """A kernel that sees the given data folder and works in `folder`, which is private.

    It is ended when the block is left, however it is left.
    """
    from jupyter_client.blocking.client import BlockingKernelClient
    from jupyter_core.utils import run_sync

    with ExitStack() as ending:
        manager = _manager(folder, _socket_folder(folder, ending))
        ending.callback(_end, manager)
        start: Call = run_sync(manager.start_kernel)
        start(extra_arguments=_QUIET, cwd=str(folder), env=_environment(data, folder))
        client = BlockingKernelClient()
        client.load_connection_info(manager.get_connection_info())
        client.start_channels(iopub=False, stdin=False, hb=False, control=False)
        ending.callback(client.stop_channels)
        yield manager, client


def _manager(folder: Path, sockets: Path | None) -> ManagerOfChapters:
    from lkipnb.report import zygote
    from lkipnb.report.manager import ManagerOfChapters

    papers = folder / "kernel"  # apart: jupyter_client changes the mode of the folder of its file
    papers.mkdir(mode=0o700)
    manager = ManagerOfChapters(kernel_name=KERNEL, connection_file=str(papers / "kernel.json"))
    spec = manager.kernel_spec
    assert spec is not None  # the kernel of this very Python
    spec.argv = [sys.executable, "-P", "-m", _PROCESS, "-f", "{connection_file}"]
    if zygote.kept():
        manager.provisioner = zygote.ForkingProvisioner(
            parent=manager, kernel_spec=spec, kernel_id=manager.kernel_id
        )
    if sockets is None:
        manager.transport_encryption = "required"
    else:
        manager.transport = "ipc"
        manager.ip = str(sockets / _SOCKET)
    return manager


def _socket_folder(folder: Path, ending: ExitStack) -> Path | None:
    """A private folder that can hold sockets: `folder`, else one with a shorter path; None where
    there is none.
    """
    if os.name == "nt" or not hasattr(socket, "AF_UNIX"):
        return None
    if len(os.fsencode(folder)) > _LONGEST_FOLDER:
        folder = ending.enter_context(scratch(longest=_LONGEST_FOLDER))
    return folder if _holds_sockets(folder) else None


def _holds_sockets(folder: Path) -> bool:
    tried = folder / f"{_SOCKET}-0"
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(tried))
        tried.unlink()
    except OSError:
        return False
    return True


def _environment(data: Path, folder: Path) -> dict[str, str]:
    """What a library in the kernel writes to the temporary folder goes to `folder`, and away with
    it.
    """
    temporary = dict.fromkeys(_TEMPORARY, str(folder))
    return {**os.environ, ENVIRONMENT_VARIABLE: str(data), **temporary}


def _end(manager: ManagerOfChapters) -> None:
    from jupyter_core.utils import run_sync

    process = getattr(manager.provisioner, "process", None)
    try:
        shutdown: Call = run_sync(manager.shutdown_kernel)
        shutdown(now=True)
    finally:
        if process is not None and process.poll() is None:
            process.kill()
            process.wait()
