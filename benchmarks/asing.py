"""Faults of hand and process, written without sight of the auditor, and what it says of them.

Each class makes one mistake as offices make it, in copies of the real and invented agencies and of
random sound ones.  The truth is known cell by cell; `terlihat` says whether anything in the data
can show the fault at all.

    python benchmarks/asing.py [--banyak N] [--kelas A,B] [--contoh]
"""

import argparse
import csv
import itertools
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lkipnb.audit import audit

AKAR = Path(__file__).parents[1]
NYATA = (
    ("contoh", 2021, AKAR / "data"),
    ("contoh", 2022, AKAR / "data"),
    ("contoh", 2023, AKAR / "data"),
    ("dinsos-flores-timur", 2020, AKAR / "data"),
    ("kecamatan", 2024, AKAR / "tests/cases"),
)
WADAH = ("pagu_rp", "realisasi_rp")
SEMUA = ("pagu_murni_rp", "pagu_rp", "realisasi_rp")
Baris = dict[str, str]


@dataclass
class Kantor:
    """One year of one agency in memory; each row keeps its true content under its own identity."""

    opd: str
    tahun: int
    sumber: Path | None
    tabel: dict[str, list[Baris]]
    kolom: dict[str, list[str]]
    berkas: dict[str, str] = field(default_factory=dict)
    benar: dict[int, Baris | None] = field(default_factory=dict)

    def ingat(self) -> None:
        self.benar = {id(r): dict(r) for rows in self.tabel.values() for r in rows}

    def tulis(self, data: Path) -> None:
        folder = data / self.opd / str(self.tahun)
        if self.sumber:
            shutil.copytree(self.sumber / self.opd, data / self.opd)
            (folder / "koreksi.csv").unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(AKAR / "data/referensi", data / "referensi")
        for name, rows in self.tabel.items():
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as out:
                writer = csv.DictWriter(out, self.kolom[name])
                writer.writeheader()
                writer.writerows(rows)
        for name, text in self.berkas.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


@dataclass
class Salah:
    """What a fault did: where it can be found, and whether the data can show it."""

    sel: list[tuple[str, Baris, str]]
    terlihat: bool = True
    dekat: list[Baris] = field(default_factory=list)


Kelas = Callable[[Kantor, random.Random], Salah | None]
KELAS: dict[str, tuple[Kelas, str]] = {}


def kelas(alasan: str) -> Callable[[Kelas], Kelas]:
    def daftar(made: Kelas) -> Kelas:
        KELAS[made.__name__] = (made, alasan)
        return made

    return daftar


# ---------------------------------------------------------------- agencies


def _table(path: Path) -> tuple[list[str], list[Baris]]:
    with path.open(newline="", encoding="utf-8") as told:
        reader = csv.DictReader(told)
        rows = [{k: v or "" for k, v in row.items()} for row in reader]
        return list(reader.fieldnames or ()), rows


def nyata(opd: str, tahun: int, data: Path) -> Kantor:
    tabel, kolom = {}, {}
    for path in sorted((data / opd / str(tahun)).glob("*.csv")):
        kolom[path.stem], tabel[path.stem] = _table(path)
    _mend(tabel)
    made = Kantor(opd, tahun, data, tabel, kolom)
    made.ingat()
    return made


def _mend(tabel: dict[str, list[Baris]]) -> None:
    """The corrections applied by hand, so that the copy is as the agency meant it."""
    gone: list[Baris] = []
    for fix in tabel.pop("koreksi", []):
        keys = dict(part.strip().split("=", 1) for part in fix["kunci"].split("; "))
        for row in tabel[fix["tabel"]]:
            if all(row.get(k) == v for k, v in keys.items()):
                if fix["terkoreksi"] == "(hapus)":
                    gone.append(row)
                else:
                    row[fix["kolom"]] = fix["terkoreksi"]
                break
    for rows in tabel.values():
        rows[:] = [row for row in rows if not any(row is g for g in gone)]


KERJA = (
    "Penyediaan",
    "Pemeliharaan",
    "Pembinaan",
    "Pengawasan",
    "Penyusunan",
    "Pengembangan",
    "Pendampingan",
    "Koordinasi",
)
HAL = (
    "Sarana Irigasi",
    "Data Pertanian",
    "Kelompok Tani",
    "Jalan Usaha Tani",
    "Bibit Kelapa",
    "Kesehatan Ternak",
    "Pasar Hewan",
    "Penyuluh Lapangan",
    "Lumbung Pangan",
    "Alat Panen",
    "Balai Benih",
    "Kebun Percontohan",
    "Pupuk Organik",
    "Gudang Beras",
    "Embung Desa",
)
SIAPA = (
    "kelompok tani",
    "peternak",
    "nelayan",
    "desa",
    "penyuluh",
    "koperasi",
    "pasar",
    "sekolah",
    "posyandu",
    "lumbung",
    "perpustakaan",
    "terminal",
    "gudang",
    "bendungan",
    "kios",
    "bengkel",
    "pelabuhan",
    "embung",
    "kebun",
    "balai",
)
BUAT = ("terlatih", "terdaftar", "terlayani", "terbina", "terawasi")


def _number(rng: random.Random, low: int, high: int) -> int:
    step = rng.choice((1, 50, 1000, 50000))
    return max(rng.randint(low, high) // step, 1) * step


def _leaf(rng: random.Random, murni: bool) -> dict[str, int]:
    pagu = _number(rng, 3_000_000, 900_000_000)
    real = pagu - rng.randint(0, max(pagu // 12, 1))
    before = pagu + rng.choice((0, 0, pagu // 10, -pagu // 8)) if murni else 0
    return {"pagu_murni_rp": before, "pagu_rp": pagu, "realisasi_rp": real}


def _budget(rng: random.Random, old: bool, murni: bool, persen: bool) -> list[Baris]:
    rows: list[Baris] = []
    want, prefix = rng.randint(20, 200), rng.choice(("3.27", "2.15", "1.04"))
    names = [f"{a} {b}" for a in KERJA for b in HAL]
    programme = 0
    while len(rows) < want:
        programme += 1
        code = f"{prefix}.{programme:02d}"
        node = _grow(rng, code, 1 if old else 2, murni, names)
        rows += _lines(node, persen)
    return rows


def _grow(rng: random.Random, code: str, depth: int, murni: bool, names: list[str]) -> Any:
    fill = "" if code.count(".") == 2 else " Terpadu" * (depth == 1)
    name = rng.choice(names) + fill
    name = f"Program {name} {code[-1]}" if code.count(".") == 2 else name
    if depth == 0:
        return code, name, _leaf(rng, murni), []
    picked = rng.sample(names, rng.randint(2, 7))
    below = []
    for i, own in enumerate(picked, 1):
        step = f"2.{i:02d}" if depth == 2 else f"{i:02d}"
        child = _grow(rng, f"{code}.{step}", depth - 1, murni, names)
        below.append((child[0], own if depth == 1 else f"{own} Daerah", child[2], child[3]))
    total = {k: sum(b[2][k] for b in below) for k in SEMUA}
    return code, name, total, below


def _lines(node: Any, persen: bool) -> list[Baris]:
    code, name, total, below = node
    row = {"kode_rekening": code, "uraian": name}
    row |= {k: str(total[k]) if total[k] else "" for k in SEMUA}
    share = _share(total["realisasi_rp"], total["pagu_rp"])
    row |= {"serapan_persen": share if persen else "", "fisik_persen": "", "sumber_dana": ""}
    return [row] + [line for child in below for line in _lines(child, persen)]


def _share(part: int, whole: int) -> str:
    return str((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01")))


def _rows(header: str, lines: list[list[Any]]) -> tuple[list[str], list[Baris]]:
    names = header.split(",")
    return names, [dict(zip(names, map(str, line), strict=True)) for line in lines]


def _kinerja(rng: random.Random, tahun: int) -> dict[str, tuple[list[str], list[Baris]]]:
    ind, kin, ren, riw, tri, fak, ana = [], [], [], [], [], [], []
    picked = rng.sample([(a, b) for a in SIAPA for b in BUAT], rng.randint(4, 20))
    for i, (who, what) in enumerate(picked, 1):
        code, kind = f"IK-{i:02d}", rng.choice(("persen", "jumlah", "persen", "turun"))
        up, step = kind != "turun", rng.randint(1, 3)
        start = rng.randint(40, 60)
        plan = [start + step * k * (1 if up else -1) for k in range(6)]
        now = plan[tahun - 2021] if tahun >= 2021 else plan[tahun - 2016]
        awal = 2021 if tahun >= 2021 else 2016
        ren += [[code, awal + k, t] for k, t in enumerate(plan)]
        ana.append([code, "pendukung", 1, f"Pelaksana {who} bekerja menurut jadwal."])
        if kind == "persen":
            whole = rng.randint(150, 4000)
            part = whole * (now + rng.randint(-3, 3)) // 100
            real = _share(part, whole) if rng.random() < 0.6 else ""
            of = (f"Jumlah {who} yang {what}", f"Jumlah {who}")
            head = [code, "S1", f"Persentase {who} yang {what}", "persen", "naik", "angka"]
            ind.append([*head, 100, *of, "tahunan", ""])
            kin.append([code, now, real, part, whole])
        else:
            name = f"Jumlah {who} yang {what}" if up else f"Keluhan {who} yang belum {what}"
            unit = "unit" if up else "keluhan"
            real_n = max(now + rng.randint(-4, 4), 4)
            way, by = "naik" if up else "turun", "jumlah" if i % 2 else ""
            ind.append([code, "S1", name, unit, way, "angka", "", "", "", "tahunan", by])
            kin.append([code, now, real_n, "", ""])
            cut = sorted(rng.sample(range(1, real_n), 3))
            parts = [b - a for a, b in zip([0, *cut], [*cut, real_n], strict=True)]
            aim = [now // 4 + (k < now % 4) for k in range(4)]
            if i % 2:
                tri += [[code, k + 1, aim[k], parts[k]] for k in range(4)]
            fak += [[f"f{i}", code, "", name, real_n, unit]]
            fak += [
                [f"f{i}-{k}", code, f"f{i}", f"{name}, wilayah {n}", p, unit]
                for k, (n, p) in enumerate(
                    zip(("utara", "selatan", "timur", "barat"), parts, strict=True)
                )
            ]
        riw += [[code, tahun - 1, now - step if up else now + step, now]]
    out = {
        "indikator": _rows(
            "kode,sasaran,nama,satuan,polaritas,jenis,maksimum,pembilang,penyebut,"
            "sifat_target,triwulan",
            ind,
        ),
        "kinerja": _rows("indikator,target,realisasi,nilai_pembilang,nilai_penyebut", kin),
        "renstra": _rows("indikator,tahun,target", ren),
        "riwayat": _rows("indikator,tahun,target,realisasi", riw),
        "analisis": _rows("indikator,jenis,urutan,uraian", ana),
    }
    if tri:
        out["triwulan"] = _rows("indikator,triwulan,target,realisasi", tri)
    if fak:
        out["fakta"] = _rows("kode,indikator,induk,uraian,nilai,satuan", fak)
    return out


def _people(rng: random.Random) -> dict[str, tuple[list[str], list[Baris]]]:
    schools, ranks = ("SD/SLTA/SMA", "D3/D2/D1", "S1", "S2"), ("II", "III", "IV")
    posts = ("Eselon II", "Eselon III", "Eselon IV", "Non Eselon")
    by_rank, by_post = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    total = rng.randint(20, 90)
    for n in range(total):
        school = "S2" if n < 4 else rng.choice(schools)
        by_rank[school, "IV" if school == "S2" else rng.choice(("II", "III"))] += 1
        post = "Eselon II" if n == 0 else "Eselon III" if n < 4 else "Non Eselon"
        by_post["Eselon IV" if 4 <= n < 12 else post, school] += 1
    men = rng.randint(5, total - 5)
    return {
        "pegawai_eselon": _rows(
            "eselon,pendidikan,jumlah", [[p, s, by_post[p, s]] for p in posts for s in schools]
        ),
        "pegawai_golongan": _rows(
            "pendidikan,golongan,jumlah", [[s, r, by_rank[s, r]] for s in schools for r in ranks]
        ),
        "pegawai_kelamin": _rows(
            "jenis_kelamin,jumlah", [["Laki-laki", men], ["Perempuan", total - men]]
        ),
    }


def rekaan(seed: int) -> Kantor:
    """A random sound agency: every sum and every stated relation holds."""
    rng = random.Random(seed)
    old = rng.random() < 0.3
    tahun = 2020 if old else rng.choice((2022, 2023, 2024))
    murni, persen = rng.random() < 0.5, rng.random() < 0.5
    lines = _budget(rng, old, murni, persen)
    made: dict[str, tuple[list[str], list[Baris]]] = {"anggaran": (list(lines[0]), lines)}
    made |= _kinerja(rng, tahun) | _people(rng)
    made["sasaran"] = _rows("kode,uraian", [["S1", "Meningkatnya pelayanan kepada masyarakat"]])
    made["belanja"] = _spent(rng, lines, old)
    made["unit"] = _rows(
        "kode,nama,induk,eselon,jabatan,urutan",
        [["dinas", "Dinas Pertanian", "", "II", "Kepala Dinas", 1]],
    )
    made["dukungan"] = _rows("kode,kode_rekening", [["S1", lines[0]["kode_rekening"]]])
    made["klaim"] = _claims(made, old)
    for row in made["indikator"][1]:
        row |= dict.fromkeys(("jenjang", "rumus", "bobot", "pengali"), "")
    made["indikator"] = (list(made["indikator"][1][0]), made["indikator"][1])
    kantor = Kantor(
        "dinas-rekaan",
        tahun,
        None,
        {n: rows for n, (_, rows) in made.items()},
        {n: head for n, (head, _) in made.items()},
        _texts(tahun),
    )
    kantor.ingat()
    return kantor


def _roots(lines: list[Baris]) -> list[Baris]:
    return [r for r in lines if r["kode_rekening"].count(".") == 2]


def _spent(rng: random.Random, lines: list[Baris], old: bool) -> tuple[list[str], list[Baris]]:
    total = [sum(int(r[k] or 0) for r in _roots(lines)) for k in SEMUA]
    part = [t // 7 for t in total]
    if old:
        fixed = [rng.randint(10**9, 10**10)] * 2
        murni = [fixed[0] if total[0] else 0, *fixed]
        rows = [["tidak langsung", "Gaji dan tunjangan pegawai", *murni]]
        rows += [["langsung", "Program dan kegiatan dinas", *total]]
    else:
        rest = [t - p for t, p in zip(total, part, strict=True)]
        rows = [["operasi", "Belanja pegawai, barang dan jasa", *rest]]
        rows += [["modal", "Belanja peralatan dan bangunan", *part]]
    names, out = _rows("kelompok,penggunaan," + ",".join(SEMUA), rows)
    for row in out:
        row["pagu_murni_rp"] = row["pagu_murni_rp"].replace("0", "", row["pagu_murni_rp"] == "0")
    return names, out


def _claims(made: Any, old: bool) -> tuple[list[str], list[Baris]]:
    lines, spent = made["anggaran"][1], made["belanja"][1]
    last = len(lines) - len(_roots(lines))
    tier = 2 if old else 3
    if not old:
        last = sum(r["kode_rekening"].count(".") == 5 for r in lines)
    pagu, real = (sum(int(r[k]) for r in spent) for k in WADAH)
    told = [
        ("program", len(_roots(lines)), "anggaran.banyak[tingkat=1]"),
        ("kegiatan" if old else "sub kegiatan", last, f"anggaran.banyak[tingkat={tier}]"),
        ("rupiah", pagu, "belanja.pagu_rp"),
        ("rupiah", real, "belanja.realisasi_rp"),
        ("persen", _share(real, pagu), "belanja.serapan"),
        ("indikator", len(made["indikator"][1]), "indikator.banyak"),
        (
            "orang",
            sum(int(r["jumlah"]) for r in made["pegawai_kelamin"][1]),
            "pegawai_kelamin.jumlah",
        ),
    ]
    said = ("Jumlah program", "Jumlah kegiatan", "Pagu seluruh belanja", "Realisasi belanja")
    said += ("Serapan belanja", "Jumlah indikator", "Jumlah pegawai")
    return _rows(
        "kode,tempat,uraian,nilai,nilai_sampai,satuan,ukuran",
        [
            [f"K{i:02d}", "Ikhtisar Eksekutif", said[i], v, "", u, m]
            for i, (u, v, m) in enumerate(told)
        ],
    )


def _texts(tahun: int) -> dict[str, str]:
    path = AKAR / "data/contoh/2023/profil.yaml"
    text = path.read_text(encoding="utf-8").split("pengukuran:")[0]
    text = text.replace("2023-", f"{tahun}-").replace("2024-02-27", f"{tahun + 1}-02-27")
    text = text.replace("Dinas Kesehatan", "Dinas Pertanian").replace("kesehatan", "pertanian")
    if tahun < 2021:
        text = text.replace("awal: 2021, akhir: 2026", "awal: 2016, akhir: 2021")
    text += "pengukuran:\n  skala: permendagri-91-76-66-51\n  rata_rata: sederhana\n"
    said = {
        "simpulan": "Pelayanan membaik.",
        "kedudukan": "Dinas Pertanian membantu bupati.",
        "isu_strategis": "- Pelayanan belum merata.",
        "langkah_tindak_lanjut": "- Jadwal disusun lebih awal.",
    }
    return {"profil.yaml": text} | {f"narasi/{n}.md": f"{s}\n" for n, s in said.items()}


# ---------------------------------------------------------------- looking around in a budget


def _parts(code: str) -> tuple[str, ...]:
    return tuple(code.replace(" ", ".").split("."))


def induk(kantor: Kantor, row: Baris) -> Baris | None:
    own = _parts(row["kode_rekening"])
    above = [(_parts(r["kode_rekening"]), -n) for n, r in enumerate(kantor.tabel["anggaran"])]
    fits = [(len(c), n) for c, n in above if len(c) < len(own) and own[: len(c)] == c]
    return kantor.tabel["anggaran"][-max(fits)[1]] if fits else None


def anak(kantor: Kantor, row: Baris) -> list[Baris]:
    return [r for r in kantor.tabel["anggaran"] if induk(kantor, r) is row]


def daun(kantor: Kantor) -> list[Baris]:
    rows = [r for r in kantor.tabel["anggaran"] if r["pagu_rp"] and r["realisasi_rp"]]
    above = {id(induk(kantor, r)) for r in kantor.tabel["anggaran"]}
    return [r for r in rows if id(r) not in above]


def _keluarga(kantor: Kantor, row: Baris) -> list[Baris]:
    up = induk(kantor, row)
    near = [row, *anak(kantor, row)]
    return near + ([up] if up else list(kantor.tabel["belanja"]))


def _sel_acak(kantor: Kantor, rng: random.Random) -> tuple[Baris, str]:
    rows = [r for r in kantor.tabel["anggaran"] if r["pagu_rp"] and r["realisasi_rp"]]
    return rng.choice(rows), rng.choice(WADAH)


def _ubah(
    kantor: Kantor, rng: random.Random, how: Callable[[str, random.Random], str]
) -> Salah | None:
    for _ in range(20):
        row, column = _sel_acak(kantor, rng)
        new = how(row[column], rng)
        if new and new != row[column] and not new.startswith("0"):
            near = _keluarga(kantor, row)
            row[column] = new
            return Salah([("anggaran", row, column)], True, near)
    return None


# ---------------------------------------------------------------- digits of one cell


def _swap(text: str, rng: random.Random) -> str:
    whole = text.split(".")[0]
    at = [i for i in range(len(whole) - 1) if whole[i] != whole[i + 1]]
    if not at:
        return text
    i = rng.choice(at)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def _wrong(text: str, rng: random.Random) -> str:
    at = [i for i, c in enumerate(text) if c.isdigit()]
    i = rng.choice(at)
    low = "123456789" if i == 0 else "0123456789"
    return text[:i] + rng.choice(low.replace(text[i], "")) + text[i + 1 :]


def _drop(text: str, rng: random.Random) -> str:
    i = rng.randrange(len(text))
    return text[:i] + text[i + 1 :]


def _twice(text: str, rng: random.Random) -> str:
    i = rng.randrange(len(text))
    return text[: i + 1] + text[i:]


def _zeros(text: str, rng: random.Random) -> str:
    return text[:-1] if text.endswith("0") and rng.random() < 0.5 else text + "0"


def _separator(text: str, rng: random.Random) -> str:
    return f"{text[:-2]}.{text[-2:]}"


def _unit(text: str, by: int) -> str:
    value = (Decimal(text) / by).normalize()
    return format(value, "f")


@kelas("jumlah")
def angka_tertukar(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, _swap)


@kelas("jumlah")
def angka_hilang(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, _drop)


@kelas("jumlah")
def angka_ganda(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, _twice)


@kelas("jumlah")
def angka_salah(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, _wrong)


@kelas("jumlah")
def nol(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, _zeros)


@kelas("jumlah")
def pemisah(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, _separator)


@kelas("jumlah")
def ribuan(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, lambda t, _: _unit(t, 1000))


@kelas("jumlah")
def jutaan(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, lambda t, _: _unit(t, 1000000))


@kelas("tanda dan jumlah")
def tanda(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _ubah(kantor, rng, lambda t, _: f"-{t}")


# ---------------------------------------------------------------- rows and columns of the budget


def _isi(kantor: Kantor, changes: list[tuple[Baris, str, str]], terlihat: bool = True) -> Salah:
    near = [n for row, _, _ in changes for n in _keluarga(kantor, row)]
    done = []
    for row, column, value in changes:
        if row[column] != value:
            row[column] = value
            done.append(("anggaran", row, column))
    return Salah(done, terlihat, near)


def _bertetangga(kantor: Kantor, rng: random.Random, many: int) -> list[Baris]:
    below: dict[int, list[Baris]] = {}
    for row in kantor.tabel["anggaran"]:
        if up := induk(kantor, row):
            below.setdefault(id(up), []).append(row)
    groups = list(below.values())
    groups = [[r for r in g if r["realisasi_rp"]] for g in groups]
    groups = [g for g in groups if len(g) >= many]
    if not groups:
        return []
    group = rng.choice(groups)
    at = rng.randrange(len(group) - many + 1)
    return group[at : at + many]


@kelas("jumlah")
def salin_atas(kantor: Kantor, rng: random.Random) -> Salah | None:
    pair, column = _bertetangga(kantor, rng, 2), rng.choice(WADAH)
    return _isi(kantor, [(pair[1], column, pair[0][column])]) if pair else None


@kelas("jumlah")
def salin_kiri(kantor: Kantor, rng: random.Random) -> Salah | None:
    row, _ = _sel_acak(kantor, rng)
    return _isi(kantor, [(row, "realisasi_rp", row["pagu_rp"])])


@kelas("jumlah; nilai lama ada di tahun lalu")
def nilai_tahun_lalu(kantor: Kantor, rng: random.Random) -> Salah | None:
    if not kantor.sumber:
        return None
    path = kantor.sumber / kantor.opd / str(kantor.tahun - 1) / "anggaran.csv"
    if not path.exists():
        return None
    before = {r["kode_rekening"]: r for r in _table(path)[1]}
    row, column = _sel_acak(kantor, rng)
    old = before.get(row["kode_rekening"])
    return _isi(kantor, [(row, column, old[column])]) if old and old[column] else None


@kelas("jumlah kecuali seluruh rincian bergeser melingkar")
def geser_baris(kantor: Kantor, rng: random.Random) -> Salah | None:
    run = _bertetangga(kantor, rng, rng.randint(3, 4))
    columns = (*WADAH, "serapan_persen")
    return (
        _isi(
            kantor,
            [(b, c, a[c]) for a, b in itertools.pairwise(run) for c in columns],
        )
        if run
        else None
    )


@kelas("tidak: seluruh isi dua saudara bertukar, semua jumlah tetap")
def tukar_saudara(kantor: Kantor, rng: random.Random) -> Salah | None:
    pair = [r for r in _bertetangga(kantor, rng, 2) if not anak(kantor, r)]
    if len(pair) < 2:
        return None
    a, b = pair
    columns = (*SEMUA, "serapan_persen")
    return _isi(kantor, [(a, c, b[c]) for c in columns] + [(b, c, a[c]) for c in columns], False)


@kelas("jumlah dua induk")
def tukar_jauh(kantor: Kantor, rng: random.Random) -> Salah | None:
    leaves, column = daun(kantor), rng.choice(WADAH)
    a, b = rng.sample(leaves, 2)
    if induk(kantor, a) is induk(kantor, b):
        return None
    return _isi(kantor, [(a, column, b[column]), (b, column, a[column])])


@kelas("kunci dan jumlah")
def baris_ganda(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(daun(kantor))
    near, copy = _keluarga(kantor, row), dict(row)
    rows = kantor.tabel["anggaran"]
    rows.insert(rows.index(row) + 1, copy)
    kantor.benar[id(copy)] = None
    return Salah([("anggaran", copy, "*"), ("anggaran", row, "*")], True, [copy, *near])


@kelas("jumlah")
def baris_hilang(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(daun(kantor))
    up = induk(kantor, row)
    if not up or len(anak(kantor, up)) < 2:
        return None
    kantor.tabel["anggaran"].remove(row)
    return Salah([("anggaran", up, "*")], True, [up, *anak(kantor, up)])


@kelas("jumlah dua induk")
def induk_salah(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(daun(kantor))
    old, homes = induk(kantor, row), {id(u): u for r in daun(kantor) if (u := induk(kantor, r))}
    if not old or not row["kode_rekening"].startswith(old["kode_rekening"]):
        return None
    new = rng.choice(list(homes.values()))
    code = new["kode_rekening"] + row["kode_rekening"][len(old["kode_rekening"]) :]
    taken = {r["kode_rekening"] for r in kantor.tabel["anggaran"]}
    if code in taken or _dirujuk(kantor, row):
        return None
    near = [row, old, new]
    row["kode_rekening"] = code
    return Salah([("anggaran", row, "kode_rekening")], True, near)


def _dirujuk(kantor: Kantor, row: Baris) -> bool:
    code = row["kode_rekening"]
    return any(r["kode_rekening"] == code for r in kantor.tabel.get("dukungan", []))


@kelas("jumlah; realisasi melebihi pagu")
def kolom_tukar_baris(kantor: Kantor, rng: random.Random) -> Salah | None:
    row, _ = _sel_acak(kantor, rng)
    if row["pagu_rp"] == row["realisasi_rp"]:
        return None
    return _isi(
        kantor,
        [(row, "pagu_rp", row["realisasi_rp"]), (row, "realisasi_rp", row["pagu_rp"])],
    )


@kelas("jumlah; realisasi melebihi pagu")
def kolom_tukar_deret(kantor: Kantor, rng: random.Random) -> Salah | None:
    run = _bertetangga(kantor, rng, 3)
    a, b = WADAH
    made = [(r, x, r[y]) for r in run for x, y in ((a, b), (b, a))]
    return _isi(kantor, made) if run else None


@kelas("jumlah murni dan pagu")
def murni_tukar_pagu(kantor: Kantor, rng: random.Random) -> Salah | None:
    a, b = SEMUA[:2]
    rows = [r for r in daun(kantor) if r[a] and r[a] != r[b]]
    if not rows:
        return None
    row = rng.choice(rows)
    return _isi(kantor, [(row, a, row[b]), (row, b, row[a])])


def _leluhur(kantor: Kantor, row: Baris) -> list[Baris]:
    out, up = [], induk(kantor, row)
    while up:
        out.append(up)
        up = induk(kantor, up)
    return out


def _tambah(kantor: Kantor, rows: list[Baris], delta: int) -> None:
    """A lawful change: the truth of these rows moves with it."""
    for row in rows:
        truth = kantor.benar[id(row)]
        assert truth is not None
        row["pagu_rp"] = truth["pagu_rp"] = str(int(row["pagu_rp"]) + delta)
        if row.get("serapan_persen"):
            share = _share(int(row["realisasi_rp"]), int(row["pagu_rp"]))
            row["serapan_persen"] = truth["serapan_persen"] = share


@kelas("induk berselisih dengan rincian dan dengan atasannya")
def induk_basi(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(daun(kantor))
    up = _leluhur(kantor, row)
    if kantor.sumber or len(up) < 2:
        return None
    delta = rng.randint(1, 90) * 500000
    stale, share = up[0]["pagu_rp"], up[0]["serapan_persen"]
    spent = kantor.tabel["belanja"][0]
    _tambah(kantor, [row, *up, spent], delta)
    for claim in kantor.tabel["klaim"][2:5]:
        _ikut(kantor, claim)
    up[0]["pagu_rp"], up[0]["serapan_persen"] = stale, share
    made = [("anggaran", up[0], "pagu_rp"), ("anggaran", up[0], "serapan_persen")]
    return Salah(made[: 1 + bool(share)], True, [row, *up[:2]])


def _ikut(kantor: Kantor, claim: Baris) -> None:
    pagu, real = (sum(int(r[k]) for r in kantor.tabel["belanja"]) for k in WADAH)
    values = {"belanja.pagu_rp": pagu, "belanja.realisasi_rp": real}
    truth = kantor.benar[id(claim)]
    assert truth is not None
    told = str(values.get(claim["ukuran"], _share(real, pagu)))
    claim["nilai"] = truth["nilai"] = told


@kelas("rincian berselisih dengan semua atasannya; yang benar tidak terputuskan tanpa persen")
def revisi_setingkat(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(daun(kantor))
    up = _leluhur(kantor, row)
    if not up:
        return None
    delta = rng.randint(1, 90) * 500000
    _tambah(kantor, [row], delta)
    for above in up:
        truth = kantor.benar[id(above)]
        assert truth is not None
        truth["pagu_rp"] = str(int(above["pagu_rp"]) + delta)
    return Salah([("anggaran", r, "pagu_rp") for r in up], True, [row, *up])


@kelas("jumlah, dua tempat")
def dua_salah(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _gabung([_ubah(kantor, rng, _swap), _ubah(kantor, rng, _wrong)])


@kelas("jumlah, tiga tempat")
def tiga_salah(kantor: Kantor, rng: random.Random) -> Salah | None:
    how = (_swap, _wrong, _drop, _twice, _zeros)
    return _gabung([_ubah(kantor, rng, rng.choice(how)) for _ in range(3)])


def _gabung(made: list[Salah | None]) -> Salah | None:
    done = [m for m in made if m]
    if len(done) < len(made):
        return None
    return Salah([c for m in done for c in m.sel], True, [n for m in done for n in m.dekat])


@kelas("hanya bila persen serapan tercetak atau realisasi melebihi pagu")
def saling_menutup(kantor: Kantor, rng: random.Random) -> Salah | None:
    pair = [r for r in _bertetangga(kantor, rng, 2) if not anak(kantor, r)]
    if len(pair) < 2:
        return None
    a, b = pair
    delta = int(b["pagu_rp"]) // rng.randint(12, 40)
    new = [int(a["pagu_rp"]) + delta, int(b["pagu_rp"]) - delta]
    over = new[1] < int(b["realisasi_rp"])
    made = [(r, "pagu_rp", str(v)) for r, v in zip(pair, new, strict=True)]
    return _isi(kantor, made, bool(a["serapan_persen"]) or over)


@kelas("realisasi dibagi pagu")
def serapan_pecahan(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _serapan(kantor, rng, lambda t, _: str(Decimal(t) / 100))


@kelas("realisasi dibagi pagu")
def serapan_angka(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _serapan(kantor, rng, _swap)


def _serapan(
    kantor: Kantor, rng: random.Random, how: Callable[[str, random.Random], str]
) -> Salah | None:
    rows = [r for r in kantor.tabel["anggaran"] if r["serapan_persen"]]
    if not rows:
        return None
    row = rng.choice(rows)
    return _isi(kantor, [(row, "serapan_persen", how(row["serapan_persen"], rng))])


@kelas("baris tanpa induk; jumlah")
def kode_satu_angka(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(daun(kantor))
    up = induk(kantor, row)
    if not up or _dirujuk(kantor, row):
        return None
    cut = len(up["kode_rekening"])
    code = up["kode_rekening"][: cut - 1] + rng.choice("6789") + row["kode_rekening"][cut:]
    if code in {r["kode_rekening"] for r in kantor.tabel["anggaran"]}:
        return None
    near = [row, up]
    row["kode_rekening"] = code
    return Salah([("anggaran", row, "kode_rekening")], True, near)


@kelas("kunci wajib")
def kode_hilang(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(daun(kantor))
    near = _keluarga(kantor, row)
    row["kode_rekening"] = ""
    return Salah([("anggaran", row, "kode_rekening")], True, near)


@kelas("rujukan")
def dukungan_kode(kantor: Kantor, rng: random.Random) -> Salah | None:
    known = {r["kode_rekening"] for r in kantor.tabel["anggaran"]}

    def astray(text: str, rng: random.Random) -> str:
        codes = [text[:-1] + d for d in "0123456789" if text[:-1] + d not in known]
        return rng.choice(codes) if codes else text

    return _satu(kantor, rng, "dukungan", "kode_rekening", astray)


@kelas("jumlah seluruh program")
def belanja_angka(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = kantor.tabel["belanja"]
    row = next((r for r in rows if r["kelompok"] == "langsung"), rng.choice(rows))
    made = _satu(kantor, rng, "belanja", rng.choice(WADAH), _wrong, [row])
    if made:
        made.dekat += rows
    return made


# ---------------------------------------------------------------- indicators, people, claims


def _satu(  # noqa: PLR0913
    kantor: Kantor,
    rng: random.Random,
    tabel: str,
    kolom: str,
    how: Callable[[str, random.Random], str],
    rows: list[Baris] | None = None,
    terlihat: bool = True,
) -> Salah | None:
    found = kantor.tabel.get(tabel, []) if rows is None else rows
    found = [r for r in found if r.get(kolom)]
    if not found:
        return None
    row = rng.choice(found)
    new = how(row[kolom], rng)
    if new == row[kolom]:
        return None
    row[kolom] = new
    return Salah([(tabel, row, kolom)], terlihat, _senama(kantor, row))


def _senama(kantor: Kantor, row: Baris) -> list[Baris]:
    """All rows of the same indicator, and of the table itself where it has none."""
    code = row.get("indikator") or row.get("kode")
    names = ("indikator", "kinerja", "renstra", "triwulan", "riwayat", "fakta")
    rows = [r for n in names for r in kantor.tabel.get(n, [])]
    return [row] + [r for r in rows if code and code in (r.get("indikator"), r.get("kode"))]


def _tahun_ini(kantor: Kantor) -> dict[str, Baris]:
    told = kantor.tabel.get("renstra", [])
    accum = {r["kode"] for r in kantor.tabel["indikator"] if r["sifat_target"] == "akumulasi"}
    return {
        r["indikator"]: r
        for r in told
        if r["tahun"] == str(kantor.tahun) and r["indikator"] not in accum
    }


def _biasa(kantor: Kantor) -> list[Baris]:
    """Rows of kinerja that are plain numbers and whose target the Renstra states alike."""
    plan = _tahun_ini(kantor)
    rows = [r for r in kantor.tabel["kinerja"] if r["indikator"] in plan]
    return [r for r in rows if plan[r["indikator"]]["target"] == r["target"] and _num(r["target"])]


def _num(text: str) -> bool:
    return text.replace(".", "", 1).isdigit() and float(text) > 0


@kelas("Renstra tahun yang sama menyebut target lain")
def target_renstra_lain(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = _biasa(kantor)
    if not rows:
        return None
    row = rng.choice(rows)
    year = str(kantor.tahun + rng.choice((1, -1)))
    other = [r for r in kantor.tabel["renstra"] if r["indikator"] == row["indikator"]]
    values = [r["target"] for r in other if r["tahun"] == year]
    return _satu(kantor, rng, "kinerja", "target", lambda *_: values[0], [row]) if values else None


@kelas("Renstra menyebut target seratus kali lebih besar")
def target_pecahan(kantor: Kantor, rng: random.Random) -> Salah | None:
    unit = {r["kode"]: r["satuan"] for r in kantor.tabel["indikator"]}
    rows = [r for r in _biasa(kantor) if unit[r["indikator"]] == "persen"]
    return _satu(kantor, rng, "kinerja", "target", lambda t, _: str(Decimal(t) / 100), rows)


@kelas("hanya bila pembilang dan penyebut, triwulan, fakta, atau klaim menyebutnya")
def realisasi_tahun_lalu(kantor: Kantor, rng: random.Random) -> Salah | None:
    old = {r["indikator"]: r.get("target", "") for r in kantor.tabel.get("riwayat", [])}
    rows = [r for r in kantor.tabel["kinerja"] if _num(r["realisasi"]) and old.get(r["indikator"])]
    if not rows:
        return None
    row = rng.choice(rows)
    seen = bool(row["nilai_pembilang"]) or _quarters(kantor, row)
    value = old[row["indikator"]]
    return _satu(kantor, rng, "kinerja", "realisasi", lambda *_: value, [row], seen)


def _quarters(kantor: Kantor, row: Baris) -> bool:
    return any(r["indikator"] == row["indikator"] for r in kantor.tabel.get("triwulan", []))


@kelas("Renstra menyebut targetnya")
def target_tukar_realisasi(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = [r for r in _biasa(kantor) if _num(r["realisasi"]) and r["realisasi"] != r["target"]]
    if not rows:
        return None
    row = rng.choice(rows)
    row["target"], row["realisasi"] = row["realisasi"], row["target"]
    made = [("kinerja", row, c) for c in ("target", "realisasi")]
    return Salah(made, True, _senama(kantor, row))


@kelas("target Renstra bergerak ke arah sebaliknya")
def polaritas(kantor: Kantor, rng: random.Random) -> Salah | None:
    good = {r["indikator"] for r in _biasa(kantor)}
    rows = [r for r in kantor.tabel["indikator"] if r["kode"] in good and r["jenis"] == "angka"]
    rows = [r for r in rows if _bergerak(kantor, r)]
    return _satu(
        kantor,
        rng,
        "indikator",
        "polaritas",
        lambda t, _: "turun" if t == "naik" else "naik",
        rows,
    )


def _bergerak(kantor: Kantor, row: Baris) -> bool:
    plan = [r["target"] for r in kantor.tabel["renstra"] if r["indikator"] == row["kode"]]
    return all(map(_num, plan)) and len({float(p) for p in plan}) > 2


@kelas("nama Persentase; pembilang dan penyebut")
def satuan(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = [r for r in kantor.tabel["indikator"] if r["nama"].startswith("Persentase")]
    return _satu(kantor, rng, "indikator", "satuan", lambda *_: rng.choice(("orang", "unit")), rows)


def _triwulan_jumlah(kantor: Kantor, rng: random.Random) -> list[Baris]:
    codes = [r["kode"] for r in kantor.tabel["indikator"] if r["triwulan"] == "jumlah"]
    if not codes or "triwulan" not in kantor.tabel:
        return []
    code = rng.choice(codes)
    rows = [r for r in kantor.tabel["triwulan"] if r["indikator"] == code]
    return rows if len(rows) == 4 and all(r["realisasi"].isdigit() for r in rows) else []


@kelas("jumlah triwulan dan realisasi")
def triwulan_kumulatif(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = _triwulan_jumlah(kantor, rng)
    total, made = 0, []
    for row in rows:
        total += int(row["realisasi"])
        if str(total) != row["realisasi"]:
            row["realisasi"] = str(total)
            made.append(("triwulan", row, "realisasi"))
    return Salah(made, True, _senama(kantor, rows[0])) if made else None


@kelas("jumlah triwulan dan realisasi")
def triwulan_angka(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = _triwulan_jumlah(kantor, rng)
    return _satu(kantor, rng, "triwulan", "realisasi", _wrong, rows)


@kelas("nama yang sama dua kali")
def indikator_ganda(kantor: Kantor, rng: random.Random) -> Salah | None:
    row = rng.choice(kantor.tabel["indikator"])
    near = _senama(kantor, row)
    copy = dict(row) | {"kode": "IK-99"}
    for name in ("kinerja", "renstra"):
        rows = kantor.tabel.get(name, [])
        twice = [dict(r) | {"indikator": "IK-99"} for r in rows if r["indikator"] == row["kode"]]
        kantor.benar |= {id(r): None for r in twice}
        rows += twice
    kantor.tabel["indikator"].append(copy)
    kantor.benar[id(copy)] = None
    return Salah([("indikator", copy, "*"), ("indikator", row, "*")], True, [copy, *near])


def _banyak(text: str) -> int:
    return 0 if text == "-" else int(text)


def _pindah(kantor: Kantor, rng: random.Random, sejalur: str, terlihat: bool) -> Salah | None:
    rows = kantor.tabel["pegawai_golongan"]
    pairs = [(a, b) for a in rows for b in rows if a is not b and a["jumlah"] not in ("0", "-")]
    a, b = rng.choice([p for p in pairs if p[0][sejalur] == p[1][sejalur]])
    a["jumlah"], b["jumlah"] = str(int(a["jumlah"]) - 1), str(_banyak(b["jumlah"]) + 1)
    return Salah([("pegawai_golongan", r, "jumlah") for r in (a, b)], terlihat, rows)


def _pegawai_sepakat(kantor: Kantor) -> bool:
    return kantor.opd != "dinsos-flores-timur"


@kelas("tabel eselon menurut pendidikan")
def pegawai_jenjang(kantor: Kantor, rng: random.Random) -> Salah | None:
    return _pindah(kantor, rng, "golongan", True) if _pegawai_sepakat(kantor) else None


@kelas("hanya bila klaim menyebut golongan")
def pegawai_golongan(kantor: Kantor, rng: random.Random) -> Salah | None:
    seen = any("golongan=" in r["ukuran"] for r in kantor.tabel.get("klaim", []))
    return _pindah(kantor, rng, "pendidikan", seen)


@kelas("tabel pegawai lain")
def pegawai_jumlah(kantor: Kantor, rng: random.Random) -> Salah | None:
    name = rng.choice(("pegawai_eselon", "pegawai_golongan", "pegawai_kelamin"))
    made = _satu(kantor, rng, name, "jumlah", lambda t, _: str(_banyak(t) + 1))
    if made:
        made.dekat += kantor.tabel[name]
    return made


@kelas("pembilang melebihi penyebut, maksimum 100")
def pembilang_penyebut(kantor: Kantor, rng: random.Random) -> Salah | None:
    top = {r["kode"] for r in kantor.tabel["indikator"] if r["maksimum"] == "100"}
    a, b = "nilai_pembilang", "nilai_penyebut"
    rows = [r for r in kantor.tabel["kinerja"] if r["indikator"] in top and r[a] != r[b]]
    rows = [r for r in rows if r[a] and r[b]]
    if not rows:
        return None
    row = rng.choice(rows)
    row[a], row[b] = row[b], row[a]
    return Salah([("kinerja", row, c) for c in (a, b)], True, _senama(kantor, row))


@kelas("realisasi tercetak berselisih dengan hasil bagi")
def pembilang_angka(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = [r for r in kantor.tabel["kinerja"] if r["realisasi"] and r["nilai_pembilang"]]
    return _satu(kantor, rng, "kinerja", "nilai_pembilang", _swap, rows)


def _klaim(kantor: Kantor) -> list[Baris]:
    rows = [r for r in kantor.tabel.get("klaim", []) if r["ukuran"] and not r["nilai_sampai"]]
    return rows if kantor.opd != "dinsos-flores-timur" else []


@kelas("ukuran klaim")
def klaim_lama(kantor: Kantor, rng: random.Random) -> Salah | None:
    def old(text: str, rng: random.Random) -> str:
        return str(Decimal(text) - max(int(Decimal(text) * rng.randint(2, 9) / 100), 1))

    return _satu(kantor, rng, "klaim", "nilai", old, _klaim(kantor))


@kelas("ukuran klaim")
def klaim_ribuan(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = [r for r in _klaim(kantor) if r["satuan"] == "rupiah"]
    by = rng.choice((1000, 1000000))
    return _satu(kantor, rng, "klaim", "nilai", lambda t, _: _unit(t, by), rows)


@kelas("banyaknya indikator dalam tabel")
def cacah_prosa(kantor: Kantor, rng: random.Random) -> Salah | None:
    words = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
    many = len(kantor.tabel["indikator"])
    word = rng.choice([w for i, w in enumerate(words, 2) if i != many])
    text = f"Kinerja tahun ini diukur dengan {word} indikator.\n"
    kantor.berkas["narasi/simpulan.md"] = text
    return Salah([("narasi/simpulan", {}, "*")], True, [])


@kelas("predikat menurut skala dan capaian")
def predikat(kantor: Kantor, rng: random.Random) -> Salah | None:
    if kantor.sumber:
        return None
    up = {r["kode"] for r in kantor.tabel["indikator"] if r["polaritas"] == "naik"}
    rows = [r for r in kantor.tabel["kinerja"] if r["indikator"] in up and r["realisasi"]]
    rows = [r for r in rows if float(r["realisasi"]) >= 0.95 * float(r["target"])]
    if not rows:
        return None
    row = rng.choice(rows)
    kantor.kolom["kinerja"].append("predikat_tercetak")
    for other in kantor.tabel["kinerja"]:
        other["predikat_tercetak"] = ""
    row["predikat_tercetak"] = rng.choice(("Sedang", "Rendah"))
    truth = kantor.benar[id(row)]
    assert truth is not None
    truth["predikat_tercetak"] = "Sangat Tinggi"
    return Salah([("kinerja", row, "predikat_tercetak")], True, _senama(kantor, row))


@kelas("rincian fakta dan jumlahnya")
def fakta_rincian(kantor: Kantor, rng: random.Random) -> Salah | None:
    rows = [r for r in kantor.tabel.get("fakta", []) if r["induk"]]
    return _satu(kantor, rng, "fakta", "nilai", _wrong, rows)


@kelas("target Renstra lain daripada di Perjanjian Kinerja")
def renstra_angka(kantor: Kantor, rng: random.Random) -> Salah | None:
    good = {r["indikator"] for r in _biasa(kantor)}
    rows = [r for code, r in _tahun_ini(kantor).items() if code in good]
    return _satu(kantor, rng, "renstra", "target", _wrong, rows)


# ---------------------------------------------------------------- judging


@dataclass
class Nilai:
    """The tally of one class."""

    coba: int = 0
    terlihat: int = 0
    tampak: int = 0
    ditemukan: int = 0
    tempat: int = 0
    benar: int = 0
    sebagian: int = 0
    keliru: int = 0
    saingan: int = 0
    contoh: list[str] = field(default_factory=list)


BERAT = ("galat", "peringatan")


def temuan(kantor: Kantor) -> list[Any]:
    with tempfile.TemporaryDirectory() as home:
        kantor.tulis(Path(home))
        return list(audit(kantor.opd, kantor.tahun, Path(home)).temuan)


def _sama(a: str | None, b: str | None) -> bool:
    texts = [(t or "").strip() for t in (a, b)]
    try:
        return Decimal(texts[0]) == Decimal(texts[1])
    except InvalidOperation:
        return texts[0] == texts[1]


def _baris(kantor: Kantor, tabel: str, nomor: int | None) -> Baris | None:
    rows = kantor.tabel.get(tabel.removesuffix(".csv"), [])
    return rows[nomor - 2] if nomor is not None and 2 <= nomor < len(rows) + 2 else None


def _usul_benar(kantor: Kantor, cell: Any, salah: Salah) -> bool:
    row = _baris(kantor, cell.tabel, cell.baris)
    if row is None:
        return False
    if cell.kolom == "*" or cell.terkoreksi == "(hapus)":
        return any(row is r and c == "*" for _, r, c in salah.sel)
    truth = kantor.benar.get(id(row))
    if truth is not None and cell.kolom == "serapan_persen" and _num(cell.terkoreksi or ""):
        return abs(Decimal(cell.terkoreksi) - Decimal(truth[cell.kolom])) <= Decimal("0.005")
    return truth is not None and _sama(cell.terkoreksi, truth.get(cell.kolom))


def _dekat(kantor: Kantor, found: Any, salah: Salah) -> bool:
    name = found.berkas.removesuffix(".csv").removesuffix(".md")
    if found.baris is None or not salah.sel[0][1]:
        return any(name == t for t, _, _ in salah.sel) or (
            name.startswith("pegawai") and salah.sel[0][0].startswith("pegawai")
        )
    row = _baris(kantor, name, found.baris)
    near = [*salah.dekat, *(r for _, r, _ in salah.sel)]
    return row is not None and any(row is n for n in near)


def _tepat(kantor: Kantor, found: Any, salah: Salah) -> bool:
    row = _baris(kantor, found.berkas, found.baris)
    places = [(found.berkas.removesuffix(".csv"), row, found.kolom)]
    for cell in found.perbaikan or ():
        places.append((cell.tabel, _baris(kantor, cell.tabel, cell.baris), cell.kolom))
    return any(
        t == name and r is row and (column == c or "*" in (column, c))
        for t, r, c in salah.sel
        for name, row, column in places
    )


def _saingan(found: Any) -> str:
    text = f"{found.sebab} {found.saran}"
    return text if "salah satu dari" in text else ""


def _memuat(kantor: Kantor, text: str, salah: Salah) -> bool:
    plain = text.replace(".", "").replace(",", "")
    for _, row, column in salah.sel:
        truth = kantor.benar.get(id(row))
        told = (truth or {}).get(column, "").replace(".", "")
        if told and told in plain:
            return True
    return False


def nilai(kantor: Kantor, salah: Salah, before: Counter[Any], into: Nilai, label: str) -> None:
    seen, new = Counter[Any](), []
    for t in temuan(kantor):
        mark = (t.aturan, t.berkas, t.kolom, t.pesan)
        seen[mark] += 1
        if seen[mark] > before[mark] and t.tingkat in BERAT:
            new.append(t)
    near = [t for t in new if _dekat(kantor, t, salah)]
    into.coba += 1
    into.terlihat += salah.terlihat
    into.ditemukan += bool(near)
    into.tampak += bool(near) and salah.terlihat
    into.tempat += any(_tepat(kantor, t, salah) for t in new)
    firm = [t for t in new if t.perbaikan and not _saingan(t)]
    wrong = [t for t in firm if not all(_usul_benar(kantor, c, salah) for c in t.perbaikan)]
    right = [t for t in new if t.perbaikan and t not in wrong and not _saingan(t)]
    into.benar += bool(right) and not wrong
    into.keliru += bool(wrong)
    rivals = [r for t in new if (r := _saingan(t))]
    into.saingan += any(_memuat(kantor, r, salah) for r in rivals)
    if wrong:
        into.contoh.append(f"KELIRU {label}: {_kata(salah, kantor)} -> {_usul(wrong[0])}")
    elif salah.terlihat and not near:
        into.contoh.append(f"LUPUT {label}: {_kata(salah, kantor)}")


def _kata(salah: Salah, kantor: Kantor) -> str:
    parts = []
    for table, row, column in salah.sel[:3]:
        truth = kantor.benar.get(id(row)) or {}
        rows = kantor.tabel.get(table, [])
        at = next((i + 2 for i, r in enumerate(rows) if r is row), 0)
        value = f"{truth.get(column, '')} menjadi {row.get(column, '')}"
        parts.append(f"{table} baris {at} {column} {value}")
    return "; ".join(parts)


def _usul(found: Any) -> str:
    cells = [f"{c.tabel} baris {c.baris} {c.kolom} = {c.terkoreksi}" for c in found.perbaikan]
    return f"[{found.aturan}] " + "; ".join(cells[:3])


# ---------------------------------------------------------------- running


def kantor_ke(seed: int, nomor: int) -> Kantor:
    """Real agencies and random ones by turns."""
    if nomor % 2 == 0:
        return nyata(*NYATA[nomor // 2 % len(NYATA)])
    return rekaan(seed)


_DASAR: dict[Any, Counter[Any]] = {}


def dasar(kantor: Kantor, key: Any) -> Counter[Any]:
    if key not in _DASAR:
        _DASAR[key] = Counter((t.aturan, t.berkas, t.kolom, t.pesan) for t in temuan(kantor))
    return _DASAR[key]


def jalan(nama: str, banyak: int) -> Nilai:
    made, into = KELAS[nama][0], Nilai()
    for nomor in range(banyak * 6):
        if into.coba >= banyak:
            break
        seed = 5000 + nomor % 24
        kantor = kantor_ke(seed, nomor)
        key = (kantor.opd, kantor.tahun, seed if not kantor.sumber else 0)
        before = dasar(kantor, key)
        rng = random.Random(f"{nama}-{nomor}")
        salah = made(kantor, rng)
        if salah and salah.sel:
            nilai(kantor, salah, before, into, f"{nama}-{nomor} ({kantor.opd} {kantor.tahun})")
    return into


def sehat(banyak: int) -> Iterator[str]:
    for seed in range(7000, 7000 + banyak):
        for t in temuan(rekaan(seed)):
            if t.tingkat in BERAT:
                yield f"{seed}: {t.tingkat} {t.aturan} {t.berkas} {t.baris} {t.pesan}"


COLUMNS = ("coba", "terlihat", "tampak", "ditemukan", "tempat", "benar", "keliru", "saingan")


def cetak(told: dict[str, Nilai], contoh: bool) -> None:
    print(f"{'kelas':24}" + "".join(f"{c:>10}" for c in COLUMNS) + "  terlihat karena")
    for name, got in told.items():
        cells = "".join(f"{getattr(got, c):>10}" for c in COLUMNS)
        print(f"{name:24}{cells}  {KELAS[name][1]}")
    total = [sum(getattr(g, c) for g in told.values()) for c in COLUMNS]
    print(f"{'JUMLAH':24}" + "".join(f"{t:>10}" for t in total))
    for got in told.values():
        for kind in ("KELIRU", "LUPUT"):
            found = [line for line in got.contoh if line.startswith(kind)]
            for line in found if contoh else found[:1]:
                print(f"{line} ({len(found)} kali)")


def page(banyak: int = 10, instansi: int = 100) -> list[str]:
    """The part of docs/audit-quality.md that tells of this harness."""
    told = {name: jalan(name, banyak) for name in KELAS}
    alarms = sum(1 for _ in sehat(instansi))
    shown = ("coba", "terlihat", "tampak", "tempat", "benar", "keliru", "saingan")
    table = [f"| kesalahan | {' | '.join(shown)} |", "|---|" + "---:|" * len(shown)]
    for name, got in told.items():
        cells = " | ".join(str(getattr(got, c)) for c in shown)
        table.append(f"| {name.replace('_', ' ')} | {cells} |")
    total = [str(sum(getattr(got, c) for got in told.values())) for c in shown]
    table.append(f"| **seluruhnya** | {' | '.join(total)} |")
    return [
        "## A stranger's classes",
        "",
        "Mistakes by someone who had not read the audit, in copies of the shipped and real years",
        "and of random sound agencies. `terlihat`: the data can show it at all; `tampak`: of",
        "those, found; `tempat`: a finding stands at the very cell; `benar` and `keliru`: a",
        "proposal made with confidence is right, or wrong; `saingan`: the truth is among rivals",
        "that are named.",
        f"On {instansi} random sound agencies: {alarms} findings of levels galat and peringatan.",
        "",
        *table,
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--banyak", type=int, default=16, help="percobaan tiap kelas")
    parser.add_argument("--kelas", default="", help="nama kelas dipisah koma")
    parser.add_argument("--sehat", type=int, default=60, help="banyaknya instansi acak yang sehat")
    parser.add_argument("--contoh", action="store_true", help="semua contoh, bukan satu tiap kelas")
    args = parser.parse_args()
    start = time.process_time()
    names = args.kelas.split(",") if args.kelas else list(KELAS)
    cetak({name: jalan(name, args.banyak) for name in names}, args.contoh)
    alarms = list(sehat(args.sehat))
    print(f"tanda palsu pada {args.sehat} instansi sehat: {len(alarms)}")
    print("\n".join(alarms[:10]))
    print(f"{len(names)} kelas, {time.process_time() - start:.0f} detik CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
