"""What a button does, as typed values that fit Telegram's 64 bytes of callback data.

Stateless: a button carries all it needs, so it works after a restart; what may have changed since it was
drawn carries a version, so that a stale one cannot act.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import ClassVar, Self

LIMIT = 64


@dataclass(frozen=True)
class Action:
    """Packed as `code:field:field`. Fields are ints or strings without a colon."""

    code: ClassVar[str]

    def pack(self) -> str:
        data = ":".join([self.code, *(str(value) for value in astuple(self))])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"a button holds {LIMIT} bytes, not {len(data.encode())}: {data}")
        return data

    @classmethod
    def unpack(cls, data: object) -> Self | None:
        """None when the data is not of this action: another one's, an older version's or forged."""
        if not isinstance(data, str):
            return None
        code, *values = data.split(":")
        if code != cls.code or len(values) != len(fields(cls)):
            return None
        try:
            typed = [int(v) if f.type == "int" else v for f, v in zip(fields(cls), values, strict=True)]
        except ValueError:
            return None
        return cls(*typed)

    @classmethod
    def matches(cls, data: object) -> bool:
        return cls.unpack(data) is not None


@dataclass(frozen=True)
class ShowEvents(Action):
    code = "events"


@dataclass(frozen=True)
class ShowEvent(Action):
    code = "event"
    event: int


@dataclass(frozen=True)
class Subscribe(Action):
    code = "sub"
    town: str


@dataclass(frozen=True)
class Unsubscribe(Action):
    code = "unsub"
    town: str


@dataclass(frozen=True)
class ShowReminders(Action):
    code = "reminders"


@dataclass(frozen=True)
class ShowHelp(Action):
    code = "help"


@dataclass(frozen=True)
class ShowLanguages(Action):
    code = "languages"


@dataclass(frozen=True)
class ChooseLanguage(Action):
    code = "lang"
    language: str


@dataclass(frozen=True)
class ShowPrivacy(Action):
    code = "privacy"


@dataclass(frozen=True)
class ExportData(Action):
    code = "export"


@dataclass(frozen=True)
class EraseData(Action):
    """Asks first; `ConfirmErase` does it."""

    code = "erase"


@dataclass(frozen=True)
class ConfirmErase(Action):
    code = "erase!"


@dataclass(frozen=True)
class PickAnswer(Action):
    """One of the "did you mean" buttons. Empty fields are what the entry is not about."""

    code = "pick"
    entry: str
    town: str
    measure: str
    body: str


@dataclass(frozen=True)
class NoneOfThese(Action):
    code = "none"


@dataclass(frozen=True)
class PassOn(Action):
    """Ask the organisers the question that this message replies to."""

    code = "passon"


@dataclass(frozen=True)
class AnswerQuestion(Action):
    code = "qanswer"
    question: int


@dataclass(frozen=True)
class DismissQuestion(Action):
    code = "qdismiss"
    question: int


@dataclass(frozen=True)
class LearnAnswer(Action):
    code = "qlearn"
    question: int


@dataclass(frozen=True)
class ConfirmDates(Action):
    code = "dates!"


@dataclass(frozen=True)
class ToggleTown(Action):
    """An announcement's audience; the empty town means everyone."""

    code = "atown"
    announcement: int
    version: int
    town: str


@dataclass(frozen=True)
class ChooseTime(Action):
    code = "atime"
    announcement: int
    version: int


@dataclass(frozen=True)
class SendNow(Action):
    """Take the chosen time back."""

    code = "anow"
    announcement: int
    version: int


@dataclass(frozen=True)
class EditText(Action):
    code = "atext"
    announcement: int
    version: int


@dataclass(frozen=True)
class ConfirmAnnouncement(Action):
    code = "asend"
    announcement: int
    version: int


@dataclass(frozen=True)
class CancelAnnouncement(Action):
    code = "acancel"
    announcement: int
    version: int
