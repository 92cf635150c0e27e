"""What this year's realisasi is compared with."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from lkipnb.nilai import Nilai, NotApplicable
from lkipnb.schemas.kolom import Baris, choice, code, count, measure, text


class Renstra(
    Baris,
    name="renstra",
    title="Target jangka menengah (Renstra)",
    key=("indikator", "tahun"),
    optional=True,
):
    """What an indicator should reach in a year of the Renstra."""

    indikator: str = code("Indikator yang ditargetkan", refers_to="indikator.kode", example="IKU-1")
    tahun: Decimal = count("Tahun target", "tahun", example="2022")
    target: Nilai = measure(
        "Target menurut Renstra; untuk indikator akumulasi: jumlah sejak awal Renstra sampai"
        " tahun itu",
        example="10",
    )


class Riwayat(
    Baris,
    name="riwayat",
    title="Target dan realisasi tahun-tahun lalu",
    key=("indikator", "tahun"),
    optional=True,
):
    """What an indicator promised and reached in a year without a folder of its own."""

    indikator: str = code("Indikator yang diukur", refers_to="indikator.kode", example="IKU-1")
    tahun: Decimal = count("Tahun yang lalu", "tahun", example="2018")
    target: Nilai | None = measure("Target tahun itu", example="5")
    realisasi: Nilai | NotApplicable | None = measure("Realisasi tahun itu", example="2.9")


class Standar(
    Baris,
    name="standar",
    title="Standar nasional atau daerah",
    key=("indikator", "lingkup"),
    optional=True,
):
    """A national or regional standard of an indicator."""

    indikator: str = code(
        "Indikator yang mempunyai standar", refers_to="indikator.kode", example="IKU-7"
    )
    lingkup: Literal["nasional", "provinsi", "kabupaten/kota"] = choice(
        "Lingkup standar", example="nasional"
    )
    nilai: Nilai = measure("Nilai standar, ditulis seperti target", example="100")
    sumber: str = text(
        "Dokumen yang menetapkan standar", example="Permendagri Nomor 100 Tahun 2018"
    )
