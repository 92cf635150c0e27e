"""jsonschema without a grammar that nothing here asks for.

Where jupyterlab is installed, jsonschema compiles a grammar of international addresses each time
that it is imported, which takes nine tenths of its import (docs/performance.md).  It does without
where `rfc3987_syntax` is not installed; here it is told so.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

GRAMMAR = "rfc3987_syntax"


def import_jsonschema() -> None:
    """Import jsonschema without the grammar; nothing happens where either is imported already."""
    modules: dict[str, Any] = sys.modules
    if "jsonschema" in modules or GRAMMAR in modules:
        return
    modules[GRAMMAR] = None  # an import of it raises ImportError
    try:
        import_module("jsonschema")
    finally:
        del modules[GRAMMAR]
