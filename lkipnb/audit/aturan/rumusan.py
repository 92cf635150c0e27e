"""The same sasaran and the same indicator are worded the same wherever they stand."""

import difflib
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan

SASARAN, NAMA = "rumusan-sasaran", "nama-indikator"
MIRIP = 0.75


def _plain(text: str | None) -> str:
    return " ".join((text or "").lower().replace(",", " ").split())


def _goals(materi: Materi) -> Iterator[Temuan]:
    planned = {
        _plain(row["uraian"]): row
        for row in materi.baris("kerangka")
        if row["jenjang"] == "sasaran"
    }
    others = {
        _plain(row["uraian"]): row
        for row in materi.baris("kerangka")
        if row["jenjang"] != "sasaran"
    }
    for row in materi.baris("sasaran"):
        own = _plain(row["uraian"])
        if not planned or own in planned:
            continue
        near = difflib.get_close_matches(own, planned, n=1, cutoff=MIRIP)
        elsewhere = difflib.get_close_matches(own, others, n=1, cutoff=MIRIP)
        like = planned[near[0]] if near else others[elsewhere[0]] if elsewhere else None
        yield Temuan(
            SASARAN,
            PERINGATAN if near else CATATAN,
            "sasaran.csv",
            row["baris"],
            "uraian",
            row["uraian"],
            planned[near[0]]["uraian"] if near else None,
            f"sasaran {row['kode']} tidak berbunyi sama dengan sasaran mana pun dalam kerangka",
            f"mirip dengan {like['jenjang']} {like['kode']}, “{like['uraian']}”" if like else "",
            "samakan rumusannya di Perjanjian Kinerja dan Renstra",
            kunci=f"kode={row['kode']}",
        )


def _names(materi: Materi) -> Iterator[Temuan]:
    """A name that stands twice; a name that differs a little from last year's under the
    same code.
    """
    seen: dict[str, dict] = {}
    before = (
        {}
        if materi.lalu is None
        else {row["kode"]: row["nama"] for row in materi.lalu.to_dict("records")}
    )
    for row in materi.baris("indikator"):
        own = _plain(row["nama"])
        place = ("indikator.csv", row["baris"], "nama", row["nama"])
        if own in seen:
            told = f"{row['kode']} bernama sama dengan {seen[own]['kode']}"
            yield Temuan(
                NAMA,
                PERINGATAN,
                *place,
                None,
                told,
                "",
                "bedakan namanya",
                kunci=f"kode={row['kode']}",
            )
        seen.setdefault(own, row)
        last = before.get(row["kode"])
        if last and _plain(last) != own:
            near = difflib.SequenceMatcher(None, _plain(last), own).ratio() >= MIRIP
            told = f"{row['kode']} tahun lalu bernama “{last}”"
            cause = "mungkin salah ketik" if near else "indikator berganti nama"
            yield Temuan(
                NAMA,
                CATATAN,
                *place,
                last,
                told,
                cause,
                "pastikan namanya",
                kunci=f"kode={row['kode']}",
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
