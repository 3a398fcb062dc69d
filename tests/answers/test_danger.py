"""Cries for help are heard, and what only sounds like one is not.

`danger/*.txt`: the language and a message on each line. The held-out half, and what was written later, were
not looked at while the phrases were written. Of the second list, by another author, 82.5 % of the cries were
heard at first and 7.6 % of the harmless messages were false alarms; its held-out third, unseen by the phrases
written then, was heard to 95.6 %, with 1.9 % of false alarms. The lists after it were each measured once and
then learned from: the third, of unusual dangers, 43 % heard at first and 10 % false alarms; the fourth 56 %
and 13 % (one situation said in eleven languages is most of what was missed); the fifth 89 % and 18 %,
the sixth, of 36 and 39 messages, 72 % and 15 %: what nobody wrote before is often still missed.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import process_time

import pytest

from answers.dialogue.decisions import Answer, Question
from answers.language import emergency, phrases
from domain import languages
from domain.yaml_file import ContentError
from tests import world
from tests.answers.conftest import NOW, Ask, _events

HERE = Path(__file__).parent / "danger"
HALVES = ["known", "heldout", "later", "fresh", "second", "second-heldout", "third", "fourth", "fifth", "sixth"]
LONGEST = 4096


def _messages(kind: str, half: str) -> list[tuple[str, str]]:
    lines = (HERE / f"{kind}.{half}.txt").read_text(encoding="utf-8").splitlines()
    return [(language, message) for language, message in (line.split("\t") for line in lines)]


def _is_sent_to_112(language: str, message: str) -> bool:
    usual = language if language in ("it", "en", "fr") else "it"
    decision = world.engine().reply(Question(message, usual, NOW, None, (), _events())).decision
    return isinstance(decision, Answer) and emergency.answers(decision.entry)


@pytest.mark.parametrize("half", HALVES)
def test_every_cry_for_help_is_sent_to_112(half: str) -> None:
    missed = [each for each in _messages("cries", half) if not _is_sent_to_112(*each)]

    assert not missed


@pytest.mark.parametrize("half", HALVES)
def test_what_only_sounds_like_danger_is_not(half: str) -> None:
    false_alarms = [each for each in _messages("traps", half) if _is_sent_to_112(*each)]

    assert not false_alarms


@pytest.mark.parametrize("language", sorted({language for language, _ in _messages("cries", "known")}))
def test_capitals_and_missing_accents_change_nothing(language: str) -> None:
    cries = [message for each, message in _messages("cries", "known") if each == language]

    assert [each for each in cries if not _is_sent_to_112(language, each.upper())] == []
    assert [each for each in cries if not _is_sent_to_112(language, f"... {each} !!!")] == []


def test_the_bot_hears_danger_in_every_language_it_speaks() -> None:
    heard = {cry.language for cry in emergency.load().cries}

    assert heard >= {*world.content().programme.languages, *"de es pt ro sq ar zh uk ru pl".split()}


@pytest.mark.parametrize("language", ["it", "en", "fr"])
def test_each_language_has_all_that_bears_upon_a_cry(language: str) -> None:
    bearing = emergency.load().bearing[language]

    assert all(each.every for each in (bearing.need, bearing.calm, bearing.away, bearing.denied))


def test_what_is_cried_decides_the_words_of_the_reply(ask: Ask) -> None:
    for message, entry in {
        "mi voglio uccidere": "redirect.distress",
        "mio marito mi picchia": "redirect.violence",
        "there is smoke in the cellar": "redirect.emergency",
    }.items():
        decision = ask(message).decision
        assert isinstance(decision, Answer)
        assert decision.entry.id == entry
        assert "112" in decision.entry.answer


def _long(kind: str) -> str:
    random = Random(7)
    words = sorted({word for cry in (HERE / "cries.known.txt").read_text("utf-8").split("\n") for word in cry.split()})
    chosen = [random.choice(words) for _ in range(LONGEST)]
    texts = {
        "words of danger": " ".join(chosen),
        "slips of them": " ".join(word[:2] + word[3:] for word in chosen),
        "no words": " ".join("".join(random.choices("abcdefghilmnoprstuvz", k=9)) for _ in range(500)),
        "one letter": "a " * LONGEST,
        "one word": "ammazz" * LONGEST,
        "Chinese": "想死不" * LONGEST,
        "a phrase half said": "mi vuole non voglio più " * LONGEST,
    }
    return texts[kind][:LONGEST]


@pytest.mark.parametrize(
    "kind",
    [
        "words of danger",
        "slips of them",
        "no words",
        "one letter",
        "one word",
        "Chinese",
        "a phrase half said",
    ],
)
def test_a_message_of_any_length_is_listened_to_in_no_time(kind: str) -> None:
    message, took = _long(kind), []
    for _ in range(3):
        start = process_time()
        emergency.heard(message, lambda _: False)
        took.append(process_time() - start)

    assert min(took) < 0.02


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [("KIN brucia", 'names the unknown group "KIN"'), ("...", "at least one word"), ("a|b'c", "is not one")],
)
def test_a_mistake_in_a_language_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, phrase: str, problem: str
) -> None:
    cries = f"distress: {{}}\nviolence: {{}}\nemergency:\n  now:\n    - aiuto|soccorso arde\n    - {phrase}\n"
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "danger.yaml").write_text(cries, encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)

    with pytest.raises(ContentError, match=f"line 6: .*{problem}"):
        emergency.load()


def test_a_phrase_is_found_with_words_between_and_slips() -> None:
    book = phrases.Book()
    phrase = book.phrase("non ... respira", {}, forgiving=True)

    def found(message: str) -> bool:
        return bool(phrase.words(book.places(message, lambda word: word == "respiro")))

    assert found("non riesce quasi più respira")
    assert found("non resira")
    assert not found("respira, non")
    assert not found("non respiro"), "a word of its own is no slip"
    assert not found("non a b c d e f respira")
