"""The pictures of the report, one method each; `lk.gambar` in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lkipnb.present.bahan import Bahan, nomor_sasaran, perlu
from lkipnb.present.block import Gambar
from lkipnb.present.gambar import anggaran, bagan, capaian, evaluasi, pegawai, pilih
from lkipnb.present.gambar.pilih import Rows
from lkipnb.present.gambar.svg import render


class DaftarGambar:
    """Every picture of the report, numbered within its chapter in the order of first mention."""

    def __init__(self, bahan: Bahan):
        self._bahan = bahan

    @perlu("unit")
    def bagan_organisasi(self) -> Gambar | None:
        nama = self._bahan.data.profil.nama_lengkap
        return self._gambar(
            "bagan-organisasi", f"Susunan organisasi {nama}", bagan.gambar(self._bahan), bagan.alt(self._bahan), "unit"
        )

    @perlu("pegawai_eselon")
    def pegawai_susunan(self) -> Gambar | None:
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
            catatan=capaian.keterangan(self._bahan),
        )

    def target(self, sasaran: str) -> Gambar | None:
        """Realisasi beside the target; None where nothing is measured."""
        return self._evaluasi(
            "target",
            sasaran,
            f"Realisasi dan target {self._bahan.data.tahun}",
            evaluasi.target_data(self._bahan, sasaran),
            evaluasi.target_chart,
            evaluasi.target_alt,
            ("Garis tegak: target. Tiap indikator digambar dengan skalanya sendiri.",),
        )

    def tren(self, sasaran: str) -> Gambar | None:
        """Realisasi over the years; None where no indicator has two years."""
        years = range(min(self._bahan.hasil.lampau, default=self._bahan.data.tahun), self._bahan.data.tahun + 1)
        return self._evaluasi(
            "tren",
            sasaran,
            f"Perkembangan realisasi {years[0]} sampai {years[-1]}",
            evaluasi.trend_data(self._bahan, sasaran),
            partial(evaluasi.trend_chart, years=years),
            evaluasi.trend_alt,
            ("Sumbu tegak tiap indikator berbeda dan tidak mulai dari nol.",),
            evaluasi.MOST_PANELS,
        )

    def renstra(self, sasaran: str) -> Gambar | None:
        """Progress to the medium-term target; None where none is known."""
        return self._evaluasi(
            "renstra",
            sasaran,
            "Kemajuan terhadap target akhir Renstra",
            evaluasi.progress_data(self._bahan, sasaran),
            evaluasi.progress_chart,
            evaluasi.progress_alt,
            ("Garis putus-putus: target akhir Renstra (100%).",),
        )

    def efisiensi(self, sasaran: str) -> Gambar | None:
        """Capaian against absorption; None where the two are not known together."""
        return self._evaluasi(
            "efisiensi",
            sasaran,
            "Capaian dan serapan",
            evaluasi.efficiency_data(self._bahan, sasaran),
            evaluasi.efficiency_chart,
            evaluasi.efficiency_alt,
            ("Lingkaran: capaian; belah ketupat: serapan.",),
        )

    @perlu("anggaran")
    def anggaran_program(self) -> Gambar | None:
        return self._chart(
            "anggaran-program",
            f"Pagu dan realisasi per program, {self._bahan.data.tahun}",
            anggaran.program(self._bahan),
            anggaran.program_alt(self._bahan),
            "anggaran",
            catatan=anggaran.program_keterangan(self._bahan),
        )

    @perlu("anggaran")
    def serapan_kegiatan(self) -> Gambar | None:
        return self._chart(
            "serapan-kegiatan",
            f"Serapan dari yang terendah, {self._bahan.data.tahun}",
            anggaran.serapan(self._bahan),
            anggaran.serapan_alt(self._bahan),
            "anggaran",
            catatan=anggaran.serapan_keterangan(self._bahan),
        )

    def _evaluasi(
        self,
        kunci: str,
        sasaran: str,
        judul: str,
        rows: Rows,
        draw: Callable[[Rows], object],
        alt: Callable[[Rows], str],
        catatan: tuple[str, ...],
        terbanyak: int = pilih.TERBANYAK,
    ) -> Gambar | None:
        """A picture of the indicators of one sasaran; None where there is nothing to draw."""
        if not rows:
            return None
        measure = "capaian_persen" if "capaian_persen" in rows[0] else "kemajuan_persen"
        shown = pilih.terendah(rows, measure, terbanyak)
        notes = (*catatan, *pilih.catatan(len(rows), len(shown), "indikator"))
        n = nomor_sasaran(self._bahan)[sasaran]
        return self._chart(f"{kunci}-sasaran-{n}", f"{judul}, sasaran {n}", draw(shown), alt(shown), "kinerja", notes)

    def _chart(
        self, kunci: str, judul: str, chart, alt: str, asal: str, catatan: tuple[str, ...] = ()
    ) -> Gambar | None:
        # The charts are the same for any data, and tests validate them; doing it again takes as long as drawing.
        spec = chart.to_dict(validate=False)
        return self._gambar(kunci, judul, render(spec, kunci, alt), alt, asal, catatan, spec)

    def _gambar(
        self,
        kunci: str,
        judul: str,
        svg: str,
        alt: str,
        asal: str,
        catatan: tuple[str, ...] = (),
        spec: dict | None = None,
    ) -> Gambar | None:
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
