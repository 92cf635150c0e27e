"""A predicate that a sentence of the agency gives to an indicator, a sasaran or the agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kalimat import Kalimat, kalimat
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.model import Results
from lkipnb.rules.skala import skala_dipakai
from lkipnb.schemas import SelangSkala

ID = "predikat-narasi"
SEBUTAN = r"\b(?:ber)?(?:predikat|kategori)(?:\s+(?:kinerja|capaian|yang))*\s+[“\"*]*"
INSTANSI = re.compile(
    r"\b(?:capaian|kinerja)\b.*\b(?:keseluruhan|instansi|dinas|badan|kecamatan|perangkat daerah)\b",
    re.IGNORECASE,
)
# Of what others judge: their words are not those of the agency's scale.
LAIN = re.compile(r"sakip|opini|akreditasi|survei|indeks|zona|penghargaan", re.IGNORECASE)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    if materi.hasil is None:
        return
    pengukuran = materi.data.profil.pengukuran
    skala = skala_dipakai(pengukuran, materi.baris(SelangSkala), materi.rules)
    words = [each.predikat for each in skala.selang]
    named = sorted(words, key=len, reverse=True)
    pattern = re.compile(f"{SEBUTAN}({'|'.join(map(re.escape, named))})\\b", re.IGNORECASE)
    for each in kalimat(materi):
        said = pattern.findall(each.isi)
        subjects = _subjects(each, materi.hasil)
        # With two predicates or two subjects a sentence does not say which belongs to which.
        if len(said) == 1 and len(subjects) == 1 and not LAIN.search(each.isi):
            (name, right), *_ = subjects.items()
            if right and right.casefold() != said[0].casefold():
                yield _told(each, name, said[0], right)


def _subjects(each: Kalimat, hasil: Results) -> dict[str, str | None]:
    """The predicate of each indicator or sasaran that a sentence names; of the agency where it
    names none and speaks of the whole.
    """
    text = each.isi.casefold()
    found = {row.kode: row.predikat for row in hasil.capaian if _names(text, row.kode, row.nama)}
    found |= {
        row.kode: row.predikat
        for row in hasil.capaian_sasaran
        if _names(text, row.kode, row.uraian)
    }
    if not found and INSTANSI.search(each.isi):
        return {"instansi": hasil.capaian_opd.predikat}
    return found


def _names(text: str, kode: str, nama: str) -> bool:
    code = re.search(rf"\b{re.escape(kode.casefold())}\b", text)
    return code is not None or nama.casefold() in text


def _told(each: Kalimat, name: str, said: str, right: str) -> Temuan:
    return Temuan(
        ID,
        PERINGATAN,
        each.berkas,
        each.baris,
        None,
        said,
        right,
        f"{each.berkas} menyebut predikat {name} {said}, sedangkan capaiannya memberi {right}:"
        f" {each.dikutip}",
        "kalimat tidak ikut berubah ketika capaiannya berubah",
        f"tulis {right}, atau tulis predikatnya sebagai nilai",
        kunci=f"{name} {said}",
    )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Predikat dalam kalimat mengikuti capaiannya",
    "Skala predikat yang dinyatakan instansi",
    "Predikat yang disebut kalimat untuk satu indikator, satu sasaran, atau instansi dibandingkan"
    " dengan hasil hitung. Bila kalimat menyebut beberapa sekaligus, tidak ada yang dinilai.",
    ("indikator", "kinerja", "sasaran"),
    periksa=_periksa,
)
