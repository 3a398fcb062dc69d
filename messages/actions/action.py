"""What a button does, as typed values that fit Telegram's 64 bytes of callback data.

Stateless: a button carries all it needs, so it works after a restart; what may have changed since it was
drawn carries a version, so that a stale one cannot act.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import ClassVar, Self

LIMIT = 64

Wide = int
"""A chat's number or a second since 1970; a plain `int` is a row's number, which is smaller."""
_LARGEST = {"int": 2**31 - 1, "Wide": 2**53}


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
            typed = [_typed(value, str(field.type)) for field, value in zip(fields(cls), values, strict=True)]
        except ValueError:
            return None
        return cls(*typed)

    @classmethod
    def matches(cls, data: object) -> bool:
        return cls.unpack(data) is not None


def _typed(value: str, kind: str) -> int | str:
    """Raises ValueError for what is no number, or one that no row can have."""
    if kind not in _LARGEST:
        return value
    number = int(value)
    if abs(number) > _LARGEST[kind]:
        raise ValueError(f"{number} is too large")
    return number
