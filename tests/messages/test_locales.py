"""Every language says what the Italian says: same keys, same placeholders, well-formed Telegram HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import product

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from domain.languages import MESSAGES, having
from messages.catalog import load
from messages.translations import Translations

ITALIAN = "it"
LANGUAGES = sorted(having(MESSAGES))
TRANSLATIONS = [name for name in LANGUAGES if name != ITALIAN]
TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}  # those of Telegram we may use
PLURALS = {"zero", "one", "two", "few", "many", "other"}
COUNTS = (0, 1, 2, 5, 21)
GOES_ON = {"event-at"}
"""Parts of a sentence that may have nothing to add."""


class _Variables(Visitor):
    """The variables of one message and of those it refers to, each with the values that reach every variant."""

    def __init__(self, others: Mapping[str, ast.Message]) -> None:
        self.samples: dict[str, set[str | int]] = {}
        self.others = others

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        if node.id.name in self.others:  # names of commands are made from the programme
            self.visit(self.others[node.id.name])

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.samples.setdefault(node.id.name, set())

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            reached = self.samples.setdefault(node.selector.id.name, set())
            for variant in node.variants:
                if isinstance(variant.key, ast.NumberLiteral):
                    reached.update({*COUNTS, int(variant.key.value)})
                elif variant.key.name in PLURALS:
                    reached.update(COUNTS)
                else:
                    reached.add(variant.key.name)
        self.generic_visit(node)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.problems.append(f"Telegram does not know <{tag}>")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")


def entries(language: str) -> dict[str, dict[str, ast.Message]]:
    """File name, then key."""
    files: dict[str, dict[str, ast.Message]] = {}
    seen: set[str] = set()
    for path in sorted(having(MESSAGES)[language].glob("*.ftl")):
        messages = files.setdefault(path.name, {})
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path} is not Fluent here: {entry.content!r}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in seen, f"{language}/{entry.id.name} is there twice"
                seen.add(entry.id.name)
                messages[entry.id.name] = entry
    return files


@cache
def _all(language: str) -> dict[str, ast.Message]:
    return {key: message for messages in entries(language).values() for key, message in messages.items()}


def _samples(message: ast.Message, language: str) -> dict[str, set[str | int]]:
    variables = _Variables(_all(language))
    variables.visit(message)
    return variables.samples


def rendered(language: str, words: Translations | None = None) -> Iterator[tuple[str, str]]:
    """Every message in every variant, with values that need escaping; what is said to groups beside it."""
    words = words or load().words(language)
    to_group = words.to_group()
    for messages in entries(language).values():
        for key, message in messages.items():
            samples = _samples(message, language)
            choices = [sorted(values, key=str) or ["Rorà & <Prali>"] for values in samples.values()]
            for values in product(*choices):
                given = dict(zip(samples, values, strict=True))
                yield key, words(key, **given)
                if message.attributes:
                    yield f"{key}.group", to_group(key, **given)


def _signs(language: str) -> dict[str, set[str]]:
    """The emoji and ticks of each message, over all its variants."""
    signs: dict[str, set[str]] = {}
    for key, text in rendered(language):
        signs.setdefault(key, set()).update(s for s in text if unicodedata.category(s) == "So")
    return signs


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_has_the_keys_of_the_italian_in_the_same_files(language: str) -> None:
    italian, translated = entries(ITALIAN), entries(language)
    assert sorted(translated) == sorted(italian)
    for name, messages in italian.items():
        assert set(translated[name]) == set(messages), f"{language}/{name}"


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_has_the_placeholders_of_the_italian(language: str) -> None:
    translated = entries(language)
    for name, messages in entries(ITALIAN).items():
        for key, message in messages.items():
            if other := translated.get(name, {}).get(key):
                assert set(_samples(other, language)) == set(_samples(message, ITALIAN)), f"{language}/{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_groups_knows_no_more(language: str) -> None:
    """Whoever calls a message does not know whether it is for a group."""
    for messages in entries(language).values():
        for key, message in messages.items():
            assert {attribute.id.name for attribute in message.attributes} <= {"group"}, f"{language}/{key}"
            alone = _Variables(_all(language))
            alone.visit(message.value)
            assert set(_samples(message, language)) == set(alone.samples), f"{language}/{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_put_together_and_is_not_empty(language: str) -> None:
    every = list(rendered(language))
    assert every
    for key, text in every:
        assert text.strip() or key in GOES_ON, f"{language}/{key} is empty"


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_what_telegram_accepts(language: str) -> None:
    for key, text in rendered(language):
        tags = _Tags()
        tags.feed(text)
        tags.close()
        assert not tags.problems, f"{language}/{key}: {tags.problems}"
        assert not tags.open, f"{language}/{key} leaves open: {tags.open}"


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_signs_are_those_of_the_italian(language: str) -> None:
    italian, translated = _signs(ITALIAN), _signs(language)
    for key in italian.keys() & translated.keys():
        assert translated[key] == italian[key], f"{language}/{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_not_one(language: str) -> None:
    """Where a language counts none as it counts one, the number itself is said."""
    words = load().words(language)
    for messages in entries(language).values():
        for key, message in messages.items():
            samples = _samples(message, language)
            if any(0 in values for values in samples.values()):
                none = {name: 0 if 0 in values else next(iter(values), "x") for name, values in samples.items()}
                text = words(key, **none)
                assert not re.search(r"\b1\b", text), f"{language}/{key}: {text}"


def test_french_is_polite_to_everyone() -> None:
    familiar = re.compile(r"\b(tu|te|toi|ton|ta|tes|tien\w*)\b|\bt[’']", re.IGNORECASE)
    for key, text in rendered("fr"):
        assert familiar.search(text) is None, f"fr/{key}: {text}"


def test_french_spaces_do_not_break() -> None:
    """A narrow one before ? ! ; and a full one before : and inside « »."""
    wrong = re.compile(r"(?<!\u202f)[?!]|(?<![\u202f\w]);|[ \w>]:(?!\d|//)|«(?!\u00a0)|(?<!\u00a0)»")
    for key, text in rendered("fr"):
        found = wrong.search(re.sub(r"&\w+;", "x", text))
        assert found is None, f"fr/{key}: {text!r} at {found}"
