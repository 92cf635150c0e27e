"""No report of a person: where the guard looks, what it lets pass, and that a report waits for a
reason.
"""

from __future__ import annotations

import pytest
from conftest import OPD, ROOT, TAHUN
from PIL import Image
from shipped import DATA

from lkipnb.audit import audit
from lkipnb.audit.aturan.data_pribadi import ID, _found
from lkipnb.cli import main
from lkipnb.errors import DataError
from lkipnb.load.dataset import load
from lkipnb.report.build import build
from lkipnb.report.order import Order

NIK, NIP, PONSEL = "5379014101850003", "19850101 201001 1 001", "0812-3456-7890"
CHAPTERS = ROOT / "notebooks"


def findings(opd, tahun, folder) -> list:
    return [t for t in audit(opd, tahun, folder, notebooks=CHAPTERS).temuan if t.aturan == ID]


def found(data) -> list[tuple]:
    return [(t.berkas, t.baris, t.kolom, t.tercetak) for t in findings(OPD, TAHUN, data.path)]


def write(data, path: str, text: str) -> None:
    (data.year / path).write_text(text, encoding="utf-8")


def test_shipped_years_are_clean():
    for opd, tahun in ((OPD, TAHUN), ("contoh", 2021), ("contoh", 2022), ("contoh", 2023)):
        assert findings(opd, tahun, DATA) == []


def test_tables_prose_profile_claims_and_corrections_are_looked_through(data):
    data.set("fakta", 2, "uraian", f"Penerima bantuan NIK {NIK}")
    data.set("klaim", 3, "uraian", f"Jumlah menurut {PONSEL}")
    data.set("koreksi", 2, "alasan", f"Menurut {NIP}")
    write(data, "narasi/simpulan.md", f"Baris satu.\n\nHubungi {PONSEL}.\n")
    profile = (data.year / "profil.yaml").read_text(encoding="utf-8")
    write(data, "profil.yaml", profile + f'\npemberitahuan: "Hubungi {PONSEL}"\n')
    assert found(data) == [
        ("profil.yaml", None, "pemberitahuan", "08••-••••-••••"),
        ("fakta.csv", 2, "uraian", "53••••••••••••••"),
        ("klaim.csv", 3, "uraian", "08••-••••-••••"),
        ("koreksi.csv", 2, "alasan", "19•••••• •••••• • •••"),
        ("narasi/simpulan.md", 3, None, "08••-••••-••••"),
    ]


def test_the_nip_of_who_signs_and_the_telephone_of_the_office_are_in_their_place(data):
    profile = (data.year / "profil.yaml").read_text(encoding="utf-8")
    assert "nip:" in profile
    write(
        data,
        "profil.yaml",
        profile + "\n" + ('telepon: "(0383) 21234"\n' if "telepon:" not in profile else ""),
    )
    dataset, _ = load(OPD, TAHUN, data.path)
    write(
        data,
        "narasi/kedudukan.md",
        f"Kantor dapat dihubungi di telepon {dataset.profil.telepon}.\n",
    )
    assert found(data) == []


def test_the_nip_is_not_called_by_its_name_in_prose(data):
    write(data, "narasi/simpulan.md", "Disusun oleh NIP {{ profil.kepala.nip }}.\n")
    assert found(data) == [("narasi/simpulan.md", 1, None, "{{ profil.kepala.nip }}")]


def test_a_photo_that_knows_where_it_was_taken_is_told(data):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "S"
    exif[0x010E] = f"Penerima, hp {PONSEL}"
    picture = Image.new("RGB", (4, 4))
    picture.save(data.year / "kegiatan.jpg", exif=exif)
    picture.save(data.year / "logo.png")
    write(data, "rusak.jpg", "bukan gambar")
    assert [(file, tag) for file, _, tag, _ in found(data)] == [
        ("kegiatan.jpg", "keterangan"),
        ("kegiatan.jpg", "koordinat tempat pemotretan"),
        ("rusak.jpg", "gambar yang tidak terbaca, sehingga isinya tidak dapat diperiksa"),
    ]


def test_no_finding_of_any_rule_tells_the_number(data):
    data.set("kinerja", 2, "target", NIK)
    write(data, "narasi/simpulan.md", f"Penerima {NIK} dan {NIP}.\n")
    for finding in audit(OPD, TAHUN, data.path, notebooks=CHAPTERS).temuan:
        assert NIK not in str(finding)
        assert NIP not in str(finding)


def test_a_report_is_refused_with_every_place_until_the_reason_is_stated(data, tmp_path, capsys):
    data.set("fakta", 2, "uraian", f"Penerima bantuan NIK {NIK}")
    write(data, "narasi/simpulan.md", f"Hubungi {PONSEL}.\n")
    arguments = ["report", str(TAHUN), "--data", str(data.path), "--out", str(tmp_path / "reports")]
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert "fakta.csv, baris 2, kolom uraian; memuat NIK atau nomor KK: 53••" in told
    assert "narasi/simpulan.md, baris 1; memuat nomor telepon: 08••" in told
    assert NIK not in told
    assert PONSEL not in told
    assert not (tmp_path / "reports").exists()
    assert main(["check", str(TAHUN), "--data", str(data.path)]) == 1
    accept(data)
    assert found(data) == []


def accept(data) -> None:
    reason = ["Nomor layanan pengaduan umum.", "Kepala Sub Bagian Program"]
    stated = [[t.id, *reason] for t in findings(OPD, TAHUN, data.path)]
    data.write("penerimaan", data.rows("penerimaan") + stated)


def test_a_reason_holds_for_its_place_only(data):
    data.set("fakta", 2, "uraian", f"Penerima bantuan NIK {NIK}")
    accept(data)
    data.set("fakta", 3, "uraian", f"Penerima bantuan NIK {NIK}")
    with pytest.raises(DataError) as caught:
        build(
            Order(OPD, TAHUN, data=data.path, notebooks=CHAPTERS, out=data.path.parent / "reports")
        )
    assert [(fault.file, fault.row) for fault in caught.value.faults] == [("fakta.csv", 3)]


@pytest.mark.parametrize(
    "typed",
    [
        "537901**4101850003**",
        "5379\\014101850003",
        "537901<!-- x -->4101850003",
        '{{ "537901" ~ "4101850003" }}',
        "５３７９０１４１０１８５０００３",
        "5\u03323\u03327\u03329\u03320\u0332141\u033201850003",
        "537901`4101850003`",
    ],
)
def test_a_number_is_found_as_it_is_read_however_it_is_typed(typed):
    place = ("narasi/simpulan.md", 1, None)
    assert [trace.kind for trace in _found(place, f"Penerima {typed} itu")] == ["NIK atau nomor KK"]


@pytest.mark.parametrize(
    "typed",
    [
        '{% set a = "537901" %}{{ a }}{% set b = "4101850003" %}{{ b }}',
        "{% for a in ('53790', '141018', '50003') %}{{ a }}{% endfor %}",
    ],
)
def test_a_number_that_prose_puts_together_is_refused_before_a_chapter_runs(data, tmp_path, typed):
    write(data, "narasi/simpulan.md", f"Penerima {typed}\n")
    with pytest.raises(DataError, match="disusun dari potongan") as refused:
        build(Order(OPD, TAHUN, data=data.path, notebooks=CHAPTERS, out=tmp_path, formats=["html"]))
    assert NIK not in str(refused.value)
