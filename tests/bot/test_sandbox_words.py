"""The sandbox's story lets people type what their programme understands."""

from bot.commands.sandbox import story
from bot.settings import WECARE
from domain import programmes
from messages import catalog


def test_the_story_speaks_with_the_programmes_words() -> None:
    programme = programmes.load(WECARE)
    told = story(catalog.load(programme), programme, "campanile_bot")

    assert told["search"] == f"@campanile_bot {programme.areas[0].id}"
    assert told["announce"] == {"it": "/annuncia", "en": "/announce", "fr": "/announce"}
    question = told["question"]
    assert not isinstance(question, str)
    assert (question["it"], question["en"]) == ("Dov’è l'incontro?", "Where is the meeting?")
