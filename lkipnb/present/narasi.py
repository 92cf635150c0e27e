"""Prose in Markdown with Jinja values, rendered to HTML in which every value is text.

A value never meets the Markdown parser: it is carried through as a token and put in, escaped,
once the HTML stands.  So whatever a cell of `data/` holds - HTML, Markdown, Jinja - is shown as it
was typed and never acts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import mistune
from jinja2 import StrictUndefined, TemplateError, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from lkipnb.errors import UsageError
from lkipnb.present import format as bentuk

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_VALUES = "_nilai"


def render(template: str, konteks: Mapping[str, object]) -> str:
    """HTML of a Markdown template whose `{{ }}` are filled from `konteks`.

    Raises UsageError, in Indonesian, when the template names something that does not exist.
    """
    values: list[Markup] = []
    try:
        text = _environment().from_string(template).render(konteks, **{_VALUES: values})
    except TemplateError as error:
        raise UsageError(f"Narasi tidak dapat disusun: {error.message}") from error
    html = markdown(text)
    return _TOKEN.sub(lambda match: values[int(match[1])], html).strip()


@pass_context
def _keep(context: Context, value: object) -> str:
    """A token for `value`; being bound to the context, Jinja never folds it at compile time."""
    values = context[_VALUES]
    values.append(escape(bentuk.teks(value)))
    return f"{_OPEN}{len(values) - 1}{_CLOSE}"


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
