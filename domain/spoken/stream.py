"""The tokens of a message with the words found among them; every rule of the grammar reads from here."""

from __future__ import annotations

from domain.spoken.words import Phrase, Words


class Stream:
    """A stream of tokens. The last number of each result is the place behind what was read."""

    def __init__(self, tokens: Phrase, words: Words) -> None:
        self._tokens = tokens
        self._found = [words.at(tokens, start) for start in range(len(tokens))]

    def __len__(self) -> int:
        return len(self._tokens)

    def token(self, at: int) -> str:
        return self._tokens[at] if at < len(self._tokens) else ""

    def values(self, symbol: str, at: int) -> list[tuple[str, int]]:
        """Return what a phrase for `symbol` stands for here: "5" for a Saturday."""
        found = self._found[at] if at < len(self._found) else []
        return [(word.value, end) for word, end in found if word.symbol == symbol]

    def ends(self, symbol: str, at: int) -> list[int]:
        return [end for _, end in self.values(symbol, at)]

    def maybe(self, symbol: str, at: int) -> list[int]:
        """Return the places behind a phrase for `symbol` that may as well be missing."""
        return [at, *self.ends(symbol, at)]

    def digits(self, at: int, least: int, most: int) -> int | None:
        token = self.token(at)
        fits = token.isascii() and token.isdigit() and least <= len(token) <= most
        return int(token) if fits else None

    def numbers(self, at: int, most: int = 2) -> list[tuple[int, int]]:
        """Return the number here, in at most so many digits or as a word."""
        written = self.digits(at, 1, most)
        spoken = [(int(value), end) for value, end in self.values("number", at)]
        return spoken if written is None else [(written, at + 1)]
