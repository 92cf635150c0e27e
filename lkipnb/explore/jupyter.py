"""The two servers: the notebook `jelajah` as an app by Voila, and JupyterLab on the notebooks."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from lkipnb.explore.peladen import HOST, Peladen, jalan, pintu
from lkipnb.load.places import (
    CHAPTERS,
    ENVIRONMENT_VARIABLE,
    notebook_folder,
    shipped_chapters,
    year_folder,
)
from lkipnb.report.chapters import copy_out
from lkipnb.report.kernel import KERNEL, LAB_OPTIONS
from lkipnb.storage.scratch import scratch

NOTEBOOK = "jelajah.ipynb"
PARAMETERS, LAB_ONLY = "parameters", "hanya-lab"  # tags of cells
TEMPLATE = "jelajah"
HALAMAN = Path(__file__).parent / "halaman"
PACKAGE = Path(__file__).resolve().parents[1]
# What a page of the app may ask for: this server, and nothing else.
CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:;"
    " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
    " connect-src 'self' blob: data:; frame-ancestors 'none'; form-action 'self'"
)
EXTENSIONS = [
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
]
# JupyterLab asks no other host whether there is news or a newer version.
QUIET = [
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
]
IDLE_SECONDS = 4 * 3600  # a kernel that no page has been open on for so long is ended


@dataclass(frozen=True)
class Alamat:
    """Where a server answers."""

    url: str


@contextmanager
def aplikasi(opd: str, tahun: int, data: Path, port: int = 0) -> Iterator[Alamat]:
    """The app, open on an agency and year, on a port of the loopback (0 for any).

    Raises UsageError when there is no such year, or the port is taken.
    """
    year_folder(data, opd, tahun)
    with scratch() as folder:
        token, free = secrets.token_urlsafe(24), pintu(port)
        page = folder / "halaman" / NOTEBOOK
        page.parent.mkdir(mode=0o700)
        page.write_text(_notebook(_source(data), opd, tahun), encoding="utf-8")
        settings = _voila(token, free)
        (folder / "voila.json").write_text(json.dumps(settings), encoding="utf-8")
        environment = _environment(data, folder) | {"JUPYTER_CONFIG_DIR": str(folder / "tanpa")}
        server = Peladen(["-m", "voila", str(page)], environment, folder, free)
        with jalan(server):
            yield Alamat(f"http://{HOST}:{free}/?token={token}")


@contextmanager
def lab(data: Path, port: int = 0) -> Iterator[Alamat]:
    """JupyterLab on the notebooks; shipped ones of an installed package are copied to `notebooks/`
    of the working directory first.

    Raises UsageError when the port is taken.
    """
    notebooks = _to_work_in(data)
    with scratch() as folder:
        token, free = secrets.token_urlsafe(24), pintu(port)
        own = {"JUPYTER_TOKEN": token}
        options = ["--no-browser", f"--ServerApp.ip={HOST}", f"--ServerApp.port={free}"]
        options += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={notebooks}"]
        options += QUIET
        options += ["--allow-root"]  # in a container the only user there is
        server = Peladen(
            ["-m", "jupyterlab", *options, *LAB_OPTIONS],
            _environment(data, folder) | own,
            folder,
            free,
        )
        with jalan(server):
            yield Alamat(f"http://{HOST}:{free}/lab?token={token}")


def _to_work_in(data: Path) -> Path:
    """The notebooks that may be changed: those of an installed package are nobody's to change."""
    found = notebook_folder(data).resolve()
    if not found.is_relative_to(PACKAGE):
        return found
    own = Path.cwd() / CHAPTERS
    copy_out(own)
    return own.resolve()


def _source(data: Path) -> Path:
    """The notebook of the app: that of this data folder, else the shipped one."""
    own = notebook_folder(data) / NOTEBOOK
    return own if own.is_file() else shipped_chapters() / NOTEBOOK


def _notebook(path: Path, opd: str, tahun: int) -> str:
    """The notebook with its parameters and without the cells for JupyterLab alone."""
    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    kept = [cell for cell in notebook.cells if LAB_ONLY not in _tags(cell)]
    for cell in kept:
        if PARAMETERS in _tags(cell):
            cell.source = f"opd = {opd!r}\ntahun = {tahun!r}"
    notebook.cells = kept
    notebook.metadata["title"] = "Jelajah LKIP"
    notebook.metadata["kernelspec"] = {"name": KERNEL, "display_name": "", "language": "python"}
    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return text


def _tags(cell: Any) -> list[str]:
    tags: list[str] = cell.metadata.get("tags", [])
    return tags


def _voila(token: str, port: int) -> dict[str, object]:
    """The settings of Voila, for the file that it reads where it starts."""
    return {
        "Voila": {
            "token": token,
            "ip": HOST,
            "port": port,
            "port_retries": 0,
            "open_browser": False,
            "tornado_settings": {"headers": {"Content-Security-Policy": CSP}},
        },
        "VoilaConfiguration": {
            "template": TEMPLATE,
            "strip_sources": True,
            "show_tracebacks": False,
            "file_allowlist": ["tidak-ada"],
            "extension_allowlist": EXTENSIONS,
            "preheat_kernel": True,
            "default_pool_size": 1,
        },
        "MappingKernelManager": {
            "transport_encryption": "required",
            "cull_idle_timeout": IDLE_SECONDS,
            "cull_interval": 300,
        },
    }


def _environment(data: Path, folder: Path) -> dict[str, str]:
    """Ours, with the kernel of this very Python, our page, and the data folder."""
    path = folder / "jupyter"
    _kernel(path / "kernels" / KERNEL)
    template = path / "voila" / "templates" / TEMPLATE
    template.parent.mkdir(parents=True)
    shutil.copytree(HALAMAN / TEMPLATE, template)  # a link needs rights on Windows
    known = os.environ.get("JUPYTER_PATH", "")
    search = os.pathsep.join(filter(None, [str(path), known]))
    return {**os.environ, "JUPYTER_PATH": search, ENVIRONMENT_VARIABLE: str(data)}


def _kernel(folder: Path) -> None:
    folder.mkdir(parents=True)
    spec = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "lkipnb",
        "language": "python",
        "metadata": {"supported_encryption": "curve"},
    }
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
