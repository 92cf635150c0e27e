"""The tables of the report, one method each; `lk.tabel` in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, nomor_sasaran, perlu
from lkipnb.present.block import Tabel
from lkipnb.present.format import daftar
from lkipnb.present.rujukan import PMKS_PSKS, urusan_sosial
from lkipnb.present.tabel import anggaran, evaluasi, kinerja, lampiran, organisasi, perencanaan
from lkipnb.present.tabel.susun import Baris, Kolom, sebagai_csv, susun

Isi = tuple[Sequence[Kolom], Sequence[Baris]]


class DaftarTabel:
    """Every table of the report, numbered within its chapter in the order of first mention.

    A table whose data have not been filled in is None, and the prose says so.
    """

    def __init__(self, bahan: Bahan):
        self._bahan = bahan

    def pmks(self) -> Tabel | None:
        """None for an agency that is not in social affairs."""
        if not urusan_sosial(self._bahan):
            return None
        return self._tabel(
            "pmks",
            "Jenis penyandang masalah kesejahteraan sosial",
            organisasi.pmks(self._bahan),
            sumber=self._peraturan(PMKS_PSKS),
        )

    def psks(self) -> Tabel | None:
        """None for an agency that is not in social affairs."""
        if not urusan_sosial(self._bahan):
            return None
        return self._tabel(
            "psks",
            "Jenis potensi dan sumber kesejahteraan sosial",
            organisasi.psks(self._bahan),
            sumber=self._peraturan(PMKS_PSKS),
        )

    @perlu("pegawai_eselon")
    def pegawai_eselon(self) -> Tabel | None:
        return self._tabel(
            "pegawai-eselon",
            f"Pegawai negeri sipil menurut eselon dan pendidikan, {self._tahun}",
            organisasi.pegawai_eselon(self._bahan),
            "pegawai_eselon",
        )

    @perlu("pegawai_golongan")
    def pegawai_golongan(self) -> Tabel | None:
        return self._tabel(
            "pegawai-golongan",
            f"Pegawai negeri sipil menurut pendidikan dan golongan, {self._tahun}",
            organisasi.pegawai_golongan(self._bahan),
            "pegawai_golongan",
        )

    @perlu("aset")
    def aset(self) -> Tabel | None:
        return self._tabel(
            "aset",
            f"Sarana dan prasarana kantor, {self._tahun}",
            organisasi.aset(self._bahan),
            "aset",
        )

    def indikator(self) -> Tabel:
        return self._tabel(
            "indikator",
            "Indikator kinerja utama dan cara menghitungnya",
            perencanaan.indikator(self._bahan),
            "kinerja",
        )

    @perlu("kerangka")
    def kerangka(self) -> Tabel | None:
        return self._tabel(
            "kerangka",
            daftar(perencanaan.jenjang_kerangka(self._bahan)).capitalize(),
            perencanaan.kerangka(self._bahan),
            "kerangka",
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

    def target(self, sasaran: str) -> Tabel | None:
        """None for few indicators: the table of all indicators and the sentences say the same."""
        title = f"Target dan realisasi {self._tahun}"
        return self._evaluasi(
            "target", sasaran, title, evaluasi.target, "kinerja", paling_sedikit=PALING_SEDIKIT
        )

    @perlu("triwulan")
    def triwulan(self, sasaran: str) -> Tabel | None:
        return self._evaluasi(
            "triwulan",
            sasaran,
            f"Realisasi per triwulan {self._tahun}",
            evaluasi.triwulan,
            "triwulan",
        )

    def tahun_lalu(self, sasaran: str) -> Tabel | None:
        """None when no earlier year is known."""
        if not self._bahan.hasil.lampau:
            return None
        first = min(self._bahan.hasil.lampau)
        gaps = [
            str(year) for year in range(first, self._tahun) if year not in self._bahan.hasil.lampau
        ]
        return self._evaluasi(
            "tahun-lalu",
            sasaran,
            f"Realisasi tahun {first} sampai {self._tahun}",
            evaluasi.tahun_lalu,
            "kinerja",
            (f"Data tahun {daftar(gaps)} tidak ada.",) if gaps else (),
        )

    @perlu("renstra")
    def renstra(self, sasaran: str) -> Tabel | None:
        title = "Kemajuan terhadap target Renstra"
        return self._evaluasi(
            "renstra", sasaran, title, evaluasi.renstra, "renstra", paling_sedikit=PALING_SEDIKIT
        )

    @perlu("standar")
    def standar(self, sasaran: str) -> Tabel | None:
        title = "Realisasi dan standar"
        return self._evaluasi(
            "standar", sasaran, title, evaluasi.standar, "standar", paling_sedikit=PALING_SEDIKIT
        )

    @perlu("dukungan")
    def efisiensi(self, sasaran: str) -> Tabel | None:
        notes = tuple(
            f"{code}: {rule.tampil}." for code, rule in self._bahan.rules.efisiensi.items()
        )
        return self._evaluasi(
            "efisiensi",
            sasaran,
            "Capaian, serapan, dan efisiensi",
            evaluasi.efisiensi,
            "",
            notes,
            paling_sedikit=PALING_SEDIKIT,
        )

    @perlu("dukungan")
    def program_pendukung(self, sasaran: str) -> Tabel | None:
        return self._evaluasi(
            "program-pendukung",
            sasaran,
            "Program dan kegiatan yang menunjang",
            evaluasi.program,
            "anggaran",
            paling_sedikit=2,
        )

    def skala(self) -> Tabel:
        return self._tabel(
            "skala",
            "Skala predikat capaian kinerja",
            kinerja.skala(self._bahan),
            sumber=self._bahan.data.profil.pengukuran.dasar_skala or self._bahan.skala.dasar,
        )

    def capaian_sasaran(self) -> Tabel | None:
        """None for one sasaran, whose mean stands in the table of its indicators, and while none is
        computed.
        """
        means = self._bahan.hasil.capaian_sasaran
        if len(means) == 1 or means.capaian_persen.isna().all():
            return None
        return self._tabel(
            "capaian-sasaran",
            f"Capaian sasaran strategis tahun {self._tahun}",
            kinerja.capaian_sasaran(self._bahan),
            "kinerja",
        )

    @perlu("belanja")
    def belanja(self) -> Tabel | None:
        return self._tabel(
            "belanja",
            f"Anggaran dan realisasi menurut kelompok belanja, {self._tahun}",
            anggaran.belanja(self._bahan),
            "belanja",
        )

    @perlu("belanja_jenis")
    def belanja_jenis(self) -> Tabel | None:
        return self._tabel(
            "belanja-jenis",
            f"Anggaran dan realisasi menurut jenis belanja, {self._tahun}",
            anggaran.belanja_jenis(self._bahan),
            "belanja_jenis",
        )

    @perlu("pendapatan")
    def pendapatan(self) -> Tabel | None:
        return self._tabel(
            "pendapatan",
            f"Target dan realisasi pendapatan, {self._tahun}",
            anggaran.pendapatan(self._bahan),
            "pendapatan",
        )

    @perlu("anggaran")
    def program(self) -> Tabel | None:
        return self._tabel(
            "program",
            f"Pagu dan realisasi per program, {self._tahun}",
            anggaran.program(self._bahan),
            "anggaran",
        )

    @perlu("anggaran")
    def anggaran(self) -> Tabel | None:
        return self._tabel(
            "anggaran",
            f"Pagu dan realisasi menurut {self._bahan.rules.anggaran.tingkat[0]} dan rinciannya,"
            f" {self._tahun}",
            anggaran.rincian(self._bahan),
            "anggaran",
        )

    def sumber_dana(self) -> Tabel | None:
        """None when no line names its source of funds."""
        if self._bahan.hasil.sumber_dana.empty:
            return None
        return self._tabel(
            "sumber-dana",
            f"Anggaran menurut sumber dana, {self._tahun}",
            anggaran.sumber_dana(self._bahan),
            "anggaran",
        )

    def perjanjian_kinerja_lampiran(self) -> Tabel:
        """The table of the agreement once more, under its own number in the appendix."""
        return self._tabel(
            "perjanjian-kinerja-lampiran",
            f"Sasaran strategis, indikator kinerja, dan target tahun {self._tahun}",
            perencanaan.perjanjian_kinerja(self._bahan),
        )

    @perlu("anggaran")
    def perjanjian_program(self) -> Tabel | None:
        return self._tabel(
            "perjanjian-program",
            f"Program dan anggaran tahun {self._tahun}",
            lampiran.perjanjian_program(self._bahan),
        )

    def reviu(self) -> Tabel:
        rules = self._bahan.rules.reviu
        return self._tabel(
            "reviu",
            "Daftar uji reviu laporan kinerja",
            lampiran.penilaian(self._bahan, rules),
            sumber=next(iter(rules.values())).dasar,
        )

    def mutu(self) -> Tabel:
        rules = self._bahan.rules.mutu
        return self._tabel(
            "mutu",
            "Penilaian mandiri atas mutu laporan",
            lampiran.penilaian(self._bahan, rules),
            sumber=next(iter(rules.values())).dasar,
        )

    @perlu("koreksi")
    def koreksi(self) -> Tabel | None:
        return self._tabel("koreksi", "Koreksi atas data tercetak", lampiran.koreksi(self._bahan))

    @perlu("kontradiksi")
    def kontradiksi(self) -> Tabel | None:
        return self._tabel(
            "kontradiksi", "Pertentangan dalam dokumen sumber", lampiran.kontradiksi(self._bahan)
        )

    def klaim(self) -> Tabel | None:
        """None where everything that is claimed holds."""
        kolom, baris = lampiran.klaim(self._bahan)
        title = "Angka yang dilaporkan dan hasil hitung"
        return self._tabel("klaim", title, (kolom, baris)) if baris else None

    def pemeriksaan(self) -> Tabel | None:
        """None when nothing was corrected or accepted: what stands is told by `temuan`."""
        if not (len(self._bahan.data.koreksi) or self._bahan.pemeriksaan[1].diterima):
            return None
        kolom, baris = lampiran.pemeriksaan(self._bahan)
        return (
            self._tabel("pemeriksaan", "Hasil pemeriksaan data", (kolom, baris)) if baris else None
        )

    def temuan(self) -> Tabel | None:
        """None when nothing stands and nothing was accepted."""
        kolom, baris = lampiran.temuan(self._bahan)
        title = "Temuan setelah koreksi" if len(self._bahan.data.koreksi) else "Temuan pemeriksaan"
        return self._tabel("temuan", title, (kolom, baris)) if baris else None

    def sumber_data(self) -> Tabel:
        return self._tabel("sumber-data", "Data yang dipakai", lampiran.sumber_data(self._bahan))

    def aturan(self) -> Tabel:
        return self._tabel("aturan", "Aturan yang dipakai", lampiran.aturan(self._bahan))

    def peraturan(self) -> Tabel | None:
        """None when the report cites no regulation of the list."""
        kolom, baris = lampiran.peraturan(self._bahan)
        return self._tabel("peraturan", "Peraturan yang dirujuk", (kolom, baris)) if baris else None

    @property
    def _tahun(self) -> int:
        return self._bahan.data.tahun

    def _peraturan(self, kode: str) -> str:
        cited = self._bahan.data.peraturan
        return cited.loc[cited.kode == kode, "nama"].iloc[0]

    def _evaluasi(
        self,
        kunci: str,
        sasaran: str,
        judul: str,
        isi: Callable[[Bahan, str], Isi],
        asal: str,
        catatan: tuple[str, ...] = (),
        paling_sedikit: int = 1,
    ) -> Tabel | None:
        """A table of one sasaran; its key and title tell which.  None with fewer rows, beside its
        total.
        """
        kolom, baris = isi(self._bahan, sasaran)
        if sum(row.peran != "jumlah" for row in baris) < paling_sedikit:
            return None
        n = nomor_sasaran(self._bahan)[sasaran]
        return self._tabel(
            f"{kunci}-sasaran-{n}", f"{judul}, sasaran {n}", (kolom, baris), asal, catatan=catatan
        )

    def _tabel(
        self,
        kunci: str,
        judul: str,
        isi: Isi,
        asal: str = "",
        *,
        sumber: str = "",
        catatan: tuple[str, ...] = (),
    ) -> Tabel:
        kolom, baris = isi
        made = susun(kunci, kolom, baris)
        return Tabel(
            kunci,
            self._bahan.nomor.tabel(kunci),
            judul,
            made.html,
            sebagai_csv(kolom, baris),
            sumber or self._bahan.data.profil.sumber.get(asal, ""),
            catatan,
            lanskap=made.lanskap,
        )
