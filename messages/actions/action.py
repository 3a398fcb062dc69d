"""Actions of buttons, as typed values that fit Telegram's 64 bytes of callback data.

Stateless: a button carries all it needs, so it works after a restart; what may have changed since it was
drawn carries a version, so that a stale one cannot act.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import astuple

LIMIT = 64

Number = Annotated[int, Meta(ge=-(2**31), lt=2**31)]
"""A row's, a version's, an hour's: what a database's integer holds."""
Wide = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
"""A number that Telegram gives, of a person, group or channel: 64 bits. Or a second since 1970."""


class Action(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The action of a button, packed as `code:field:field`. Fields are numbers or strings without a colon."""

    code: ClassVar[str]

    def pack(self) -> str:
        data = ":".join([self.code, *(str(value) for value in astuple(self))])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"a button holds {LIMIT} bytes, not {len(data.encode())}: {data}")
        return data

    @classmethod
    def unpack(cls, data: object) -> Self | None:
        """Return the action; None if the data is another action's, an older version's or forged."""
        if not isinstance(data, str):
            return None
        code, *values = data.split(":")
        if code != cls.code:
            return None
        try:
            return convert(values, cls, strict=False)
        except ValidationError:
            return None

    @classmethod
    def matches(cls, data: object) -> bool:
        return cls.unpack(data) is not None
