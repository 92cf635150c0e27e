"""The templates and the typefaces of a report."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from lkipnb.present.html import environment

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parents[1] / "fonts"


def fill(template: str, **values: object) -> Markup:
    """The file `template` of `templates/`, filled; of the values only `Markup` is taken as HTML."""
    filled = environment(TEMPLATES).get_template(template).render(values)
    return Markup(filled)


def text(name: str) -> str:
    """A file of `templates/` as it is."""
    return (TEMPLATES / name).read_text(encoding="utf-8")
