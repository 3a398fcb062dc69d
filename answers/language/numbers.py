"""Numbers, days and clock times as people write or say them, in the three languages. All on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CARDINALS = {
    "it": """uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
        diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro venticinque ventisei ventisette
        ventotto ventinove trenta trentuno""",
    "en": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty twentyone twentytwo twentythree twentyfour twentyfive twentysix
        twentyseven twentyeight twentynine thirty thirtyone""",
    "fr": """un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit
        dixneuf vingt vingtetun vingtdeux vingttrois vingtquatre vingtcinq vingtsix vingtsept vingthuit vingtneuf
        trente trenteetun""",
}
_ORDINALS = {
    "it": "prim second terz quart quint sest settim ottav non decim",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "fr": "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme",
}
_MONTHS = {
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "en": "january february march april may june july august september october november december",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
}
_SHORT_MONTHS = {"ott": 10, "oct": 10, "nov": 11, "sett": 9, "set": 9, "sept": 9, "dic": 12, "dec": 12}


def _numbered(text: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), 1)}


CARDINALS = {language: _numbered(text) for language, text in _CARDINALS.items()}
MONTHS = {word: number for text in _MONTHS.values() for word, number in _numbered(text).items()} | _SHORT_MONTHS
_ALL_CARDINALS = {word: number for words in CARDINALS.values() for word, number in words.items()}


def _ordinals() -> dict[str, int]:
    ordinals = {word: n for language in ("en", "fr") for word, n in _numbered(_ORDINALS[language]).items()}
    ordinals |= {stem + end: n for stem, n in _numbered(_ORDINALS["it"]).items() for end in "aoie"}
    ordinals |= {"premiere": 1, "seconde": 2, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6}
    ordinals |= {f"{n}{end}": n for n in range(1, 10) for end in ("a", "o", "e", "eme", "ere", "er", "ieme")}
    del ordinals["none"]  # English
    return ordinals


ORDINALS = _ordinals()
LAST = frozenset(["ultima", "ultimo", "last", "derniere", "dernier"])
NEXT = frozenset(["prossima", "prossimo", "next", "prochaine", "prochain"])


def number(word: str) -> int | None:
    """7 for "7", "sette", "seven" and "sept"."""
    if word.isascii() and word.isdigit() and len(word) <= 3:
        return int(word)
    return _ALL_CARDINALS.get(word)


def ordinal(word: str) -> int | None:
    return ORDINALS.get(word)


@dataclass(frozen=True)
class DayOfMonth:
    """A day somebody named: "il 23", "23 ottobre". `month` is 0 when not said."""

    day: int
    month: int
    said: str
    span: tuple[int, int]


@dataclass(frozen=True)
class TimeMention:
    """An hour somebody named. "Alle 6" may be 18:00."""

    hour: int
    minute: int
    said: str
    span: tuple[int, int]

    def means(self, hour: int, minute: int) -> bool:
        return self.minute == minute and (self.hour == hour or (self.hour <= 12 and self.hour + 12 == hour))


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMBER = r"\d{1,2}|" + "|".join(sorted(_ALL_CARDINALS, key=len, reverse=True))

# Left to `re` to compile, and to keep, at the first question: it would take half of the time to import this package.
_NAMED_DAY = (
    rf"\b(?P<day>{_NUMBER})(?:st|nd|rd|th|er|°)?\s*(?:of\s+|di\s+|d')?(?P<month>{_MONTH})\b"
    rf"|\b(?P<month2>{_MONTH})\s+(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.h]\d)"
    r"|\b(?P<day3>\d{1,2})[/-](?P<month3>1[0-2]|0?[1-9])\b"
)
_BARE_DAY = {
    "it": (rf"\b(?:il|del|al|dal|giorno|nel)\s+(?P<day>{_NUMBER})\b(?![:.,]\d|\s*(?:anni|euro|%|ore))"
                     r"|\b(?:l'|dell'|all'|l )(?P<day2>8|11)\b"),
    "en": (r"\b(?:on\s+(?:the\s+)?|the\s+)(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:euro|years))"
                     r"|\b(?P<day2>\d{1,2})(?:st|nd|rd|th)\b"),
    "fr": (rf"\b(?:le|du|au)\s+(?P<day>{_NUMBER})(?:er)?\b(?!\s*(?:h|heures?|ans|euros?)\b)(?!h)"
                     r"|\bjour\s+(?P<day2>\d{1,2})\b"),
}  # fmt: skip
_CLOCKS = {
    "it": (
        rf"\b(?:alle|dalle|ore|le|h|delle|per le|verso le)\s+(?P<hour>{_NUMBER})(?:[:.,](?P<minute>\d\d)"
        r"|\s+e\s+(?P<half>mezza|mezzo|trenta|30))?\b"
        r"|\b(?P<hour2>\d{1,2})[:.](?P<minute2>[0-5]\d)\b"
    ),
    "en": (
        r"\b(?:at|from|until|till|by)\s+(?P<half>half past\s+)?(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
        r"|eleven|twelve)(?:[:.](?P<minute>\d\d))?(?:\s*[ap]\.?m\b)?\b(?!\s*(?:st|nd|rd|th|of|october|euro))"
        r"|\b(?P<hour2>\d{1,2})(?:[:.](?P<minute2>[0-5]\d))?\s*[ap]\.?m\b|\b(?P<hour3>\d{1,2}):(?P<minute3>[0-5]\d)\b"
    ),
    "fr": (
        rf"\b(?P<hour>{_NUMBER})\s*(?:h|heures?)(?:\s*(?P<minute>[0-5]\d)\b|\s+et\s+(?P<half>demie?))?"
        r"(?![a-z])|\b(?P<hour2>\d{1,2}):(?P<minute2>[0-5]\d)\b"
    ),
}  # fmt: skip
_TENS = (r"\b(venti|trenta|twenty|thirty|vingt|dix|trente)[\s-]+(et[\s-]+)?"
                   r"(un|uno|due|tre|one|two|three|four|five|six|seven|eight|nine|deux|trois|quatre|cinq|sept|huit|neuf)\b")  # fmt: skip


def join_tens(folded: str) -> str:
    """ "twenty three", "vingt-trois" and "venti tre" written as one word, as the tables have them."""
    return re.sub(_TENS, lambda found: found.group().replace(" ", "").replace("-", ""), folded)


def days(folded: str, language: str) -> Iterator[DayOfMonth]:
    taken: list[tuple[int, int]] = []
    for found in re.finditer(_NAMED_DAY, folded):
        month = _group(found, "month")
        parsed = _day(found, MONTHS.get(month) or int(month))
        if parsed is not None:
            taken.append(parsed.span)
            yield parsed
    bare = _BARE_DAY.get(language)
    for found in re.finditer(bare, folded) if bare else ():
        parsed = _day(found, 0)
        if parsed is not None and not any(start < parsed.span[1] and parsed.span[0] < end for start, end in taken):
            yield parsed


def _day(found: re.Match[str], month: int) -> DayOfMonth | None:
    day = number(_group(found, "day"))
    if day is None or not 1 <= day <= 31:
        return None
    return DayOfMonth(day, month, found.group().strip(), found.span())


def clocks(folded: str, language: str) -> Iterator[TimeMention]:
    pattern = _CLOCKS.get(language)
    for found in re.finditer(pattern, folded) if pattern else ():
        hour = number(_group(found, "hour"))
        if hour is None or hour > 24 or _counts_hours(folded, found):
            continue
        minute = 30 if found.groupdict().get("half") else int(_group(found, "minute") or 0)
        yield TimeMention(hour, minute, found.group().strip(), found.span())


def _counts_hours(folded: str, found: re.Match[str]) -> bool:
    """ "Due ore, tre ore" is how long, not when."""
    before = folded[: found.start()].split()
    return found.group().startswith("ore") and bool(before) and number(before[-1]) is not None


def _group(found: re.Match[str], name: str) -> str:
    """The one of `name`, `name2`, `name3` that took part in the match."""
    for key, value in found.groupdict().items():
        if value is not None and key.rstrip("23") == name:
            return value
    return ""
