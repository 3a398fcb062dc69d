"""The layer that tells entries apart: learned from phrasings, used only for those, and never needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from answers import knowledge
from answers.dialogue.decisions import Answer, Question
from answers.evaluation import entry_training, review
from bot.commands.cli import app
from domain import programmes
from tests.answers.conftest import NOW

PROGRAMME = """
id: valley
name: Valley
time_zone: Europe/Rome
languages: [it]
areas: [{id: alto, name: Alto}]
events: [{id: fair, title: Fiera, area: alto, when: {date: 2027-10-30, start: "10:00"}}]
"""
ANSWERS = """
- id: fair.bread
  kind: fact
  phrasings: [C'è il forno a legna?, si cuoce il pane?, pane cotto al forno, quando sfornate]
  tags: [forno, pane]
  answer: Il forno si accende alle nove.
- id: fair.music
  kind: fact
  phrasings: [C'è musica dal vivo?, suona la banda?, chi suona, concerto della banda]
  tags: [musica, banda]
  answer: Suona la banda del paese.
"""


def _asked(folder: Path) -> str:
    programme = programmes.load(folder)
    outcome = (
        knowledge.load(programme, folder).engine(programme).reply(Question("si cuoce il pane nel forno?", "it", NOW))
    )
    assert isinstance(outcome.decision, Answer)
    return outcome.decision.entry.id


def test_a_programme_learns_and_unlearns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_training, "EPOCHS", 1)
    (tmp_path / "answers").mkdir()
    (tmp_path / "programme.yaml").write_text(PROGRAMME)
    written = tmp_path / "answers" / "it.yaml"
    written.write_text(ANSWERS)
    programme = programmes.load(tmp_path)
    assert knowledge.load(programme, tmp_path).layers == {}
    assert _asked(tmp_path) == "fair.bread"

    learn = CliRunner(env={"PROGRAMME_DIR": str(tmp_path)})
    assert "it.layer: written" in learn.invoke(app, ["content", "learn"]).output
    assert "it.layer: up to date" in learn.invoke(app, ["content", "learn"]).output
    assert set(knowledge.load(programme, tmp_path).layers) == {"it"}
    assert _asked(tmp_path) == "fair.bread"

    written.write_text(ANSWERS.replace("chi suona", "chi canta"))
    assert knowledge.load(programme, tmp_path).layers == {}
    assert any("content learn" in found.problem for found in review.check(programme, tmp_path))
    (tmp_path / "answers" / "it.layer").write_bytes(b"nonsense")
    assert _asked(tmp_path) == "fair.bread"
