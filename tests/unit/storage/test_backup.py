"""Backups are whole, dated, and bounded."""

from __future__ import annotations

import errno
import shutil
from datetime import datetime, timedelta

import pytest

from lkipnb.errors import StorageError
from lkipnb.storage import backup, place

NOW = datetime(2026, 2, 27, 9, 30)


def test_a_backup_holds_what_stood_there(tmp_path):
    year = tmp_path / "2020"
    place.put_folder(year, {"a.csv": b"1", "narasi/x.md": b"2"})
    made = backup.save(year, NOW)
    assert made.name == "2020.cadangan-20260227-093000"
    assert (made / "narasi" / "x.md").read_bytes() == b"2"
    assert (year / "a.csv").read_bytes() == b"1"


def test_the_oldest_backups_go_when_there_are_more_than_ten(tmp_path):
    file = tmp_path / "koreksi.csv"
    for number in range(backup.KEPT + 3):
        file.write_text(str(number))
        backup.save(file, NOW + timedelta(minutes=number))
    assert [path.read_text() for path in backup.backups(file)] == [
        str(n) for n in range(3, backup.KEPT + 3)
    ]


def test_what_is_saved_already_is_not_saved_again(tmp_path):
    file = tmp_path / "koreksi.csv"
    file.write_text("x")
    assert backup.save(file, NOW) == backup.save(file, NOW + timedelta(days=1))
    assert len(backup.backups(file)) == 1


def test_two_backups_of_one_second_are_two(tmp_path):
    file = tmp_path / "koreksi.csv"
    made = []
    for text in "ab":
        file.write_text(text)
        made.append(backup.save(file, NOW).name)
    assert made == [
        "koreksi.csv.cadangan-20260227-093000",
        "koreksi.csv.cadangan-20260227-093000-2",
    ]


def test_a_backup_that_the_disk_refuses_is_one_sentence_and_leaves_no_half(tmp_path, monkeypatch):
    place.put_folder(tmp_path / "2020", {"a.csv": b"1", "narasi/x.md": b"2"})

    def full(*arguments, **more):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(StorageError, match="habis"):
        backup.save(tmp_path / "2020", NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["2020"]
