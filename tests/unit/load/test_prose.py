"""The agency's prose at the door: read as it stands, or refused with its file and line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from conftest import OPD, ROOT, TAHUN

import lkipnb
from lkipnb.audit import muat
from lkipnb.errors import DataError, UsageError
from lkipnb.load import prose
from lkipnb.present.narasi import render
from lkipnb.report.build import build
from lkipnb.report.order import Order
from lkipnb.schemas.markdown import TOO_DEEP


def written(folder: Path, content: bytes, name: str = "simpulan") -> Path:
    (folder / "narasi").mkdir(exist_ok=True)
    (folder / "narasi" / f"{name}.md").write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "content",
    [b"satu\ndua\n", b"\xef\xbb\xbfsatu\ndua\n", b"satu\r\ndua\r\n", b"satu\rdua\r"],
    ids=["unix", "byte order mark", "windows", "old mac"],
)
def test_every_kind_of_line_end_reads_the_same(tmp_path, content):
    assert prose.read(written(tmp_path, content)) == ({"simpulan": "satu\ndua\n"}, [])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"satu\n\xff\xfe", "narasi/simpulan.md, baris 2; huruf tidak terbaca sebagai UTF-8"),
        (b"satu\n\ndua\x00", "narasi/simpulan.md, baris 3; memuat karakter kosong (NUL)"),
        (
            "53060\u200b1".encode(),
            "narasi/simpulan.md, baris 1; memuat karakter yang tidak terlihat (U+200B)",
        ),
        (
            "ang\u00adka".encode(),
            "narasi/simpulan.md, baris 1; memuat karakter yang tidak terlihat (U+00AD)",
        ),
        (
            "a\n\U000e0041".encode(),
            "narasi/simpulan.md, baris 2; memuat karakter yang tidak terlihat (U+E0041)",
        ),
        (b"---\njudul: x\n---\n", "narasi/simpulan.md, baris 1; diawali ---, seperti kepala YAML"),
        (b"satu\x1b[31m", "narasi/simpulan.md, baris 1; memuat karakter kendali"),
        ("a\ue0000\ue001".encode(), "narasi/simpulan.md, baris 1; memuat karakter kendali"),
        (
            "tidak \u202etercapai\u202c".encode(),
            "narasi/simpulan.md, baris 1; memuat karakter yang membalik arah",
        ),
        (
            "tidak \u2067tercapai\u2069".encode(),
            "narasi/simpulan.md, baris 1; memuat karakter yang membalik arah",
        ),
        (b"a" * 400_001, "narasi/simpulan.md; berkas terlalu besar; paling banyak 400 kB"),
    ],
    ids=range(11),
)
def test_text_that_cannot_be_read_as_it_stands_is_refused_with_its_line(tmp_path, content, told):
    _, faults = prose.read(written(tmp_path, content))
    assert [str(fault).startswith(told) for fault in faults] == [True]


def test_every_template_that_no_report_could_show_is_told_at_once_by_check_and_open(data):
    written(data.year, b"satu\n\n{{ profil.nama | safe }}", "simpulan")
    written(data.year, b"{% include 'x' %}", "kedudukan")
    with pytest.raises(DataError) as refused:
        lkipnb.open(OPD, TAHUN, data=data.path)
    told = sorted(map(str, refused.value.faults))
    assert told[0].startswith(
        "narasi/kedudukan.md, baris 1; {% include %} tidak dipakai dalam narasi"
    )
    assert told[1].startswith("narasi/simpulan.md, baris 3; “| safe” tidak ada; yang ada: angka")
    assert set(told) <= {str(fault) for fault in muat(OPD, TAHUN, data.path).faults}


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("> " * 3000 + "x", 1),
        ("a\n\n" + "\n".join(" " * 2 * at + "- a" for at in range(150)), 9),
        ("*a __b " * 20 + "x" + " b__ a*" * 20, 1),
        ("*a __b " * 700 + "x" + " b__ a*" * 700, 1),
        ("**a " * 11_000 + "x" + " a**" * 11_000, 1),
    ],
    ids=["quotations", "lists", "emphasis", "emphasis of a hostile hand", "the same without end"],
)
def test_prose_that_stands_too_deep_in_itself_is_told_with_its_line(data, typed, line):
    written(data.year, typed.encode())
    told = [str(fault) for fault in muat(OPD, TAHUN, data.path).faults]
    assert told == [f"narasi/simpulan.md, baris {line}; {TOO_DEEP}"]


def test_depth_that_a_template_makes_is_refused_when_it_is_filled():
    with pytest.raises(UsageError, match=r"narasi/x\.md.*terlalu dalam"):
        render("{% for i in a %}> {% endfor %}x", {"a": ("b",) * 30}, None, "narasi/x.md")


class Command:
    """Makes a file when it is unpickled, as an attacker's pickle would run a command."""

    def __init__(self, path: Path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_a_pickle_in_prose_runs_nothing_and_no_report_is_made(data, tmp_path):
    mark = tmp_path / "dijalankan"
    text = pickle.dumps(Command(mark), protocol=0).decode()
    call = f"profil.parse_raw({text!r}, proto='pickle', allow_pickle=true)"
    written(data.year, f"{{{{ {call} }}}}\n".encode())
    written(data.year, b"{{ sasaran[0].__class__ }}", "kedudukan")
    with pytest.raises(DataError) as refused:
        build(
            Order(
                OPD,
                TAHUN,
                data=data.path,
                notebooks=ROOT / "notebooks",
                out=tmp_path / "reports",
                formats=["html"],
            )
        )
    assert not mark.exists()
    assert not (tmp_path / "reports" / OPD / str(TAHUN)).exists()
    assert [(fault.file, fault.row) for fault in refused.value.faults] == [
        ("narasi/kedudukan.md", 1),
        ("narasi/simpulan.md", 1),
    ]


def test_more_texts_than_any_report_has_are_told_and_the_rest_not_read(tmp_path):
    for number in range(prose.MOST_FILES + 3):
        written(tmp_path, b"satu\n", f"n{number:03}")
    texts, faults = prose.read(tmp_path)
    assert len(texts) == prose.MOST_FILES
    assert [fault.file for fault in faults] == ["narasi"]
    assert str(prose.MOST_FILES + 3) in str(faults[0])
