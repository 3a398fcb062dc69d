"""The words of a programme by the slots that ask for them: `{event.the}`, `{/events}`, `{emergency}`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain import languages
from domain.naming.nouns import Grammar, Noun, agreement, forms, grammar
from domain.programmes import Programme

_SLOT = re.compile(r"\{([\w./-]+)\}")


def nouns(language: str, known: Grammar, programme: Programme | None, *, asked: bool = False) -> dict[str, Noun]:
    """Return the nouns of the programme, else those of the language; the bot's name is one, too.

    Where there are no areas, what would be said of them is said of the events: "choose the talk". What people ask
    may be `asked` all the same, of towns.
    """
    own = programme.words if programme else None
    bot = programme.say(own.bot, language) if programme and own and own.bot else known.bot
    named = {name: noun for name, every in own.nouns.items() if (noun := every.get(language))} if own else {}
    found = {"bot": Noun(one=bot, other=bot), **known.nouns, **named}
    if programme and not programme.areas and "area" not in named and not asked:
        found["area"] = found["event"]
    return found


def command(key: str, language: str, programme: Programme | None) -> str:
    """Return the programme's name of a command in a language, else that of the language, else the English one."""
    own = programme.commands.get(key, {}) if programme else {}
    known = languages.known().get(language)
    return own.get(language) or (known.commands.get(key) if known else None) or key


def slots(language: str, programme: Programme, *, asked: bool = False) -> Mapping[str, str]:
    """Return what every slot of a noun stands for, in a question that is `asked` too; and where to turn in danger."""
    known = grammar(language)
    if known is None:
        return {}
    number = programme.emergency.number if programme.emergency else ""
    said = {"emergency": known.emergency.replace("{number}", number) if number else known.rescuers}
    for name, noun in nouns(language, known, programme, asked=asked).items():
        every = forms(noun, known) | agreement(noun, known)
        said |= {f"{name}.{form}": text for form, text in every.items()}
    return said


def filled(text: str, said: Mapping[str, str], language: str, programme: Programme) -> str:
    """Fill the slots of nouns, which have been `said`, and of commands; others stay as they are."""

    def say(slot: re.Match[str]) -> str:
        name = slot[1].removeprefix("/")
        return said.get(name, slot[0]) if name == slot[1] else f"/{command(name, language, programme)}"

    return _SLOT.sub(say, text)
