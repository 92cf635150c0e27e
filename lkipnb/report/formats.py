"""The file formats of a report.

A format is a module with a function from a document to the bytes of a file, and a line here.  The
module is imported when a file is made, so that a list of the formats costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkipnb.report.document import Document


@dataclass(frozen=True)
class Format:
    """The file `lkip.<ending>`, or of another name (`named`), and its function, `module:name`;
    `usual` where it is made unless others are asked for, `berdata` where it holds the data package.
    """

    ending: str
    function: str
    usual: bool = True
    named: str = ""
    berdata: bool = False

    @property
    def file(self) -> str:
        return self.named or f"lkip.{self.ending}"

    def make(self, document: Document) -> bytes:
        """The bytes of the file."""
        make: Callable[[Document], bytes] = resolve_name(self.function)
        return make(document)


# In the order in which they are made.
_ALL = (
    Format("html", "lkipnb.report.page:page_file"),
    Format("pdf", "lkipnb.report.typeset:typeset", berdata=True),
    Format("docx", "lkipnb.report.word:word", usual=False),
    Format("xlsx", "lkipnb.report.spreadsheet:spreadsheet", usual=False),
    Format("data", "lkipnb.report.paket.isi:berkas", False, "lkip-data.zip", berdata=True),
)
FORMATS: Mapping[str, Format] = {form.ending: form for form in _ALL}
USUAL = tuple(form.ending for form in _ALL if form.usual)
