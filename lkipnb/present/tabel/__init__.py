"""The tables of the report, one method each; `lk.tabel` in a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from lkipnb.present.bahan import Bahan
from lkipnb.present.block import Tabel
from lkipnb.present.format import daftar
from lkipnb.present.tabel import anggaran, kinerja, lampiran, organisasi, perencanaan
from lkipnb.present.tabel.susun import Baris, Kolom, sebagai_csv, susun

Isi = tuple[Sequence[Kolom], Sequence[Baris]]

SOSIAL = "sosial"


class DaftarTabel:
    """Every table of the report, numbered within its chapter in the order of first mention."""

    def __init__(self, bahan: Bahan):
        self._bahan = bahan

    def pmks(self) -> Tabel | None:
        """None for an agency that is not in social affairs."""
        if self._bahan.data.profil.urusan != SOSIAL:
            return None
        return self._tabel(
            "pmks",
            "Jenis penyandang masalah kesejahteraan sosial",
            organisasi.pmks(self._bahan),
            sumber=self._peraturan("permensos-8-2012"),
        )

    def psks(self) -> Tabel | None:
        """None for an agency that is not in social affairs."""
        if self._bahan.data.profil.urusan != SOSIAL:
            return None
        return self._tabel(
            "psks",
            "Jenis potensi dan sumber kesejahteraan sosial",
            organisasi.psks(self._bahan),
            sumber=self._peraturan("permensos-8-2012"),
        )

    def pegawai_eselon(self) -> Tabel:
        return self._tabel(
            "pegawai-eselon",
            f"Pegawai negeri sipil menurut eselon dan pendidikan, {self._tahun}",
            organisasi.pegawai_eselon(self._bahan),
            "pegawai_eselon",
        )

    def pegawai_golongan(self) -> Tabel:
        return self._tabel(
            "pegawai-golongan",
            f"Pegawai negeri sipil menurut pendidikan dan golongan, {self._tahun}",
            organisasi.pegawai_golongan(self._bahan),
            "pegawai_golongan",
        )

    def aset(self) -> Tabel:
        return self._tabel("aset", f"Sarana dan prasarana kantor, {self._tahun}", organisasi.aset(self._bahan), "aset")

    def indikator(self) -> Tabel:
        return self._tabel(
            "indikator", "Indikator kinerja utama dan cara menghitungnya", perencanaan.indikator(self._bahan), "kinerja"
        )

    def kerangka(self) -> Tabel:
        return self._tabel(
            "kerangka", "Misi, tujuan, sasaran, strategi, dan kebijakan", perencanaan.kerangka(self._bahan), "kerangka"
        )

    def perjanjian_kinerja(self) -> Tabel:
        return self._tabel(
            "perjanjian-kinerja",
            f"Sasaran strategis, indikator, dan target tahun {self._tahun}",
            perencanaan.perjanjian_kinerja(self._bahan),
            "kinerja",
        )

    def capaian_iku(self) -> Tabel:
        return self._tabel(
            "capaian-iku",
            f"Capaian indikator kinerja utama tahun {self._tahun}",
            kinerja.capaian_iku(self._bahan),
            "kinerja",
        )

    def perbandingan(self) -> Tabel | None:
        """None when no earlier year has data."""
        if not self._bahan.riwayat:
            return None
        gaps = [str(year) for year in range(min(self._bahan.riwayat), self._tahun) if year not in self._bahan.riwayat]
        return self._tabel(
            "perbandingan",
            f"Realisasi dan capaian dibandingkan dengan tahun sebelumnya, {self._tahun}",
            kinerja.perbandingan(self._bahan),
            "kinerja",
            catatan=(f"Data tahun {daftar(gaps)} tidak ada.",) if gaps else (),
        )

    def skala(self) -> Tabel:
        return self._tabel(
            "skala", "Skala predikat capaian kinerja", kinerja.skala(self._bahan), sumber=self._bahan.skala.dasar
        )

    def capaian_sasaran(self) -> Tabel:
        return self._tabel(
            "capaian-sasaran",
            f"Capaian sasaran strategis tahun {self._tahun}",
            kinerja.capaian_sasaran(self._bahan),
            "kinerja",
        )

    def belanja(self) -> Tabel:
        return self._tabel(
            "belanja",
            f"Anggaran dan realisasi menurut kelompok belanja, {self._tahun}",
            anggaran.belanja(self._bahan),
            "belanja",
        )

    def program(self) -> Tabel:
        return self._tabel(
            "program",
            f"Realisasi belanja langsung per program, {self._tahun}",
            anggaran.program(self._bahan),
            "anggaran",
        )

    def anggaran(self) -> Tabel:
        return self._tabel(
            "anggaran",
            f"Realisasi belanja langsung per program dan kegiatan, {self._tahun}",
            anggaran.rincian(self._bahan),
            "anggaran",
        )

    def koreksi(self) -> Tabel:
        return self._tabel("koreksi", "Koreksi atas data tercetak", lampiran.koreksi(self._bahan))

    def kontradiksi(self) -> Tabel:
        return self._tabel("kontradiksi", "Pertentangan dalam dokumen sumber", lampiran.kontradiksi(self._bahan))

    def klaim(self) -> Tabel:
        return self._tabel("klaim", "Angka yang diklaim dokumen sumber dan hasil hitung", lampiran.klaim(self._bahan))

    def sumber_data(self) -> Tabel:
        return self._tabel("sumber-data", "Berkas yang dibaca", lampiran.sumber_data(self._bahan))

    def aturan(self) -> Tabel:
        return self._tabel("aturan", "Aturan yang dipakai", lampiran.aturan(self._bahan))

    def peraturan(self) -> Tabel:
        return self._tabel("peraturan", "Peraturan yang dirujuk", lampiran.peraturan(self._bahan))

    @property
    def _tahun(self) -> int:
        return self._bahan.data.tahun

    def _peraturan(self, kode: str) -> str:
        cited = self._bahan.data.peraturan
        return cited.loc[cited.kode == kode, "nama"].iloc[0]

    def _tabel(
        self,
        kunci: str,
        judul: str,
        isi: Isi,
        asal: str = "",
        *,
        sumber: str = "",
        catatan: tuple[str, ...] = (),
        lanskap: bool = False,
    ) -> Tabel:
        kolom, baris = isi
        return Tabel(
            kunci,
            self._bahan.nomor.tabel(kunci),
            judul,
            susun(kunci, kolom, baris),
            sebagai_csv(kolom, baris),
            sumber or self._bahan.data.profil.sumber.get(asal, ""),
            catatan,
            lanskap,
        )
