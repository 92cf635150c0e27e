"""Checklists answered by what the data show: the review of Lampiran III and the quality of the
report.

A question that no rule can answer stays `perlu dinilai`: it belongs to a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from lkipnb.model import NOT_APPLICABLE, Dataset, Results
from lkipnb.rules import Butir, Rules

YA, SEBAGIAN, TIDAK, DINILAI = "ya", "sebagian", "tidak", "perlu dinilai"
DATA_UTAMA = ("kinerja", "anggaran", "belanja")  # tables whose source a reader asks for


@dataclass(frozen=True)
class Jawaban:
    """The answer to one question, and what it rests on."""

    kode: str
    kelompok: str
    pertanyaan: str
    jawaban: str
    alasan: str
    dasar: str


Uji = Callable[[Dataset, Results, Rules], tuple[str, str]]


def nilai_butir(
    butir: Mapping[str, Butir], data: Dataset, hasil: Results, rules: Rules, terketik: int = 0
) -> list[Jawaban]:
    """Every question with its answer, in the order of the list; `terketik` is how many figures the
    audit finds typed into prose.  Raises KeyError for a test that does not exist.
    """
    tests = UJI | {"keandalan": partial(_keandalan, terketik=terketik)}
    answers = []
    for kode, question in butir.items():
        answer, reason = (
            tests[question.uji](data, hasil, rules)
            if question.uji
            else (DINILAI, "dinilai oleh pereviu")
        )
        answers.append(
            Jawaban(kode, question.kelompok, question.pertanyaan, answer, reason, question.dasar)
        )
    return answers


def _share(had: int, whole: int, what: str) -> tuple[str, str]:
    """All, some or none of something, in words."""
    if not whole:
        return TIDAK, f"belum ada {what}"
    return (YA if had == whole else SEBAGIAN if had else TIDAK), f"{had} dari {whole} {what}"


def _target_lengkap(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    return _share(
        int(hasil.capaian.target.notna().sum()), len(hasil.capaian), "indikator mempunyai target"
    )


def _capaian_terhitung(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    counted = hasil.capaian_opd
    return _share(
        counted.banyak_terhitung, counted.banyak_indikator, "indikator terhitung capaiannya"
    )


def _data_penting(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    parts = {
        "organisasi": len(data.unit),
        "pegawai": len(data.pegawai_kelamin) or len(data.pegawai_eselon),
        "rencana strategis": len(data.kerangka),
        "anggaran": len(data.anggaran),
        "isu strategis": "isu_strategis" in data.narasi,
    }
    empty = [name for name, filled in parts.items() if not filled]
    if not empty:
        return YA, f"{', '.join(parts)} terisi"
    return (SEBAGIAN if len(empty) < len(parts) else TIDAK), f"belum terisi: {', '.join(empty)}"


def _lampiran(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    mended = "koreksi, " if len(data.koreksi) else ""
    return (
        YA,
        (
            f"Perjanjian Kinerja, {mended}sumber data dengan sidik jari, dan cara menghitung"
            " dilampirkan"
        ),
    )


def _perbaikan(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    told = "langkah_tindak_lanjut" in data.narasi
    solved = set(data.analisis.loc[data.analisis.jenis == "solusi", "indikator"])
    short = [row["kode"] for row in hasil.capaian.to_dict("records") if row["tercapai"] is False]
    without = [kode for kode in short if kode not in solved]
    if told and not without:
        return YA, "langkah tindak lanjut dan solusi tiap indikator yang belum tercapai terisi"
    missing = ([] if told else ["langkah tindak lanjut"]) + (
        [f"solusi {', '.join(without)}"] if without else []
    )
    return (SEBAGIAN if told or solved else TIDAK), f"belum terisi: {'; '.join(missing)}"


def _keuangan(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    lines = hasil.anggaran[hasil.anggaran.rinci.astype(bool)]
    return _share(
        int(lines.realisasi_rp.notna().sum()), len(lines), "baris anggaran mempunyai realisasi"
    )


def _keuangan_sasaran(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    rows = hasil.efisiensi_sasaran
    return _share(
        int(rows.serapan_persen.notna().sum()),
        len(rows),
        "sasaran terkait dengan realisasi anggarannya",
    )


def _sumber_disebut(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    shown = [name for name in DATA_UTAMA if len(data.tables[name])]
    return _share(len(shown) - len(tanpa_sumber(data)), len(shown), "data utama menyebut sumbernya")


def tanpa_sumber(data: Dataset) -> list[str]:
    """The main tables that are filled and whose source the profile does not name."""
    filled = [name for name in DATA_UTAMA if len(data.tables[name])]
    return [name for name in filled if not data.profil.sumber.get(name)]


def _keandalan(data: Dataset, hasil: Results, rules: Rules, terketik: int = 0) -> tuple[str, str]:
    claims = (hasil.klaim, hasil.klaim_anggaran, hasil.klaim_kinerja)
    doubts = {
        "pertentangan terbuka": int((data.kontradiksi.status == "terbuka").sum()),
        "angka menyimpang dari hasil hitung": sum(
            verdict is False for frame in claims for verdict in frame.cocok
        ),
        "angka diketik tangan dalam kalimat": terketik,
    }
    told = [f"{count} {what}" for what, count in doubts.items() if count]
    if told:
        return SEBAGIAN, f"{', '.join(told)}; lihat lampiran"
    return YA, (
        "tidak ada pertentangan terbuka, tidak ada angka yang menyimpang dari hasil hitung, dan"
        " tidak ada angka yang diketik tangan dalam kalimat"
    )


def _sasaran_perjanjian(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    return YA, "laporan dan Perjanjian Kinerja memakai daftar sasaran yang sama"


def _target_perjanjian(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    return YA, "laporan dan Perjanjian Kinerja memakai daftar target yang sama"


def _sasaran_renstra(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    planned = {
        text.casefold() for text in data.kerangka.loc[data.kerangka.jenjang == "sasaran", "uraian"]
    }
    if not planned:
        return DINILAI, "kerangka rencana strategis belum diisi"
    found = sum(text.casefold() in planned for text in data.sasaran.uraian)
    return _share(found, len(data.sasaran), "sasaran berbunyi sama dengan sasaran Renstra")


def _pembanding(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    whole = hasil.capaian_opd.banyak_indikator
    kinds = {
        "tahun sebelumnya": _banyak_bertahun_lalu(hasil),
        "Renstra": int(hasil.kemajuan.kemajuan_persen.notna().sum()),
        "standar": hasil.standar.loc[hasil.standar.persen.notna(), "kode"].nunique(),
    }
    told = ", ".join(f"{name} {count}" for name, count in kinds.items())
    reason = f"dari {whole} indikator dibandingkan dengan {told}"
    if all(count == whole for count in kinds.values()):
        return YA, reason
    return SEBAGIAN if any(kinds.values()) else TIDAK, reason


def _indikator_ada(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    had = sum(hasil.capaian_sasaran.banyak_indikator > 0)
    answer, reason = _share(had, len(hasil.capaian_sasaran), "sasaran mempunyai indikator")
    return (DINILAI if answer == YA else answer), f"{reason}; kecukupannya dinilai oleh pereviu"


def _terukur(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    shown = data.indikator.pembilang.notna() | data.indikator.turunan.notna()
    answer, reason = _share(int(shown.sum()), len(shown), "indikator menyebut cara menghitungnya")
    return (
        DINILAI if answer == YA else answer
    ), f"{reason}; syarat SMART lainnya dinilai oleh pereviu"


def _sistematika(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    held = f"memuat BAB {', '.join(bab.nomor for bab in rules.sistematika)} dan lampiran"
    empty = _belum_diisi(data, hasil)
    if not empty:
        return YA, held
    return SEBAGIAN, f"{held}; belum diisi: {', '.join(empty)}"


def _belum_diisi(data: Dataset, hasil: Results) -> list[str]:
    """What the chapters say is not filled in, in their order."""
    parts = {
        "kedudukan": "kedudukan" in data.narasi,
        "isu strategis": "isu_strategis" in data.narasi,
        "realisasi indikator": hasil.capaian_opd.banyak_belum_dilaporkan == 0,
        "analisis": len(data.analisis) > 0,
        "anggaran": len(data.belanja) > 0 or len(data.anggaran) > 0,
        "simpulan": "simpulan" in data.narasi,
        "langkah tindak lanjut": "langkah_tindak_lanjut" in data.narasi,
    }
    return [name for name, filled in parts.items() if not filled]


def _jangka_menengah(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    known = int(hasil.kemajuan.kemajuan_persen.notna().sum())
    return _share(known, len(hasil.kemajuan), "indikator dibandingkan dengan target Renstra")


def _tahun_lalu(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    return _share(
        _banyak_bertahun_lalu(hasil),
        len(hasil.perbandingan),
        "indikator dibandingkan dengan tahun sebelumnya",
    )


def _banyak_bertahun_lalu(hasil: Results) -> int:
    """How many indicators have a realisasi both this year and last."""
    pairs = hasil.perbandingan[["realisasi", "realisasi_lalu"]].itertuples(index=False)
    return sum(all(map(_diketahui, pair)) for pair in pairs)


def _diketahui(value: object) -> bool:
    return value is not None and value is not NOT_APPLICABLE


def _upaya(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    told = set(data.analisis.indikator)
    return _share(
        sum(kode in told for kode in hasil.capaian.kode), len(hasil.capaian), "indikator dianalisis"
    )


def _efisiensi(data: Dataset, hasil: Results, rules: Rules) -> tuple[str, str]:
    return _share(
        int(hasil.efisiensi.a.notna().sum()),
        len(hasil.efisiensi),
        "indikator terhitung efisiensinya",
    )


UJI: dict[str, Uji] = {
    "data_penting": _data_penting,
    "target_lengkap": _target_lengkap,
    "capaian_terhitung": _capaian_terhitung,
    "lampiran": _lampiran,
    "perbaikan": _perbaikan,
    "keuangan": _keuangan,
    "keuangan_sasaran": _keuangan_sasaran,
    "sumber_disebut": _sumber_disebut,
    "keandalan": _keandalan,
    "sasaran_perjanjian": _sasaran_perjanjian,
    "target_perjanjian": _target_perjanjian,
    "sasaran_renstra": _sasaran_renstra,
    "pembanding": _pembanding,
    "indikator_ada": _indikator_ada,
    "terukur": _terukur,
    "sistematika": _sistematika,
    "jangka_menengah": _jangka_menengah,
    "tahun_lalu": _tahun_lalu,
    "upaya": _upaya,
    "efisiensi": _efisiensi,
}
