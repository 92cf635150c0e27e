"""The one chart of a recapitulation: the mean capaian of each agency beside its serapan."""

from __future__ import annotations

from lkipnb.batch.region import Region, number
from lkipnb.batch.summary import Summary
from lkipnb.present.format import persen
from lkipnb.present.gambar.lembar import lembar
from lkipnb.present.gambar.svg import render
from lkipnb.present.gambar.tema import AKSEN

ALT = "Rata-rata capaian setiap instansi dalam persen, dari yang terendah."


def chart(region: Region) -> str:
    """The chart as SVG, the lowest first; nothing where no agency has a capaian."""
    known = [one for one in region.jadi if one.capaian_persen is not None]
    if not known:
        return ""
    import altair as alt

    known.sort(key=lambda one: number(one.capaian_persen) or 0)
    sheet = lembar([f"{one.nama} ({one.opd})" for one in known], [_words(one) for one in known])
    heights = [float(one.capaian_persen or 0) for one in known]
    frame = sheet.data([{"capaian": height} for height in heights])
    bars = alt.Chart(frame).mark_bar(orient="horizontal", height=14, color=AKSEN)
    axis = alt.Axis(title="capaian (%)", tickCount=5)
    low, high = min(0.0, *heights), max(100.0, *heights)
    drawn = bars.encode(x=sheet.x("capaian", low, high, axis), y=sheet.y())
    return render(sheet.lukis(drawn).to_dict(validate=False), "rekap", ALT)


def _words(one: Summary) -> str:
    words = persen(number(one.capaian_persen))
    if one.serapan_persen is None:
        return words
    return f"{words}; serapan {persen(number(one.serapan_persen))}"
