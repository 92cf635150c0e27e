"""Every command that the pages on importing a budget show for the commonest exports, typed."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
import xlsxwriter

from lkipnb.cli import main

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("import-a-budget.md", "import-a-budget.id.md")
UNIT = "1.02.0.00.0.00.01.0000"


def typed(page: str) -> list[str]:
    """The commands of a page for the agency that comes with the program."""
    text = (DOCS / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if "--opd contoh" in line]


def budget(data: Path) -> list[dict[str, str]]:
    with (data / "contoh" / "2023" / "anggaran.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def rupiah(amount: int) -> str:
    return f"{amount:,},00".replace(",", ".").replace(".00", ",00")


def sipd(path: Path, lines: Iterable[dict[str, str]]) -> None:
    """Half of each amount as operasi, the rest as modal; below each sub kegiatan its rekening."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Rekap")
        sheet.write("A1", "LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2023")
        sheet.merge_range("A3:D5", "Kode")
        sheet.merge_range("E3:E5", "Uraian Urusan, Organisasi, Program, Kegiatan dan Sub Kegiatan")
        sheet.merge_range("F3:I3", "Kelompok Belanja")
        sheet.write_row("F4", ["Operasi", "", "Modal", ""])
        sheet.write_row("F5", ["Anggaran", "Realisasi", "Anggaran", "Realisasi"])
        at = 5
        for line in lines:
            code = line["kode_rekening"]
            halves = [int(line[name]) // 2 for name in ("pagu_rp", "realisasi_rp")]
            rest = [int(line[name]) - half for name, half in zip(AMOUNTS, halves, strict=True)]
            money = [rupiah(each) for each in (*halves, *rest)]
            sheet.write_row(at, 0, ["1.02", UNIT, code, "", line["uraian"], *money])
            at += 1
            if code.count(".") == 5:
                sheet.write_row(at, 0, ["1.02", UNIT, code, "5.1.02", "Belanja Barang", *money])
                at += 1


AMOUNTS = ("pagu_rp", "realisasi_rp")


def rfk(path: Path, lines: Iterable[dict[str, str]]) -> None:
    head = [
        ["RFK TAHUN ANGGARAN 2023"],
        ["Kode", "Program/Kegiatan", "Pagu", "Realisasi", "", "", ""],
        ["", "", "", "Bulan Lalu", "", "s.d. Bulan Ini", ""],
        ["", "", "", "Keuangan", "Fisik", "Keuangan", "Fisik"],
        ["", "", "", "Rp", "%", "Rp", "%"],
    ]
    body = [
        [line["kode_rekening"], line["uraian"], int(line["pagu_rp"]), 1000, 1,
         int(line["realisasi_rp"]), line["fisik_persen"]]
        for line in lines
    ]  # fmt: skip
    ods(path, [*head, *body])


def ods(path: Path, rows: Iterable[Iterable[object]]) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    told = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}office:1.0"'
            f' xmlns:table="{names}table:1.0" xmlns:text="{names}text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="RFK">{told}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )


def cell(value: object) -> str:
    kind = "string" if isinstance(value, str) else "float"
    told = "" if kind == "string" else f' office:value="{value}"'
    shown = f"<text:p>{value}</text:p>" if value != "" else ""
    kept = f' office:value-type="{kind}"{told}' if shown else ""
    return f"<table:table-cell{kept}>{shown}</table:table-cell>"


def lra(path: Path, lines: Iterable[dict[str, str]]) -> None:
    budgets = ["Anggaran Sebelum Perubahan", "Anggaran Setelah Perubahan"]
    head = ["Kode", "Uraian", *budgets, "Realisasi 2023", "%", "Realisasi 2022"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2023"])
        writer.writerow(head)
        for line in lines:
            money = [rupiah(int(line[name])) for name in ("pagu_murni_rp", *AMOUNTS)]
            share = line["serapan_persen"].replace(".", ",")
            writer.writerow([line["kode_rekening"], line["uraian"], *money, share, "1.000,00"])


@pytest.fixture
def desk(data, tmp_path, monkeypatch) -> list[dict[str, str]]:
    """A folder with the data and the three exports, in which commands are typed; the budget."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LKIPNB_DATA", raising=False)
    lines = budget(data.path)
    sipd(Path("rekap-sipd.xlsx"), lines)
    rfk(Path("rfk.ods"), lines)
    lra(Path("lra.csv"), lines)
    return lines


def test_both_pages_show_the_same_commands():
    assert typed(PAGES[0]) == typed(PAGES[1])
    assert len(typed(PAGES[0])) == 6


def test_every_command_works_and_each_export_gives_the_same_budget(desk, data, capsys):
    for command in typed(PAGES[0]):
        assert main(command.split()[1:]) == 0, (command, capsys.readouterr())
        read = [[line[name] for name in NAMES] for line in budget(data.path)]
        assert [row[:2] for row in read] == [[line[n] for n in NAMES[:2]] for line in desk]
        assert [list(map(float, row[2:])) for row in read] == [
            [float(line[name]) for name in AMOUNTS] for line in desk
        ], command
    assert (data.path / "contoh" / "impor.yaml").is_file()
    assert Path("reports/contoh/2023/lkip.html").is_file()


NAMES = ("kode_rekening", "uraian", *AMOUNTS)
