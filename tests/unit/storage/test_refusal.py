"""What the disk refuses is one Indonesian sentence that names the place."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from lkipnb.errors import StorageError
from lkipnb.storage.refusal import explained, reason, sentence


def test_a_full_disk_is_told_with_its_place_and_that_nothing_was_lost():
    told = sentence(OSError(errno.ENOSPC, "No space left on device"), "laporan")
    assert told.startswith("Ruang penyimpanan untuk laporan habis")
    assert told.endswith("yang lama tetap utuh.")


def test_what_is_not_known_is_told_in_the_words_of_the_system():
    assert "(Bad thing)" in reason(OSError(9999, "Bad thing"), "laporan")


def test_without_a_place_the_file_of_the_error_is_named():
    error = OSError(errno.EACCES, "Permission denied", "data/kinerja.csv")
    assert "data/kinerja.csv" in sentence(error)


def test_a_refusal_of_the_system_becomes_our_own():
    refused = pytest.raises(StorageError, match="Tidak ada izin untuk laporan")
    with refused, explained(Path("laporan")):
        raise PermissionError(errno.EACCES, "Permission denied")
