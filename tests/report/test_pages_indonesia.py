"""The commands of the Indonesian guides, typed; one report, in HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lkipnb.cli import main

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.id.md"))
TABLE = [
    ["No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi"],
    ["1", "Meningkatnya mutu arsip", "Nilai pengawasan kearsipan", "nilai", "80,5", "81,25"],
]


def typed(page: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return [
        line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines()
    ]


@pytest.fixture
def desk(data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LKIPNB_DATA", raising=False)
    lines = [";".join(row) for row in TABLE]
    Path("indikator.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [f"| {' | '.join(row)} |" for row in TABLE]
    Path("tabel.md").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_from_the_form_to_a_draft_and_a_table_of_indicators(desk, capsys):
    """The year is not filled in: what is empty is told, and its report is a draft."""
    for page in ("februari.id.md", "add-an-indicator.id.md", "prose.id.md"):
        for command in typed(page):
            report = command.startswith("lkipnb report")
            words = [*command.split()[1:], *(["--formats", "html"] if report else [])]
            expected = int(report or command.startswith("lkipnb check"))
            assert main(words) == expected, (command, capsys.readouterr())
    assert Path("reports/contoh/2024/lkip.html").is_file()
    for command in typed("import-indicators.id.md"):
        assert main(command.split()[1:]) == 0, (command, capsys.readouterr())


def test_an_empty_form_of_a_new_agency_is_refused_by_its_cells(desk, capsys):
    made, entered, *_ = typed("add-an-agency.id.md")
    assert main(made.split()[1:]) == 0
    assert main(entered.split()[1:]) == 1
    assert "lembar profil, sel B4" in capsys.readouterr().err


def test_the_page_of_a_year_types_what_the_page_of_february_types():
    assert typed("add-a-year.id.md") == typed("februari.id.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_guide_leads_somewhere(page):
    text = (DOCS / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https:)([^)#]+)\)", text):
        assert (DOCS / target).exists(), target
