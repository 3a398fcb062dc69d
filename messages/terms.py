"""The words of a programme in Fluent: terms for what it tells of, messages for the names of its commands.

A message says `{ -event(form: "the") }`, and agrees by an ending: `annullat{ -event-o }`.
A command is `/{ command-events }`.
"""

from __future__ import annotations

from domain.naming.nouns import Grammar, Noun, agreement, forms, grammar
from domain.naming.slots import nouns
from domain.programmes import Programme
from messages.commands import COMMANDS


def fluent(language: str, programme: Programme | None) -> str:
    """Return the lines of a language, with the programme's own words where it has some."""
    known = grammar(language)
    words = [_term(name, noun, known) for name, noun in nouns(language, known, programme).items()] if known else []
    names = (f"command-{command.key} = {command.name(language, programme)}" for command in COMMANDS)
    return "\n".join([*words, *names])


def _term(name: str, noun: Noun, known: Grammar) -> str:
    """Return the term, whose value is one of the noun's forms, with its gender and what agrees with it."""
    said = forms(noun, known)
    variants = [f"    [{form}] {_literal(text)}" for form, text in said.items() if form != "one"]
    gender = [f"    .gender = {noun.gender}"] if noun.gender else []
    agreeing = [f"-{name}-{key} = {_literal(text)}" for key, text in agreement(noun, known).items()]
    return "\n".join(
        [f"-{name} = {{ $form ->", *variants, f"   *[one] {_literal(noun.one)}", "  }", *gender, *agreeing]
    )


def _literal(text: str) -> str:
    """Return a Fluent literal: what a programme writes must not be read as Fluent."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{ "{escaped}" }}'
