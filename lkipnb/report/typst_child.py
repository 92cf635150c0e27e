"""The child that sets a PDF: reads one job as JSON, answers with JSON.  It imports nothing of
lkipnb.

Job: source, root, fonts, standards, timestamp, packages (an empty folder), output, memory_mib.
Answer: warnings, or error.
"""

from __future__ import annotations

import json
import sys


def _limit(mib: int) -> None:
    """Bound the address space where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    most = mib * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    job = json.load(sys.stdin)
    import typst

    _limit(job["memory_mib"])
    try:
        _, warnings = typst.compile_with_warnings(
            job["source"],
            output=job["output"],
            root=job["root"],
            font_paths=job["fonts"],
            ignore_system_fonts=True,
            pdf_standards=job["standards"],
            timestamp=job["timestamp"],
            package_path=job["packages"],
            package_cache_path=job["packages"],
        )
    except typst.TypstError as error:
        json.dump({"error": error.message}, sys.stdout)
        return
    told = [warning.message for warning in warnings]
    json.dump({"warnings": told}, sys.stdout)


if __name__ == "__main__":
    main()
