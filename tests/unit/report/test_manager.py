"""A process that makes many reports keeps no file of a chapter open."""

from __future__ import annotations

import nbformat
import psutil
from shipped import DATA

from lkipnb.report import run
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
