"""HTML and SVG from templates: every value is escaped where it is put in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
Form = Callable[[object], object]


def render(template: str, **values: object) -> Markup:
    """The file `template` of `templates/`, filled; of the values only `Markup` is taken as HTML."""
    filled = environment(TEMPLATES).get_template(template).render(values)
    return Markup(filled)


@cache
def environment(folder: Path, form: Form | None = None) -> Environment:
    """The templates of a folder, each compiled once a process; `form` is put before every value."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=form,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
