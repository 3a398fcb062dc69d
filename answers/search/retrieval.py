"""Find the entry that a message most probably asks for, and how probably."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice

from answers.dialogue.turn import Turn
from answers.entries import About, Entry, EntryKind
from answers.language import emergency, text, vocabulary
from answers.language.entities import EntityType, Reading
from answers.search.chance import OPTIONS, WORTH_OFFERING, Calibration
from answers.search.language_index import OFTEN, Ranking

_SUBJECTS = (EntityType.PROGRAMME, EntityType.BODY, EntityType.MEASURE)
"""Named in another part of the message, they may be what a part speaks of: "what is it about?"."""
NOT_SAID = (EntryKind.UNKNOWN, EntryKind.REDIRECT)
LEAST_OFFERED = 0.3
"""A lower score comes of words that any message has."""
LOOKED_AT = 6
"""So many of the likeliest entries are looked at for buttons."""
LONG = 10
"""From so many words on, a message may carry its question in one of its sentences."""
MOST_SENTENCES = 5
"""More than these is a pasted text: only the whole counts."""
TRUST_IN_A_PART = 0.95
PLAIN_FOLLOW_UP = 0.95
PLAIN_PART = 0.97
"""A part of the message is a phrasing, word for word."""
CLEAR = 0.15
NAMED = 0.3
STILL_MEANT = 0.35
PERHAPS = 0.6
"""Not sure enough to answer."""
STILL_THE_TOPIC = 0.5
STRANGE_FROM = 6
"""Letters of a word that is no slip of another."""


@dataclass(frozen=True)
class Found:
    """`p`: the chance that the first entry is right; `among`: that one of the first three is.

    `words`: those of the message, or of the part of it that says best what is asked.
    """

    ranking: Ranking
    p: float
    among: float
    words: tuple[str, ...]

    def first(self, turn: Turn) -> Entry:
        return turn.collection.entries[self.ranking.order[0]]

    def unsaid(self, turn: Turn) -> float:
        """Return the chance that what is asked is nothing that we know, but what is not said or not ours to say."""
        each = list(zip(turn.collection.entries, self.ranking.chances, strict=False))
        not_said = sum(chance for entry, chance in each if entry.kind in NOT_SAID)
        return not_said / (sum(chance for _, chance in each) or 1.0)

    def worth_offering(self, turn: Turn) -> tuple[Entry, ...]:
        """Return the likeliest entries that make sense on a button."""
        totals, entries = self.ranking.scores.total, turn.collection.entries
        first = self.ranking.order[0]
        if totals[first] < LEAST_OFFERED:
            return ()
        least = totals[first] * WORTH_OFFERING
        found = (
            entries[number]
            for number in self.ranking.order[:LOOKED_AT]
            if totals[number] >= least and _on_a_button(entries[number], first=number == first)
        )
        return tuple(islice(found, OPTIONS))

    def listed(self, turn: Turn) -> tuple[tuple[str, float], ...]:
        totals = self.ranking.scores.total
        return tuple(
            (turn.collection.entries[number].id, round(totals[number], 3)) for number in self.ranking.order[:5]
        )


def find(turn: Turn, calibration: Calibration) -> Found | None:
    """Find the entry for the whole message, or for the one of its few sentences that says it best."""
    whole = best = _find(turn, turn.reading.words, calibration, 1.0)
    for words in _parts(turn):
        part = _find(turn, words, calibration, TRUST_IN_A_PART)
        if part is None or part.first(turn).exact or (whole and part.ranking.order[0] not in whole.ranking.order):
            continue
        if best is None or part.p > best.p:
            best = part
    return best


def _on_a_button(entry: Entry, *, first: bool) -> bool:
    """Return True if the entry may be offered: small talk only as the first guess, a cry for help never."""
    if entry.exact or emergency.answers(entry):
        return False
    return first or entry.kind in (EntryKind.FACT, EntryKind.UNKNOWN)


def _find(turn: Turn, words: tuple[str, ...], calibration: Calibration, trust: float) -> Found | None:
    ranking = turn.collection.rank(words, turn.reading, turn.has, partial(_lean, turn), turn.meant)
    if ranking is None:
        return None
    fitted = calibration.of(ranking.signals)
    first, among = fitted.first.chance(ranking.signals), fitted.among.chance(ranking.signals)
    if words != turn.reading.words and turn.collection.worded(words) is turn.collection.entries[ranking.order[0]]:
        first = among = max(first, PLAIN_PART)
    if _goes_on(turn, ranking):
        first = among = max(first, PLAIN_FOLLOW_UP)
    doubts = (_leaves_topic, _leaves_event, _of_something_else)
    if any(doubt(turn, ranking) for doubt in doubts) or _only_like_words(turn, words):
        first = min(first, PERHAPS)
    return Found(ranking, trust * first, trust * among, words)


def _goes_on(turn: Turn, ranking: Ranking) -> bool:
    """Return True for "and where?" about the meeting just spoken of, with one clear meaning."""
    top, *others = (ranking.scores.total[number] for number in ranking.order[:2])
    clear = not others or top - others[0] >= CLEAR * top
    about = turn.collection.entries[ranking.order[0]].about
    known = all(map(turn.collection.knows_stem, turn.content))
    return turn.goes_on_about_meeting and len(turn.content) <= 1 and about is About.EVENT and clear and known


def _only_like_words(turn: Turn, words: tuple[str, ...]) -> bool:
    """Return True if nothing is known but that words are like others: "zumbrel" does not ask about the weather."""
    known = turn.collection
    telling = [word for word in words if known.lexicon.carries(known.lexicon.spell(word))]
    return bool(telling) and not any(word.startswith("<") or known.knows_stem(word) for word in telling)


def _of_something_else(turn: Turn, ranking: Ranking) -> bool:
    """Return True if a word that nobody knows may be what is asked about, instead of a meeting: a shop, a museum."""
    known, first = turn.collection, turn.collection.entries[ranking.order[0]]
    if first.about is not About.EVENT or turn.areas or turn.area:
        return False
    return any(
        len(word) >= STRANGE_FROM and not known.knows_stem(word) and not known.nearly_knows(word)
        for word in turn.content
    )


def _leaves_topic(turn: Turn, ranking: Ranking) -> bool:
    """Return True for "where is it?" after the project: the meeting's comes first, but the project's is close."""
    first, *others = (turn.collection.entries[number].topic for number in ranking.order[:OPTIONS])
    return turn.topic in others and first != turn.topic


def _leaves_event(turn: Turn, ranking: Ranking) -> bool:
    """Return True if the message names an event, or who speaks there, and the first entry is about something else.

    A kind and a day or an hour name it too: "is there something on bees on Saturday?".
    """
    first = turn.collection.entries[ranking.order[0]]
    named = turn.reading.ids(EntityType.TITLE) or turn.reading.ids(EntityType.PERSON)
    if turn.near_days or turn.reading.days or turn.reading.clocks:
        named = named or turn.reading.ids(EntityType.KIND)
    if first.kind is EntryKind.UNKNOWN:
        return bool(named or turn.titled)
    return first.about is not About.EVENT and bool(named)


def _lean(turn: Turn, entry: Entry) -> float:
    """Return what the entry is worth beforehand: people go on asking about what they named or asked before."""
    if entry.about is About.MEASURE and turn.reading.measures:
        return NAMED
    if entry.about is About.EVENT and turn.goes_on_about_meeting:
        return STILL_MEANT
    if not turn.topic:
        return 0.0
    return STILL_THE_TOPIC if entry.topic == turn.topic else -OFTEN * entry.often


def _parts(turn: Turn) -> list[tuple[str, ...]]:
    """Return the words of the parts that may each hold the question."""
    parts = list(turn.clauses)
    if len(turn.reading.words) >= LONG:
        parts += _sentences(turn)
    readings = (turn.reread(part) for part in dict.fromkeys(parts))
    named = [word for word in turn.reading.words if word in _SUBJECTS]
    return [
        (*(word for word in named if word not in reading.words), *reading.words)
        for reading in readings
        if _says_something(turn, reading)
    ]


def _sentences(turn: Turn) -> list[str]:
    sentences = text.sentences(turn.question.text)
    if len(sentences) > MOST_SENTENCES:
        return []
    after = (text.after(each, vocabulary.union("lead_ins"), vocabulary.union("whether")) for each in sentences)
    return [*(sentences if len(sentences) > 1 else []), *filter(None, after)]


def _says_something(turn: Turn, reading: Reading) -> bool:
    """Return True if a sentence asks something: "grazie infinite" at the end of a question does not."""
    carrying = [word for word in reading.words if turn.collection.lexicon.carries(word)]
    worded = turn.collection.worded(reading.words)
    return bool(carrying) and not (worded and worded.exact)
