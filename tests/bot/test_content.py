"""The files of a programme: what stops the start, what is found, and what a running bot does."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.authoring import inspection
from bot.content import loaded_content
from bot.settings import WECARE
from domain import languages, programmes
from domain.announcements import templates
from domain.files.yaml_file import ContentError
from messages import catalog
from tests.bot.test_cli import campanile
from tests.world import World, received, texts

LAUGHS = "\n".join(
    ["- &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"] + [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
)
BROKEN = [LAUGHS, "- &a [*a]\n", "[" * 100_000, "- a: \0\n", "- id: x\n- id: x\n", ""]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WECARE, tmp_path / "content"))


def _problems(folder: Path) -> list[str]:
    return [str(each) for each in inspection.mistakes(programmes.load(folder), folder)]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        (templates.FILE, ["check"]),
        ("answers/synonyms.en.yaml", ["content", "check"]),
    ],
)
def test_the_checks_read_every_file(folder: Path, name: str, command: list[str]) -> None:
    (folder / name).write_text(LAUGHS, encoding="utf-8")
    done = campanile(*command, folder=folder, PROGRAMME_DIR=str(folder))

    assert done.returncode in (1, 2)
    said = done.stdout + done.stderr
    assert f"{name}, line 6" in said
    assert "is more than a file may hold: 100000 values" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("name", ["announcments.yaml", "answers/de.yaml", "answers/synonym.it.yaml", "more/x.yml"])
def test_a_file_that_nobody_reads_is_found(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("- a\n", encoding="utf-8")
    [problem] = _problems(folder)
    assert f"{name}, line 1: warning: the bot reads no file of this name" in problem
    (folder / name).write_text("- [a\n", encoding="utf-8")
    assert "is not valid YAML" in "".join(_problems(folder))


def test_what_comes_with_the_bot_is_whole() -> None:
    assert _problems(WECARE) == []


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folders of the languages, to be changed."""
    copied = Path(shutil.copytree(languages.FOLDER, tmp_path / "languages"))
    monkeypatch.setattr(languages, "FOLDER", copied)
    return copied


def test_a_language_without_words_is_found(folder: Path, own: Path) -> None:
    shutil.rmtree(own / "fr" / "messages")

    assert 'languages[3] "fr" has no words' in "".join(_problems(folder))


@pytest.mark.parametrize("name", [languages.ANSWERS, languages.FACTS, *languages.HEARING[:-1]])
def test_a_language_that_is_not_understood_is_found(folder: Path, own: Path, name: str) -> None:
    (own / "fr" / name).unlink()

    [problem] = _problems(folder)
    assert f'warning: languages[3] "fr" lacks {own / "fr" / name}' in problem


def test_a_language_in_which_no_cry_for_help_is_heard_is_an_error(folder: Path, own: Path) -> None:
    (own / "fr" / "danger.yaml").unlink()

    [problem] = _problems(folder)
    assert f'error: languages[3] "fr" lacks {own / "fr" / "danger.yaml"}' in problem


@pytest.mark.parametrize(("language", "level"), [("it", "error"), ("fr", "warning")])
def test_a_language_that_is_not_whole_is_found(folder: Path, own: Path, language: str, level: str) -> None:
    file = next(file for file in (own / language / "messages").glob("*.ftl") if "\nwelcome =" in file.read_text())
    file.write_text(file.read_text(encoding="utf-8").replace("\nwelcome =", "\nbenvenuto ="), encoding="utf-8")

    problems = [each for each in _problems(folder) if f'"{language}"' in each]
    assert "lacks 1 messages: welcome" in "".join(problems)
    assert f" {level}: " in problems[0]


def test_a_first_language_without_words_stops_the_start(folder: Path) -> None:
    file = folder / "programme.yaml"
    text = (
        file.read_text(encoding="utf-8")
        .replace("[it, en, fr]", "[de]")
        .replace("      it:", "      de:")
        .replace("{it:", "{de:")
    )
    file.write_text(text, encoding="utf-8")
    for name in (templates.FILE, "answers/de.yaml"):
        source = folder / name.replace("de.", "it.")
        (folder / name).write_text(source.read_text(encoding="utf-8").replace("    it:", "    de:"), encoding="utf-8")

    with pytest.raises(ContentError, match=r'languages\[1\] is "de", in which the bot has no words'):
        loaded_content.load(folder)
    assert 'languages[1] "de" has no words' in "".join(_problems(folder))


@pytest.mark.parametrize(
    ("commands", "place", "sentence"),
    [
        ("{evenst: {it: visite}}", "commands.evenst", "is not a command"),
        ("{events: {it: aiuto}}", "commands.events.it", '"aiuto" is the name of another command'),
    ],
)
def test_a_name_for_no_command_or_for_two_stops_the_start(
    folder: Path, commands: str, place: str, sentence: str
) -> None:
    file = folder / "programme.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\ncommands: {commands}\n", encoding="utf-8")

    with pytest.raises(ContentError, match=f"{place} {sentence}"):
        loaded_content.load(folder)
    assert sentence in "".join(_problems(folder))


def test_an_id_too_long_for_a_button_is_found(folder: Path) -> None:
    for language in ("it", "en", "fr"):
        file = folder / "answers" / f"{language}.yaml"
        text = file.read_text(encoding="utf-8").replace("- id: meeting.year\n", f"- id: meeting.{'w' * 32}\n")
        file.write_text(text, encoding="utf-8")
    file = folder / "programme.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("perosa-argentina", "p" * 32), encoding="utf-8")

    problems = _problems(folder)
    assert len(problems) == 3
    assert "is too long for a button of 64 bytes" in problems[0]


@pytest.fixture
async def living(database_url: str, folder: Path) -> AsyncIterator[World]:
    programme = programmes.load(folder)
    said = loaded_content.LoadedContent(programme, catalog.load(programme))
    world = World(database_url, said=said, programme_dir=folder)
    await world.open()
    yield world
    await world.close()


async def _edited(world: World, file: Path) -> None:
    """The files are looked at once a minute."""
    os.utime(file, ns=(1, int(world.clock.at.timestamp())), follow_symlinks=False)
    await world.wait(70)


async def test_a_running_bot_keeps_the_last_good_file_and_tells_once(living: World, folder: Path) -> None:
    await living.say(living.monica, "/start")
    file = folder / "answers" / "it.yaml"
    good = file.read_text(encoding="utf-8")
    for number, broken in enumerate(BROKEN, 1):
        file.write_text(broken, encoding="utf-8")
        for _ in range(3):
            await _edited(living, file)
        assert received(living.monica, "it.yaml") == number, texts(living.monica)
        assert "via Podgora 22" in (await living.say(living.anna, "dov'è l'incontro di Pinerolo?")).text
    file.write_text(good, encoding="utf-8")
    await _edited(living, file)
    file.write_text(BROKEN[-1], encoding="utf-8")
    await _edited(living, file)
    assert received(living.monica, "it.yaml") == len(BROKEN) + 1


async def test_a_file_that_becomes_something_else_is_told(living: World, folder: Path) -> None:
    await living.say(living.monica, "/start")
    file = folder / "answers" / "fr.yaml"
    file.unlink()
    file.symlink_to("nowhere")
    await living.wait(70)
    assert received(living.monica, "cannot be read") == 1
    file.unlink()
    file.mkdir()
    await living.wait(70)
    assert received(living.monica, "a folder or a device") == 1
