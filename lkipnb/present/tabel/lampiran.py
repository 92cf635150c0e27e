"""Tables of the appendix: what was mended, what stays open, what was claimed, where it all comes from."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.format import angka, nilai
from lkipnb.present.tabel.susun import Baris, Kolom, apa_adanya
from lkipnb.rules import Aturan

COCOK = {True: "sama", False: "tidak sama", None: "tidak dapat dihitung"}
NAMA_STATUS = {"terbuka": "Masih terbuka", "selesai": "Terselesaikan"}


def koreksi(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every correction; a blank cell is named as such."""
    kolom = [Kolom("kode", "Kode", 5), Kolom("tempat", "Tabel, baris, dan kolom", 22, kepala=True),
             Kolom("tercetak", "Tercetak", 18, _blank), Kolom("terkoreksi", "Dipakai", 18, _blank),
             Kolom("alasan", "Alasan", 18), Kolom("bukti", "Bukti", 19)]
    return kolom, [Baris(row | {"tempat": _place(row)}) for row in bahan.data.koreksi.to_dict("records")]


def _place(row: dict) -> str:
    column = "seluruh baris" if row["kolom"] == "*" else row["kolom"]
    return f"{row['tabel']}; {row['kunci']}; {column}"


def _blank(value: object) -> str:
    return "(kosong)" if value is None else str(value)


def kontradiksi(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The open ones first."""
    kolom = [Kolom("kode", "Kode", 5), Kolom("hal", "Hal", 12, kepala=True), Kolom("pertama", "Tercetak", 20),
             Kolom("kedua", "Juga tercetak", 20), Kolom("dipakai", "Dipakai laporan ini", 18), Kolom("alasan", "Alasan", 25)]
    rows = sorted(bahan.data.kontradiksi.to_dict("records"), key=lambda row: row["status"] != "terbuka")
    return kolom, [Baris(row | {"pertama": f"{row['tempat_1']}: {row['tercetak_1']}",
                                "kedua": f"{row['tempat_2']}: {row['tercetak_2']}"}, NAMA_STATUS[row["status"]])
                   for row in rows]


def klaim(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every claim, those that do not hold first; of the budget table's own sums only those that do not hold."""
    kolom = [Kolom("kode", "Kode", 7), Kolom("tempat", "Tempat", 24), Kolom("uraian", "Klaim", 29, kepala=True),
             Kolom("tercetak", "Tercetak", 15, angka=True), Kolom("hasil", "Hasil hitung", 15, angka=True),
             Kolom("cocok", "Simpulan", 10, COCOK.get)]
    structural = [row | {"kode": "–"} for row in bahan.hasil.klaim_anggaran.to_dict("records") if not row["cocok"]]
    rows = sorted(bahan.hasil.klaim.to_dict("records") + structural,
                  key=lambda row: (row["cocok"] is True, row["cocok"] is None))
    return kolom, [Baris(row | {"tercetak": _claimed(row), "hasil": _computed(row)}) for row in rows]


def _claimed(row: dict) -> str:
    shown = nilai(row["nilai"], row["satuan"])
    return shown if row["nilai_sampai"] is None else f"{angka(row['nilai'])}–{nilai(row['nilai_sampai'], row['satuan'])}"


def _computed(row: dict) -> str:
    if row["terhitung"] is None:
        return "–"
    return nilai(row["terbulat"], row["satuan"])


def sumber_data(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every file that was read, with its number of rows where it is a table and the start of its SHA-256."""
    kolom = [Kolom("berkas", "Berkas", 52, kepala=True), Kolom("baris", "Baris", 12, _rows, angka=True),
             Kolom("sha256", "SHA-256 (16 angka pertama)", 36)]
    count = {name: len(frame) for name, frame in (bahan.data.tables | bahan.data.printed).items()}
    return kolom, [Baris({"berkas": path, "baris": count.get(path.rpartition("/")[2].removesuffix(".csv")),
                          "sha256": digest[:16]}) for path, digest in bahan.data.sha256.items()]


def _rows(value: object) -> str:
    return "" if value is None else angka(value)


def aturan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The rules in use with their source."""
    kolom = [Kolom("hal", "Hal", 22, kepala=True), Kolom("isi", "Aturan", 38), Kolom("dasar", "Dasar", 40)]
    used = set(bahan.data.indikator.polaritas)
    rows = [_rule(f"Capaian, indikator {name}", rule.tampil, rule)
            for name, rule in bahan.rules.capaian.items() if name in used]
    mean = bahan.rules.rata_rata[bahan.data.profil.pengukuran.rata_rata]
    return kolom, [*rows, _rule("Rata-rata", mean.tampil, mean), _rule("Skala predikat", bahan.skala.nama, bahan.skala)]


def _rule(hal: str, isi: str, rule: Aturan) -> Baris:
    return Baris({"hal": hal, "isi": isi, "dasar": rule.dasar})


def peraturan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    kolom = [Kolom("nama", "Peraturan", 36, kepala=True), Kolom("tentang", "Tentang", 40),
             Kolom("pengganti", "Digantikan oleh", 24, apa_adanya)]
    name = dict(zip(bahan.data.peraturan.kode, bahan.data.peraturan.nama, strict=True))
    return kolom, [Baris(row | {"pengganti": name.get(row["diganti_oleh"])})
                   for row in bahan.data.peraturan.to_dict("records")]
