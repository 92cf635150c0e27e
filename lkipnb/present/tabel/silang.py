"""Cross tables of counts, and pairs of columns side by side."""

from __future__ import annotations

from lkipnb.calculate.silang import JUMLAH as TOTAL
from lkipnb.model import TabelSilang
from lkipnb.present.format import angka
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Row, bila_ada, nol_kosong

Isi = tuple[list[Kolom], list[Baris]]
TERBAGI = 60  # percent that the inner columns of a cross table share
HITUNGAN = nol_kosong(angka)


def silang(table: TabelSilang, nama: str, judul: str, payung: str) -> Isi:
    """Columns and rows of a cross table with margins; a dash stands for none.

    The first column is `nama` under the heading `judul`; `payung` stands above the inner ones.
    """
    inner = [name for name in table.nama_kolom if name != TOTAL]
    share = TERBAGI // len(inner)
    kolom = [
        Kolom(nama, judul, 100 - 15 - share * len(inner), kepala=True),
        *(Kolom(name, name, share, HITUNGAN, angka=True, payung=payung) for name in inner),
        Kolom(TOTAL, TOTAL, 15, HITUNGAN, angka=True),
    ]
    return kolom, [_cross_row(nama, name, table) for name in table.nama_baris]


def _cross_row(nama: str, name: str, table: TabelSilang) -> Baris:
    counts = {column: table.sel[name, column] for column in table.nama_kolom}
    cells = {nama: name, **counts}
    if name == TOTAL:
        return Baris(cells, peran=JUMLAH)
    return Baris(cells)


def dua_lajur(kinds: list[Row]) -> Isi:
    """Kinds with a number and a name in two columns side by side, read down."""
    half = (len(kinds) + 1) // 2
    left, right = kinds[:half], kinds[half:]
    kolom = [
        Kolom("nomor_1", "No.", 6, bila_ada(angka), angka=True),
        Kolom("jenis_1", "Jenis", 44),
        Kolom("nomor_2", "No.", 6, bila_ada(angka), angka=True),
        Kolom("jenis_2", "Jenis", 44),
    ]
    empty: list[Row] = [{}] * (half - len(right))
    pairs = zip(left, [*right, *empty], strict=True)
    return kolom, [Baris(_side(one, 1) | _side(other, 2)) for one, other in pairs]


def _side(kind: Row, n: int) -> dict[str, object]:
    return {f"nomor_{n}": kind.get("nomor"), f"jenis_{n}": kind.get("nama")}
