"""A template filled, or one sentence that says why it cannot be."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping

from jinja2 import TemplateError, TemplateSyntaxError

from lkipnb.errors import ProseError
from lkipnb.present.sandbox.environment import Sandbox
from lkipnb.schemas.templat import Ditolak, penjelasan

_TOO_DEEP = "susunannya terlalu dalam"
_MISMATCH = "dua nilai yang tidak dapat dibandingkan atau dihitung bersama"


def isi_templat(
    template: str,
    nilai: Mapping[str, object],
    tampil: Callable[[object], str],
    bagian: Mapping[str, str] | None = None,
    tempat: str = "",
) -> str:
    """The text of a template; `tampil` says what stands for each `{{ value }}`.

    `bagian` are the pieces that a chapter may `{% include %}`; without it, as for agency prose,
    there is no include and the bounds are narrower.  Raises ProseError: one Indonesian sentence
    that names `tempat` and the line.
    """
    sandbox = Sandbox(nilai, tampil, bagian)
    try:
        return sandbox.tulis(template)
    except RecursionError as error:
        raise ProseError(tempat, None, _TOO_DEEP) from error
    except TemplateError as error:
        raise ProseError(tempat, _line(error), penjelasan(error)) from error
    except (ArithmeticError, TypeError, ValueError, SyntaxError) as error:
        raise ProseError(tempat, _line(error), _MISMATCH) from error


def _line(error: BaseException) -> int | None:
    """The line of the template at which it failed."""
    if isinstance(error, TemplateSyntaxError | Ditolak) and error.lineno is not None:
        return error.lineno
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == "<template>":
            return frame.lineno
    return None
