"""A chart whose selection is heard: drawn from what is installed, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lkipnb.explore.grafik import PILIH, SEMATAN

if TYPE_CHECKING:
    import altair as alt
    import ipywidgets


def bagan(chart: alt.LayerChart, terpilih: Callable[[str], None]) -> ipywidgets.Widget:
    """The chart; `terpilih` is called with the code that a click names, empty for none."""
    import altair as alt

    alt.JupyterChart.enable_offline()
    shown = alt.JupyterChart(chart, embed_options=dict(SEMATAN))
    shown.selections.observe(lambda change: terpilih(_code(change["new"])), PILIH)
    return shown


def _code(selection: Any) -> str:
    """The code of the first thing that is selected."""
    for each in selection.value or ():
        if isinstance(each, Mapping):
            return str(each.get("kode", ""))
    return ""
