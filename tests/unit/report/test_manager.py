"""A process that makes many reports keeps no file of a chapter open, and hears its kernels."""

from __future__ import annotations

import asyncio
from queue import Empty
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from nbclient.exceptions import DeadKernelError
from shipped import DATA

from lkipnb.report import run
from lkipnb.report.manager import ClientOfChapters
from lkipnb.storage.scratch import scratch


def test_chapters_leave_no_thread_behind(tmp_path):
    cell = nbformat.v4.new_code_cell('opd = ""\ntahun = 0', metadata={"tags": ["parameters"]})
    book = nbformat.v4.new_notebook(cells=[cell])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "x", "language": "python"}
    chapters = [tmp_path / "01_a.ipynb", tmp_path / "02_b.ipynb"]
    for chapter in chapters:
        nbformat.write(book, chapter)
    threads = []
    for _ in range(2):
        with scratch() as folder:
            run.run(chapters, {"opd": "contoh", "tahun": 2023}, DATA, folder)
        threads.append(psutil.Process().num_threads())
    assert threads[0] == threads[1]


class Client(ClientOfChapters):
    """Of a kernel that answers each question, but is heard from the second one only."""

    alive = True
    asked = 0

    def __init__(self):
        self.shell = SimpleNamespace(get_msg=self.answer)
        self.published = SimpleNamespace(get_msg=self.publish)

    shell_channel = property(lambda self: self.shell)
    iopub_channel = property(lambda self: self.published)

    def kernel_info(self):
        self.asked += 1
        return str(self.asked)

    async def is_alive(self):
        return self.alive

    async def answer(self, timeout):
        return {"parent_header": {"msg_id": str(self.asked)}}

    async def publish(self, timeout):
        if self.asked < 2:
            raise Empty
        return {
            "parent_header": {"msg_id": str(self.asked)},
            "content": {"execution_state": "idle"},
        }

    def _handle_kernel_info_reply(self, message):
        self.known = message["parent_header"]["msg_id"]


def test_a_client_asks_until_it_hears_what_the_kernel_publishes():
    client = Client()
    asyncio.run(client.wait_for_ready())
    assert client.known == "2"


def test_a_client_of_a_dead_kernel_says_so_at_once():
    client = Client()
    client.alive = False
    with pytest.raises(DeadKernelError):
        asyncio.run(client.wait_for_ready())
