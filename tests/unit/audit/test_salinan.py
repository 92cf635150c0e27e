"""A whole line of amounts equal to its neighbour: copied or moved, so nothing is proposed alone."""

from __future__ import annotations

from kecil import anggaran, buat, temuan

ROWS = (
    anggaran("1.02.02", 1_171_000, 1_048_000),
    anggaran("1.02.02.2.01", 412_000, 371_000),
    anggaran("1.02.02.2.02", 253_000, 224_000),
    anggaran("1.02.02.2.03", 506_000, 453_000),
)


def found(folder, rows):
    return temuan(buat(folder, anggaran=rows), "jumlah-anggaran")


def test_two_amounts_equal_to_the_line_above_are_no_sure_copy(tmp_path):
    rows = list(ROWS)
    rows[2] = anggaran("1.02.02.2.02", 412_000, 371_000)
    told = found(tmp_path, rows)
    assert told
    assert not any(each.perbaikan for each in told)
    assert all("turun satu baris" in each.sebab for each in told)


def test_two_amounts_equal_to_the_line_below_may_have_moved_up(tmp_path):
    rows = list(ROWS)
    rows[2] = anggaran("1.02.02.2.02", 506_000, 453_000)
    told = found(tmp_path, rows)
    assert told
    assert not any(each.perbaikan for each in told)
    assert all("naik satu baris" in each.sebab for each in told)


def test_one_amount_of_the_line_above_is_a_copied_cell(tmp_path):
    rows = list(ROWS)
    rows[2] = anggaran("1.02.02.2.02", 412_000, 224_000)
    (told,) = found(tmp_path, rows)
    assert [c.terkoreksi for c in told.perbaikan] == ["253000"]


def test_a_run_whose_columns_were_exchanged_is_told_whole(tmp_path):
    rows = [ROWS[0], *(row | {"pagu_rp": row["realisasi_rp"]} for row in ROWS[1:])]
    rows[1:3] = [
        anggaran(row["kode_rekening"], row["realisasi_rp"], row["pagu_rp"]) for row in ROWS[1:3]
    ]
    rows[3] = ROWS[3]
    told = found(tmp_path, rows)
    assert {(c.baris, c.kolom, c.terkoreksi) for t in told for c in t.perbaikan} == {
        (3, "pagu_rp", "412000"),
        (3, "realisasi_rp", "371000"),
        (4, "pagu_rp", "253000"),
        (4, "realisasi_rp", "224000"),
    }
