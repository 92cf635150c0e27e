"""What is put in place is there whole, or what stood there still is."""

from __future__ import annotations

import errno
import os

import pytest

from lkipnb.errors import StorageError
from lkipnb.storage import place, swap


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def refuse(number):
    def refusing(*arguments, **more):
        raise OSError(number, os.strerror(number), str(arguments[0]))

    return refusing


@pytest.fixture(params=["exchange", "two renames"])
def way(request, monkeypatch):
    """Both ways of putting a folder in place, where the system has both."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_system_call", lambda: None)
    return request.param


def test_a_folder_takes_the_place_of_another_and_nothing_is_left(tmp_path, way):
    target = tmp_path / "2020"
    place.put_folder(target, {"a.csv": b"lama", "narasi/x.md": b"lama"})
    place.put_folder(target, {"a.csv": b"baru", "tabel/b.csv": b"baru"})
    assert (target / "a.csv").read_bytes() == b"baru"
    assert names(target) == ["a.csv", "tabel"]
    assert names(tmp_path) == ["2020"]


def test_a_kept_file_goes_over_to_the_new_folder_under_the_name_it_is_to_have(tmp_path, way):
    target = tmp_path / "2020"
    place.put_folder(target, {"lkip.pdf": b"bertanda tangan", "catatan/x.txt": b"x", "buang": b""})
    place.put_folder(
        target,
        {"lkip.pdf": b"baru"},
        {"lkip.diubah.pdf": "lkip.pdf", "catatan/x.txt": "catatan/x.txt"},
    )
    assert (target / "lkip.diubah.pdf").read_bytes() == b"bertanda tangan"
    assert names(target) == ["catatan", "lkip.diubah.pdf", "lkip.pdf"]


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.ENOSPC, "ruang penyimpanan"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.EACCES, "tidak ada izin"),
        (errno.EIO, "gagal dibaca"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence_that_names_the_place_and_the_old_state_stands(
    tmp_path, monkeypatch, number, word
):
    folder, file = tmp_path / "2020", tmp_path / "koreksi.csv"
    place.put_folder(folder, {"a": b"lama"})
    place.put_file(file, b"lama")
    monkeypatch.setattr(os, "fsync", refuse(number))
    for put in (
        lambda: place.put_folder(folder, {"a": b"baru"}),
        lambda: place.put_file(file, b"baru"),
    ):
        with pytest.raises(StorageError) as caught:
            put()
        message = str(caught.value)
        assert word in message.lower()
        assert str(tmp_path) in message
        assert "\n" not in message
        assert message.endswith("yang lama tetap utuh.")
    assert (folder / "a").read_bytes() == file.read_bytes() == b"lama"
    assert names(tmp_path) == ["2020", "koreksi.csv"]


def test_a_disk_that_takes_no_more_bytes_leaves_the_old_file(tmp_path):
    """Really refused by the system, by a bound on the size of a file."""
    resource = pytest.importorskip("resource", reason="sistem ini tidak membatasi ukuran berkas")
    file = tmp_path / "a.csv"
    place.put_file(file, b"lama")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(StorageError, match="habis"):
            place.put_file(file, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file.read_bytes() == b"lama"
    assert names(tmp_path) == ["a.csv"]


def test_where_there_is_no_exchange_a_refused_second_rename_brings_the_old_folder_back(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(swap, "_system_call", lambda: None)
    target = tmp_path / "2020"
    place.put_folder(target, {"a": b"lama"})
    rename = type(target).rename
    monkeypatch.setattr(
        type(target),
        "rename",
        lambda p, to: refuse(errno.EACCES)(p) if ".baru-" in p.name else rename(p, to),
    )
    with pytest.raises(StorageError):
        place.put_folder(target, {"a": b"baru"})
    assert (target / "a").read_bytes() == b"lama"
    assert names(tmp_path) == ["2020"]


def test_a_place_without_its_name_gets_back_what_stood_there(tmp_path):
    """As a kill between the two renames leaves it."""
    target = tmp_path / "2020"
    place.put_folder(tmp_path / ".2020.lama-0123abcd", {"a": b"lama"})
    place.put_folder(tmp_path / ".2020.baru-0123abcd", {"a": b"setengah"})
    assert place.recoverable(target)
    place.tidy(target)
    assert (target / "a").read_bytes() == b"lama"
    assert names(tmp_path) == ["2020"]


def test_tidying_touches_leftovers_of_this_place_only(tmp_path):
    target = tmp_path / "2020"
    place.put_folder(target, {"a": b"", ".koreksi.csv.baru-0123abcd": b"setengah"})
    for other in (
        ".2020.baru-0123abcd",
        ".2021.baru-0123abcd",
        ".2020.catatan",
        "2020.cadangan-20260101-000000",
    ):
        (tmp_path / other).mkdir()
    place.tidy(target)
    assert names(target) == ["a"]
    assert names(tmp_path) == [
        ".2020.catatan",
        ".2021.baru-0123abcd",
        "2020",
        "2020.cadangan-20260101-000000",
    ]


def test_a_file_keeps_its_mode_and_a_link_keeps_being_one(tmp_path):
    file, link = tmp_path / "a.csv", tmp_path / "b.csv"
    file.write_bytes(b"lama")
    file.chmod(0o600)
    link.symlink_to(file)
    place.put_file(link, b"baru")
    assert link.is_symlink()
    assert file.read_bytes() == b"baru"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_long_name_has_room_for_its_hidden_sibling(tmp_path):
    file = tmp_path / ("n" * 250 + ".csv")
    place.put_file(file, b"x")
    assert names(tmp_path) == [file.name]
