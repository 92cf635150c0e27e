"""What the print holds: all but the details, and of those it says where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kecil import buka
from pydantic import ValidationError

from lkipnb.exchange.isian import flat_profile, profile_text
from lkipnb.model import Profil
from lkipnb.report.cover import cover
from lkipnb.report.document import Document, Entry
from lkipnb.report.tercetak import tercetak

REFERENCE = '<a class="rujuk" href="#tabel-{0}">Tabel L.{1}</a>'
TOLD = f"{REFERENCE.format('b', 2)} dan {REFERENCE.format('a', 1)}"
DIGEST = f"<h1 id='ringkas'>Ringkas</h1><p>{TOLD}.</p>"
FIGURE = '<figure class="tabel" id="tabel-{0}"></figure>'


@pytest.fixture
def whole(tmp_path) -> Document:
    return Document(
        "Judul",
        cover(buka(tmp_path).data),
        (
            ("lampiran", DIGEST + FIGURE.format("a")),
            ("rinci", f"<h1 id='rinci'>Rinci</h1>{FIGURE.format('b')}"),
        ),
        (Entry("ringkas", "Ringkas"), Entry("rinci", "Rinci")),
        (Entry("tabel-a", "A", nomor="Tabel L.1"), Entry("tabel-b", "B", nomor="Tabel L.2")),
        (),
    )


def test_the_details_are_on_no_list_of_the_print_and_their_numbers_stay(whole):
    printed = tercetak(whole)
    assert [entry.id for entry in printed.isi] == ["ringkas"]
    assert [entry.nomor for entry in printed.tabel] == ["Tabel L.1"]
    assert [peran for peran, _ in printed.sections] == ["lampiran"]


def test_a_reference_to_what_is_not_printed_says_where_it_stands(whole):
    ((_, html),) = tercetak(whole).sections
    assert "<p>Tabel L.2 (versi HTML) dan <a " in html
    assert 'href="#tabel-a"' in html
    assert 'href="#tabel-b"' not in html


def test_an_office_may_print_all(whole):
    wanted = replace(whole, cover=replace(whole.cover, rinci=True))
    assert tercetak(wanted) is wanted
    chapter = replace(whole, cover=None)
    assert tercetak(chapter) is chapter


@pytest.mark.parametrize(("told", "rinci"), [("ya", True), ("tidak", False), (True, True)])
def test_the_profile_says_ya_or_tidak_and_the_form_says_it_again(tmp_path, told, rinci):
    profil = buka(tmp_path).data.profil
    changed = Profil.model_validate(profil.model_dump() | {"lampiran": {"rinci": told}})
    assert changed.lampiran.rinci is rinci
    fields = flat_profile("kecil", 2023, changed)
    assert fields["lampiran.rinci"] == ("ya" if rinci else "tidak")
    assert f"rinci: {fields['lampiran.rinci']}" in profile_text(fields)
    assert flat_profile("kecil", 2023, profil)["lampiran.rinci"] == ""


def test_any_other_word_is_refused(tmp_path):
    content = buka(tmp_path).data.profil.model_dump()
    with pytest.raises(ValidationError, match="diharapkan ya atau tidak"):
        Profil.model_validate(content | {"lampiran": {"rinci": "mungkin"}})
