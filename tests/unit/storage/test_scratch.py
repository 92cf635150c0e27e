"""The work of a run stands in a private folder; the next run removes that of a dead one, never that
of a live one.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lkipnb.errors import StorageError
from lkipnb.storage import scratch as module
from lkipnb.storage.scratch import scratch

WORK = """
import sys
from pathlib import Path
from lkipnb.storage import scratch
scratch.roots = lambda: [Path(sys.argv[1])]
with scratch.scratch() as folder:
    (folder / "pegawai.csv").write_text("nama")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "roots", lambda: [tmp_path / "kerja"])
    return tmp_path / "kerja"


@pytest.fixture
def other(root):
    """Another process with a scratch folder, and that folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORK, root], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield process, Path(process.stdout.readline().strip())
    process.kill()
    process.communicate()


def test_the_folder_is_private_and_gone_afterwards(root):
    with scratch() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(root.stat().st_mode) == 0o700
        (folder / "a").write_text("data")
    assert not folder.exists()


def test_the_folder_of_a_killed_run_is_removed_by_the_next_one(root, other):
    process, left = other
    process.kill()
    process.wait()
    assert left.exists()
    with scratch():
        assert not left.exists()


def test_the_folder_of_a_live_run_is_left_alone(root, other):
    _, theirs = other
    with scratch():
        assert (theirs / "pegawai.csv").is_file()


def test_where_the_cache_cannot_be_written_the_next_place_serves(tmp_path, monkeypatch):
    (tmp_path / "berkas").write_text("")
    monkeypatch.setattr(
        module, "roots", lambda: [tmp_path / "berkas" / "kerja", tmp_path / "kerja"]
    )
    with scratch() as folder:
        assert folder.parent == tmp_path / "kerja"


def test_no_place_at_all_is_one_sentence_that_names_the_places(tmp_path, monkeypatch):
    (tmp_path / "berkas").write_text("")
    monkeypatch.setattr(module, "roots", lambda: [tmp_path / "berkas" / "kerja"])
    with pytest.raises(StorageError, match="Tidak ada tempat kerja sementara") as caught, scratch():
        pass
    assert str(tmp_path / "berkas" / "kerja") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_whose_path_is_too_long_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "roots", lambda: [tmp_path / ("n" * 200), tmp_path])
    with scratch(longest=len(os.fsencode(tmp_path)) + 20) as folder:
        assert folder.parent == tmp_path
