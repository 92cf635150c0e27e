"""The data package: what a stranger's program makes of it, and what does not leave the office."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from decimal import Decimal

import kecil
import pandas as pd
import pytest
import yaml
from berkas import jpeg, letakkan
from conftest import OPD, TAHUN
from frictionless import Package, validate
from shipped import DATA

import lkipnb
from lkipnb.model import NOT_APPLICABLE
from lkipnb.report.document import Document
from lkipnb.report.paket import deskriptor, paket
from lkipnb.report.paket.isi import berkas
from lkipnb.report.paket.masukan import NIP, kosong, masukan
from lkipnb.report.paket.sumber_daya import Lajur, SumberDaya
from lkipnb.report.paket.tabel import sumber_daya


def resource(files: dict[str, bytes], name: str) -> dict:
    told = json.loads(files[deskriptor.FILE])
    return next(each for each in told["resources"] if each["name"] == name)


@pytest.fixture(scope="module", params=[("contoh", 2023), (OPD, TAHUN)], ids=["contoh", "2020"])
def files(request) -> dict[str, bytes]:
    opd, tahun = request.param
    return paket(lkipnb.open(opd, tahun), {"masukan": {}})


def test_frictionless_finds_nothing_wrong_with_types_keys_and_hashes(files, tmp_path):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    report = validate(str(tmp_path / deskriptor.FILE))
    assert report.flatten(["fieldName", "message"]) == []
    opened = Package(str(tmp_path / deskriptor.FILE))
    rows = opened.get_resource("hasil-capaian").read_rows()
    assert all(isinstance(row["capaian_persen"], Decimal | None) for row in rows)


def test_frictionless_would_find_a_broken_key(files, tmp_path):
    """The check above is none if it passes whatever stands there."""
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    broken = files["kinerja.csv"].replace(b"\n", b"\nLAIN-", 1)
    (tmp_path / "kinerja.csv").write_bytes(broken)
    assert not validate(str(tmp_path / deskriptor.FILE)).valid


def test_each_input_stands_in_the_package_as_it_was_typed(files):
    told = json.loads(files[deskriptor.FILE])["lkipnb"]["masukan"]
    raw = {each["tempat"]: files[each["path"]] for each in told if "path" in each}
    kinerja = next(place for place in raw if place.endswith("/kinerja.csv"))
    assert raw[kinerja] == (DATA / kinerja).read_bytes()


def test_the_number_of_who_signs_does_not_leave_the_office():
    files = paket(lkipnb.open(OPD, TAHUN), {})
    own = yaml.safe_load((DATA / OPD / str(TAHUN) / "profil.yaml").read_text(encoding="utf-8"))
    nip = own["kepala"]["nip"].encode()
    assert nip
    assert not [name for name, content in files.items() if nip in content]
    assert NIP in files[f"masukan-{OPD}-{TAHUN}-profil.yaml"].decode()


def test_of_a_year_before_a_file_with_personal_data_stays_out(tmp_path):
    folder = kecil.buat(tmp_path)
    before = folder / kecil.OPD / str(kecil.TAHUN - 1)
    before.mkdir()
    for path in (folder / kecil.OPD / str(kecil.TAHUN)).glob("*.*"):
        (before / path.name).write_bytes(path.read_bytes())
    sasaran = (before / "sasaran.csv").read_text(encoding="utf-8")
    lk = lkipnb.open(kecil.OPD, kecil.TAHUN, data=folder)
    places = {each.tempat for each in masukan(lk)}
    assert "kecil/2022/sasaran.csv" in places
    (before / "sasaran.csv").write_text(sasaran.strip() + " hubungi 0812-3456-7890\n", "utf-8")
    places = {each.tempat for each in masukan(lk)}
    assert "kecil/2022/sasaran.csv" not in places
    assert "kecil/2022/kinerja.csv" in places


def test_files_beside_the_tables_stay_out(tmp_path):
    folder = letakkan(kecil.buat(tmp_path), rahasia_jpg=jpeg())
    (folder / kecil.OPD / str(kecil.TAHUN) / "catatan.docx").write_bytes(b"rahasia")
    files = paket(lkipnb.open(kecil.OPD, kecil.TAHUN, data=folder), {})
    assert not [name for name in files if "rahasia" in name or "catatan" in name]
    assert json.loads(files[deskriptor.FILE])["lkipnb"]["tidak_dibaca"] == 2


def test_a_column_is_a_number_only_where_every_cell_is_one():
    cells = [Decimal("1.50"), None, NOT_APPLICABLE]
    frame = pd.DataFrame(
        {"a": cells, "b": [Decimal(1), "< 5", "=1+1"], "c": [None] * 3}, dtype=object
    )
    columns = [Lajur("a", "A"), Lajur("b", "B"), Lajur("c", "C", angka=True)]
    table = SumberDaya("uji", "Uji", columns, frame)
    assert [table.jenis(column) for column in columns] == ["number", "string", "number"]
    rows = list(csv.reader(io.StringIO(table.csv.decode())))
    assert rows == [["a", "b", "c"], ["1.50", "1", ""], ["", "< 5", ""], ["n/a", "'=1+1", ""]]


def test_units_meanings_and_sources_are_told():
    made = paket(lkipnb.open("contoh", 2023), {})
    fields = {field["name"]: field for field in resource(made, "anggaran")["schema"]["fields"]}
    assert (fields["pagu_rp"]["type"], fields["pagu_rp"]["unit"]) == ("number", "Rp")
    assert resource(made, "kinerja")["sources"]
    result = {f["name"]: f for f in resource(made, "hasil-capaian")["schema"]["fields"]}
    assert result["capaian_persen"]["unit"] == "%"


def test_a_licence_is_named_only_where_the_agency_names_one(tmp_path):
    lk = kecil.buka(tmp_path)
    assert "licenses" not in json.loads(paket(lk, {})[deskriptor.FILE])
    licensed = lk.data.profil.model_copy(update={"lisensi": "CC-BY-4.0"})
    told = deskriptor.deskriptor(replace(lk.data, profil=licensed), [], [])
    assert told["licenses"] == [{"name": "CC-BY-4.0"}]


def test_the_package_as_one_file_is_the_same_each_time(tmp_path):
    lk = kecil.buka(tmp_path)
    assert [table.nama for table in sumber_daya(lk)][:2] == ["sasaran", "indikator"]
    document = Document("Laporan", None, (), (), (), (), paket=paket(lk, {}))
    assert berkas(document) == berkas(document)
    with zipfile.ZipFile(io.BytesIO(berkas(document))) as file:
        assert file.namelist()[0] == deskriptor.FILE


def test_an_empty_picture_stands_for_one_that_the_pages_hold():
    assert kosong("a/2023/lampiran/x.png", {"lebar": 800, "tinggi": 200})[:4] == b"\x89PNG"
    assert kosong("a/2023/lampiran/x.jpg", {"lebar": 800, "tinggi": 600})[:2] == b"\xff\xd8"
    assert kosong("a/2023/lampiran/x.pdf", {"halaman": 2})[:4] == b"%PDF"
