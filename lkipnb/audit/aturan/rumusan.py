"""The same sasaran and the same indicator are worded the same wherever they stand."""

import difflib
from collections.abc import Iterator, Mapping

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan
from lkipnb.schemas import Indikator, Kerangka, Sasaran

SASARAN, NAMA = "rumusan-sasaran", "nama-indikator"
MIRIP = 0.75


def _plain(text: str | None) -> str:
    return " ".join((text or "").lower().replace(",", " ").split())


def _goals(materi: Materi) -> Iterator[Temuan]:
    items = materi.baris(Kerangka)
    planned = {_plain(row.uraian): row for row in items if row.jenjang == "sasaran"}
    others = {_plain(row.uraian): row for row in items if row.jenjang != "sasaran"}
    for row in materi.baris(Sasaran) if planned else ():
        own = _plain(row.uraian)
        if own not in planned:
            near = _most_like(own, planned)
            yield _other_goal(row, near, near or _most_like(own, others))


def _most_like(own: str, items: Mapping[str, Kerangka]) -> Kerangka | None:
    near = difflib.get_close_matches(own, items, n=1, cutoff=MIRIP)
    return items[near[0]] if near else None


def _other_goal(row: Sasaran, near: Kerangka | None, like: Kerangka | None) -> Temuan:
    """A sasaran that no sasaran of the plan is worded like; `like` is what it resembles."""
    cause = f"mirip dengan {like.jenjang} {like.kode}, “{like.uraian}”" if like else ""
    return Temuan(
        SASARAN,
        PERINGATAN if near else CATATAN,
        "sasaran.csv",
        row.baris,
        "uraian",
        row.uraian,
        near.uraian if near else None,
        f"sasaran {row.kode} tidak berbunyi sama dengan sasaran mana pun dalam kerangka",
        cause,
        "samakan rumusannya di Perjanjian Kinerja dan Renstra",
        kunci=f"kode={row.kode}",
    )


def _names(materi: Materi) -> Iterator[Temuan]:
    """A name that stands twice; a name that differs from last year's under the same code."""
    seen: dict[str, Indikator] = {}
    before = _last_names(materi)
    for row in materi.baris(Indikator):
        own = _plain(row.nama)
        first = seen.setdefault(own, row)
        if first is not row:
            told = f"{row.kode} bernama sama dengan {first.kode}"
            yield _of_name(row, PERINGATAN, None, told, "", "bedakan namanya")
        last = before.get(row.kode)
        if last and _plain(last) != own:
            near = difflib.SequenceMatcher(None, _plain(last), own).ratio() >= MIRIP
            told = f"{row.kode} tahun lalu bernama “{last}”"
            cause = "mungkin salah ketik" if near else "indikator berganti nama"
            yield _of_name(row, CATATAN, last, told, cause, "pastikan namanya")


def _last_names(materi: Materi) -> dict[str, str]:
    if materi.lalu is None:
        return {}
    return {past.kode: past.nama for past in materi.lalu}


def _of_name(
    row: Indikator, tingkat: str, right: str | None, pesan: str, sebab: str, saran: str
) -> Temuan:
    return Temuan(
        NAMA,
        tingkat,
        "indikator.csv",
        row.baris,
        "nama",
        row.nama,
        right,
        pesan,
        sebab,
        saran,
        kunci=f"kode={row.kode}",
    )


ATURAN = (
    Aturan(
        SASARAN,
        PERINGATAN,
        "Sasaran berbunyi sama di Perjanjian Kinerja dan Renstra",
        "PermenPANRB 53/2014, Lampiran III: sasaran laporan sesuai dengan sasaran perjanjian dan"
        " rencana",
        "Sasaran yang hampir sama bunyinya biasanya sasaran yang sama yang salah salin.",
        ("sasaran", "kerangka"),
        periksa=_goals,
    ),
    Aturan(
        NAMA,
        PERINGATAN,
        "Indikator bernama sama di mana-mana",
        "PermenPANRB 53/2014: indikator yang sama dari perencanaan sampai laporan",
        "Nama yang dipakai dua indikator membingungkan; nama yang berubah dari tahun lalu dicatat.",
        ("indikator",),
        periksa=_names,
    ),
)
