"""The process of the kernel: IPython's own, without the TCP port that it opens for the output of
forked children.

Nothing can be read from that port, but the chapters fork no children, and what is not there needs
no guard. `python -P -m lkipnb.report.kernel_process -f <connection file>`
"""

from __future__ import annotations

from ipykernel import kernelapp
from ipykernel.iostream import IOPubThread

from lkipnb.report import looking
from lkipnb.report.lean import import_jsonschema


class _WithoutPort(IOPubThread):
    def _setup_pipe_in(self) -> None:
        self._pipe_flag = False


def main() -> None:
    """Be a kernel until it is told to end."""
    kernelapp.IOPubThread = _WithoutPort  # type: ignore[attr-defined]
    kernelapp.launch_new_instance()


if __name__ == "__main__":
    looking.start()
    import_jsonschema()
    main()
