"""What `pipx` and `uvx` install: a wheel that works in an empty folder, far from the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import urllib.request
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
BESIDE = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "data", "tests", "benchmarks")
BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as an installer would, from a copy and without a network."""
    copy, made = tmp_path_factory.mktemp("source") / "copy", tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, copy, ignore=BESIDE)
    _done(sys.executable, "-c", BUILD, str(made), folder=copy)
    return next(made.glob("*.whl"))


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the installed commands, in an environment of its own that borrows this one's libraries."""
    home = tmp_path_factory.mktemp("elsewhere") / "venv"
    _done(sys.executable, "-m", "venv", str(home))
    _done(str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel))
    packages = next(home.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return home / "bin"


def _done(*command: str, folder: Path | None = None) -> str:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TELEGRAM", "OWNER"))}
    done = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_all_that_the_bot_reads_and_takes_one_name(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    rooms = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]
    files = {
        str(file.relative_to(ROOT))
        for room in (*rooms, "content", "languages")
        for file in (ROOT / room).rglob("*")
        if file.is_file() and file.suffix not in (".pyc", ".mako")  # the last makes new migrations, in a checkout
    }

    assert {name.split("/")[0].split("-")[0] for name in names} == {"campanile_bot"}
    assert {f"campanile_bot/{file}" for file in files} <= names


def test_the_installed_bot_checks_itself_and_answers(commands: Path, tmp_path: Path) -> None:
    checked = _done(str(commands / "campanile"), "check", folder=tmp_path)
    answered = _done(str(commands / "campanile-bot"), "ask", "dove si fa l'incontro a Pinerolo?", folder=tmp_path)

    assert "programme: We.Ca.Re., 3 events in 3 areas" in checked
    assert "database: good, brought up to date" in checked
    assert "via Podgora 22" in answered
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_the_installed_sandbox_opens_its_page(commands: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [commands / "campanile", "sandbox", "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as sandbox:
        assert sandbox.stdout is not None
        address = sandbox.stdout.readline().split()[1]
        try:
            with urllib.request.urlopen(address, timeout=20) as page:
                assert page.status == 200
                assert b"page.js" in page.read()
        finally:
            sandbox.terminate()
    assert sandbox.returncode == 0


def test_nobody_else_meets_our_packages(commands: Path) -> None:
    code = (
        "import importlib.util as found; print([each for each in ('bot', 'content', 'web') if found.find_spec(each)])"
    )

    assert _done(str(commands / "python"), "-I", "-c", code) == "[]\n"
