"""One list of packages: pyproject, constraints and the conda environment agree, and name
no host.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
WISHED = {"jupyterlab", "pandas", "ipywidgets", "nbconvert", "papermill", "pytest", "nbval"}


def name(requirement: str) -> str:
    return re.split(r"[<>=!\[ ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {
        name(line): line.partition("==")[2] for line in lines if line and not line.startswith("#")
    }


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def conda() -> list[str]:
    content = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    return next(entry["pip"] for entry in content["dependencies"] if isinstance(entry, dict))


def test_every_direct_dependency_is_pinned():
    direct = {
        name(r) for r in [*project()["dependencies"], *project()["optional-dependencies"]["test"]]
    }
    assert direct <= pinned().keys()


def test_every_pin_is_one_version():
    assert all(re.fullmatch(r"[0-9][0-9A-Za-z.]*", version) for version in pinned().values())


def test_the_conda_environment_installs_the_project_at_the_same_pins():
    assert {"-c constraints.txt", "-e .[test]"} <= set(conda())
    explicit = {name(line): line.partition("==")[2] for line in conda() if "==" in line}
    assert explicit == {package: pinned()[package] for package in WISHED}


def test_the_conda_python_is_one_the_project_supports():
    content = (ROOT / "environment.yml").read_text(encoding="utf-8")
    minor = int(re.search(r"python=3\.(\d+)", content)[1])
    assert minor >= int(re.search(r"3\.(\d+)", project()["requires-python"])[1])


def test_no_file_names_a_host_to_install_from():
    for file in ("constraints.txt", "environment.yml", "pyproject.toml", "Makefile", ".ci/run"):
        assert "://" not in (ROOT / file).read_text(encoding="utf-8"), file
