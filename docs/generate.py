"""Makes the generated pages of docs/: the calculation cases and the data dictionary."""

from __future__ import annotations

from pathlib import Path

import yaml

from lkipnb.model import Profil, fields
from lkipnb.schemas import REFERENCE_TABLES, YEAR_TABLES, Column, Table

DOCS = Path(__file__).parent
SPECS = DOCS.parent / "tests" / "spec"
SUBJECTS = (
    "realisasi",
    "triwulan",
    "capaian",
    "target_nol",
    "predikat",
    "rata_rata",
    "renstra",
    "efisiensi",
    "serapan",
    "jenjang_anggaran",
)


def calculation_cases() -> str:
    """Every case of `tests/spec/`, as tables that an auditor can check by hand."""
    parts = [
        "# Kasus perhitungan",
        "",
        "Setiap baris adalah satu pengujian yang dijalankan terhadap program. Berkas ini dibuat dari "
        "`tests/spec/*.yaml` oleh `make docs`; jangan disunting langsung.",
        "",
    ]
    for subject in SUBJECTS:
        content = yaml.safe_load((SPECS / f"{subject}.yaml").read_text(encoding="utf-8"))
        parts += [
            f"## {content['judul']}",
            "",
            content["pengantar"].strip(),
            "",
            _row(["kasus", *content["kolom"]]),
            _row(["---"] * (1 + len(content["kolom"]))),
        ]
        parts += [
            _row([case["nama"], *(_cell(case.get(name, "")) for name in content["kolom"])]) for case in content["kasus"]
        ]
        parts.append("")
    return "\n".join(parts)


def data_dictionary() -> str:
    """Every table and column, from the schemas."""
    parts = [
        "# Kamus data",
        "",
        "Tiap tahun tiap instansi adalah satu folder `data/<opd>/<tahun>/` yang berisi tabel-tabel ini sebagai "
        "CSV (UTF-8, pemisah koma, satu baris judul). Berkas ini dibuat dari `lkipnb/schemas/` oleh "
        "`make docs`; jangan disunting langsung.",
        "",
        "Sel kosong berarti *belum dilaporkan*, `n/a` berarti *tidak berlaku*, `0` dan `-` berarti nol.",
        "",
    ]
    parts += _profile()
    for table in (*YEAR_TABLES.values(), *REFERENCE_TABLES.values()):
        parts += _table(table)
    return "\n".join(parts)


def _profile() -> list[str]:
    rows = [_row([f"`{name}`", meaning]) for name, meaning in fields(Profil).items()]
    return ["## Profil instansi", "", "`profil.yaml`.", "", _row(["isian", "arti"]), _row(["---"] * 2), *rows, ""]


def _table(table: Table) -> list[str]:
    return [
        f"## {table.title}",
        "",
        f"`{table.file}`{' (boleh tidak ada)' if table.optional else ''}. Kunci: `{', '.join(table.key)}`.",
        "",
        _row(["kolom", "jenis", "satuan", "wajib", "arti", "contoh"]),
        _row(["---"] * 6),
        *(_row(_column(column)) for column in table.columns),
        "",
    ]


def _column(column: Column) -> list[str]:
    meaning = column.meaning
    if column.choices:
        meaning += f". Pilihan: {', '.join(column.choices)}"
    if column.refers_to:
        meaning += f". Menunjuk `{column.refers_to}`"
    return [f"`{column.name}`", column.kind, column.unit, "tidak" if column.optional else "ya", meaning, column.example]


def _cell(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{_cell(name)}: {_cell(item)}" for name, item in value.items())
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    return "–" if value is None else str(value)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


PAGES = {"calculation-cases.md": calculation_cases, "data-dictionary.md": data_dictionary}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name}")
