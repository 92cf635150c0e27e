"""Run pandoc and Typst as children that have a bound on time and memory."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from lkipnb.errors import ReportError

MEMORY_MIB = 2048  # 240 pages take 420
SECONDS = 300
_OUT_OF_MEMORY = ("memory allocation", "memoryerror", "heap overflow", "heap exhausted")
# What is asked from nowhere: a child that wants the network finds a closed door.
_CLOSED = "http://127.0.0.1:9"
NO_NETWORK = dict.fromkeys(
    ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _CLOSED
)


def jalankan(nama: str, perintah: Sequence[str], masukan: str, detik: int = SECONDS) -> str:
    """What the child prints when it is given `masukan`.

    Raises ReportError, one Indonesian sentence, when it takes too long or stops without success.
    """
    try:
        done = subprocess.run(
            perintah,
            input=masukan.encode(),
            capture_output=True,
            timeout=detik,
            env=os.environ | NO_NETWORK,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ReportError(f"{nama} dihentikan: belum selesai setelah {detik} detik.") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        raise ReportError(f"{nama} gagal: {_why(said)}")
    return done.stdout.decode()


def _why(said: str) -> str:
    lowered = said.lower()
    if any(word in lowered for word in _OUT_OF_MEMORY):
        return f"memori yang diizinkan ({MEMORY_MIB} MiB) tidak cukup."
    return said.strip()[-500:] or "berhenti tanpa pesan; mungkin memori tidak cukup."
