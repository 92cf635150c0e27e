"""Every source that the report uses."""

from __future__ import annotations

from lkipnb.asal import Angka, Rumus
from lkipnb.present import sebutan
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import angka
from lkipnb.present.rujukan import referensi_dipakai
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, bila_ada

KOLOM = (
    Kolom("sumber", "Data", 52, kepala=True),
    Kolom("baris", "Baris", 12, bila_ada(angka), angka=True),
    Kolom("sha256", "SHA-256 (16 digit pertama)", 36),
    Kolom("berkas", "Berkas", 0),
)


def sajian(bahan: Bahan) -> Sajian:
    """With its number of rows where it is a table, and the start of its SHA-256."""
    frames = {**bahan.data.tables, **bahan.data.printed}
    counts = {name: Angka(len(frame), Rumus("baris", (name,))) for name, frame in frames.items()}
    return Sajian(
        "Data yang dipakai",
        KOLOM,
        [
            Baris(_source(path, digest, counts))
            for path, digest in bahan.data.sha256.items()
            if referensi_dipakai(bahan, path)
        ],
    )


def _source(path: str, digest: str, counts: dict[str, Angka]) -> Row:
    table = path.rpartition("/")[2].removesuffix(".csv")
    return {
        "sumber": sebutan.berkas(path),
        "baris": counts.get(table),
        "sha256": digest[:16],
        "berkas": path,
    }
