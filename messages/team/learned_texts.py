"""Show learned answers, and take them back."""

from __future__ import annotations

from collections.abc import Sequence

from messages import keyboards
from messages.actions.team.inbox import ShowInbox
from messages.actions.team.learned import ForgetLesson, ShowLearned, ShowLesson
from messages.localizer import Localizer
from messages.message import Html, Message, shortened
from messages.pages import PAGE

SHOWN_PHRASINGS = 10


def listing(shown: Sequence[tuple[int, str]], count: int, page: int, voice: Localizer) -> Message:
    """Show one page of learned answers with their questions, the newest first."""
    words = voice.words
    back = [keyboards.button(words.plain("button-back"), ShowInbox(0))]
    if not shown:
        return Message(words("learned-empty"), [back])
    first = page * PAGE + 1
    lines = [
        words("learned-line", number=str(number), question=shortened(question, 150))
        for number, (_, question) in enumerate(shown, first)
    ]
    numbers = enumerate(shown, first)
    rows = keyboards.in_rows([keyboards.button(str(number), ShowLesson(lesson)) for number, (lesson, _) in numbers])
    rows += [*keyboards.turning(page, -(-count // PAGE), ShowLearned), back]
    return Message("\n\n".join([words("learned-title"), *lines]), rows)


def lesson(lesson: int, phrasings: Sequence[str], answer: str, voice: Localizer) -> Message:
    """Show a learned answer in full, so that nobody takes back what they do not see."""
    words = voice.words
    asked = "\n".join(words("inbox-wording", question=shortened(each, 150)) for each in phrasings[:SHOWN_PHRASINGS])
    rows = [
        [keyboards.button(words.plain("button-forget"), ForgetLesson(lesson))],
        [keyboards.button(words.plain("button-back"), ShowLearned(0))],
    ]
    return Message(words("learned-one", asked=Html(asked), answer=Html(answer)), rows)


def forgotten(voice: Localizer) -> Message:
    back = keyboards.button(voice.words.plain("button-back"), ShowLearned(0))
    return Message(voice.words("learned-forgotten"), [[back]])
