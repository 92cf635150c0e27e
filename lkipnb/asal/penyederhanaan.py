"""An origin without the steps that change nothing: `+ 0`, `÷ 1`, `× pagu ÷ pagu`."""

from __future__ import annotations

from lkipnb.asal.ungkapan import Aturan, Operasi, Tetapan, Ungkapan

_NOTHING, _ONE = Tetapan("0"), Tetapan("1")


def sederhana(ungkapan: Ungkapan) -> Ungkapan:
    """The same origin as a person would tell it; it has the same value."""
    match ungkapan:
        case Operasi(tanda, kiri, kanan):
            return _operation(Operasi(tanda, sederhana(kiri), sederhana(kanan)))
        case Aturan(nama, bagian):
            return Aturan(nama, tuple(map(sederhana, bagian)))
    return ungkapan


def _operation(operasi: Operasi) -> Ungkapan:
    if operasi.tanda in ("+", "-") and operasi.kanan == _NOTHING:
        return operasi.kiri
    if operasi.tanda == "+" and operasi.kiri == _NOTHING:
        return operasi.kanan
    if operasi.tanda in ("*", "/") and operasi.kanan == _ONE:
        return operasi.kiri
    match operasi:
        case Operasi("/", Operasi("*", value, times), divisor) if times == divisor:
            return value
    return operasi


def suku(ungkapan: Ungkapan) -> list[Ungkapan]:
    """What a chain of additions adds, from left to right; anything else alone."""
    if isinstance(ungkapan, Operasi) and ungkapan.tanda == "+":
        return [*suku(ungkapan.kiri), ungkapan.kanan]
    return [ungkapan]
