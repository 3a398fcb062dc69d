"""The image, without an engine: the Dockerfile's steps by hand, as far as they go, and what compose makes of it."""

from __future__ import annotations

import fnmatch
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.commands import cli
from tests.bot.test_wheel import ROOT

STEPS = [
    (line.split()[0], line.partition(" ")[2].strip())
    for line in re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text()).splitlines()
    if line and not line.startswith("#")
]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())


def steps(kind: str) -> list[str]:
    return [words for name, words in STEPS if name == kind]


def ignored(folder: str, names: list[str]) -> set[str]:
    """Return what .dockerignore leaves out."""
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if not line.startswith("#")]
    everywhere = [line.removeprefix("**/") for line in lines if line.startswith("**/")]
    patterns = everywhere if Path(folder) != ROOT else lines + everywhere
    return {name for name in names if any(fnmatch.fnmatch(name, each) for each in patterns)}


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root after the steps that work without an engine and a network; libraries are borrowed."""
    root = tmp_path_factory.mktemp("image")
    source = root / "src"
    for number, command in enumerate(steps("RUN")[:3]):
        if number == 1:  # would fetch the libraries
            packages = next(root.glob("opt/campanile/lib/python*/site-packages"))
            (packages / "borrowed.pth").write_text(
                f"import sys; sys.path.insert(0, {sysconfig.get_path('purelib')!r})"  # before the venv's own setuptools
            )
            shutil.copytree(ROOT, source, ignore=ignored, dirs_exist_ok=True)
            continue
        source.mkdir(exist_ok=True)
        here = command.replace("/opt/campanile", f"{root}/opt/campanile").replace(
            "python -m venv", f"{sys.executable} -m venv"
        )
        here = here.replace("uninstall --quiet --yes setuptools pip", "uninstall --quiet --yes pip")  # not what is lent
        done = subprocess.run(here, shell=True, cwd=source, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    shutil.rmtree(source)  # the last stage has only what is installed
    return root


def test_what_the_steps_install_runs_from_where_the_image_starts(image: Path) -> None:
    home = image / steps("WORKDIR")[-1].lstrip("/")
    (home / "data").mkdir(parents=True)
    own = {
        "PATH": f"{image}/opt/campanile/bin:{os.environ['PATH']}",
        "HOME": str(image),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(["campanile", "check"], cwd=home, env=own, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "programme: We.Ca.Re., 3 events in 3 areas" in done.stdout
    assert [file.name for file in home.iterdir()] == ["data"]
    assert steps("VOLUME") == [f"{steps('WORKDIR')[-1]}/data"]


def test_no_secret_and_no_test_reaches_the_build() -> None:
    named = [
        ".env",
        ".git",
        "data",
        "backups",
        "secrets",
        "tests",
        "bot",
        "content",
        "requirements-bot.txt",
        "README.md",
    ]

    assert set(named) - ignored(str(ROOT), named) == {"bot", "content", "requirements-bot.txt", "README.md"}
    assert ignored(str(ROOT / "bot"), ["__pycache__", "app.py", "data"]) == {"__pycache__"}


def test_the_last_stage_is_small_and_without_rights() -> None:
    last = max(number for number, (name, _) in enumerate(STEPS) if name == "FROM")
    names = [name for name, _ in STEPS[last:]]

    assert len(steps("FROM")) == 2
    assert {words.split()[0] for words in steps("FROM")} == {"python:${PYTHON}"}
    assert "slim" in steps("ARG")[0]
    assert steps("USER") == ["10001:10001"]
    assert names.index("USER") > max(number for number, name in enumerate(names) if name in ("RUN", "COPY"))
    assert [words for name, words in STEPS[last:] if name == "COPY"] == ["--from=build /opt/campanile /opt/campanile"]


@pytest.mark.parametrize("requirements", ["requirements-bot.txt", "requirements-posters.txt"])
def test_what_may_be_installed_is_there(requirements: str) -> None:
    assert requirements in (ROOT / "Dockerfile").read_text()
    assert (ROOT / requirements).exists()


def test_its_commands_are_ours() -> None:
    names = {*cli.app.commands}
    asked = [words.partition("CMD ")[2] or words for name, words in STEPS if name in ("CMD", "HEALTHCHECK")]

    assert len(asked) == 2
    assert {word for words in asked for word in yaml.safe_load(words)} - {"campanile"} <= names


def test_compose_runs_the_bot_alone_unless_more_is_asked_for() -> None:
    services = COMPOSE["services"]
    bot = services["campanile"]

    assert {name: each.get("profiles") for name, each in services.items()} == {
        "campanile": None,
        "caddy": ["web"],
        "postgres": ["postgres"],
    }
    assert (bot["read_only"], bot["cap_drop"], bot["tmpfs"]) == (True, ["ALL"], ["/tmp"])
    assert bot["volumes"] == [f"data:{steps('VOLUME')[0]}"]
    named = {volume.split(":")[0] for each in services.values() for volume in each["volumes"]}
    assert {name for name in named if "/" not in name} == set(COMPOSE["volumes"])
    assert all((ROOT / name).exists() for name in named if "/" in name)
    assert int(bot["stop_grace_period"].removesuffix("s")) > 10


def test_every_shell_step_stops_at_the_first_error() -> None:
    assert [words for words in steps("RUN") if {";", "||", "|"} & set(shlex.split(words))] == []
