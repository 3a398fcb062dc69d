"""Languages that the bot does not speak: known by a few words, and never taken for one that it speaks.

`foreign/*.txt`: of each language's lines every second is held out. Of 180 held-out messages in nine languages
178 were heard as foreign and 175 in their own language. Of 90 held-out cries for help 84 were heard, with 8 false
alarms among 90 traps, before any phrase was written here; with the phrases that the other half and `*.later.txt`
taught (46 of 54 heard at first, 15 of 90 false alarms), 84 and 2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from answers.dialogue.decisions import Answer, Decision, OtherLanguage, Question
from answers.evaluation import labelled
from answers.language import emergency
from domain import languages
from tests import world
from tests.answers.conftest import NOW, Ask, _events

HERE = Path(__file__).parent
SPOKEN = ("it", "en", "fr")
HALVES = ("learned", "held out")


def _listed(name: str) -> list[tuple[str, str]]:
    rows = (HERE / "foreign" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows if not row.startswith("#")]


def _half(name: str, half: str) -> Iterator[tuple[str, str]]:
    seen: Counter[str] = Counter()
    for language, text in _listed(name):
        if HALVES[seen[language] % 2] == half:
            yield language, text
        seen[language] += 1


def _decided(text: str, language: str = "it") -> Decision:
    return world.engine().reply(Question(text, language, NOW, None, (), _events())).decision


def _language(text: str, usual: str = "it") -> str:
    decision = _decided(text, usual)
    return decision.language if isinstance(decision, OtherLanguage) else ""


def _is_cry(decision: Decision) -> bool:
    if isinstance(decision, OtherLanguage):
        return bool(decision.cry)
    return isinstance(decision, Answer) and emergency.answers(decision.entry)


@pytest.mark.parametrize(("half", "least"), [("learned", 0.97), ("held out", 0.96)])
def test_a_short_message_in_another_language_is_heard_in_it(half: str, least: float) -> None:
    messages = list(_half("messages", half))
    right = [language == _language(text) for language, text in messages]

    print(f"{half}: {sum(right)} of {len(right)} in their own language")
    assert len(right) == 180
    assert sum(right) / len(right) >= least


def test_dialects_names_and_short_words_are_no_foreign_language() -> None:
    assert {text: found for language, text in _listed("ordinary") if (found := _language(text, language))} == {}


def test_no_question_in_a_language_that_is_spoken_is_taken_for_another() -> None:
    questions = [each for each in labelled.read(HERE / "labelled") if each.language in SPOKEN][::4]

    assert len(questions) >= 300
    assert [each.text for each in questions if _language(each.text, each.language)] == []


@pytest.mark.parametrize(("half", "least", "most"), [("learned", 0.98, 0.01), ("held out", 0.93, 0.03)])
def test_a_cry_for_help_in_another_language_is_answered_in_it(half: str, least: float, most: float) -> None:
    cries, traps = list(_half("cries", half)), list(_half("traps", half))
    heard = [(language, text) for language, text in cries if _is_cry(_decided(text))]
    false = [text for _, text in traps if _is_cry(_decided(text))]

    print(f"{half}: {len(heard)} of {len(cries)} cries, {len(false)} false alarms in {len(traps)}")
    assert len(heard) / len(cries) >= least
    assert len(false) / len(traps) <= most
    assert sum(_language(text) == language for language, text in heard) / len(cries) >= 0.9


def test_what_was_missed_later_is_heard() -> None:
    assert [text for _, text in _listed("cries.later") if not _is_cry(_decided(text))] == []
    assert [text for _, text in _listed("traps.later") if _is_cry(_decided(text))] == []


def test_few_ordinary_messages_are_taken_for_a_cry() -> None:
    false = [text for _, text in _half("messages", "held out") if _is_cry(_decided(text))]

    assert len(false) <= 2


@pytest.mark.parametrize(
    ("text", "language", "areas"),
    [
        ("¿dónde queda Pinerolo, por favor?", "es", ("pinerolo",)),
        ("Perosa什么时候", "zh", ("perosa-argentina",)),
        ("где встреча в Пинероло", "ru", ("pinerolo",)),
        ("متى اللقاء في بينيرولو", "ar", ("pinerolo",)),
        ("unde este biblioteca", "ro", ("perosa-argentina",)),
        ("いつですか", "und", ()),
        ("πού είναι η συνάντηση;", "und", ()),
        ("جلسه کجاست؟", "und", ()),
    ],
)
def test_the_card_gets_the_areas_that_are_named(ask: Ask, text: str, language: str, areas: tuple[str, ...]) -> None:
    assert ask(text).decision == OtherLanguage(language, areas)


def test_every_card_is_of_a_language_that_danger_is_heard_in() -> None:
    assert set(languages.cards()) <= set(languages.having(languages.DANGER))
