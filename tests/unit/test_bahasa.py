"""Every word of the command line is Indonesian, with an example: click's own words too."""

from __future__ import annotations

import os
import re
import shlex
from io import BytesIO
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lkipnb.bahasa import DOMAIN, LOCALE
from lkipnb.cli import cli, main

CATALOGUE = LOCALE / "id" / "LC_MESSAGES"
ENGLISH = re.compile(
    r"\b(usage|options|commands|arguments?|error|missing|invalid|show|exit|try|such|default|required|"
    r"directory|file|path|does not|unexpected|did you mean|choose|aborted)\b",
    re.IGNORECASE,
)
COMMANDS = sorted(cli.commands)
# Words of the program that happen to be English: names of options and of their choices.
NAMES = re.compile(r"--[a-z-]+|\b(?:text|json|csv|html|pdf)\b|\S+\.\S+|/\S+")
FILLED = {
    "opd": "dinkes-contoh",
    "tahun": "2020",
    "angka": "98,60",
    "berkas": "formulir.xlsx",
    "pdf": "lkip.pdf",
}


def words(text: str) -> str:
    return NAMES.sub(" ", text)


def arguments(name: str) -> list[str]:
    return [
        FILLED[p.name]
        for p in cli.commands[name].params
        if isinstance(p, click.Argument) and p.required
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_indonesian_and_ends_with_examples(name, capsys):
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert not ENGLISH.findall(words(told))
    assert "Contoh:" in told
    for parameter in cli.commands[name].params:
        assert parameter.help, parameter.name


@pytest.mark.parametrize(
    "example", [example for command in (cli, *cli.commands.values()) for example in command.contoh]
)
def test_an_example_is_a_call_that_is_understood(example):
    program, name, *rest = shlex.split(example.partition(">")[0])
    assert program == "lkipnb"
    if rest != ["--help"]:
        cli.commands[name].make_context(name, rest)


def misuses() -> list[list[str]]:
    found = [[], ["laporan"], ["repotr", "2020"], ["--salah"]]
    for name in COMMANDS:
        given = arguments(name)
        found += [[name, *given[:n]] for n in range(len(given))]
        found.append([name, *given, "lebih", "lagi"])
        if name != "trace":  # a negative figure looks like an option
            found.append([name, *given, "--salah"])
        for option in (p for p in cli.commands[name].params if isinstance(p, click.Option)):
            long = option.opts[-1]
            if option.is_flag:
                found.append([name, *given, f"{long}=1"])
            elif not option._flag_needs_value:
                found.append([name, *given, long])
        # Of batch the year is an option that may be left out.
        if given and "tahun" in {p.name for p in cli.commands[name].params}:
            found.append(
                [
                    name,
                    *[text.replace("2020", "dua") for text in given],
                    *(["--tahun", "dua"] * (name == "import")),
                ]
            )
    found += [
        ["report", "2020", "--notebooks", "tidak/ada"],
        ["report", "2020", "--formats", "pptx"],
    ]
    found += [
        ["report", "2020", "--formats", ","],
        ["check", "2020", "--format", "xml"],
        ["import"],
        ["import", "--tahun", "²"],
    ]
    found += [
        ["check", "2020", "--data", "tidak/ada"],
        ["check", "2020", "--data", __file__],
        ["check", "1999"],
    ]
    found += [
        ["new", "dinkes-contoh", "2020", "--sertakan", "narasi"],
        ["new", "Dinkes Contoh", "2020"],
    ]
    found += [["new", "dinkes-contoh", "2020", "--from", "2019", "--sertakan", "semua"]]
    return found


@pytest.mark.parametrize("typed", misuses(), ids=" ".join)
def test_a_misuse_ends_with_two_an_indonesian_sentence_and_an_example(typed, capsys, monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[2])
    assert main(typed) == 2
    told = capsys.readouterr()
    assert not ENGLISH.findall(words(told.err + told.out)), told.err
    assert "Contoh:" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("language", ["", "en_US:en", "de"])
def test_the_language_of_the_machine_changes_nothing_and_stays(language, monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", language)
    monkeypatch.setenv("LC_ALL", "C")
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Pemakaian: lkipnb [PILIHAN] PERINTAH")
    assert os.environ["LANGUAGE"] == language


def test_the_compiled_catalogue_is_fresh():
    made = BytesIO()
    with (CATALOGUE / f"{DOMAIN}.po").open("rb") as file:
        write_mo(made, read_po(file, locale="id"))
    assert (CATALOGUE / f"{DOMAIN}.mo").read_bytes() == made.getvalue(), "run: make docs"


# Said to who writes a program, or of kinds of input that the program does not use.
NOT_SAID = re.compile(
    r"[Dd]eprecat|defined twice|iterable|UUID|valid boolean|match the format|Choice\(|values are"
    r" required|"
    r"start character|^Takes|^Arguments take|^Boolean option|determine name|^No options defined"
)


def test_every_sentence_of_click_has_a_translation():
    with (CATALOGUE / f"{DOMAIN}.po").open("rb") as file:
        known = {
            m.id if isinstance(m.id, str) else m.id[0]
            for m in read_po(file, locale="id")
            if m.string
        }
    said = set()
    for module in (click.core, click.exceptions, click.formatting, click.parser, click.types):
        for _, message, _, _ in extract_from_file("python", module.__file__):
            said.add(message if isinstance(message, str) else message[0])
    assert {text for text in said - known if not NOT_SAID.search(text)} == set()
