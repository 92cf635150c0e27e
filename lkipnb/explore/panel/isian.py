"""Labelled inputs, wide enough for Indonesian words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkipnb.load.numbers import read

if TYPE_CHECKING:
    import ipywidgets

SEMUA = "(semua)"
LABEL = {"description_width": "12em"}
WIDE = {"width": "min(100% - 8px, 40em)"}
Change = dict[str, Any]


def pilih(
    label: str, options: Iterable[str] | Mapping[str, str], value: str
) -> ipywidgets.Dropdown:
    """A list to choose one from."""
    import ipywidgets as widgets

    entries = list(options.items()) if isinstance(options, Mapping) else list(options)
    return widgets.Dropdown(
        options=entries, value=value, description=label, style=LABEL, layout=WIDE
    )


def pilih_atau_semua(label: str, names: Iterable[str]) -> ipywidgets.Dropdown:
    """A list whose first entry, with an empty value, leaves nothing out."""
    known = dict.fromkeys(name for name in names if name)
    return pilih(label, {SEMUA: "", **{name: name for name in known}}, "")


def teks(label: str, petunjuk: str = "") -> ipywidgets.Text:
    """A text that is heard when it is typed to its end."""
    import ipywidgets as widgets

    return widgets.Text(
        description=label,
        placeholder=petunjuk,
        continuous_update=False,
        style=LABEL,
        layout=WIDE,
    )


def bilangan(text: str) -> Decimal | None:
    """The number that was typed; None for nothing typed.  Raises NotANumber."""
    if not text.strip():
        return None
    return read(text.strip())


def saat_berubah(call: Callable[[], None], *inputs: ipywidgets.Widget) -> None:
    """Call whenever the value of one of the inputs is another."""
    for each in inputs:
        each.observe(lambda change: call(), "value")


def berjajar(inputs: Iterable[ipywidgets.Widget]) -> ipywidgets.HBox:
    """Inputs beside each other, as many as the page is wide enough for."""
    import ipywidgets as widgets

    return widgets.HBox(list(inputs), layout={"flex_flow": "row wrap"})
