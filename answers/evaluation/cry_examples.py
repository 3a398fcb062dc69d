"""Messages by which the linear layer learns cries: lists that people wrote, and patterns written out.

A pattern has alternatives, `{my wife|grandpa} {fell|fainted}`, or names those of a line above it,
`KIN = my wife|grandpa`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from answers.language import emergency

HARMLESS = "harmless"
WRITTEN_OUT = 16
"""Messages made of each pattern."""
SLIPS, HASTY, FRAMED = 0.3, 0.25, 0.1
"""Shares of them that get slips of the pen, that are without apostrophes and marks, and that stand beside another
sentence, which asks for nothing."""
LETTERS_FROM = 5
_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"\b[A-Z]+\b")
_LEFT_OUT = str.maketrans(dict.fromkeys("'’?!,.;:¿¡"))
_PATTERN = re.compile(r"(?P<kind>[a-z]+)\t(?P<pattern>.+)|(?P<name>[A-Z]+) = (?P<words>.+)")


@dataclass(frozen=True)
class Example:
    """`group`: those that must not be split between learning and testing."""

    text: str
    language: str
    kind: str
    group: str

    @property
    def cry(self) -> bool:
        return self.kind != HARMLESS


def listed(folder: Path) -> Iterator[Example]:
    """Return the messages of `cries.*.txt` and `traps.*.txt`.

    On each line are a language, a message and perhaps the kind of cry; without it the phrases tell.
    """
    for file in sorted(folder.glob("*.*.txt")):
        sort, group = file.stem.split(".", 1)
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            language, text, *kind = line.split("\t")
            said = kind[0] if kind else emergency.said(text)
            yield Example(text, language, said if sort == "cries" else HARMLESS, group)


def learned_half(folder: Path) -> Iterator[Example]:
    """Return of each language's messages in `cries.txt`, `traps.txt` and `messages.txt` the first, third, fifth ..."""
    for sort in ("cries", "traps", "messages"):
        seen: Counter[str] = Counter()
        for line in (folder / f"{sort}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            language, text, *kind = line.split("\t")
            if seen[language] % 2 == 0:
                yield Example(text, language, kind[0] if sort == "cries" else HARMLESS, "in other languages")
            seen[language] += 1


def written_out(folder: Path, random: Random) -> Iterator[Example]:
    """Return messages made of the patterns of each language's file."""
    for file in sorted(folder.glob("*.txt")):
        names: dict[str, str] = {}
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            found = _PATTERN.fullmatch(line)
            if found is None:
                raise ValueError(f"{file}, line {number}: neither a kind and a pattern nor a name and words")
            if found["name"]:
                names[found["name"]] = found["words"]
                continue
            texts = {_one_of(found["pattern"], names, random) for _ in range(WRITTEN_OUT)}
            for text in sorted(texts):
                yield Example(text, file.stem, found["kind"], f"{file.name} {number}")


def varied(example: Example, asides: Mapping[str, list[str]], random: Random) -> Example:
    """Return the message as somebody else may write it."""
    text = example.text
    if random.random() < SLIPS:
        text = " ".join(_slipped(word, random) for word in text.split(" "))
    if random.random() < HASTY:
        text = text.translate(_LEFT_OUT)
    if example.language in asides and random.random() < FRAMED:
        aside = random.choice(asides[example.language])
        text = random.choice([f"{aside} {text}", f"{text} {aside}"])
    return replace(example, text=text)


def _one_of(pattern: str, names: Mapping[str, str], random: Random) -> str:
    pattern = _NAME.sub(lambda name: f"{{{names[name[0]]}}}" if name[0] in names else name[0], pattern)
    while found := _ALTERNATIVES.search(pattern):
        chosen = random.choice(found[1].split("|"))
        pattern = pattern[: found.start()] + chosen + pattern[found.end() :]
    return " ".join(pattern.split())


def _slipped(word: str, random: Random) -> str:
    """Sometimes the word with a letter left out, doubled, or exchanged with the next."""
    if len(word) < LETTERS_FROM or not word.isalpha() or random.random() > SLIPS:
        return word
    place = random.randrange(1, len(word) - 1)
    before, one, two, after = word[:place], word[place], word[place + 1], word[place + 2 :]
    return before + random.choice([two, one + one + two, two + one]) + after
