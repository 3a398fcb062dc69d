"""A language more is a folder of words and a file of answers; no line of code."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from fluent.syntax import FluentParser, ast, serialize
from fluent.syntax.visitor import Transformer

from bot.loaded_content import LoadedContent
from bot.settings import WECARE
from domain import programmes
from messages import catalog
from tests.world import World, received

KEPT = re.compile(r"<[^>]*>|&\w+;|/\w+|\{\w+\}|https?://\S+")
"""Markup, commands, slots and addresses are the same in every language."""
PSEUDO = str.maketrans("aeou", "äëöü")


def _spoken(text: str) -> str:
    """English in a German disguise: what does not come from the folder gives itself away."""
    kept = KEPT.findall(text)
    parts = [part.translate(PSEUDO) for part in KEPT.split(text)]
    return "".join(part + (kept[i] if i < len(kept) else "") for i, part in enumerate(parts))


class _Disguise(Transformer):
    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:
        node.value = _spoken(node.value)
        return node


def _words(folder: Path) -> Path:
    """The languages there are, and one more."""
    locales = folder / "locales"
    shutil.copytree(catalog.LOCALES, locales)
    shutil.copytree(locales / "en", locales / "de")
    for file in (locales / "de").glob("*.ftl"):
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        file.write_text(serialize(_Disguise().visit(resource)), encoding="utf-8")
    dates = locales / "de" / "dates.ftl"
    english = "date-full = { $weekday } { $day } { $month } { $year }"
    german = "date-full = { $weekday }, { $day }. { $month } { $year }"
    text = dates.read_text(encoding="utf-8")
    assert english in text
    dates.write_text(text.replace(english, german), encoding="utf-8")
    return locales


def _programme(folder: Path) -> Path:
    content = folder / "content"
    shutil.copytree(WECARE, content)
    file = content / "programme.yaml"
    programme = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # "18:00" stays text
    programme["languages"].append("de")
    for part in (*programme["venues"], *programme["bodies"], *programme["measures"]):
        for words in part.values():
            if isinstance(words, dict) and "en" in words:
                words["de"] = _spoken(words["en"])
    file.write_text(yaml.safe_dump(programme, allow_unicode=True), encoding="utf-8")
    answers = yaml.safe_load((content / "answers" / "en.yaml").read_text(encoding="utf-8"))
    for entry in answers:
        entry["answer"] = _spoken(entry["answer"])
    (content / "answers" / "de.yaml").write_text(yaml.safe_dump(answers, allow_unicode=True), encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LoadedContent]:
    folder = tmp_path_factory.mktemp("fourth")
    directory = _programme(folder)
    programme = programmes.load(directory)
    words = catalog.load(_words(folder), default=programme.language)
    return directory, LoadedContent(programme, words)


async def test_a_journey_in_a_language_that_is_only_files(
    database_url: str, german: tuple[Path, LoadedContent]
) -> None:
    directory, content = german
    world = World(database_url, said=content, programme_dir=directory)
    await world.open()
    heidi = world.telegram.person(3003, "Heidi", language_code="de-AT")
    welcome = await world.say(heidi, "/start")
    assert _spoken("Hello! I’m Campanile.") in welcome.text
    card = await world.follow(heidi, "pinerolo")
    assert "Samstag, 23. Oktober 2027" in world.telegram.sent(heidi.id)[1].text
    assert card.labels
    answer = await world.say(heidi, "Where is the meeting in Pinerolo?")
    assert "via Podgora 22" in answer.text
    languages = await world.say(heidi, "/language")
    assert len(languages.buttons) == 4
    await world.travel("2027-10-22 18:00")
    assert received(heidi, _spoken("meeting in ")) >= 1
    assert world.telegram.complaints == []
    await world.close()
