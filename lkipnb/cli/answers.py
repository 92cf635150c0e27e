"""What the command line says to an error, and the exit code that it answers with."""

from __future__ import annotations

import traceback
from functools import singledispatch

import click

from lkipnb import bahasa
from lkipnb.bahasa import say
from lkipnb.errors import DataError, LkipError, StorageError
from lkipnb.storage.refusal import sentence

MISUSE, STOPPED = 2, 130


@singledispatch
def answer(error: Exception) -> int:
    """Say what is wrong; gives the exit code.  An error that nobody expected is told whole."""
    traceback.print_exception(error)
    say("Program gagal di dalam; ini bukan kesalahan data. Laporkan keterangan di atas.", err=True)
    return LkipError.exit_code


@answer.register
def _ended(error: click.exceptions.Exit) -> int:
    return error.exit_code


@answer.register
def _misused(error: click.ClickException) -> int:
    bahasa.show(error)
    return MISUSE


@answer.register
def _stopped(error: click.Abort) -> int:
    say("Dihentikan.", err=True)
    return STOPPED


@answer.register
def _faulty(error: DataError) -> int:
    from lkipnb.bilangan import tulis

    say(f"Data belum dapat dipakai: {tulis(len(error.faults))} kesalahan.", err=True)
    for fault in error.faults:
        say(f"  {fault}", err=True)
    return error.exit_code


@answer.register
def _refused(error: LkipError) -> int:
    say(str(error), err=True)
    return error.exit_code


@answer.register
def _disk(error: OSError) -> int:
    say(sentence(error), err=True)
    return StorageError.exit_code
