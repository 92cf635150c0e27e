"""What may not be published: prose that cannot be filled, and what names a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkipnb.audit import Hasil
from lkipnb.audit.aturan.data_pribadi import ID as PERSONAL_DATA
from lkipnb.audit.aturan.data_pribadi import tersusun
from lkipnb.audit.temuan import Temuan
from lkipnb.errors import DataError, Fault
from lkipnb.schemas.markdown import teks
from lkipnb.workbook import Workbook

WRITE_IT_OUT = "disusun dari potongan; hapus, atau tulis utuh agar dapat diterima dengan alasan"


def filled_prose(lk: Workbook) -> dict[str, str]:
    """The words of every piece of the agency's prose, filled, by its file.  Raises DataError with
    all that cannot be filled.
    """
    refused = lk.narasi_salah()
    if refused:
        raise DataError(refused)
    return {_file(name): teks(lk.narasi(name).html) for name in lk.data.narasi}


def refuse_personal_data(lk: Workbook, judged: Hasil, filled: Mapping[str, str]) -> None:
    """What names a person, or leads to one, is not published without a reason; what was put
    together in prose must be written out first.
    """
    unaccepted = [found for found in judged.temuan if found.aturan == PERSONAL_DATA]
    put_together = tersusun(lk.materi, filled)
    faults = [*_unaccepted(unaccepted), *_put_together(put_together)]
    if faults:
        raise DataError(faults)


def _unaccepted(findings: Iterable[Temuan]) -> Iterable[Fault]:
    for found in findings:
        how = f"{found.pesan}; {found.saran} di penerimaan.csv (kode {found.id})"
        yield Fault(found.berkas, found.baris, found.kolom, None, how)


def _put_together(findings: Iterable[Temuan]) -> Iterable[Fault]:
    for found in findings:
        yield Fault(found.berkas, None, None, None, f"{found.pesan}; {WRITE_IT_OUT}")


def _file(name: str) -> str:
    return f"narasi/{name}.md"
