"""The child that draws the pages of a PDF: reads one job as JSON, answers with JSON.  It imports
nothing of lkipnb.

Job: source, folder (for the pages), longest (pixels of the longer side), quality, memory_mib.
Answer: pages (file, width, height), or error.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

LESS_THAN_COLOUR = 24  # of 255: what a scanner makes of grey paper


def _limit(mib: int) -> None:
    """Bound the address space where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    most = mib * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    job = json.load(sys.stdin)
    import pypdfium2

    _limit(job["memory_mib"])
    try:
        document = pypdfium2.PdfDocument(job["source"])
        document.init_forms()
        pages = [_drawn(document[number], number, job) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        json.dump({"error": str(error)}, sys.stdout)
        return
    json.dump({"pages": pages}, sys.stdout)


def _drawn(page: Any, number: int, job: dict[str, Any]) -> tuple[str, int, int]:
    """The file of a page and its size; what is almost grey is kept grey."""
    scale = job["longest"] / max(1, *page.get_size())
    picture = page.render(scale=scale).to_pil().convert("RGB")
    _, saturation = picture.resize((64, 64)).convert("HSV").getchannel("S").getextrema()
    if saturation < LESS_THAN_COLOUR:
        picture = picture.convert("L")
    path = Path(job["folder"]) / f"halaman-{number + 1}.jpg"
    picture.save(path, "JPEG", quality=job["quality"], optimize=True)
    wide, high = picture.size
    return str(path), wide, high


if __name__ == "__main__":
    main()
