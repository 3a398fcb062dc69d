"""Who writes in a language that the bot does not speak gets help all the same: a card in that language."""

from __future__ import annotations

import pytest

from domain import languages
from sandbox.people.messages import SentMessage
from tests.world import World, texts

pytestmark = pytest.mark.one_database

QUESTIONS = {
    "ro": ("Bună ziua, când este întâlnirea?", "sâmbătă, 23 octombrie 2027"),
    "sq": ("Mirëdita, kur është takimi?", "e shtunë, 23 tetor 2027"),
    "ar": ("متى الاجتماع؟", "السبت، 23 أكتوبر 2027"),
    "zh": ("会议什么时候？", "2027年10月23日星期六"),
    "es": ("¿cuándo es la reunión?", "sábado, 23 de octubre de 2027"),
    "de": ("Wann ist das Treffen?", "Samstag, 23. Oktober 2027"),
    "uk": ("Добрий день, коли зустріч?", "субота, 23 жовтня 2027"),
    "ru": ("Здравствуйте, когда встреча?", "суббота, 23 октября 2027"),
    "pt": ("olá, quando é a reunião?", "sábado, 23 de outubro de 2027"),
    "pl": ("Dzień dobry, kiedy jest spotkanie?", "sobota, 23 października 2027"),
    "nl": ("Goedendag, wanneer is de bijeenkomst?", "zaterdag 23 oktober 2027"),
}
CRIES = {
    "ro": ("vreau să mor", "distress"),
    "sq": ("po digjet shtëpia", "emergency"),
    "ar": ("أريد أن أموت", "distress"),
    "zh": ("我想自杀", "distress"),
    "es": ("ayuda se está quemando la casa", "emergency"),
    "de": ("Hilfe mein Vater atmet nicht", "emergency"),
    "uk": ("я хочу померти", "distress"),
    "ru": ("муж меня бьёт", "violence"),
    "pt": ("socorro ele não respira", "emergency"),
    "pl": ("dom się pali pomocy", "emergency"),
}


def _plain(message: SentMessage) -> str:
    """Without the marks of direction."""
    return message.text.replace("\u200e", "").replace("\u200f", "")


async def test_a_question_is_answered_by_the_card_of_its_language(world: World) -> None:
    for language, (question, day) in QUESTIONS.items():
        card = await world.say(world.anna, question)

        own = languages.cards()[language]
        assert _plain(card).startswith(own.spoken.split("{")[0])
        for known in (day, "Pinerolo", "via Podgora 22", "18:00", "Torre Pellice", "Perosa Argentina", "112"):
            assert known in _plain(card)
        assert card.labels == [own.pass_on, "Italiano", "English", "Français"]

        await world.press(world.anna, "✉️")
        assert _plain(world.anna.last).startswith(own.passed_on.split("{")[0])
    await world.say(world.monica, "/domande")
    assert any(question in each for question, _ in QUESTIONS.values() for each in texts(world.monica))
    assert world.telegram.complaints == []


async def test_a_cry_for_help_is_answered_in_its_language(world: World) -> None:
    for language, (cry, kind) in CRIES.items():
        reply = await world.say(world.anna, cry)

        said = getattr(languages.cards()[language], kind)
        assert _plain(reply) == said.replace("{emergency}", "112")
        assert reply.labels == []


async def test_a_town_that_is_named_is_the_one_on_the_card(world: World) -> None:
    card = (await world.say(world.anna, "unde este întâlnirea la Pinerolo?")).text

    assert "Pinerolo" in card
    assert "via Podgora 22" in card
    assert "Torre Pellice" not in card


async def test_names_in_our_letters_stand_right_among_arabic(world: World) -> None:
    lines = (await world.say(world.anna, "متى الاجتماع؟")).text.splitlines()

    assert all(line.startswith("\u200f") for line in lines if line)
    assert "\u200f\u200eCentro Sociale, via Podgora 22\u200e" in lines


async def test_a_button_of_the_card_changes_the_language(world: World) -> None:
    await world.say(world.anna, "wann ist das Treffen?")
    await world.press(world.anna, "English")

    assert "Coming up" not in world.anna.last.text
    assert "meetings" in (await world.say(world.anna, "/events")).text


async def test_a_script_of_no_card_gets_that_of_the_readers_own_language(world: World) -> None:
    card = (await world.say(world.anna, "πού είναι η συνάντηση;")).text

    assert "parlo soltanto italiano, inglese e francese" in card
    assert "via Podgora 22" in card


async def test_when_all_is_over_the_card_says_so(world: World) -> None:
    await world.travel("2027-11-15 10:00")

    card = (await world.say(world.anna, "Wann ist das Treffen?")).text
    assert languages.cards()["de"].none in card


async def test_a_talk_goes_on_in_its_language_until_another_is_spoken(world: World) -> None:
    await world.say(world.anna, "olá, quando é a reunião?")

    assert "Falo" not in (await world.say(world.marco, "Pinerolo")).text
    for text, place in {"Pinerolo": "via Podgora 22", "quanto custa?": "piazza Europa"}.items():
        card = (await world.say(world.anna, text)).text
        assert "só falo italiano" in card
        assert place in card
    assert "só falo" not in (await world.say(world.anna, "dove si fa a Pinerolo?")).text
    assert "só falo" not in (await world.say(world.anna, "Pinerolo")).text


async def test_a_group_gets_the_card_without_the_languages(world: World) -> None:
    group = world.group()
    group.join(world.marco)
    group.add_bot(world.anna)
    await world.settle()
    group.say(world.marco, "@campanile_bot Wann ist das Treffen in Pinerolo?")
    await world.settle()

    assert "spreche nur Italienisch" in group.last.text
    assert group.last.labels == [languages.cards()["de"].pass_on]
