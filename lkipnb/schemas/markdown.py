"""Markdown of prose: the one parser of it, and how deep its pieces may stand in each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape

import mistune
from mistune.block_parser import BlockParser
from mistune.core import BaseRenderer
from mistune.plugins.footnotes import footnotes
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table
from mistune.plugins.task_lists import task_lists

DEEPEST = 12  # elements in each other, such as six lists; Typst sets no more than sixty
DEEPEST_READ = 20  # quotations and lists that the parser takes for such
MOST_MARKS = 4_000  # of emphasis in one paragraph; each is compared with those before it
TOO_DEEP = "kutipan, daftar, atau penekanannya bertingkat terlalu dalam"
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_ANY_TAG = re.compile(r"</?[a-z][^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ALONE = frozenset({"br", "hr", "img"})


def markdown(text: str) -> str:
    """HTML of Markdown with tables, footnotes, tasks and words struck out; raw HTML in it is shown
    as text.  Raises RecursionError for what is
    nested too deep, or might take minutes.
    """
    if any(_marks(block) > MOST_MARKS for block in text.split("\n\n")):
        raise RecursionError(TOO_DEEP)
    shown = _parser()(text)
    if not isinstance(shown, str):
        raise TypeError("the parser of prose gives HTML")
    return shown


def _marks(block: str) -> int:
    return block.count("*") + block.count("_")


def teks(shown: str) -> str:
    """The words of HTML as a reader puts them together, without tags and the comments that someone
    typed between them.
    """
    return _COMMENT.sub("", unescape(_ANY_TAG.sub("", shown)))


def terlalu_dalam(shown: str) -> bool:
    """Whether the HTML of a Markdown text holds elements too deep in each other."""
    depth = 0
    for closing, name in _TAG.findall(shown):
        if name not in _ALONE:
            depth += -1 if closing else 1
        if depth > DEEPEST:
            return True
    return False


def baris_terlalu_dalam(text: str) -> int | None:
    """The line with which a Markdown text becomes too deep; None for a good one."""
    lines = text.split("\n")
    if not _too_deep(lines):
        return None
    good, bad = 0, len(lines)
    while bad - good > 1:
        middle = (good + bad) // 2
        if _too_deep(lines[:middle]):
            bad = middle
        else:
            good = middle
    return bad


def _too_deep(lines: list[str]) -> bool:
    try:
        return terlalu_dalam(markdown("\n".join(lines)))
    except RecursionError:
        return True


@cache
def _parser() -> mistune.Markdown:
    renderer = mistune.HTMLRenderer(escape=True)
    parser = mistune.Markdown(
        renderer=renderer,
        block=BlockParser(max_nested_level=DEEPEST_READ),
        plugins=[table, strikethrough, footnotes, task_lists],
    )
    for name, form in _FORMS.items():
        renderer.register(name, form)
    return parser


def _struck(renderer: BaseRenderer, text: str) -> str:
    return f"<s>{text}</s>"


def _task(renderer: BaseRenderer, text: str, checked: bool = False) -> str:
    """An item of a list of tasks; a box of a form has no place in a report."""
    return f"<li>{'☑' if checked else '☐'} {text}</li>\n"


def _note_number(renderer: BaseRenderer, key: str, index: int) -> str:
    return f"<sup>{index}</sup>"


def _notes(renderer: BaseRenderer, text: str) -> str:
    return f"<ol>\n{text}</ol>\n"


def _note(renderer: BaseRenderer, text: str, key: str, index: int) -> str:
    return f"<li>{text}</li>\n"


# Instead of the parser's own, which hold links and boxes that only a page of the web knows.
_FORMS: dict[str, Callable[..., str]] = {
    "strikethrough": _struck,
    "task_list_item": _task,
    "footnote_ref": _note_number,
    "footnotes": _notes,
    "footnote_item": _note,
}
