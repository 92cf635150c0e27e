"""Documents at the door: PDF files that can be opened, or one sentence."""

from __future__ import annotations

import pytest
from berkas import pdf, png

from lkipnb.load import dokumen
from lkipnb.load.citra import Ditolak


def loaded(folder, content: bytes):
    place = folder / "dinas" / "2023" / "lampiran"
    place.mkdir(parents=True, exist_ok=True)
    (place / "a.pdf").write_bytes(content)
    return dokumen.muat(place, "a.pdf")


def test_a_document_tells_its_pages(tmp_path):
    assert loaded(tmp_path, pdf(3)).halaman == 3


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (pdf(1, sandi="rahasia"), "terkunci kata sandi"),
        (png(), "isinya bukan PDF"),
        (b"%PDF-1.7\nhalo", "PDF rusak atau terpotong"),
        (pdf(dokumen.MOST_PAGES + 1), "mempunyai 101 halaman; paling banyak 100"),
    ],
    ids=["encrypted", "mislabelled", "corrupt", "many pages"],
)
def test_what_cannot_be_bound_is_refused_in_a_sentence(tmp_path, content, told):
    with pytest.raises(Ditolak, match=told):
        loaded(tmp_path, content)
