"""Parameters as papermill hands them on."""

from __future__ import annotations

import pytest

from lkipnb.errors import UsageError
from lkipnb.present import parameter

DECLARED = 'opd: str = "kecil"\ntahun: int = 2023'


def test_a_year_as_text_is_a_year():
    assert parameter.tahun("2020") == parameter.tahun(2020) == 2020


@pytest.mark.parametrize("given", ["dua ribu", "", "²", True, 2020.5])
def test_what_is_no_year_is_refused(given):
    with pytest.raises(UsageError, match="diharapkan empat angka"):
        parameter.tahun(given)


def test_an_injected_name_that_no_cell_declares_is_refused(monkeypatch):
    cells = ["", DECLARED, '# Parameters\ntahun = 2020\nodp = "x"\n', "import lkipnb"]
    monkeypatch.setattr(parameter, "cells_run", lambda: cells)
    with pytest.raises(UsageError, match="Parameter “odp” tidak dikenal; yang ada: opd, tahun"):
        parameter.tolak_tak_dikenal()


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [DECLARED, "lk = 1"],
        [DECLARED, "# Parameters\ntahun = 2020\n", "%matplotlib inline"],
        ["%%narasi\nx = =", DECLARED, '# Parameters\nopd = "x"\n'],
    ],
)
def test_what_is_declared_passes(cells, monkeypatch):
    monkeypatch.setattr(parameter, "cells_run", lambda: cells)
    parameter.tolak_tak_dikenal()
