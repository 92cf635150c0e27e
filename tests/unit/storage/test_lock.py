"""One run at a time over a place; a run that was killed holds nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest

from lkipnb.errors import BusyError
from lkipnb.storage import lock, place

HOLD = """
import sys
from pathlib import Path
from lkipnb.storage import lock
with lock.held(Path(sys.argv[1]), "lkipnb import"):
    print("dipegang", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path):
    """Another process that holds the lock of `2020`."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path / "2020"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().strip() == "dipegang"
    yield process
    process.kill()
    process.communicate()


def test_the_second_run_says_in_one_sentence_who_holds_the_place_and_since_when(tmp_path, other):
    with pytest.raises(BusyError) as caught, lock.held(tmp_path / "2020", "lkipnb report"):
        pass
    message = str(caught.value)
    assert "sedang dipakai lkipnb import oleh" in message
    assert f"(proses {other.pid}) sejak" in message
    assert "\n" not in message
    assert caught.value.exit_code == 1


def test_a_killed_holder_does_not_block(tmp_path, other):
    other.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    other.wait()
    with lock.held(tmp_path / "2020", "lkipnb report"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_who_takes_the_lock_tidies_what_a_killed_run_left(tmp_path):
    place.put_folder(tmp_path / ".2020.lama-0123abcd", {"a": b"lama"})
    with lock.held(tmp_path / "2020", "lkipnb report"):
        assert (tmp_path / "2020" / "a").read_bytes() == b"lama"
    assert [path.name for path in tmp_path.iterdir()] == ["2020"]


def test_a_reader_that_finds_a_year_without_its_name_brings_it_back(tmp_path):
    place.put_folder(tmp_path / ".2020.lama-0123abcd", {"a": b"lama"})
    lock.recover(tmp_path / "2020")
    assert (tmp_path / "2020" / "a").read_bytes() == b"lama"


def test_a_folder_that_cannot_be_written_is_locked_in_the_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(lock.scratch, "roots", lambda: [tmp_path / "cache" / "kerja"])
    missing = tmp_path / "tidak" / "ada" / "2020"
    with lock.held(missing, "lkipnb report"):
        assert len(list((tmp_path / "cache" / "kerja").glob("*.kunci"))) == 1
        with pytest.raises(BusyError), lock.held(missing, "lkipnb import"):
            pass
    assert not (tmp_path / "tidak").exists()


def test_what_a_stranger_wrote_about_the_holder_cannot_steer_the_terminal(tmp_path, other):
    told = dict.fromkeys(("pekerjaan", "pengguna", "komputer", "proses", "sejak"), "\x1b[2Jx\n")
    (tmp_path / f".2020{lock.SUFFIX}{lock.HOLDER}").write_text(json.dumps(told))
    with pytest.raises(BusyError) as caught, lock.held(tmp_path / "2020", "x"):
        pass
    assert str(caught.value).isprintable()


def test_the_lock_file_is_hidden_and_gone_afterwards(tmp_path):
    with lock.held(tmp_path / "opd" / "2020", "x", tmp_path):
        assert all(path.name.startswith(".") for path in tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_readers_read_together_and_a_writer_is_told_who_reads(tmp_path):
    target = tmp_path / "2020"
    with (
        lock.shared(target, "lkipnb report"),
        lock.shared(target, "lkipnb report"),
        pytest.raises(BusyError, match="lkipnb report oleh"),
        lock.held(target, "lkipnb import"),
    ):
        pass
    with lock.held(target, "lkipnb import"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_reader_is_told_who_writes(tmp_path, other):
    with (
        pytest.raises(BusyError, match="lkipnb import oleh"),
        lock.shared(tmp_path / "2020", "lkipnb report"),
    ):
        pass


@pytest.mark.parametrize("next_run", [lock.held, lock.shared])
def test_a_killed_reader_does_not_block_and_the_next_run_removes_its_mark(tmp_path, next_run):
    reads = HOLD.replace("lock.held", "lock.shared")
    process = subprocess.Popen(
        [sys.executable, "-c", reads, tmp_path / "2020"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().strip() == "dipegang"
    process.kill()
    process.communicate()
    assert list(tmp_path.iterdir()) != []
    with next_run(tmp_path / "2020", "lkipnb import"):
        pass
    assert list(tmp_path.iterdir()) == []
