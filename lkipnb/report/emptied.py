"""A kernel between two chapters, as if it had just begun: in the process of the kernel.

A chapter gives the same whether others ran before it or not; else one that is run alone, because
it alone has changed, could give something else than in a whole run.
"""

from __future__ import annotations

import decimal
import locale
import os
import random
import sys
import warnings
from pathlib import Path
from typing import Any

# What says how frames are shown and reckoned; its other options choose libraries.
_OF_PANDAS = r"^(display|future|mode|styler)\."
_START: dict[str, Any] = {}


def remember() -> None:
    """What each chapter shall find: called once, when the libraries are imported."""
    import altair

    registries = (altair.data_transformers, altair.renderers, altair.theme)
    _START.update(
        environ=dict(os.environ),
        folder=Path.cwd(),
        path=list(sys.path),
        decimal=decimal.getcontext().copy(),
        locale=locale.setlocale(locale.LC_ALL),
        random=random.getstate(),
        warnings=list(warnings.filters),
        altair=[(registry, registry.active) for registry in registries],
    )


def restore() -> None:
    """Take back what a chapter set for the whole process: options of pandas and Altair, the context
    of decimals, the locale, the environment, the folder, the path, the state of chance.
    """
    import pandas

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # reset warns of options that pandas itself will drop
        pandas.reset_option(_OF_PANDAS)
    for registry, name in _START["altair"]:
        registry.enable(name)
    decimal.setcontext(_START["decimal"].copy())
    locale.setlocale(locale.LC_ALL, _START["locale"])
    random.setstate(_START["random"])
    warnings.filters[:] = _START["warnings"]  # type: ignore[index]
    os.environ.clear()
    os.environ.update(_START["environ"])
    os.chdir(_START["folder"])
    sys.path[:] = _START["path"]
