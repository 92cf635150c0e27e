"""A scenario as a small text file: plain YAML, data and never code."""

from __future__ import annotations

from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lkipnb.errors import UsageError, quote
from lkipnb.explore.andaian import Andaian
from lkipnb.load.andaian import MOST_CHARACTERS, Andai
from lkipnb.load.polos import TidakPolos, urai

MOST_BYTES = 100_000
MOST_NAME = 60
MOST_CELLS = 500
ENDING = ".andaian.yaml"
_FORM = "diharapkan isian andaian, opd, tahun, dan perubahan (tabel, kunci, kolom, nilai)"
_Teks = Annotated[str, Field(max_length=MOST_CHARACTERS)]


class _Isi(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Sel(_Isi):
    tabel: _Teks
    kunci: _Teks | None = None
    kolom: _Teks
    nilai: _Teks | None = None


class _Berkas(_Isi):
    andaian: Annotated[str, Field(min_length=1, max_length=MOST_NAME)]
    opd: _Teks
    tahun: int
    perubahan: Annotated[tuple[_Sel, ...], Field(max_length=MOST_CELLS)] = ()


def tulis(andaian: Andaian) -> str:
    """The text of the file of a scenario; `baca` gives the same scenario again."""
    content = {
        "andaian": andaian.nama,
        "opd": andaian.opd,
        "tahun": andaian.tahun,
        "perubahan": [vars(each) for each in andaian.andai],
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def baca(content: bytes) -> Andaian:
    """The scenario in a file.  Raises UsageError, saying why, for anything that is none."""
    if len(content) > MOST_BYTES:
        raise UsageError(f"Berkas andaian terlalu besar; paling banyak {MOST_BYTES} bita.")
    try:
        told = _Berkas.model_validate(urai(content.decode("utf-8-sig")).isi)
    except UnicodeDecodeError:
        raise UsageError("Berkas andaian tidak terbaca: diharapkan teks UTF-8.") from None
    except TidakPolos as error:
        where = f", baris {error.line}" if error.line else ""
        raise UsageError(f"Berkas andaian tidak terbaca{where}: {error.reason}.") from None
    except ValidationError as error:
        field = ".".join(map(str, error.errors()[0]["loc"])) or "isinya"
        raise UsageError(f"Berkas andaian tidak sesuai pada {quote(field)}; {_FORM}.") from None
    cells = [
        Andai(each.tabel, each.kunci or "", each.kolom, each.nilai or "") for each in told.perubahan
    ]
    return Andaian(told.andaian, told.opd, told.tahun, tuple(cells))


def nama_berkas(nama: str) -> str:
    """The name of the file of a scenario: letters, digits and hyphens of its name."""
    plain = "".join(char if char.isalnum() else "-" for char in nama.lower())
    joined = "-".join(part for part in plain.split("-") if part)
    return (joined[:MOST_NAME] or "tanpa-nama") + ENDING
