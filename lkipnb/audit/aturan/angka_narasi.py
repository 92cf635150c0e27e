"""A figure typed by hand into prose can disagree with the tables; a value cannot."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.pribadi import traces
from lkipnb.schemas.templat import terketik

ID = "angka-narasi"
VALUE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Numbers that are names: of laws, years, list items, headings, chapters, and 100% as the target
# itself.
NAMA = re.compile(
    r"(?:nomor|no\.?|tahun|bab|tabel|gambar|lampiran|pasal|ayat|triwulan|sasaran)\s+[\d.]+(?:\s*[-–]\s*\d+)?"
    r"|\b\d+/(?:19|20)\d\d\b|\b(?:19|20)\d\d\b|^\s*(?:#+\s*)?(?:\d+|[A-Z]|[IVX]+)\.\s|\b100%|SHA-256|\b[A-Za-z]+-\d+\b",
    re.IGNORECASE | re.MULTILINE,
)
FIGURE = re.compile(r"(?:Rp\s*)?\d[\d.,]*\s*(?:%|persen|juta|miliar)?")


def _example(figure: str) -> str:
    """A value of the same kind: money, a share, a count."""
    if figure.startswith("Rp") or figure.endswith(("juta", "miliar")):
        return "{{ belanja_jumlah.realisasi_rp | rupiah }}"
    if figure.endswith(("%", "persen")):
        return "{{ capaian.capaian_persen | persen }}"
    return "{{ capaian.banyak_indikator }}"


def _without_personal(text: str) -> str:
    """The text without numbers and addresses of persons, which a rule of their own tells."""
    for trace in reversed(traces(text)):
        text = f"{text[: trace.start]} {text[trace.end :]}"
    return text


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for file, text in materi.prosa.items():
        typed = "\n".join([VALUE.sub(" ", text), *terketik(text)])
        left = NAMA.sub(" ", _without_personal(typed))
        for figure in dict.fromkeys(" ".join(match.split()) for match in FIGURE.findall(left)):
            yield Temuan(
                ID,
                PERINGATAN,
                file,
                None,
                None,
                figure,
                None,
                f"{file} memuat angka yang diketik tangan: {figure}",
                "angka yang diketik tidak ikut berubah bila datanya berubah",
                f"ganti dengan nilai, misalnya {_example(figure)}",
            )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Tidak ada angka yang diketik dalam kalimat",
    "Kehati-hatian: angka dalam kalimat terikat pada nilainya",
    "Angka dalam narasi/*.md dan dalam bab harus ditulis sebagai nilai, supaya selalu sama dengan"
    " tabelnya.",
    (),
    periksa=_periksa,
)
