"""Words after which nothing matters but the emergency number. All folded."""

from __future__ import annotations

import re

from answers.entries import Entry

# By the part of the id of the entry that replies, the gravest first.
_WORDS = {
    "distress": {
        "it": r"""suicid\w*|(?:ammazzar|uccider)mi(?! (?:il|la|i|gli|le|un|una) )|farla finita|togliermi la vita|non voglio piu vivere|(?:voglio|vorrei) morire
            |(?:voglio|vorrei) buttarmi (?:giu|sotto)|pensieri di morte|stanc[oa] di vivere|non ho (?:piu )?voglia di (?:vivere|andare avanti)|farmi del male""",
        "en": r"""suicid\w*|kill myself|end my life|want to die|don'?t want to live|end it all|tired of living
            |(?:can'?t|cannot) go on(?=\s*(?:$|[.!?,;])| (?:like this|living|any))
            |(?:can'?t|cannot) take (?:it|this) any ?more|(?:harm|hurt|cut) myself|jump off (?:a|the) (?:bridge|roof|balcony)|no reason to live|better off dead""",
        "fr": r"""suicid\w*|me tuer|en finir(?! avec)|envie de mourir|veux mourir|plus envie de vivre|mettre fin a mes jours
            |idees noires|marre de (?:la vie|vivre)|sauter (?:du pont|par la fenetre)|voudrais mourir|fatiguee? de vivre|plus de raison de vivre|me faire du mal""",
    },
    "violence": {
        "it": r"""mi (?:picchia|pesta|sta picchiando|ha picchiat[oa]|minaccia|ha minacciat[oa]|mena|violenta|alza le mani)
            |mi (?:chiude|rinchiude|tiene chius[oa]) (?:in casa|a chiave|dentro)|minaccia di (?:ammazzar|uccider)\w*
            |aggredit[oa]|alza le mani|(?:messo|mette) le mani addosso|mi (?:perseguita|maltratta)|violenza (?:domestica|in casa)
            |mi (?:da|ha dato) (?:un pugno|uno schiaffo|pugni|schiaffi|calci)""",
        "en": r"""(?:hits|hit|beats|threatens|is beating|is hitting|is threatening|keeps hitting|keeps beating|punched|punches) me
            |locks me (?:in|up|out)|won'?t let me (?:out|leave)|threatens to kill|(?:is|am|being) (?:abused|violent)|(?:slapped|kicked|attacked) me|domestic (?:violence|abuse)""",
        "fr": r"""me (?:frappe|bat|tape|menace|cogne)|m'a (?:frappee?|battue?|tapee?|menacee?|giflee?)
            |m'enferme|me sequestre|menace de (?:me |nous )?tuer|violences? (?:conjugales?|a la maison)""",
    },
    "emergency": {
        "it": r"""ambulanza|infarto|arresto cardiaco|pronto soccorso|emergenza|incendio|va a fuoco|sta bruciando|svenut[oa]
            |n(?:on|n) respira|sta morendo|sto morendo|accoltellat[oa]|sto (?:molto )?male|si sente male
            |chiamate (?:la polizia|i carabinieri|un medico)|112|118|113|esce (?:del )?fumo|fumo in casa
            |(?:odore|puzza|fuga) di gas|perde (?:molto |tanto )?sangue|(?:perso i|priv[oa] di) sensi|un malore
            |e non si muove|incidente (?:stradale|grave|sulla)|cadut[oa] (?:dalle scale|e non risponde)|(?:ci sono|entrati) i ladri|ladri in casa|sta annegando
            |ha (?:ingoiat[oa]|inghiottit[oa])|non si (?:sveglia|svegliano)|non riesco a svegliar\w*|pres[oi] troppe (?:pastiglie|pillole|medicine|gocce)
            |overdose|avvelenat[oa]|sta partorendo|stanno rubando|sta soffocando|al fuoco|non riesc[oe] (?:piu )?ad alzar(?:mi|si)|sos|mi hanno (?:rapinat[oa]|investit[oa])""",
        "en": r"""ambulance|heart attack|emergency|(?:house|barn|kitchen|car) is on fire|fire brigade|fainted|unconscious
            |not breathing|isn'?t breathing|is dying|i'?m dying|stabbed|call the police|112|118|911|999
            |smoke in the|(?:smell|smells of|leaking) gas|gas leak|bleeding (?:heavily|badly|a lot)|lost consciousness
            |passed out|fell down the stairs|collapsed|won'?t wake up|isn'?t moving|not moving|(?:car|road) (?:crash|accident)|burglars?
            |swallowed|(?:is|are|someone'?s|they'?re) breaking in(?:to)?|broke into (?:my|our|the)|too many (?:pills|tablets|painkillers)|overdose|poisoned
            |is bleeding|(?:is|am|i'?m|she'?s|gone) in(?:to)? labour(?! \w)|waters broke|being robbed|drowning|choking|can'?t get up|cannot get up|sos""",
        "fr": r"""ambulance|infarctus|crise cardiaque|urgences?|au secours|incendie|prend feu|il? y?\s?a le feu|evanouie?
            |ne respire plus|respire (?:pas|plus)|en train de mourir|poignardee?|appelez la police|112|118|samu|pompiers
            |a avale|ne se reveille (?:pas|plus)|trop de (?:cachets|medicaments|comprimes|gouttes)|overdose|empoisonnee?
            |(?:il|elle|qui) saigne|tombee? dans (?:l'escalier|les escaliers)|a fait une chute|entre par effraction|en train d'accoucher|fumee dans la|sent le gaz|(?:odeur|fuite) de gaz|saigne beaucoup|perdu connaissance|inconsciente?
            |un malaise|ne bouge plus|accident (?:de (?:la route|voiture)|grave)|cambrioleurs?|se noie|s'etouffe|(?:me|se) relever|sos""",
    },
}  # fmt: skip


def _expression(pattern: str) -> str:
    joined = re.sub(r"\n\s*", "", pattern)
    return rf"\b(?:{joined})\b"


_EXPRESSIONS = [
    (name, language, _expression(pattern))
    for name, each in _WORDS.items()
    for language, pattern in each.items()
]


def answers(entry: Entry) -> bool:
    """Whether the entry is the one that replies to a cry for help."""
    return any(name in entry.id.split(".") for name in _WORDS)


def heard(message: str) -> tuple[str, str] | None:
    """What the folded message cries for, as part of an entry's id, and in which language."""
    found = (
        (name, language) for name, language, expression in _EXPRESSIONS if re.search(expression, message)
    )
    return next(found, None)
