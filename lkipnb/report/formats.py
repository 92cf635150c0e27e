"""The file formats of a report.

A format is a module with a function that makes the bytes of a file of a document, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lkipnb.report.document import Document
from lkipnb.report.page import page_file
from lkipnb.report.typeset import typeset

# By the ending of the file, in the order in which they are made.
FORMATS: Mapping[str, Callable[[Document], bytes]] = {"html": page_file, "pdf": typeset}
