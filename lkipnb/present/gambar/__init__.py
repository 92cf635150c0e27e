"""The pictures of the report, one method each; `lk.gambar` in a notebook."""

from __future__ import annotations

from collections.abc import Callable

from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, nomor_sasaran, perlu
from lkipnb.present.block import Gambar
from lkipnb.present.gambar import anggaran, bagan, capaian, evaluasi, pegawai, pilih, tren
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
            "bagan-organisasi",
            f"Susunan organisasi {nama}",
            bagan.gambar(self._bahan),
            bagan.alt(self._bahan),
            "unit",
        )

    @perlu("pegawai_eselon")
    def pegawai_susunan(self) -> Gambar | None:
        """None where there is one echelon only."""
        if self._bahan.data.pegawai_eselon.eselon.nunique() < PALING_SEDIKIT:
            return None
        alt = pegawai.alt(self._bahan)
        return self._chart(
            "pegawai-susunan",
            f"Pegawai menurut eselon dan pendidikan, {self._bahan.data.tahun}",
            pegawai.susunan(self._bahan),
            alt,
            "pegawai_eselon",
        )

    def capaian_iku(self) -> Gambar | None:
        """None where too few indicators have a capaian."""
        if self._bahan.hasil.capaian.capaian_persen.notna().sum() < PALING_SEDIKIT:
            return None
        return self._chart(
            "capaian-iku",
            f"Capaian indikator terhadap skala predikat, {self._bahan.data.tahun}",
            capaian.chart(self._bahan),
            capaian.alt(self._bahan),
            "kinerja",
            catatan=capaian.keterangan(self._bahan),
        )

    def target(self, sasaran: str) -> Gambar | None:
        """Realisasi beside the target; None where too few are measured."""
        return self._berbaris(
            "target",
            sasaran,
            f"Realisasi dan target {self._bahan.data.tahun}",
            evaluasi.target_data(self._bahan, sasaran),
            evaluasi.target_chart,
            evaluasi.target_alt,
            lambda shown: (
                "Garis tegak: target. Tiap indikator digambar dengan skalanya sendiri.",
            ),
        )

    def tren(self, sasaran: str) -> Gambar | None:
        """Realisasi over the years; None where no indicator has enough years."""
        rows = tren.data(self._bahan, sasaran)
        if not rows:
            return None
        years = range(
            min(self._bahan.hasil.lampau, default=self._bahan.data.tahun),
            self._bahan.data.tahun + 1,
        )
        shown = tren.terbanyak(rows, years)
        judul = f"Perkembangan realisasi {years[0]} sampai {years[-1]}"
        notes = (
            "Sumbu tegak tiap indikator berbeda dan tidak mulai dari nol.",
            *pilih.catatan(len(rows), len(shown), "indikator"),
        )
        return self._evaluasi(
            "tren", sasaran, judul, tren.chart(shown, years), tren.alt(shown), notes
        )

    def renstra(self, sasaran: str) -> Gambar | None:
        """Progress to the medium-term target; None where it is known of too few."""
        return self._berbaris(
            "renstra",
            sasaran,
            "Kemajuan terhadap target akhir Renstra",
            evaluasi.progress_data(self._bahan, sasaran),
            evaluasi.progress_chart,
            evaluasi.progress_alt,
            lambda shown: ("Garis putus-putus: target akhir Renstra (100%).",),
            "kemajuan_persen",
        )

    def efisiensi(self, sasaran: str) -> Gambar | None:
        """Capaian against absorption; None where too few have both."""
        return self._berbaris(
            "efisiensi",
            sasaran,
            "Capaian dan serapan",
            evaluasi.efficiency_data(self._bahan, sasaran),
            evaluasi.efficiency_chart,
            evaluasi.efficiency_alt,
            evaluasi.efficiency_notes,
        )

    @perlu("anggaran")
    def anggaran_program(self) -> Gambar | None:
        """None where there are too few programmes."""
        if len(anggaran.programmes(self._bahan)) < PALING_SEDIKIT:
            return None
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
        """None where the absorption of too few lines is known."""
        if len(anggaran.known_lines(self._bahan)) < PALING_SEDIKIT:
            return None
        return self._chart(
            "serapan-kegiatan",
            f"Serapan dari yang terendah, {self._bahan.data.tahun}",
            anggaran.serapan(self._bahan),
            anggaran.serapan_alt(self._bahan),
            "anggaran",
            catatan=anggaran.serapan_keterangan(self._bahan),
        )

    def _berbaris(
        self,
        kunci: str,
        sasaran: str,
        judul: str,
        rows: Rows,
        draw: Callable[[Rows], object],
        alt: Callable[[Rows], str],
        catatan: Callable[[Rows], tuple[str, ...]],
        ukuran: str = "capaian_persen",
    ) -> Gambar | None:
        """A picture with a row for each indicator of a sasaran; None where there is nothing to
        compare.
        """
        if len(rows) < PALING_SEDIKIT:
            return None
        shown = evaluasi.terbanyak(rows, ukuran)
        notes = (*catatan(shown), *pilih.catatan(len(rows), len(shown), "indikator"))
        return self._evaluasi(kunci, sasaran, judul, draw(shown), alt(shown), notes)

    def _evaluasi(
        self, kunci: str, sasaran: str, judul: str, chart, alt: str, catatan: tuple[str, ...]
    ) -> Gambar | None:
        """A picture of one sasaran; its key and title tell which."""
        n = nomor_sasaran(self._bahan)[sasaran]
        return self._chart(
            f"{kunci}-sasaran-{n}", f"{judul}, sasaran {n}", chart, alt, "kinerja", catatan
        )

    def _chart(
        self, kunci: str, judul: str, chart, alt: str, asal: str, catatan: tuple[str, ...] = ()
    ) -> Gambar | None:
        # The charts are the same for any data, and tests validate them; doing it again takes as
        # long as drawing.
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
