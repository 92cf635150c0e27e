"""No file of a year is read from outside of the agency's folder, and none without a bound."""

from __future__ import annotations

import os

import pytest
from conftest import OPD, TAHUN
from PIL import Image

from lkipnb.load import impor, pictures, profile, prose
from lkipnb.load.berkas import OUTSIDE, di_luar, isi
from lkipnb.load.dataset import load
from lkipnb.load.inputs import digests
from lkipnb.load.pictures import UNREADABLE

posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "rahasia"
    path.write_text("sandi: 12345\n")
    return path


def linked(path, target):
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(target)
    return path


@posix
@pytest.mark.parametrize("name", ["aset.csv", "profil.yaml", "narasi/simpulan.md", "koreksi.csv"])
def test_a_link_out_of_the_agency_is_refused_before_it_is_read(data, secret, name):
    linked(data.year / name, secret)
    _, faults = load(OPD, TAHUN, data.path)
    assert [
        str(fault) for fault in faults if "rahasia" in str(fault) or "sandi" in str(fault)
    ] == []
    assert f"{name}; {OUTSIDE}" in [str(fault) for fault in faults]


@posix
def test_a_folder_of_prose_that_is_a_link_gives_no_text_from_there(data, tmp_path):
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (elsewhere / "simpulan.md").write_text("rahasia")
    for path in sorted((data.year / "narasi").glob("*")):
        path.unlink()
    (data.year / "narasi").rmdir()
    linked(data.year / "narasi", elsewhere)
    texts, faults = prose.read(data.year)
    assert texts == {}
    assert [str(fault) for fault in faults] == [f"narasi/simpulan.md; {OUTSIDE}"]


@posix
def test_a_device_and_a_pipe_are_told_and_not_read(data):
    linked(data.year / "narasi" / "simpulan.md", "/dev/zero")
    (data.year / "narasi" / "kedudukan.md").unlink(missing_ok=True)
    os.mkfifo(data.year / "narasi" / "kedudukan.md")
    _, faults = prose.read(data.year)
    assert [str(fault) for fault in faults] == [
        "narasi/kedudukan.md; bukan berkas biasa",
        f"narasi/simpulan.md; {OUTSIDE}",
    ]


@posix
def test_a_link_inside_the_agency_is_read(data):
    other = data.year.parent / "bersama.csv"
    (data.year / "aset.csv").rename(other)
    linked(data.year / "aset.csv", "../bersama.csv")
    _, faults = load(OPD, TAHUN, data.path)
    assert faults == []


@posix
def test_a_link_to_itself_is_told(tmp_path):
    path = linked(tmp_path / "a.csv", "a.csv")
    content, faults = isi(path, "a.csv", 100, tmp_path)
    assert content == b""
    assert len(faults) == 1


@posix
def test_pictures_hashes_and_the_note_of_an_import_stay_inside_too(data, tmp_path):
    Image.new("RGB", (2, 2)).save(tmp_path / "foto.png")
    linked(data.year / "foto.png", tmp_path / "foto.png")
    linked(data.year / "lain.csv", tmp_path / "foto.png")
    (tmp_path / "impor.json").write_text("{}")
    linked(data.year / impor.FILE, tmp_path / "impor.json")
    assert pictures.carried(data.year)["foto.png"] == {UNREADABLE: ""}
    assert not [name for name in digests(data.year, data.path) if name.endswith("lain.csv")]
    assert impor.baca(data.year) == {}
    assert di_luar(data.year / impor.FILE, data.year.parent)


def test_a_picture_of_a_size_that_no_memory_holds_is_told(data):
    bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\x02\0\0\0"
    (data.year / "bom.png").write_bytes(bomb + b"\0" * 60)
    assert pictures.carried(data.year)["bom.png"] == {UNREADABLE: ""}


def test_a_profile_that_is_missing_is_told_as_missing(tmp_path):
    assert str(profile.read(tmp_path / "a" / "profil.yaml", "profil.yaml")[1][0]) == (
        "profil.yaml; berkas tidak ada"
    )
