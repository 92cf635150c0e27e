"""What an import says of the formulas of an Excel file."""

from __future__ import annotations

from pathlib import Path

from lkipnb.bahasa import say


def say_formulas(path: Path) -> None:
    """Which cells count by what Excel stored for their formula; nothing of a CSV."""
    from lkipnb.load.xlsx import rumus

    for note in rumus(path) if path.suffix.lower() == ".xlsx" else ():
        say(f"Rumus Excel dibaca menurut hasilnya: {note}.")
