"""The pages of a document that an agency binds behind its report, as pictures.

A picture holds what is seen and nothing else: no script, action, form, link, file or font of a
stranger comes into the report, and it stays PDF/A and PDF/UA.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from lkipnb.errors import ReportError
from lkipnb.model import Citra, Dokumen
from lkipnb.report import child
from lkipnb.storage.scratch import scratch

CHILD = Path(__file__).with_name("pindaian_child.py")
LONGEST = 2000  # pixels: A4 at 170 dots an inch, so that small letters of a scan stay legible
QUALITY = 72


def halaman(dokumen: Dokumen, nama: str) -> tuple[Citra, ...]:
    """The pages of a document in their order; `nama` is its file in what is refused.

    Raises ReportError for a document whose pages cannot be drawn.
    """
    with scratch() as folder:
        source = folder / "dokumen.pdf"
        source.write_bytes(dokumen.isi)
        job = {
            "source": str(source),
            "folder": str(folder),
            "longest": LONGEST,
            "quality": QUALITY,
            "memory_mib": child.MEMORY_MIB,
        }
        command = [sys.executable, "-I", str(CHILD)]
        answer = json.loads(child.jalankan(f"Lampiran {nama}", command, json.dumps(job)))
        if "error" in answer:
            raise ReportError(
                f"Lampiran {nama} tidak dapat digambar; PDF rusak, salin ulang dari aslinya."
            )
        return tuple(
            Citra("jpeg", Path(file).read_bytes(), wide, high)
            for file, wide, high in answer["pages"]
        )
