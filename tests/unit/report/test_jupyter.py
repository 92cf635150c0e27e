"""The export menu of JupyterLab: a running server gives the page under both spellings."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from importlib import import_module
from pathlib import Path

import nbformat
import pytest

from lkipnb.report import jupyter

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXPORTERS = PROJECT["project"]["entry-points"]["nbconvert.exporters"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server on a folder with one notebook, that knows the exporters of this tree."""
    folder = tmp_path_factory.mktemp("server")
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Sebuah kalimat.")])
    nbformat.write(made, folder / "uji.ipynb")
    config = json.loads((ROOT / "jupyter-config/lkipnb.json").read_text())
    (folder / "jupyter_server_config.json").write_text(json.dumps(config))
    own = folder / "paket" / "lkipnb-9.dist-info"
    own.mkdir(parents=True)
    (own / "METADATA").write_text("Metadata-Version: 2.1\nName: lkipnb\nVersion: 9\n")
    points = "\n".join(f"{name} = {place}" for name, place in EXPORTERS.items())
    (own / "entry_points.txt").write_text(f"[nbconvert.exporters]\n{points}\n")
    port = free_port()
    begin = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(own.parent)!r}]; "
    run = "from jupyter_server.serverapp import main; main()"
    options = [f"--ServerApp.port={port}", "--IdentityProvider.token=uji", "--allow-root"]
    options += ["--no-browser", f"--ServerApp.root_dir={folder}"]
    command = [sys.executable, "-c", begin + run, *options]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(folder)},
    )
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


def answer(address: str) -> tuple[int, str, bytes]:
    asked = urllib.request.Request(address, headers={"Authorization": "token uji"})
    until = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(asked, timeout=60) as given:
                return given.status, given.headers["Content-Type"], given.read()
        except urllib.error.HTTPError as error:
            return error.code, "", error.read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)


@pytest.mark.parametrize("name", ["lkip-html", "lkip_html", "lkip-pdf", "lkip_pdf"])
def test_the_menu_gives_the_chapter_under_either_spelling(server, name):
    status, kind, body = answer(f"{server}/nbconvert/{name}/uji.ipynb?download=true")
    assert status == 200, body[-500:]
    if name.endswith("pdf"):
        assert kind.startswith("application/pdf")
        assert body.startswith(b"%PDF")
    else:
        assert "Sebuah kalimat." in body.decode()


def test_each_exporter_has_a_name_without_a_hyphen():
    plain = {name.replace("-", "_") for name in EXPORTERS}
    assert plain <= EXPORTERS.keys()
    for place in EXPORTERS.values():
        module, name = place.split(":")
        assert hasattr(import_module(module), name)


def test_the_server_finds_the_extension():
    assert jupyter._jupyter_server_extension_points() == [{"module": jupyter.__name__}]
