"""What stands before a word agrees with it, whatever a programme calls its things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.naming.nouns import Noun, forms, grammar


def said(language: str, word: str, gender: str, form: str) -> str:
    known = grammar(language)
    assert known is not None
    return forms(Noun(one=word, other=word, gender=gender), known)[form]


@pytest.mark.parametrize(
    ("word", "gender", "the", "a", "of_the", "others", "that"),
    [
        ("incontro", "m", "l'incontro", "un incontro", "dell'incontro", "gli incontro", "quell'incontro"),
        ("visita", "f", "la visita", "una visita", "della visita", "le visita", "quella visita"),
        ("area", "f", "l'area", "un'area", "dell'area", "le area", "quell'area"),
        (
            "spettacolo",
            "m",
            "lo spettacolo",
            "uno spettacolo",
            "dello spettacolo",
            "gli spettacolo",
            "quello spettacolo",
        ),
        ("zona", "f", "la zona", "una zona", "della zona", "le zona", "quella zona"),
        ("seduta", "f", "la seduta", "una seduta", "della seduta", "le seduta", "quella seduta"),
        ("gnocco", "m", "lo gnocco", "uno gnocco", "dello gnocco", "gli gnocco", "quello gnocco"),
        ("yoga", "m", "lo yoga", "uno yoga", "dello yoga", "gli yoga", "quello yoga"),
        ("workshop", "m", "il workshop", "un workshop", "del workshop", "i workshop", "quel workshop"),
        ("hackathon", "m", "l'hackathon", "un hackathon", "dell'hackathon", "gli hackathon", "quell'hackathon"),
        ("Ora d'arte", "f", "l'Ora d'arte", "un'Ora d'arte", "dell'Ora d'arte", "le Ora d'arte", "quell'Ora d'arte"),
    ],
)
def test_italian_articles(word: str, gender: str, the: str, a: str, of_the: str, others: str, that: str) -> None:
    asked = ("the", "a", "of-the", "the-other", "that")
    assert [said("it", word, gender, form) for form in asked] == [the, a, of_the, others, that]


@pytest.mark.parametrize(
    ("word", "gender", "the", "of_the", "to_the", "this", "of"),
    [
        ("rencontre", "f", "la rencontre", "de la rencontre", "à la rencontre", "cette rencontre", "de rencontre"),
        ("atelier", "m", "l’atelier", "de l’atelier", "à l’atelier", "cet atelier", "d’atelier"),
        ("quartier", "m", "le quartier", "du quartier", "au quartier", "ce quartier", "de quartier"),
        ("école", "f", "l’école", "de l’école", "à l’école", "cette école", "d’école"),
        ("hameau", "m", "le hameau", "du hameau", "au hameau", "ce hameau", "de hameau"),
        ("heure", "f", "l’heure", "de l’heure", "à l’heure", "cette heure", "d’heure"),
        ("habitation", "f", "l’habitation", "de l’habitation", "à l’habitation", "cette habitation", "d’habitation"),
        ("halte", "f", "la halte", "de la halte", "à la halte", "cette halte", "de halte"),
    ],
)
def test_french_articles(word: str, gender: str, the: str, of_the: str, to_the: str, this: str, of: str) -> None:
    assert [said("fr", word, gender, form) for form in ("the", "of-the", "to-the", "this", "of")] == [
        the,
        of_the,
        to_the,
        this,
        of,
    ]


@pytest.mark.parametrize(
    "a",
    [
        "a meeting", "an exhibition", "an hour", "a university", "a unit", "a union", "an unboxing", "a European day",
        "a one-off", "an area", "a use", "an uprising", "a user day", "a house", "an honour", "an uninvited guest",
        "a utopia", "an umbrella", "a zone", "an open day", "a once-over", "an only child", "a UFO", "an unknown",
    ],
)  # fmt: skip
def test_english_articles(a: str) -> None:
    assert said("en", a.partition(" ")[2], "", "a") == a


WORDS = st.text("abcdefghilmnopqrstuvzxyèéàìòù", min_size=3, max_size=12)


@given(WORDS, st.sampled_from("mf"))
def test_no_italian_article_clashes_with_its_word(word: str, gender: str) -> None:
    """Before a vowel the apostrophe, before "s" and a consonant "lo": by the letters alone, with no list of words."""
    vowel = word[0] in "aeouèéàòù" or (word[0] in "iì" and word[1] not in "aeou")
    for form in ("the", "of-the", "to-the", "in-the", "on-the", "that"):
        before = said("it", word, gender, form).removesuffix(word)
        assert before.endswith("'") == vowel
        assert (before.endswith("lo ")) == (not vowel and gender == "m" and _hard(word))
    assert said("it", word, gender, "a").startswith("un'") == (vowel and gender == "f")
    assert said("it", word, gender, "the-other").startswith("le ") == (gender == "f")


def _hard(word: str) -> bool:
    consonants = "bcdfghlmnpqrstvzxy"
    return word[0] in "zxyi" or (word[0] == "s" and word[1] in consonants) or word[:2] in ("gn", "ps", "pn")


@given(WORDS, st.sampled_from("mf"))
def test_french_contracts_and_elides(word: str, gender: str) -> None:
    for form in ("the", "of-the", "to-the", "of", "this"):
        before = said("fr", word, gender, form).removesuffix(word)
        assert not before.startswith(("de le", "à le"))
        if word[0] in "aeioèéàù":
            assert before.endswith("’") or form == "this"
        elif word[0] in "bcdfglmnpqrstvzx":
            assert not before.endswith(("’", "cet "))


@given(WORDS)
def test_english_says_an_before_the_vowels_that_are_always_heard(word: str) -> None:
    if word[0] in "ai":
        assert said("en", word, "", "a") == f"an {word}"
    elif word[0] not in "aeiouhèéàìòù":
        assert said("en", word, "", "a") == f"a {word}"


def test_a_form_with_a_capital_and_a_form_of_ones_own() -> None:
    known = grammar("it")
    assert known is not None
    said = forms(Noun(one="ora", other="ore", gender="f", forms={"the": "l’ora"}), known)
    assert said["the"] == "l’ora"
    assert said["The"] == "L’ora"
    assert said["Other"] == "Ore"
