"""A message speaks with the programme's words, and agrees with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import WECARE
from domain import languages, programmes
from domain.programmes import Programme
from messages import catalog
from messages.commands import COMMANDS, named

VISITS = """
words:
  bot: {it: "Nonna \\"Pina\\" {\\\\}", en: Bookie, fr: Ernestine}
  event:
    it: {one: visita, other: visite, gender: f, forms: {that: codesta visita}}
    en: {one: exhibition, other: exhibitions}
    fr: {one: atelier, other: ateliers, gender: m}
commands: {events: {it: visite, en: shows}}
"""


@pytest.fixture
def visits(tmp_path: Path) -> Programme:
    text = (WECARE / programmes.FILE).read_text(encoding="utf-8")
    (tmp_path / programmes.FILE).write_text(text + VISITS, encoding="utf-8")
    return programmes.load(tmp_path)


FLUENT = """\
hello = { -bot }: { -event(form: "The") }, { -event }, { -event(form: "other") }, { few }
few = { -event(form: "that") }, { -area(form: "The") }
done = { -event.gender ->
    [f] Confermata
   *[m] Confermato
  }: /{ command-events }
"""


def test_the_words_of_a_programme_come_in_every_form(
    visits: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "it" / "messages").mkdir(parents=True)
    (tmp_path / "it" / "messages" / "start.ftl").write_text(FLUENT, encoding="utf-8")
    for name in (languages.NOUNS, languages.FACTS):
        (tmp_path / "it" / name).write_bytes((languages.FOLDER / "it" / name).read_bytes())
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    words, others = (catalog.load(programme).words("it") for programme in (None, visits))

    assert words.plain("hello") == "Campanile: L'incontro, incontro, incontri, quell'incontro, Il paese"
    assert words.plain("done") == "Confermato: /incontri"
    assert others.plain("hello") == 'Nonna "Pina" {\\}: La visita, visita, visite, codesta visita, Il paese'
    assert others.plain("done") == "Confermata: /visite"


def test_commands_answer_to_the_programmes_names_and_to_the_usual_ones(visits: Programme) -> None:
    events = next(command for command in COMMANDS if command.key == "events")

    assert [events.name(language, visits) for language in ("it", "en", "fr")] == ["visite", "shows", "rencontres"]
    assert all(named(name, visits) is events for name in ("visite", "shows", "incontri", "events", "rencontres"))
    assert named("promemoria", visits) is not events
