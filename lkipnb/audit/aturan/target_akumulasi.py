"""The target of a year of an indicator that adds up is the step of its Renstra."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.calculate.renstra import AKUMULASI, rencana, tambahan
from lkipnb.schemas import Indikator, Kinerja, Renstra

ID = "target-akumulasi"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    kinds = {row.kode: row for row in materi.baris(Indikator)}
    renstra = materi.baris(Renstra)
    for row in materi.baris(Kinerja):
        kind = kinds.get(row.indikator)
        if kind is None or kind.sifat_target != AKUMULASI or not isinstance(row.target, Decimal):
            continue
        plan = rencana(row.indikator, renstra)
        step = tambahan(plan, kind.nilai_awal, materi.data.tahun)
        whole = plan.get(materi.data.tahun)
        # Any other target may be a choice of the year; the whole sum for one year is not.
        if step is None or row.target != whole or row.target == step:
            continue
        yield Temuan(
            ID,
            PERINGATAN,
            "kinerja.csv",
            row.baris,
            "target",
            polos(row.target),
            polos(step),
            f"target {row.indikator} {sebut(row.target)} adalah jumlah target Renstra sejak awal"
            f" periode; tambahan untuk tahun {materi.data.tahun} saja {sebut(step)}",
            "target kumulatif dipakai sebagai target setahun",
            f"tulis {sebut(step)}, atau ubah sifat_target menjadi tahunan bila nilainya memang"
            " tidak dijumlahkan",
            kunci=f"indikator={row.indikator}",
        )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Target setahun bukan target kumulatif Renstra",
    "Hitungan: untuk indikator akumulasi target setahun ialah selisih dua target Renstra",
    "Renstra menyebut jumlah sejak awal periode. Bila jumlah itu dipakai sebagai target setahun,"
    " capaiannya jauh lebih rendah daripada yang sebenarnya.",
    ("indikator", "kinerja", "renstra"),
    periksa=_periksa,
    utuh=("indikator", "kinerja", "renstra"),
)
