"""Makes the generated pages of docs/: the calculation cases and the data dictionary."""

from __future__ import annotations

from pathlib import Path

import yaml

from lkipnb.model import Profil, fields
from lkipnb.schemas import REFERENCE_TABLES, YEAR_TABLES, Column, Table
from lkipnb.storage.place import put_file

DOCS = Path(__file__).parent
SPECS = DOCS.parent / "tests" / "spec"
SUBJECTS = (
    "realisasi",
    "turunan",
    "triwulan",
    "capaian",
    "target_nol",
    "predikat",
    "skala_sendiri",
    "rata_rata",
    "renstra",
    "efisiensi",
    "serapan",
    "jenjang_anggaran",
)


def calculation_cases() -> str:
    """Every case of `tests/spec/`, as tables that an auditor can check by hand."""
    parts = [
        "# Kasus perhitungan",
        "",
        (
            "Setiap baris adalah satu pengujian yang dijalankan terhadap program. Berkas ini dibuat"
            " dari `tests/spec/*.yaml` oleh `make docs`; jangan disunting langsung."
        ),
        "",
    ]
    for subject in SUBJECTS:
        content = yaml.safe_load((SPECS / f"{subject}.yaml").read_text(encoding="utf-8"))
        parts += [
            f"## {content['judul']}",
            "",
            content["pengantar"].strip(),
            "",
            _row(["kasus", *content["kolom"]]),
            _row(["---"] * (1 + len(content["kolom"]))),
        ]
        parts += [
            _row([case["nama"], *(_cell(case.get(name, "")) for name in content["kolom"])])
            for case in content["kasus"]
        ]
        parts.append("")
    return "\n".join(parts)


def data_dictionary() -> str:
    """Every table and column, from the schemas."""
    parts = [
        "# Kamus data",
        "",
        (
            "Tiap tahun tiap instansi adalah satu folder `data/<opd>/<tahun>/` yang berisi"
            " tabel-tabel ini sebagai CSV (UTF-8, pemisah koma, satu baris judul). Berkas ini"
            " dibuat dari `lkipnb/schemas/` oleh `make docs`; jangan disunting langsung."
        ),
        "",
        (
            "Sel kosong berarti *belum dilaporkan*, `n/a` berarti *tidak berlaku*, `0` berarti"
            " nol. `-` berarti nol pada cacah, rupiah, dan persen; pada ukuran, dan pada angka"
            " yang tidak wajib, ditanyakan."
        ),
        "",
    ]
    parts += _profile()
    for table in (*YEAR_TABLES.values(), *REFERENCE_TABLES.values()):
        parts += _table(table)
    return "\n".join(parts)


def _profile() -> list[str]:
    rows = [_row([f"`{name}`", meaning]) for name, meaning in fields(Profil).items()]
    return [
        "## Profil instansi",
        "",
        "`profil.yaml`.",
        "",
        _row(["isian", "arti"]),
        _row(["---"] * 2),
        *rows,
        "",
    ]


def _table(table: Table) -> list[str]:
    return [
        f"## {table.title}",
        "",
        (
            f"`{table.file}`{' (boleh tidak ada)' if table.optional else ''}. Kunci:"
            f" `{', '.join(table.key)}`."
        ),
        "",
        _row(["kolom", "jenis", "satuan", "wajib", "arti", "contoh"]),
        _row(["---"] * 6),
        *(_row(_column(column)) for column in table.columns),
        "",
    ]


def _column(column: Column) -> list[str]:
    meaning = column.meaning
    if column.choices:
        meaning += f". Pilihan: {', '.join(column.choices)}"
    if column.refers_to:
        meaning += f". Menunjuk `{column.refers_to}`"
    return [
        f"`{column.name}`",
        column.kind,
        column.unit,
        "tidak" if column.optional else "ya",
        meaning,
        column.example,
    ]


def measures() -> str:
    """The language of measures: how it is written, what each table tells, and an example of each,
    from the tests.
    """
    from lkipnb.schemas.ukuran import KAMUS, baca

    cases = yaml.safe_load((SPECS / "ukuran.yaml").read_text(encoding="utf-8"))["kasus"]
    parts = [
        "# Ukuran",
        "",
        (
            "Sebuah klaim (`klaim.csv`) adalah angka yang disebut dokumen sumber. Kolom `ukuran`"
            " menyebut hasil hitung yang dibandingkan dengannya, sehingga laporan dan `lkipnb"
            " check` dapat mengatakan apakah angka itu benar. Berkas ini dibuat dari"
            " `lkipnb/schemas/ukuran.py` dan `tests/spec/ukuran.yaml` oleh `make docs`; jangan"
            " disunting langsung."
        ),
        "",
        "## Cara menulis",
        "",
        "| tulisan | arti |",
        "| --- | --- |",
        "| `belanja.pagu_rp` | jumlah kolom `pagu_rp` tabel `belanja` |",
        "| `belanja.pagu_rp[kelompok=langsung]` | hanya baris yang kelompoknya `langsung` |",
        "| `renstra.target[indikator=IK-01; tahun=2026]` | baris yang memenuhi semua syarat |",
        "| `unit.banyak[eselon=III]` | banyaknya baris itu |",
        (
            '| `kerangka.banyak[uraian="a; b"]` | isi sel yang memuat titik koma diapit tanda petik'
            " ganda |"
        ),
        "",
        (
            "- Uang dan banyaknya orang atau barang dijumlahkan. Serapan sebuah kelompok adalah"
            " jumlah realisasi dibagi jumlah pagu. Angka lain berasal dari tepat satu baris; bila"
            " syaratnya cocok dengan beberapa baris, ukuran itu ditolak."
        ),
        (
            "- Anggaran dijumlahkan dari baris terbawahnya, tiap baris sekali, sehingga program dan"
            " kegiatannya tidak terhitung dua kali."
        ),
        (
            "- Predikat yang tercetak ditulis sebagai klaim bernilai 1: `capaian.banyak[kode=IKU-1;"
            " predikat=Baik]`."
        ),
        (
            "- Tabel, kolom, syarat, atau isi yang tidak dikenal adalah kesalahan data: disebut"
            " dengan berkas, baris, dan yang barangkali dimaksud, dan laporan belum dapat disusun."
            " Ukuran yang datanya belum ada dicatat beserta sebabnya."
        ),
        "",
    ]
    for name, table in KAMUS.items():
        own = [case for case in cases if baca(case["ukuran"]).tabel == name]
        parts += [
            f"## {name}",
            "",
            f"{table.arti}.",
            "",
            _row(["besaran", "cara", "arti"]),
            _row(["---"] * 3),
        ]
        parts += [_row([f"`{n}`", each.cara, each.arti]) for n, each in table.besaran.items()]
        parts += ["", f"Syarat: {', '.join(f'`{column}`' for column in table.pemilih)}.", ""]
        parts += [_row(["contoh", "arti", "hasil", "data"]), _row(["---"] * 4)]
        parts += [
            _row([f"`{c['ukuran']}`", c["nama"], c["nilai"], f"{c['instansi']} {c['tahun']}"])
            for c in own
        ]
        parts.append("")
    return "\n".join(parts)


def _cell(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{_cell(name)}: {_cell(item)}" for name, item in value.items())
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    return "–" if value is None else str(value)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


FIELDS = {
    "id": (
        "delapan huruf yang tetap selama aturan, tempat, dan angkanya tetap; dipakai penerimaan.csv"
    ),
    "tingkat": "galat (laporan salah), peringatan (hampir pasti salah), catatan (patut diketahui)",
    "aturan": "nama aturan di bawah, atau kontrak untuk sel yang tidak dapat dibaca",
    "berkas": "tabel, profil, atau narasi tempat temuan berada",
    "baris": "baris dalam berkas, judul = 1; kosong bila tentang seluruh berkas",
    "kolom": "kolom dalam berkas",
    "tercetak": "isi yang dinilai",
    "seharusnya": "yang mengikuti dari angka lain, bila ada",
    "pesan": "temuan dalam satu kalimat",
    "sebab": "perubahan terkecil yang menjelaskannya, dengan buktinya",
    "saran": "yang perlu dilakukan",
}


def audit_rules() -> str:
    """Every rule of the audit with its level, its ground and its meaning, and the fields of the
    output.
    """
    from lkipnb.audit.aturan import ATURAN

    parts = [
        "# Pemeriksaan",
        "",
        (
            "`lkipnb check TAHUN` menilai tabel setelah `koreksi.csv`, `lkipnb check TAHUN --raw`"
            " sebagaimana tercetak. Berkas ini dibuat dari `lkipnb/audit/aturan/` oleh `make docs`;"
            " jangan disunting langsung."
        ),
        "",
        (
            "Program berakhir dengan 1 bila ada galat yang belum diterima. Temuan diterima dengan"
            " satu baris di `penerimaan.csv` (kode temuan, alasan, jabatan); bila angkanya berubah,"
            " penerimaan itu tidak berlaku lagi. `--accept-suggestion KODE` menulis usulan sebuah"
            " temuan ke `koreksi.csv`, dengan sebab dan buktinya."
        ),
        "",
        "## Isi keluaran",
        "",
        (
            "`--format json` memuat `temuan`, `diterima`, dan `dilewati` (aturan yang tabelnya"
            " tidak terbaca); `csv` dan `html` memuat temuan saja."
        ),
        "",
        _row(["isian", "arti"]),
        _row(["---"] * 2),
        *(_row([f"`{name}`", meaning]) for name, meaning in FIELDS.items()),
        "",
        "## Aturan",
        "",
        _row(["aturan", "tingkat", "yang diperiksa", "dasar", "penjelasan"]),
        _row(["---"] * 5),
        *(_row([f"`{r.id}`", r.tingkat, r.judul, r.dasar, r.penjelasan]) for r in ATURAN),
        "",
    ]
    return "\n".join(parts)


def case_study() -> str:
    """What the published 2020 report said, what follows from its own figures, and what we print."""
    import lkipnb
    from lkipnb.audit import audit, muat
    from lkipnb.audit.aturan.kategori_utama import rata_rata_menurut
    from lkipnb.audit.temuan import CATATAN, polos
    from lkipnb.present.format import persen

    opd, tahun, data = "dinsos-flores-timur", 2020, DOCS.parent / "data"
    lk = lkipnb.open(opd, tahun, data=data)
    claims = dict(zip(lk.data.klaim.index, lk.hasil.klaim.terbulat, strict=True))
    found = [t for t in audit(opd, tahun, data, mentah=True).temuan if t.tingkat != CATATAN]
    stands = {d.temuan.id: d for d in audit(opd, tahun, data).diterima}

    def printed_here(finding) -> str:
        table, row, column = finding.berkas.removesuffix(".csv"), finding.baris, finding.kolom
        if table == "klaim":
            return polos(claims[row]) or "–"
        if finding.id in stands:
            return finding.seharusnya or "–"
        frame = lk.data.tables.get(table)
        if frame is None or row is None or column not in frame.columns:
            return "keduanya, sebagai pertentangan terbuka"
        return (polos(frame.at[row, column]) or "–") if row in frame.index else "(baris dihapus)"

    rows = [
        [
            f"{t.berkas} {t.baris or ''}",
            t.tercetak or "–",
            t.seharusnya or "–",
            f"{t.pesan}. {t.sebab}",
            printed_here(t),
        ]
        for t in found
    ]
    means = rata_rata_menurut(muat(opd, tahun, data, mentah=True))
    return "\n".join(
        [
            "# Studi kasus: laporan 2020",
            "",
            (
                "Laporan yang terbit diperiksa sebagaimana tercetak (`lkipnb check 2020 --raw`)"
                " dengan aturan umum; tidak ada aturan yang mengenal dokumen ini. Berkas ini dibuat"
                " oleh `make docs`; jangan disunting langsung."
            ),
            "",
            _row(
                [
                    "tempat",
                    "tercetak",
                    "mengikuti dari angkanya",
                    "temuan dan sebabnya",
                    "dipakai laporan ini",
                ]
            ),
            _row(["---"] * 5),
            *(_row([cell.strip() for cell in row]) for row in rows),
            "",
            (
                "Setelah `koreksi.csv` diterapkan, yang tersisa diterima dengan alasan dalam"
                " `penerimaan.csv` dan disebut dalam lampiran laporan."
            ),
            "",
            "## “Cukup berhasil, 70–80%”",
            "",
            (
                "Rata-rata capaian menurut setiap cara dan bacaan; teks dan tabel berlainan tentang"
                " satu indikator:"
            ),
            "",
            _row(["cara", "rata-rata"]),
            _row(["---", "---:"]),
            *(_row([name, persen(value)]) for name, value in means.items()),
            "",
        ]
    )


def prose_language() -> str:
    """What a template of prose may use."""
    from lkipnb.present.konteks import NAMA
    from lkipnb.schemas import PROSE_HINTS
    from lkipnb.schemas.markdown import DEEPEST
    from lkipnb.schemas.templat import FILTERS, MOST_TEXT, TESTS

    return "\n".join(
        [
            "# Nilai dalam narasi",
            "",
            "Cara menulis narasi: [prose.id.md](prose.id.md).",
            "",
            (
                "`narasi/*.md` ditulis dengan Markdown. Nilai disebut dengan `{{ nama }}`, misalnya"
                " `{{ anggaran.serapan_persen | persen }}`; tanda titik mengambil isi di dalamnya."
                " Yang ada hanya `{% if %}`, `{% for %}`, dan `{% set %}`; HTML ditampilkan sebagai"
                " teks. Berkas ini dibuat oleh `make docs`; jangan disunting langsung."
            ),
            "",
            _row(["berkas", "isi"]),
            _row(["---", "---"]),
            *(_row([f"`narasi/{name}.md`", meaning]) for name, meaning in PROSE_HINTS.items()),
            "",
            _row(["nama", "isi"]),
            _row(["---", "---"]),
            *(_row([f"`{name}`", meaning]) for name, meaning in NAMA.items()),
            "",
            f"Filter: {', '.join(f'`{name}`' for name in sorted(FILTERS))}.",
            "",
            (
                f"Uji sesudah `is`: {', '.join(f'`{name}`' for name in TESTS)}. Hitungan: `+ - * /`"
                " atas bilangan, `~` menyambung kata. Angka data yang dihitung bersama bilangan"
                " lain tampil tanpa tautan asalnya, dan bilangan atau kata berangka yang diketik di"
                " dalam `{{ }}` disebut pemeriksaan sebagai angka yang diketik."
            ),
            "",
            (
                "Judul (`#`, `##`, ...) ditempatkan di bawah bagian bab yang memuat narasi itu,"
                " berapa pun tandanya. Tautan hanya ke luar (`https:`, `http:`, `mailto:`); tautan"
                " ke dalam laporan yang diketik (`#...`) tinggal teksnya, dan yang sah hanya dari"
                " `rujuk`. Kepala YAML (`---` di baris pertama), karakter yang tidak terlihat, dan"
                " tautan berkas ke luar folder instansi ditolak dengan berkas dan barisnya."
            ),
            "",
            (
                f"Batas tiap teks: {MOST_TEXT // 1000} ribu huruf, sebelum dan sesudah diisi; 100"
                f" ribu langkah; 20 detik; kutipan, daftar, dan penekanan {DEEPEST} tingkat (satu"
                " daftar dua tingkat)."
            ),
            "",
        ]
    )


PAGES = {
    "prose.md": prose_language,
    "calculation-cases.md": calculation_cases,
    "data-dictionary.md": data_dictionary,
    "audit.md": audit_rules,
    "measures.md": measures,
    "case-study-2020.md": case_study,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        put_file(DOCS / name, page().encode())
        print(f"docs/{name}")
