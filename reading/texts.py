"""Texts of a source in the form in which a programme has them, and its time zones."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reading.errors import Flaw

LONGEST_NAME, LONGEST_NOTE, LONGEST_LINK = 128, 1000, 500
_ADDRESS = re.compile(r"https?://[^\s<>\"]+|[\w-]+(\.[\w-]+)+(:\d+)?(/[^\s<>\"]*)?")
_TAGS = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|a|ul|ol|li|h[1-6]|html|body|font|table|tr|td)\b[^>]*>", re.IGNORECASE
)
_BREAKS = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^>]*>", re.IGNORECASE)


def clean(text: object) -> str:
    """Return a text on one line, without characters that are none and without HTML."""
    return " ".join(note(text).split())


def note(text: object) -> str:
    """Return a text of several lines, without HTML and not longer than a note may be."""
    plain = str(text or "")
    if _TAGS.search(plain):
        plain = unescape(_TAGS.sub("", _BREAKS.sub("\n", plain)))
    kept = "".join(each for each in plain if each in "\n\t\u200c\u200d" or unicodedata.category(each) not in _NO_TEXT)
    lines = [" ".join(line.split()) for line in kept.split("\n")]
    return _cut(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())


_NO_TEXT = frozenset(["Cc", "Cf", "Cs"])


def _cut(text: str) -> str:
    """Cut a long text behind a sentence, else between words."""
    if len(text) <= LONGEST_NOTE:
        return text
    head = text[:LONGEST_NOTE]
    sentence = max(head.rfind(end) for end in (". ", "! ", "? ", ".\n"))
    return head[: sentence + 1] if sentence > LONGEST_NOTE // 2 else f"{head.rpartition(' ')[0]} ..."


def short(text: object) -> str:
    """Return a name as it may stand on a button or in a list: cut where it is long, empty where nothing is said."""
    name = clean(text)
    if not re.search(r"\w", name):
        return ""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def linked(text: object) -> tuple[str, str]:
    """Return the address that a text is, with its scheme, or else the text, which belongs into a note."""
    said = clean(text)
    if _ADDRESS.fullmatch(said) and len(said) <= LONGEST_LINK:
        return (said if "://" in said else f"https://{said}"), ""
    return "", said


def zone_of(name: str) -> str:
    """Return the name of a time zone, also from one of Windows. Raise `Flaw` if there is no such zone."""
    if not name:
        return ""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    known = WINDOWS_TO_OLSON.get(name, name)
    try:
        ZoneInfo(known)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Flaw(f'there is no time zone "{name[:60]}"') from error
    return known
