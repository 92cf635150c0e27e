"""The program: all commands together, and the answer to every error."""

from __future__ import annotations

import click

from lkipnb import __version__, bahasa
from lkipnb.cli.answers import answer
from lkipnb.cli.batch import batch
from lkipnb.cli.check import check
from lkipnb.cli.exchange import export, import_
from lkipnb.cli.explore import explore, lab
from lkipnb.cli.new import new
from lkipnb.cli.notebooks import notebooks
from lkipnb.cli.report import report
from lkipnb.cli.trace import trace
from lkipnb.cli.verify import verify


@click.group(
    cls=bahasa.Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    contoh=(
        "lkipnb new dinkes-contoh 2024",
        "lkipnb check 2020",
        "lkipnb report 2020",
        "lkipnb report --help",
    ),
)
@click.version_option(
    __version__, prog_name="lkipnb", message="%(prog)s %(version)s", help="Tampilkan versi program."
)
def cli() -> None:
    """Menyusun LKIP sebuah instansi dari tabel-tabelnya."""


for command in (report, batch, check, new, import_, export, trace, verify, notebooks, explore, lab):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; every expected error becomes a message and its exit code."""
    with bahasa.indonesian():
        try:
            code = cli.main(args=arguments, prog_name="lkipnb", standalone_mode=False)
        except Exception as error:
            return answer(error)
    return code or 0
