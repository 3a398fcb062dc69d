"""Messages are read one by one, when they are said: whatever Fluent allows between them must hold."""

from pathlib import Path

import pytest

from domain import languages
from messages import catalog

FLUENT = """\
# A term, a message that refers to others, and a capital.
-bot = Campanile
hello = { -bot } dice: { greeting }
    .group = Ciao a tutti da { -bot }
greeting = Buongiorno,
    { $name }
Goodbye = A presto
"""


def test_a_message_may_refer_to_what_was_not_said_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = tmp_path / "it" / "messages"
    messages.mkdir(parents=True)
    (messages / "start.ftl").write_text(FLUENT, encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    words = catalog.load().words("it")

    assert words("hello", name="Anna & Marco") == "Campanile dice: Buongiorno,\nAnna &amp; Marco"
    assert words.to_group().plain("hello") == "Ciao a tutti da Campanile"
    assert words.plain("Goodbye") == "A presto"
    with pytest.raises(KeyError):
        words("A")
