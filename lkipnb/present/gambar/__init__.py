"""The pictures of the report, one method each; `lk.gambar` in a notebook."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.block import Gambar
from lkipnb.present.gambar import anggaran, bagan, capaian, pegawai
from lkipnb.present.gambar.svg import render


class DaftarGambar:
    """Every picture of the report, numbered within its chapter in the order of first mention."""

    def __init__(self, bahan: Bahan):
        self._bahan = bahan

    def bagan_organisasi(self) -> Gambar:
        nama = self._bahan.data.profil.nama_lengkap
        return self._gambar(
            "bagan-organisasi", f"Susunan organisasi {nama}", bagan.gambar(self._bahan), bagan.alt(self._bahan), "unit"
        )

    def pegawai_susunan(self) -> Gambar:
        alt = pegawai.alt(self._bahan)
        return self._chart(
            "pegawai-susunan",
            f"Pegawai menurut eselon dan pendidikan, {self._bahan.data.tahun}",
            pegawai.susunan(self._bahan),
            alt,
            "pegawai_eselon",
        )

    def capaian_iku(self) -> Gambar:
        return self._chart(
            "capaian-iku",
            f"Capaian indikator terhadap skala predikat, {self._bahan.data.tahun}",
            capaian.chart(self._bahan),
            capaian.alt(self._bahan),
            "kinerja",
            catatan=(capaian.keterangan(self._bahan),),
        )

    def anggaran_program(self) -> Gambar:
        return self._chart(
            "anggaran-program",
            f"Pagu dan realisasi per program, {self._bahan.data.tahun}",
            anggaran.program(self._bahan),
            anggaran.program_alt(self._bahan),
            "anggaran",
            catatan=("Batang muda: pagu; batang tua: realisasi.",),
        )

    def serapan_kegiatan(self) -> Gambar:
        return self._chart(
            "serapan-kegiatan",
            f"Serapan tiap kegiatan, dari yang terendah, {self._bahan.data.tahun}",
            anggaran.serapan(self._bahan),
            anggaran.serapan_alt(self._bahan),
            "anggaran",
            catatan=("Garis putus-putus: serapan seluruh belanja langsung.",),
        )

    def _chart(self, kunci: str, judul: str, chart, alt: str, asal: str, catatan: tuple[str, ...] = ()) -> Gambar:
        return self._gambar(kunci, judul, render(chart, kunci, alt), alt, asal, catatan, chart.to_dict())

    def _gambar(
        self,
        kunci: str,
        judul: str,
        svg: str,
        alt: str,
        asal: str,
        catatan: tuple[str, ...] = (),
        spec: dict | None = None,
    ) -> Gambar:
        return Gambar(
            kunci,
            self._bahan.nomor.gambar(kunci),
            judul,
            svg,
            alt,
            self._bahan.data.profil.sumber.get(asal, ""),
            catatan,
            spec,
        )
