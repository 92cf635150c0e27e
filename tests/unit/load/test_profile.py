"""`profil.yaml`: plain text is read as it was typed; anything else is refused with its line, in a
moment.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lkipnb.load.profile import read

SHIPPED = Path(__file__).parents[3] / "data/contoh/2023/profil.yaml"
FILE = "profil.yaml"


def faults(tmp_path, text: str | bytes):
    path = tmp_path / FILE
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    profil, found = read(path, FILE)
    assert profil is None
    return found


def changed(old: str, new: str) -> str:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new)


BOMB = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n"


@pytest.mark.parametrize(
    ("text", "row", "word"),
    [
        (BOMB, 1, "jangkar atau rujukan"),
        ("nama: *x\n", 1, "jangkar atau rujukan"),
        ("kota: x\nnama: !!python/object/apply:os.system [ls]\n", 2, "tanda tipe"),
        ("nama: !!int 3\n", 1, "tanda tipe"),
        ("kota: x\nkota: y\n", 2, "isian kota tertulis dua kali"),
        ("nama: " + "[" * 5000, 1, "terlalu dalam"),
        ("nama: " + "{a: " * 40, 1, "terlalu dalam"),
        ("".join("  " * n + "a:\n" for n in range(30)), 4, "terlalu dalam"),
        ("? [a, b]\n: c\n", 1, "nama isian harus teks"),
        ('kota: "a\\u0000b"\n', 1, "karakter kendali"),
        ('kota: "a\\ud800b"\n', 1, "karakter kendali"),
        ("nama: x\n\tkota: y\n", 2, "susunan YAML rusak"),
        ("--- a\n--- b\n", 2, "susunan YAML rusak"),
        ("- nama\n- kota\n", None, "diharapkan beberapa isian"),
        ("nama saja", None, "diharapkan beberapa isian"),
        ("", None, "diharapkan beberapa isian"),
        ("nama: x".encode("utf-16"), None, "UTF-8"),
        ("x" * 400_000, None, "terlalu besar; paling banyak 100 kB"),
    ],
)
def test_what_is_no_plain_profile_is_refused_in_one_sentence(tmp_path, text, row, word):
    (fault,) = faults(tmp_path, text)
    assert (fault.file, fault.row) == (FILE, row)
    assert word in fault.expected


@pytest.mark.parametrize(
    ("old", "new", "column", "word"),
    [
        (
            "waktu: 2024-02-27",
            "waktu: 2021-13",
            "penandatanganan.waktu",
            "tanggal yang ada di kalender",
        ),
        (
            "waktu: 2024-02-27",
            "waktu: 2023-02-29",
            "penandatanganan.waktu",
            "tanggal yang ada di kalender",
        ),
        (
            "waktu: 2024-02-27",
            "waktu: 20240227",
            "penandatanganan.waktu",
            "tanggal yang ada di kalender",
        ),
        (
            "waktu: 2024-02-27",
            "waktu: ٢٠٢٤-٠٢",
            "penandatanganan.waktu",
            "tanggal yang ada di kalender",
        ),
        ("renstra: {awal: 2021", "renstra: {awal: ²", "periode.renstra.awal", "diharapkan tahun"),
        (
            "renstra: {awal: 2021",
            "renstra: {awal: 2_021",
            "periode.renstra.awal",
            "diharapkan tahun",
        ),
        (
            "renstra: {awal: 2021",
            "renstra: {awal: 2027",
            "periode.renstra",
            "tahun awal harus sebelum",
        ),
        (
            "batas_capaian: 120",
            "batas_capaian: 1e999",
            "pengukuran.batas_capaian",
            "diharapkan angka",
        ),
        (
            "batas_capaian: 120",
            "batas_capaian: NaN",
            "pengukuran.batas_capaian",
            "diharapkan angka",
        ),
        ("batas_capaian: 120", "batas_capaian: 0", "pengukuran.batas_capaian", "lebih dari 0"),
        (
            "batas_capaian: 120",
            "batas_capaian: 999999",
            "pengukuran.batas_capaian",
            "paling banyak 10000",
        ),
        ("kota: Kota Contoh", "kota: [a]", "kota", "diharapkan teks"),
        ("kota: Kota Contoh", "kota:", "kota", "diharapkan teks"),
        ("kota: Kota Contoh", "kota: x\nfax: y", "fax", "tidak dikenal"),
        (
            "  jabatan:",
            "  nip: ١٩٧٠٠١٠١ ١٩٩٠٠١ ١ ٠٠١\n  jabatan:",
            "kepala.nip",
            "bentuknya tidak sesuai",
        ),
    ],
)
def test_a_wrong_field_is_told_with_its_line(tmp_path, old, new, column, word):
    text = changed(old, new)
    fault = next(f for f in faults(tmp_path, text) if f.column == column)
    assert word in fault.expected
    name = column.rpartition(".")[2]
    assert name in text.splitlines()[fault.row - 1]


def test_a_missing_field_has_no_line_but_its_name(tmp_path):
    (fault,) = faults(tmp_path, changed("kota: Kota Contoh\n", ""))
    assert (fault.row, fault.column, fault.expected) == (None, "kota", "isian ini wajib ada")


def test_a_scalar_is_the_text_that_was_typed(tmp_path):
    path = tmp_path / FILE
    text = changed("kota: Kota Contoh\n", "kota: yes\ntelepon: 0383\n").replace(
        "batas_capaian: 120", "batas_capaian: 112,5"
    )
    path.write_text(text, encoding="utf-8")
    profil, found = read(path, FILE)
    assert not found
    assert (profil.kota, profil.telepon, str(profil.pengukuran.batas_capaian)) == (
        "yes",
        "0383",
        "112.5",
    )
