"""Every message speaks with the words of whatever programme it is for, and stays grammatical."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from answers import knowledge
from bot.settings import WECARE
from domain import languages, programmes
from domain.naming.nouns import Noun, forms, grammar
from domain.programmes import Programme
from messages import catalog
from messages.commands import COMMANDS
from tests.messages.test_locales import entries, rendered

LANGUAGES = ("it", "en", "fr")
VOWELS = """
words:
  bot: {it: Adalgisa, en: Bookie, fr: Ernestine}
  event:
    it: {one: escursione, other: escursioni, gender: f}
    en: {one: exhibition, other: exhibitions}
    fr: {one: atelier, other: ateliers, gender: m}
  area:
    it: {one: zona, other: zone, gender: f}
    en: {one: area, other: areas}
    fr: {one: quartier, other: quartiers, gender: m}
  measure:
    it: {one: obiettivo, other: obiettivi, gender: m}
    en: {one: aim, other: aims}
    fr: {one: objectif, other: objectifs, gender: m}
commands:
  events: {it: escursioni, en: exhibitions, fr: ateliers}
"""
CONSONANTS = """
words:
  bot: Scout
  event:
    it: {one: spettacolo, other: spettacoli, gender: m}
    en: {one: visit, other: visits}
    fr: {one: séance, other: séances, gender: f}
  area:
    it: {one: spiaggia, other: spiagge, gender: f}
    en: {one: village, other: villages}
    fr: {one: école, other: écoles, gender: f}
  measure:
    it: {one: scopo, other: scopi, gender: m}
    en: {one: step, other: steps}
    fr: {one: étape, other: étapes, gender: f}
commands:
  events: {it: spettacoli, en: visits, fr: seances}
"""
DEFAULTS = {
    "it": r"incontr[oi]|paes[ei]|misur[ae]|Campanile",
    "en": r"meetings?|towns?|measures?|Campanile",
    "fr": r"rencontres?|communes?|mesures?|Campanile",
}
# What cannot stand before a word of the other gender; and before one that begins with a vowel, with "sp", with neither.
MASCULINE = {
    "it": "il lo i gli un uno del dello dei degli al allo ai agli sul sullo sui sugli quel quello questo questi "
    "nessuno nuovo altro altri tuoi",
    "fr": "un le du au ce cet quel tous aucun nouveau nouvel",
    "en": "",
}
FEMININE = {
    "it": "la le una della delle alla alle sulla sulle quella questa queste nessuna nuova altra altre tue",
    "fr": "une la cette quelle toutes aucune nouvelle",
    "en": "",
}
ONE_BEFORE_VOWEL = {
    "it": "il lo la una uno del dello della al allo alla sul sullo sulla quel quella quello nessuna",
    "fr": "le la de du au ce nouveau",
    "en": "a",
}
BEFORE_VOWEL = {"it": "i dei ai sui", "fr": "de", "en": ""}
BEFORE_SP = {"it": "il un i del dei al ai sul sui quel nessun", "fr": "cet nouvel", "en": "an"}
WITHOUT_A_SPACE = {"it": "[’']", "fr": "[’']", "en": "[^\\W\\d_]"}


def wrong(language: str, noun: Noun) -> re.Pattern[str]:
    """Return what no sentence may hold: the noun after what does not go with it."""
    before = {"m": FEMININE, "f": MASCULINE, "": {language: ""}}[noun.gender][language]
    vowel = noun.one[0] in "aeioué"
    one = f"{before} {ONE_BEFORE_VOWEL[language] if vowel else ''}"
    every = f"{before} {BEFORE_VOWEL[language] if vowel else BEFORE_SP[language] if noun.gender != 'f' else ''}"
    joined = "(?!)" if vowel else f"\\w{WITHOUT_A_SPACE[language]}"
    ones, others = "|".join([*one.split(), *every.split(), "(?:de|à) le"]), "|".join([*every.split(), "(?:de|à) les"])
    after = rf"{joined}(?:{noun.one}|{noun.other})\b"
    return re.compile(rf"\b(?:{ones}) {noun.one}\b|\b(?:{others}) {noun.other}\b|{after}", re.IGNORECASE)


@pytest.fixture(params=[VOWELS, CONSONANTS], ids=["vowels", "consonants"])
def programme(request: pytest.FixtureRequest, tmp_path: Path) -> Programme:
    text = (WECARE / programmes.FILE).read_text(encoding="utf-8")
    (tmp_path / programmes.FILE).write_text(text + str(request.param), encoding="utf-8")
    return programmes.load(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_speaks_with_the_programmes_words(language: str, programme: Programme) -> None:
    words = catalog.load(programme).words(language)
    usual = re.compile(rf"\b({DEFAULTS[language]})\b(?!-bot)", re.IGNORECASE)
    clashes = [wrong(language, nouns[language]) for nouns in programme.words.nouns.values()]
    for key, text in rendered(language, words):
        assert usual.search(text) is None, f"{language}/{key}: {text}"
        assert not [clash for clash in clashes if clash.search(text)], f"{language}/{key}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_bot_says_of_itself_speaks_with_them_too(language: str, programme: Programme, tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    for each in LANGUAGES:
        (tmp_path / "answers" / f"{each}.yaml").write_text(
            "- {id: a, kind: fact, phrasings: [a], answer: a}", encoding="utf-8"
        )
    usual = re.compile(rf"\b({DEFAULTS[language]})\b", re.IGNORECASE)
    clashes = [wrong(language, nouns[language]) for nouns in programme.words.nouns.values()]
    entries = knowledge.load(programme, tmp_path).entries[language]
    assert len(entries) > 30
    for entry in entries:
        # People may call it what they like: phrasings are only heard.
        for text in (entry.answer, entry.glance):
            text = text.replace("vai a quel paese", "")
            assert usual.search(text) is None, f"{language}/{entry.id}: {text}"
            assert not [clash for clash in clashes if clash.search(text)], f"{language}/{entry.id}: {text}"
            assert not re.search(r"\{[^}]*[./]", text), f"{language}/{entry.id}: {text}"


@pytest.mark.parametrize(
    ("emergency", "said"),
    [
        ('{number: "999"}', ["Chiama subito il 999.", "Call 999 at once.", "Appelez tout de suite le 999."]),
        (
            "",
            ["Chiama subito i soccorsi.", "Call the emergency services at once.", "Appelez tout de suite les secours."],
        ),
    ],
)
def test_in_danger_the_number_is_the_programmes(tmp_path: Path, emergency: str, said: list[str]) -> None:
    shutil.copytree(WECARE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / programmes.FILE
    text = file.read_text(encoding="utf-8").replace('emergency: {number: "112"}', "")
    file.write_text(text + (f"\nemergency: {emergency}\n" if emergency else ""), encoding="utf-8")
    known = knowledge.load(programmes.load(tmp_path), tmp_path).entries
    for language, sentence in zip(LANGUAGES, said, strict=True):
        answer = next(entry.answer for entry in known[language] if entry.id == "redirect.emergency")
        assert answer.startswith(sentence)


@pytest.mark.parametrize(
    ("language", "noun", "said"),
    [
        ("it", Noun(one="escursione", other="escursioni", gender="f"), "la escursione|gli escursioni|un escursioni"),
        ("it", Noun(one="spettacolo", other="spettacoli", gender="m"), "Il spettacolo|dei spettacoli|l'spettacolo"),
        ("it", Noun(one="obiettivo", other="obiettivi", gender="m"), "il obiettivo|i obiettivi|della obiettivo"),
        ("fr", Noun(one="atelier", other="ateliers", gender="m"), "le atelier|de le atelier|une atelier|de ateliers"),
        ("fr", Noun(one="séance", other="séances", gender="f"), "le séance|tous séances|l’séance|à les séances"),
        ("en", Noun(one="exhibition", other="exhibitions"), "a exhibition"),
        ("en", Noun(one="visit", other="visits"), "an visit"),
    ],
)
def test_a_clash_is_seen(language: str, noun: Noun, said: str) -> None:
    assert [each for each in said.split("|") if not wrong(language, noun).search(f"x {each} y")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_and_command_that_a_message_asks_for_is_there(language: str) -> None:
    """Fluent takes a form that there is not for the first one, in silence."""
    known = grammar(language)
    assert known is not None
    there = set(forms(known.event, known))
    asked = _Asked()
    for messages in entries(language).values():
        for message in messages.values():
            asked.visit(message)
    assert asked.forms
    assert asked.forms <= there
    assert asked.commands <= {f"command-{command.key}" for command in COMMANDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_names_no_command_by_hand(language: str) -> None:
    names = sorted({name for command in COMMANDS for name in command.names()})
    written = re.compile(rf"(?<![\w/<])/({'|'.join(names)})\b")
    for file in sorted(languages.having(languages.MESSAGES)[language].glob("*.ftl")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert [line for line in lines if written.search(line)] == []


class _Asked(Visitor):
    """The forms and the commands that messages refer to."""

    def __init__(self) -> None:
        self.forms: set[str] = set()
        self.commands: set[str] = set()

    def visit_TermReference(self, node: ast.TermReference) -> None:
        for argument in node.arguments.named if node.arguments else ():
            assert isinstance(argument.value, ast.StringLiteral)
            self.forms.add(argument.value.value)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        if node.id.name.startswith("command-"):
            self.commands.add(node.id.name)
