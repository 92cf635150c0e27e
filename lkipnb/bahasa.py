"""click in Indonesian: its words by the way that it offers for translation, and an example for
every command.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from lkipnb.errors import UsageError
from lkipnb.tersembunyi import tampak

DOMAIN = "click"
LOCALE = Path(__file__).parent / "locale"
_YEAR = re.compile(r"[0-9]{4}")


@contextmanager
def indonesian() -> Iterator[None]:
    """While this lasts, click speaks by the catalogue in `locale/`, whatever the language of the
    machine.
    """
    language = os.environ.get("LANGUAGE")
    domain = gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = "id"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language


class Misuse(click.UsageError):
    """What a command was asked for does not exist; `contoh` shows how it is called."""

    def show(self, file: IO[Any] | None = None) -> None:
        say(self.format_message(), err=True)


class Command(click.Command):
    """A command whose help, and each of whose usage errors, ends with an example.

    `contoh` are its examples, the first the plainest.
    """

    def __init__(self, *arguments: Any, contoh: Sequence[str] = (), **more: Any):
        more.setdefault("options_metavar", "[PILIHAN]")
        super().__init__(*arguments, **more)
        self.contoh = tuple(contoh)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Contoh"):
            indent = " " * formatter.current_indent
            for line in self.contoh:
                formatter.write(f"{indent}{line}\n")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            # click leaves it out where an option has no value, or one too many.
            error.ctx = error.ctx or ctx
            raise

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise Misuse(str(error), ctx) from error


class Group(Command, click.Group):
    """The program itself: its commands are of the class above."""

    command_class = Command

    def __init__(self, *arguments: Any, **more: Any):
        more.setdefault("subcommand_metavar", "PERINTAH [ISIAN]...")
        super().__init__(*arguments, **more)

    def invoke(self, ctx: click.Context) -> object:
        return click.Group.invoke(self, ctx)


def say(text: object, err: bool = False) -> None:
    """A line for the terminal, on which no name or value in it acts."""
    click.echo(tampak(str(text)), err=err)


def show(error: click.ClickException) -> None:
    """The error, and below it how the command is called."""
    error.message = tampak(error.message)  # type: ignore[misc]
    error.show()
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return
    context = getattr(error, "ctx", None)
    contoh = getattr(getattr(context, "command", None), "contoh", ())
    if contoh:
        say(f"Contoh: {contoh[0]}", err=True)


class Year(click.ParamType[int]):
    """A fiscal year as four digits."""

    name = "tahun"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if not _YEAR.fullmatch(str(value)):
            self.fail(f"“{value}” bukan tahun; diharapkan empat angka, misalnya 2024.", param, ctx)
        return int(str(value))


def folder(**more: bool) -> click.Path:
    """A folder."""
    return _named("folder", click.Path(path_type=Path, file_okay=False, **more))


def file(**more: bool) -> click.Path:
    """A file."""
    return _named("berkas", click.Path(path_type=Path, dir_okay=False, **more))


def _named(name: str, kind: click.Path) -> click.Path:
    kind.name = name
    return kind
