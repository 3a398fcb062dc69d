"""Residents' writing made comparable: folded, split into words, freed of marks that mean nothing."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

MAX_CHARACTERS = 4096
MAX_WORDS = 160
"""A longer message is a pasted text; its beginning says what it is about."""

_TAG = re.compile(r"<[^<>]{1,200}>")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_DOTTED = re.compile(r"\b(?:[a-z]{1,2}\.){2,}(?:[a-z]{1,2}\b)?")
_WORD = re.compile(r"[\u4e00-\u9fff]+|[^\W_\u4e00-\u9fff]+")
"""Chinese has no space before a name in our letters."""
_SENTENCE = re.compile(r"[.!?;\n]+(?:\s|$)|[?!…]+")
_UNSEEN = re.compile("[\u00ad\u0488\u0489\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Soft hyphens, marks of direction and spaces without width, as a page that was copied has them."""
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


def fold(text: str) -> str:
    """Small letters without accents; apostrophes made plain; `C.I.S.S.` and `A.b.` closed up."""
    plain = text[:MAX_CHARACTERS]
    if "<" in plain or "&" in plain:
        plain = _TAG.sub(" ", html.unescape(plain))
    if "www" in plain or "http" in plain:
        plain = _LINK.sub(" ", plain)
    folded = plain.lower()
    if not folded.isascii():
        seen = _UNSEEN.sub("", folded)
        decomposed = unicodedata.normalize("NFKD", seen.replace("’", "'").replace("œ", "oe"))
        folded = "".join(each for each in decomposed if not unicodedata.combining(each))[:MAX_CHARACTERS]
    if "." in folded:
        folded = _DOTTED.sub(_close_up, folded)
    return _DRAWN_OUT.sub(r"\1", folded)


def _close_up(found: re.Match[str]) -> str:
    return found.group().replace(".", "")


def split(folded: str) -> list[str]:
    return _WORD.findall(folded)


def words(text: str) -> list[str]:
    """The words of the text, folded, at most `MAX_WORDS`."""
    return split(fold(text))[:MAX_WORDS]


def spelled(text: str) -> frozenset[str]:
    """The words in small letters, with their accents."""
    return frozenset(split(unicodedata.normalize("NFC", _UNSEEN.sub("", text[:MAX_CHARACTERS])).lower()))


def whole(text: str) -> str:
    """The message as a key: two messages are the same when their words are."""
    return " ".join(words(text))


def sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(text[:MAX_CHARACTERS]) if part.strip()]


def after(text: str, lead_ins: Iterable[str], joining: Collection[str]) -> str:
    """Return the text after the last lead-in ("volevo sapere"), folded; empty without one.

    `joining`: words that tie it to the lead-in ("se").
    """
    said = " ".join(words(text))
    places = (said.rfind(lead_in) + len(lead_in) for lead_in in lead_ins if lead_in in said)
    first, _, rest = said[max(places, default=len(said)) :].strip().partition(" ")
    return rest if first in joining else f"{first} {rest}".strip()


def symbol(text: str) -> str:
    """The first emoji of a message without words; empty when there is none."""
    return next((each for each in text[:MAX_CHARACTERS] if unicodedata.category(each) == "So"), "")


def script(text: str) -> str:
    """The letters that most of the text is written in: "LATIN", "CYRILLIC", "CJK"; empty without letters."""
    letters = Counter(unicodedata.name(each, "").split(" ")[0] for each in text[:500] if each.isalpha())
    return letters.most_common(1)[0][0] if letters else ""
