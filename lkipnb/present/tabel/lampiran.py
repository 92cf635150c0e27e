"""Tables of the appendix: what was mended, what stays open, what was claimed, where it all comes from."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, rumus_dipakai
from lkipnb.present.format import angka, huruf_kecil, nilai
from lkipnb.present.tabel.susun import Baris, Kolom, apa_adanya
from lkipnb.rules import Aturan

COCOK = {True: "sama", False: "tidak sama", None: "tidak dapat dihitung"}
NAMA_STATUS = {"terbuka": "Masih terbuka", "selesai": "Terselesaikan"}


def koreksi(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every correction, those with one reason and one evidence under one heading."""
    kolom = [
        Kolom("kode", "Kode", 8),
        Kolom("tempat", "Tabel, baris, dan kolom", 38, kepala=True),
        Kolom("tercetak", "Tercetak", 27, _blank),
        Kolom("terkoreksi", "Dipakai", 27, _blank),
    ]
    rows: dict[str, list[Baris]] = {}
    for row in bahan.data.koreksi.to_dict("records"):
        reason = f"{row['alasan']}. Bukti: {huruf_kecil(row['bukti'])}."
        rows.setdefault(reason, []).append(Baris(row | {"tempat": _place(row)}, reason))
    return kolom, [row for same in rows.values() for row in same]


def _place(row: dict) -> str:
    """`anggaran, 1 06 01 02 (pagu_rp)`: the table, the values of the key, the column."""
    values = [part.partition("=")[2].strip() for part in row["kunci"].split(";")]
    column = "seluruh baris" if row["kolom"] == "*" else row["kolom"]
    return f"{row['tabel']}: {', '.join(values)} ({column})"


def _blank(value: object) -> str:
    return "(kosong)" if value is None else str(value)


def kontradiksi(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The open ones first."""
    kolom = [
        Kolom("kode", "Kode", 7),
        Kolom("hal", "Hal", 15, kepala=True),
        Kolom("tercetak", "Tercetak", 34),
        Kolom("dipakai", "Dipakai laporan ini", 18),
        Kolom("alasan", "Alasan", 26),
    ]
    rows = sorted(bahan.data.kontradiksi.to_dict("records"), key=lambda row: row["status"] != "terbuka")
    return kolom, [
        Baris(
            row | {"tercetak": f"{row['tempat_1']}: {row['tercetak_1']}; {row['tempat_2']}: {row['tercetak_2']}"},
            NAMA_STATUS[row["status"]],
        )
        for row in rows
    ]


def klaim(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every claim, those that do not hold first; of the budget table's own sums only those that do not hold."""
    kolom = [
        Kolom("kode", "Kode", 7),
        Kolom("tempat", "Tempat", 22),
        Kolom("uraian", "Klaim", 27, kepala=True),
        Kolom("nilai", "Tercetak", 17, angka=True, dari=_claimed),
        Kolom("terhitung", "Hasil hitung", 17, angka=True, dari=_computed),
        Kolom("cocok", "Simpulan", 10, COCOK.get),
        Kolom("nilai_sampai", "Sampai", 0),
        Kolom("satuan", "Satuan", 0),
    ]
    structural = [row | {"kode": "–"} for row in bahan.hasil.klaim_anggaran.to_dict("records") if not row["cocok"]]
    rows = sorted(
        bahan.hasil.klaim.to_dict("records") + structural, key=lambda row: (row["cocok"] is True, row["cocok"] is None)
    )
    return kolom, [Baris(row) for row in rows]


def _claimed(row: dict) -> str:
    shown = nilai(row["nilai"], row["satuan"])
    return (
        shown if row["nilai_sampai"] is None else f"{angka(row['nilai'])}–{nilai(row['nilai_sampai'], row['satuan'])}"
    )


def _computed(row: dict) -> str:
    if row["terhitung"] is None:
        return "–"
    return nilai(row["terbulat"], row["satuan"])


def sumber_data(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every file that was read, with its number of rows where it is a table and the start of its SHA-256."""
    kolom = [
        Kolom("berkas", "Berkas", 52, kepala=True),
        Kolom("baris", "Baris", 12, _rows, angka=True),
        Kolom("sha256", "SHA-256 (16 angka pertama)", 36),
    ]
    count = {name: len(frame) for name, frame in (bahan.data.tables | bahan.data.printed).items()}
    return kolom, [
        Baris({"berkas": path, "baris": count.get(path.rpartition("/")[2].removesuffix(".csv")), "sha256": digest[:16]})
        for path, digest in bahan.data.sha256.items()
    ]


def _rows(value: object) -> str:
    return "" if value is None else angka(value)


def aturan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """The rules in use with their source."""
    kolom = [Kolom("hal", "Hal", 22, kepala=True), Kolom("isi", "Aturan", 38), Kolom("dasar", "Dasar", 40)]
    used = {rule.hal: rule for rule in rumus_dipakai(bahan)}
    rows = [_rule(f"Capaian, {hal}", rule.tampil, rule) for hal, rule in used.items()]
    mean = bahan.rules.rata_rata[bahan.data.profil.pengukuran.rata_rata]
    return kolom, [*rows, _rule("Rata-rata", mean.tampil, mean), _rule("Skala predikat", bahan.skala.nama, bahan.skala)]


def _rule(hal: str, isi: str, rule: Aturan) -> Baris:
    return Baris({"hal": hal, "isi": isi, "dasar": rule.dasar})


def peraturan(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    kolom = [
        Kolom("nama", "Peraturan", 36, kepala=True),
        Kolom("tentang", "Tentang", 40),
        Kolom("pengganti", "Digantikan oleh", 24, apa_adanya),
    ]
    name = dict(zip(bahan.data.peraturan.kode, bahan.data.peraturan.nama, strict=True))
    return kolom, [
        Baris(row | {"pengganti": name.get(row["diganti_oleh"])}) for row in bahan.data.peraturan.to_dict("records")
    ]
