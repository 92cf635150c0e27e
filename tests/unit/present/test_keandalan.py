"""The digest of the annex: counts of what was found, and of what a checklist answers."""

from __future__ import annotations

from kecil import anggaran, buka, kinerja

from lkipnb.present.keandalan import ANSWERS, keandalan


def test_findings_that_stand_are_counted_by_their_weight(tmp_path):
    broken = [anggaran("1.01", 1000, 900), anggaran("1.01.01", 800, 900)]
    sound = keandalan(buka(tmp_path / "a"))
    found = keandalan(buka(tmp_path / "b", anggaran=broken))
    assert found["kesalahan"] > sound["kesalahan"]
    assert found["diterima"] == 0


def test_every_question_has_one_answer_and_no_answer_is_told_with_nothing(tmp_path):
    lk = buka(tmp_path, kinerja=[kinerja(realisasi="")])
    told = keandalan(lk)
    counted = sum(int(each["banyak"]) for each in told["reviu"])
    assert counted == len(lk.tabel.reviu().baris)
    assert all(each["banyak"] > 0 and each["jawaban"] in ANSWERS for each in told["reviu"])


def test_each_source_that_the_report_uses_counts_once(tmp_path):
    lk = buka(tmp_path)
    assert keandalan(lk)["sumber"] == len(lk.tabel.sumber_data().baris)
