"""Prose in Markdown with Jinja values, rendered to HTML in which every value is text.

A value never meets the Markdown parser: it is carried through as a token and put in, escaped,
once the HTML stands.  So whatever a cell of `data/` holds - HTML, Markdown, Jinja - is shown as it
was typed and never acts.  A value that is a table or a picture stands in a paragraph of its own, and
the prose is cut there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import mistune
from jinja2 import DictLoader, StrictUndefined, TemplateError, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from lkipnb.asal import Kata, tulis
from lkipnb.errors import UsageError
from lkipnb.present import format as bentuk
from lkipnb.present.block import Gambar, Narasi, Tabel

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_ALONE = re.compile(f"<p>{_OPEN}(\\d+){_CLOSE}</p>\n?")
_VALUES = "_nilai"


def render(
    template: str, konteks: Mapping[str, object], bagian: Mapping[str, str] | None = None
) -> list[Narasi | Tabel | Gambar]:
    """The pieces of a Markdown template whose `{{ }}` are filled from `konteks`: prose, tables, pictures.

    `bagian` are templates by name that it may `{% include %}`.  Raises UsageError, in Indonesian, when
    the template names something that does not exist, or puts a table inside a sentence.
    """
    values: list[Markup | Tabel | Gambar] = []
    try:
        environment = _environment().overlay(loader=DictLoader(dict(bagian or {})))
        text = environment.from_string(template).render(konteks, **{_VALUES: values})
    except TemplateError as error:
        raise UsageError(f"Narasi tidak dapat disusun: {error.message}") from error
    return _pieces(markdown(text), values)


def _pieces(html: str, values: list[Markup | Tabel | Gambar]) -> list[Narasi | Tabel | Gambar]:
    """The HTML cut at each block that stands alone; every other token replaced by its value."""
    pieces: list[Narasi | Tabel | Gambar] = []
    prose = ""
    last = 0
    for match in _ALONE.finditer(html):
        value = values[int(match[1])]
        prose += html[last : match.start()]
        last = match.end()
        if isinstance(value, Markup):
            prose += match[0]
            continue
        pieces += [*_prose(prose, values), value]
        prose = ""
    return pieces + _prose(prose + html[last:], values)


def _prose(html: str, values: list[Markup | Tabel | Gambar]) -> list[Narasi]:
    def shown(match: re.Match) -> str:
        value = values[int(match[1])]
        if isinstance(value, Markup):
            return value
        raise UsageError(f"{value.nomor} berada di dalam kalimat; letakkan dalam paragraf tersendiri.")

    text = _TOKEN.sub(shown, html).strip()
    return [Narasi(text)] if text else []


@pass_context
def _keep(context: Context, value: object) -> str:
    """A token for `value`; being bound to the context, Jinja never folds it at compile time."""
    values = context[_VALUES]
    values.append(value if isinstance(value, Tabel | Gambar) else _shown(bentuk.teks(value)))
    return f"{_OPEN}{len(values) - 1}{_CLOSE}"


def _shown(value: object) -> Markup:
    """A value as HTML; a figure with an origin carries it."""
    if isinstance(value, Kata):
        value = bentuk.Tampil(value, value, value.asal)
    if not isinstance(value, bentuk.Tampil):
        return escape(value)
    return Markup('<data value="{}" data-asal="{}">{}</data>').format(value.nilai, tulis(value.asal), str(value))


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_keep, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    environment.filters |= bentuk.FILTERS
    return environment


def markdown(text: str) -> str:
    """HTML of plain Markdown; raw HTML in it is shown as text."""
    return _markdown()(text)


@cache
def _markdown() -> mistune.Markdown:
    return mistune.create_markdown(escape=True)
