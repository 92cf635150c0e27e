"""A suggestion of the audit into `koreksi.csv`, with its reason and its evidence."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from datetime import datetime
from pathlib import Path

from lkipnb.audit import Hasil
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import Temuan
from lkipnb.errors import BusyError, UsageError
from lkipnb.load.corrections import DELETE, WHOLE_ROW
from lkipnb.load.places import year_folder, year_held
from lkipnb.schemas import Koreksi
from lkipnb.storage import backup, place


def terima(kode: str, hasil: Hasil, materi: Materi, data: Path, now: datetime) -> list[str]:
    """Write the corrections of finding `kode`; gives their codes.

    The earlier `koreksi.csv` stays as a backup dated `now`.  Raises UsageError when there is no
    such finding, when it proposes nothing, or when a cell has been corrected already; BusyError
    while another run has the year or when the file has changed since it was judged.
    """
    opd, tahun = materi.data.opd, materi.data.tahun
    with year_held(data, opd, tahun, "check --accept-suggestion"):
        rows = _rows(_proposed(kode, hasil), materi)
        path = year_folder(data, opd, tahun) / Koreksi.table.file
        earlier = path.read_bytes() if path.is_file() else None
        if _digest(earlier) != materi.data.sha256.get(f"{opd}/{tahun}/{Koreksi.table.file}"):
            raise BusyError(
                f"{Koreksi.table.file} berubah sejak diperiksa; periksa lagi, lalu ulangi."
            )
        if earlier is not None:
            backup.save(path, now)
        before = (
            (earlier or ",".join(Koreksi.table.names).encode()).decode("utf-8-sig").rstrip("\n")
        )
        place.put_file(path, f"{before}\n{_csv(rows)}".encode())
    return [row[0] for row in rows]


def _proposed(kode: str, hasil: Hasil) -> Temuan:
    """The finding of that code, which proposes changes of cells."""
    found = next((t for t in hasil.temuan if t.id == kode), None)
    if found is None:
        raise UsageError(f"Temuan {kode} tidak ada.")
    if found.pilihan:
        raise UsageError(
            f"Temuan {kode} dijelaskan oleh lebih dari satu perubahan, atau belum pasti; pilih"
            f" sendiri dan tulis di {Koreksi.table.file}. {found.saran}."
        )
    if not found.perbaikan:
        raise UsageError(f"Temuan {kode} tidak mengusulkan perbaikan sel; {found.saran}.")
    return found


def _csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _rows(found: Temuan, materi: Materi) -> list[list[str]]:
    """The corrections in the columns of `koreksi.csv`."""
    earlier = materi.data.koreksi.to_dict("records")
    next_number = 1 + max(
        (int(n) for row in earlier if (n := re.sub(r"\D", "", row["kode"]))), default=0
    )
    taken = {(row["tabel"], row["kunci"], row["kolom"]) for row in earlier}
    rows = []
    for number, change in enumerate(found.perbaikan, start=next_number):
        key = materi.kunci(change.tabel, change.baris)
        if (change.tabel, key, change.kolom) in taken:
            raise UsageError(f"Sel itu sudah dikoreksi: {change.tabel}, {key}, {change.kolom}.")
        printed = (
            ""
            if change.kolom == WHOLE_ROW
            else materi.data.printed[change.tabel].at[change.baris, change.kolom]
        )
        right = DELETE if change.kolom == WHOLE_ROW else change.terkoreksi
        proof = f"{found.pesan} (temuan {found.id})"
        rows.append(
            [
                f"C{number:02}",
                change.tabel,
                key,
                change.kolom,
                str(printed),
                right,
                found.sebab,
                proof,
            ]
        )
    return rows
