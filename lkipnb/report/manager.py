"""A kernel manager that knows who talks to its kernel."""

from __future__ import annotations

from typing import Any

from jupyter_client.manager import AsyncKernelManager


class ManagerOfChapters(AsyncKernelManager):
    """nbclient makes a client for each notebook and, with a manager that is not its own, never
    stops it: 12 files and 3 threads stay open for each chapter as long as the process lives.
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._clients: list[Any] = []

    def client(self, **more: Any) -> Any:  # jupyter_client types it as another class
        made = super().client(**more)
        self._clients.append(made)
        return made

    def stop_clients(self) -> None:
        """Close what the chapters so far have opened."""
        while self._clients:
            self._clients.pop().stop_channels()
