"""A kernel manager that knows who talks to its kernel, and clients that do not wait in vain."""

from __future__ import annotations

import time
from contextlib import suppress
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import DeadKernelError

HEARD_SECONDS = 0.2  # a message that does not come by then was published before anybody listened
ANSWER_SECONDS = 1.0
LONGEST_SECONDS = 60.0


class ClientOfChapters(AsyncKernelClient):
    """Ready as soon as it hears the end of its own question.  The stock client then listens to
    0.2 s of silence, for each chapter.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Ask until what the kernel publishes is heard.  Raises DeadKernelError where it is not."""
        until = time.monotonic() + (timeout or LONGEST_SECONDS)
        while time.monotonic() < until and await self.is_alive():
            asked = self.kernel_info()
            with suppress(Empty):
                answer = await self.shell_channel.get_msg(timeout=ANSWER_SECONDS)
                await self._heard(asked)
                self._handle_kernel_info_reply(answer)
                return
        raise DeadKernelError("tidak terdengar")

    async def _heard(self, asked: str) -> None:
        """Listen to the end of a request.  Raises Empty where it is not heard."""
        while True:
            told = await self.iopub_channel.get_msg(timeout=HEARD_SECONDS)
            own = told["parent_header"].get("msg_id") == asked
            if own and told["content"].get("execution_state") == "idle":
                return


class ManagerOfChapters(AsyncKernelManager):
    """nbclient makes a client for each notebook and, with a manager that is not its own, never
    stops it: 12 files and 3 threads stay open for each chapter as long as the process lives.
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(client_factory=ClientOfChapters, **more)
        self._clients: list[Any] = []

    def client(self, **more: Any) -> Any:  # jupyter_client types it as another class
        made = super().client(**more)
        self._clients.append(made)
        return made

    def stop_clients(self) -> None:
        """Close what the chapters so far have opened."""
        while self._clients:
            self._clients.pop().stop_channels()
