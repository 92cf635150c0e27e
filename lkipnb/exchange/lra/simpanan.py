"""How the exports of an agency are read, kept in `data/<opd>/impor.yaml`.

What is kept are the answers of a person and what was understood with them.  The next export is read
by the same rules and answers; where it is understood otherwise, nothing is guessed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from lkipnb.calculate.rekening import pengganti, ruas
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.lra.ekspor import Terbaca, baca
from lkipnb.exchange.lra.kolom import AMOUNTS, FISIK
from lkipnb.exchange.lra.lembar import huruf, tempat
from lkipnb.exchange.lra.pilihan import SEBUTAN, Pilihan, sebutan
from lkipnb.exchange.lra.pola import ANSWER, pola
from lkipnb.load.berkas import OUTSIDE, di_luar, isi, teks
from lkipnb.load.places import agency_path
from lkipnb.load.polos import TidakPolos, urai
from lkipnb.storage import place

FILE = "impor.yaml"
MOST_BYTES = 100_000
COMMENT = "# Cara membaca ekspor anggaran; diperbarui dengan: lkipnb import --lra BERKAS --simpan\n"
_LETTERS = r"[A-Z]{1,3}"
Letter = Annotated[str, Field(pattern=rf"^{_LETTERS}$")]
Letters = Annotated[str, Field(pattern=rf"^({_LETTERS}(\+{_LETTERS})*)?$", max_length=400)]
Name = Literal["kode", "uraian", "murni", "pagu", "realisasi", "persen", "fisik", "sumber"]
Text = Annotated[str, Field(max_length=2000)]


class Simpanan(BaseModel):
    """What is kept: the sheet and unit where a person named one, the headings by their letters, the
    columns of each quantity and which of them a person named, the unit of amounts and whether a
    person named it, and whether lines have codes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    lembar: Text | None = None
    unit: Text | None = None
    judul: dict[Letter, Text] = Field(min_length=1, max_length=400)
    kolom: dict[Name, Letters]
    disebut: tuple[Name, ...] = ()
    satuan: Annotated[int, Field(ge=1, le=1_000_000_000)]
    satuan_disebut: Literal[True] | None = None  # that a person named the unit
    tingkat: Literal["kode", "tanpa kode"]

    @field_validator("judul")
    @classmethod
    def _not_empty(cls, told: dict[str, str]) -> dict[str, str]:
        if not all(told.values()):
            raise ValueError("judul kolom tidak boleh kosong")
        return told

    @property
    def jawaban(self) -> dict[str, tuple[int, ...]]:
        """The columns that a person named."""
        return {SEBUTAN[name]: _places(self.kolom.get(name, "")) for name in self.disebut}


def tersimpan(data: Path, opd: str) -> Simpanan | None:
    """What is kept of an agency; None when nothing is.  Raises DataError when it is not sound."""
    home = agency_path(data, opd)
    path = home / FILE
    if not os.path.lexists(path):
        return None
    content, faults = isi(path, FILE, MOST_BYTES, home)
    text, undecoded = teks(content, FILE)
    if faults or undecoded:
        raise DataError([*faults, *undecoded])
    try:
        told = urai(text)
        return Simpanan.model_validate(told.isi)
    except TidakPolos as error:
        raise DataError([Fault(FILE, error.line, None, None, error.reason)]) from error
    except ValidationError as error:
        raise DataError(list(_faults(error, told.baris))) from error


def _faults(error: ValidationError, lines: Mapping[str, int]) -> Iterator[Fault]:
    for detail in error.errors():
        field = ".".join(str(part) for part in detail["loc"] if part != "[key]")
        value = detail["input"] if isinstance(detail["input"], str) else None
        told = f"isinya tidak sesuai; hapus {FILE}, lalu simpan lagi dengan --simpan"
        yield Fault(FILE, lines.get(field), field or None, value, told)


def baca_seperti(path: Path, kept: Simpanan, tahun: int | None) -> Terbaca:
    """Read an export as one before it.  Raises DataError when it is laid out or understood
    otherwise.
    """
    headings = {_places(letter)[0]: text for letter, text in kept.judul.items()}
    unit = kept.satuan if kept.satuan_disebut else None
    chosen = Pilihan(tahun, kept.lembar, kept.unit, unit, kept.jawaban, headings)
    try:
        read = baca(path, chosen)
    except UsageError as error:
        raise DataError([Fault(path.name, None, None, None, f"{error}; {ANSWER}")]) from error
    changed = list(_otherwise(kept, dari(read, chosen)))
    if changed:
        raise DataError([Fault(path.name, None, None, None, f"{'; '.join(changed)}; {ANSWER}")])
    return read


def dari(read: Terbaca, pilihan: Pilihan) -> Simpanan:
    """What is to be kept of a reading and the answers it was given."""
    year = pilihan.tahun or read.tahun or 0
    kinds = dict.fromkeys([*AMOUNTS, FISIK, *pilihan.kolom])
    places = {kind: read.pasangan.letak(kind) or read.judul.letak(kind) for kind in kinds}
    has_codes = not any(pengganti(ruas(line.kode)) for line in read.baris)
    return Simpanan.model_validate(
        {
            "lembar": pilihan.lembar,
            "unit": pilihan.unit,
            "judul": {huruf(at): text for at, text in pola(read.judul.teks, year).items()},
            "kolom": {sebutan(kind): _letters(columns) for kind, columns in places.items()},
            "disebut": [sebutan(kind) for kind in pilihan.kolom],
            "satuan": max(read.pasangan.pengali.values(), default=1),
            "satuan_disebut": True if pilihan.satuan else None,
            "tingkat": "kode" if has_codes else "tanpa kode",
        }
    )


def simpan(kept: Simpanan, data: Path, opd: str) -> Path:
    """Keep it for the agency.  Raises DataError when the file is a link that leads elsewhere."""
    home = agency_path(data, opd)
    if di_luar(home / FILE, home):
        raise DataError([Fault(FILE, None, None, None, OUTSIDE)])
    content = kept.model_dump(mode="json", exclude_none=True)
    plain = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=MOST_BYTES)
    place.put_file(home / FILE, f"{COMMENT}{plain}".encode())
    return home / FILE


def _otherwise(kept: Simpanan, now: Simpanan) -> Iterator[str]:
    """What is understood otherwise than before, although the headings are the same."""
    for name in dict.fromkeys([*kept.kolom, *now.kolom]):
        old, new = (told.kolom.get(name, "") or "tidak ada" for told in (kept, now))
        if old != new:
            yield f"kolom {name} dahulu {old}, sekarang {new}"
    for what, before, after in (
        ("satuan", kept.satuan, now.satuan),
        ("tingkat baris menurut", kept.tingkat, now.tingkat),
    ):
        if before != after:
            yield f"{what} dahulu {before}, sekarang {after}"


def _letters(places: Iterable[int]) -> str:
    return "+".join(map(huruf, places))


def _places(letters: str) -> tuple[int, ...]:
    found = (tempat(letter) for letter in letters.split("+"))
    return tuple(at for at in found if at is not None)
