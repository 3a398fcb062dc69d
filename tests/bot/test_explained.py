"""Authors see how the bot came to a reply, in the five boxes of the architecture."""

import re
from pathlib import Path

import pytest

from tests.bot.test_cli import ROOT, campanile

BOXES = ["reading", "clauses", "evidence", "chance", "reply"]


def explained(question: str, folder: Path, *more: str) -> str:
    done = campanile("ask", question, "--explain", *more, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_ask_shows_the_boxes_that_the_architecture_draws(tmp_path: Path) -> None:
    told = explained("c'è l'incontro a Pinerolo il 12 novembre alle 18?", tmp_path)
    names = [line.split()[0] for line in told.splitlines() if re.match(r"[a-z]+ {3,}", line)]
    drawn = re.search(r"reading +clauses +evidence +chance +reply", (ROOT / "docs/architecture.md").read_text("utf-8"))

    assert names == BOXES
    assert drawn
    assert drawn.group().split() == BOXES
    assert "language: Italian" in told
    assert '"pinerolo" is an area (pinerolo)' in told
    assert 'days: "12 novembre"; hours: "alle 18"' in told
    assert 'corrects "12 novembre" (wrong date)' in told
    assert "because it takes for granted what is not so" in told


def test_an_unsure_question_says_what_speaks_for_each_guess_and_what_is_lacking(tmp_path: Path) -> None:
    told = " ".join(explained("posso venire con la mia iguana?", tmp_path).split())

    first = re.search(r"1\. (\S+) .*? 2\. ", told)
    assert first
    assert '"iguana"' in first.group()
    assert "likest phrasing:" in first.group()
    assert re.search(r"the trained layer gives it \d+%", first.group())
    assert re.search(r"that nothing is asked, the trained layer gives \d+%", told)
    right, needed = map(int, re.findall(r"that the first is right: (\d+)%.*?it needs (\d+)%", told)[0])
    assert right < needed
    assert re.search(rf"reply .*offers {first.group(1)}.* because (not sure enough|it is not sure what is asked)", told)


def test_two_questions_are_explained_each(tmp_path: Path) -> None:
    told = explained("Is there parking in Pinerolo? And do I have to book?", tmp_path, "--language", "en")
    rows = [line for line in told.splitlines() if line.startswith(("evidence", "chance", "reply"))]

    assert [row[:10].strip() for row in rows] == [
        *("evidence 1", "chance 1", "reply 1"),
        *("evidence 2", "chance 2", "reply 2"),
        "reply",
    ]
    assert "the answer meeting.parking (unknown); the answer meeting.registration (unknown)" in rows[-1]
    assert 'asks: "Is there parking in Pinerolo"' in told


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Când este întâlnirea la Pinerolo?", "in a language that the programme does not have"),
        ("zzkrt", "no word of it is known"),
    ],
)
def test_the_rule_behind_a_reply_is_said(question: str, why: str, tmp_path: Path) -> None:
    assert why in " ".join(explained(question, tmp_path).split())
