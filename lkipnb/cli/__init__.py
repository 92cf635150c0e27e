"""The command line: `lkipnb report`, `lkipnb check`.  Thin: it parses, calls, and prints.

One module per command; `program` puts them together and runs them.
"""

from lkipnb.cli.program import cli, main

__all__ = ["cli", "main"]
