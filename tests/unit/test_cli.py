"""The command line: messages and exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lkipnb.cli import main

ROOT = Path(__file__).parents[2]


def test_check_of_sound_data_ends_with_zero(data, capsys):
    assert main(["check", "2020", "--data", str(data.path)]) == 0
    assert "0 galat" in capsys.readouterr().out


def test_check_of_faulty_data_lists_every_fault_and_ends_with_one(data, capsys):
    data.set("kinerja", 2, "target", "3.450")
    data.set("aset", 3, "jumlah", "-1")
    assert main(["check", "2020", "--data", str(data.path)]) == 1
    err = capsys.readouterr().out
    assert "GALAT" in err
    assert "kinerja.csv, baris 2, kolom target: tertulis “3.450”" in err
    assert "aset.csv, baris 3, kolom jumlah: tertulis “-1”; diharapkan paling sedikit 0" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "2019"],
        ["check", "dua"],
        ["check", "2020", "--opd", "tidak-ada"],
        ["check", "2020", "--opd", "../x"],
        ["check"],
        ["laporan"],
        ["report", "2020", "--formats", "pptx"],
        ["check", "2020", "--data", "tidak/ada"],
        ["report", "2019"],
        ["check", "²"],
        ["check", "٢٠٢٠"],
        ["check", "2_020"],
        ["import", "--lra", "x.csv", "--tahun", "２０２０"],
    ],
)
def test_misuse_ends_with_two_and_one_message(arguments, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert err.strip()
    assert "Traceback" not in err


def test_help_and_version_end_with_zero(capsys):
    assert main(["--help"]) == 0
    assert main(["--version"]) == 0


def test_a_pipe_gets_no_colour_codes(data):
    done = subprocess.run(
        [sys.executable, "-m", "lkipnb", "check", "2020", "--data", data.path],
        capture_output=True,
        check=True,
    )
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("year", ["1999", "2005", "2013"])
@pytest.mark.parametrize("command", ["check", "report", "export", "new"])
def test_a_year_without_rules_is_refused_at_the_door_of_every_command(
    command, year, data, capsys, monkeypatch
):
    monkeypatch.chdir(data.path.parent)
    arguments = ["dinas-baru", year] if command == "new" else [year]
    assert main([command, *arguments, "--data", str(data.path)]) == 2
    assert (
        f"Tahun {year} belum tercakup: aturan program ini mulai tahun 2014"
        in capsys.readouterr().err
    )
    assert not (data.path / "dinas-baru").exists()
