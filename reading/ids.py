"""Readable ids that stay the same: small letters, digits and hyphens, at most 32."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

LONGEST = 32
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "œ": "oe", "ł": "l", "đ": "d", "&": " "}
)


def slug(*texts: str) -> str:
    """Return the texts as an id, cut between words where that is possible; empty if no letter of them fits."""
    joined = unicodedata.normalize("NFC", " ".join(texts)).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode().replace("'", "")
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST + 1].rpartition("-")[0]
    return cut if len(cut) > LONGEST // 2 else words[:LONGEST].strip("-")


def distinct(choices: Sequence[Sequence[str]], taken: Collection[str] = ()) -> list[str]:
    """Return one id for each list of choices: the first that nobody else's list has at the same place.

    The order of the lists does not matter until all choices are spent; then a number is added.
    """
    found: dict[int, str] = {}
    used = set(taken)
    for level in range(max(map(len, choices), default=0)):
        left = [number for number in range(len(choices)) if number not in found]
        wanted = {number: choices[number][min(level, len(choices[number]) - 1)] for number in left}
        counted = Counter(wanted.values())
        alone = {number: name for number, name in wanted.items() if name and counted[name] == 1 and name not in used}
        found |= alone
        used |= set(alone.values())
    for number, names in enumerate(choices):
        if number not in found:
            found[number] = _numbered(names[-1] or "item", used)
            used.add(found[number])
    return [found[number] for number in range(len(choices))]


def _numbered(name: str, used: Collection[str]) -> str:
    number = 1
    while (candidate := f"{name[: LONGEST - len(str(number)) - 1].rstrip('-')}-{number}") in used:
        number += 1
    return candidate
