"""The numbers by which a reply is decided that were set by hand; those that are fitted are in `search/calibration`."""

# --- how surely a step knows what is asked ---

CERTAIN = 0.99
SAME_WORDS = 0.97
"""The message is a phrasing, word for word."""
FOLLOW_UP = 0.95
"""The message leans on the one before it."""

# --- from which chance an entry is given ---

CHATTER_FROM = 0.6
"""Chatter of which nearly every word is known: it cannot be offered, and does no harm."""
GRAVE_FROM = 0.6
"""A likely cry for help is answered: better once too often than once too little."""
TALK_FROM = 0.7
"""By the layer alone: small talk in words that no phrasing has."""
COVERED_FROM = 0.65
"""The chance, that one of several entries is meant, from which the one that says all of them is given."""
OF_MEETINGS_FROM = 0.4
"""The chance that something of a meeting is asked, from which it is told beside the guesses."""
RATHER_A_FACT = 0.6
"""The chance of an answer that is about no event, above which a kind that is named does not mean its events."""
OF_BODIES_FROM = 0.5
"""The chance that it is asked who a body is, from which a body that is named is told."""
UNSAID_FROM = 0.5
"""The chance that it is not said what is asked, from which an honest no comes before the guesses. It is worth nearly
the same from .25 on (`benchmarks.calibrate` prints it); at even odds the fewest are told no who could be answered."""

ASKS_ELSE_FROM = 0.95
"""From here on "the one that begins later" is the subject of another question, not the question."""

# --- which part of a question's words must be known, weighed by how rare they are ---

WORDS_KNOWN = 0.7
WORDS_ALL_KNOWN = 0.9
WORDS_COVERED = 0.55
"""By the entry that it seems to ask for, before the question is corrected."""

# --- how cries are heard ---

GUESSED_FROM = 0.0
"""What no phrase says is heard in another language from even odds: the layer learned few messages of those."""
OURS = 1.0
"""With so many words of ours a cry is answered in our language, whatever language its phrase is of."""

# --- how much is much ---

SEVERAL = 2
"""Two are several: questions, sides of a meeting, days."""
MOST_QUESTIONS = 3
"""More in one message are a pasted text."""
SHORT = 4
"""A message of at most so many content words may lean on the one before it."""
SLIPS = 2
"""So many words beside an area may be slips of grammar: "scusami volveo dire Barton"."""
LISTED = 5
"""So many events are a list that one reads."""
FEW = 3
"""So few words beside a name or a day say nothing of the life of whoever asks: they are about the meeting."""
LONGEST_TALK = 10
"""Words of small talk; a longer message says something besides."""
BEFORE_A_DAY = 3
"""So many words before a day may say that it is a bound: "dopo il 20"."""
BEFORE_AN_HOUR = 2
WITHIN_A_PHRASE = 5
"""So many words may stand between "the one" and "later"."""
NOON = 12
MORNING = 8
"""An earlier hour that is not said to be in the morning is in the evening."""
