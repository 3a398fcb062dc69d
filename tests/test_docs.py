"""The docs name what is there: files, folders, commands, tables, and the files of each how-to."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings
from domain import languages
from storage.models import Base
from tests.diagram import BLOCK, FILE, diagram

ROOT = Path(__file__).parent.parent
PAPERS = ROOT / "docs" / "papers"
DOCS = [*sorted(ROOT.glob("docs/**/*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
GERMAN = ROOT / "tests" / "languages" / "de"
HOW_TO = (ROOT / "docs" / "how-to.md").read_text()
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name != "data"}
ROW = re.compile(r"^\| `(?P<file>[^`]+)` \|.*\| `(?P<example>[^`]+)` \|$", re.MULTILINE)


def paths(text: str) -> set[str]:
    """Return what looks like a path of the project, between backticks or as the target of a link."""
    quoted = {
        each.partition("#")[0] for each in re.findall(r"`([^`\s]+)`|\]\((?!http|#)([^)\s]+)\)", text) for each in each
    }
    return {each for each in quoted if each.partition("/")[0] in FOLDERS and "/" in each and not each.startswith("/")}


def exists(path: str) -> bool:
    """A module may be named without its ending; `*` and `{it,en,fr}` stand for several files."""
    names = [path, f"{path}.py"]
    if choice := re.search(r"\{([^}]+)\}", path):
        return all(exists(path.replace(choice[0], each)) for each in choice[1].split(","))
    return any(any(ROOT.glob(name.rstrip("/"))) for name in names)


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_every_path_that_is_named_is_there(file: Path) -> None:
    assert [path for path in sorted(paths(file.read_text())) if not exists(path)] == []


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_every_link_leads_to_a_file(file: Path) -> None:
    targets = re.findall(r"\]\((?!http|#)([^)\s#]+)", file.read_text())

    assert [target for target in targets if not (file.parent / target).exists()] == []


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_every_make_target_that_is_named_is_there(file: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert set(re.findall(r"`make ([a-z-]+)", file.read_text())) <= targets


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_no_merge_was_left_half_done(file: Path) -> None:
    assert not re.search(r"^(<<<<<<<|>>>>>>>) ", file.read_text(), re.MULTILINE)


def test_the_tables_are_drawn_as_they_are() -> None:
    assert BLOCK.search(FILE.read_text())[0] == diagram()  # type: ignore[index]


def test_the_policy_tells_of_every_table_about_people() -> None:
    policy = (ROOT / "docs" / "privacy.md").read_text()
    programme = {"events", "venues", "proposals", "alembic_version"}

    assert [name for name in Base.metadata.tables if name not in programme and f"`{name}`" not in policy] == []


@pytest.mark.parametrize(
    ("italian", "english"), re.findall(r"\((it/[^)]+)\) \| \[[^]]+\]\((en/[^)]+)\)", (PAPERS / "README.md").read_text())
)
def test_a_paper_says_the_same_in_both_languages(italian: str, english: str) -> None:
    texts = [(PAPERS / name).read_text() for name in (italian, english)]
    shapes = [
        [line.split(" ")[0] for line in text.splitlines() if line.startswith(("#", "|", "1.", "2.", "3.", "4."))]
        for text in texts
    ]

    assert shapes[0] == shapes[1]
    assert texts[0].count("**") == texts[1].count("**")
    assert all("[" in text for text in texts)  # there is always something to fill in


def test_the_papers_give_the_figures_of_the_programme() -> None:
    text = "".join(file.read_text() for file in PAPERS.glob("*/*.md"))
    heard = len([each for each in languages.FOLDER.iterdir() if (each / languages.DANGER).exists()])

    assert set(re.findall(r"`\[(\d+)\]`", text)) == {str(Settings.sunset_days), str(Settings.backup_keep)}
    assert heard == 14, "the papers say fourteen languages"


def test_every_how_to_names_its_files() -> None:
    sections = HOW_TO.split("\n## ")[1:]

    assert [section.split("\n")[0] for section in sections if len(ROW.findall(section)) < 2] == []


@pytest.mark.parametrize(("file", "example"), ROW.findall(HOW_TO))
def test_the_example_of_a_how_to_is_in_its_files(file: str, example: str) -> None:
    found = sorted(each for name in _choices(file) for each in ROOT.glob(name))

    assert found
    assert [str(each) for each in found if example not in each.read_text()] == []


def _choices(file: str) -> list[str]:
    choice = re.search(r"\{([^}]+)\}", file)
    return [file.replace(choice[0], each) for each in choice[1].split(",")] if choice else [file]


def test_the_changelog_says_nothing_twice() -> None:
    entries = re.findall(r"^- .*(?:\n  .*)*", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    heads = [entry[:40] for entry in entries]

    assert [head for head in heads if heads.count(head) > 1] == []
    assert [entry for entry in entries if entry.count("\n") > 3] == []


def test_the_how_to_for_a_language_names_what_the_german_of_the_tests_has() -> None:
    section = HOW_TO.split("\n## A language\n")[1].split("\n## ")[0]
    german = {file.relative_to(GERMAN).as_posix() for file in GERMAN.rglob("*.yaml")} | {"messages/*.ftl"}

    named = {file.removeprefix("languages/fr/") for file, _ in ROW.findall(section) if file.startswith("languages/")}
    assert named == german | {languages.DANGER}  # which comes with the bot
    assert named == {f"{name}/*.ftl" if name == languages.MESSAGES else name for name in languages.missing("xx")}
