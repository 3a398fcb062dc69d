"""Take out what is said around a question: greetings, courtesies, and how one asks.

Phrases, folded, with "/" between words that may stand in the same place. A phrase is taken out of a message
that says something else besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

_FRAMES = {
    "it": """
        a chi di competenza
        spettabile/spett/gentile/gentili/stimati/stimato redazione/segreteria/direttore/direzione
        egregio/egregi/gentile/gentili/stimati/stimato organizzatori/signori/direttore/comitato/ente
        spett le; gent ma/mo/mi/me; egr sig; con la presente; mi permetto di disturbarvi; mi permetto di
        scusate/scusi/scusa il disturbo; chiedo scusa per il/l disturbo/ora; per l ora tarda
        in attesa di riscontro/risposta; in attesa di un vostro/cortese riscontro/cenno
        porgo distinti/cordiali saluti; ringraziando anticipatamente; ringrazio in anticipo/anticipatamente
        vi/la ringrazio; un cordiale saluto; cordiali saluti; distinti saluti; grazie mille/infinite
        grazie in anticipo; mille grazie; avrei piacere di; avrei bisogno di; ho bisogno di sapere
        gradirei/vorrei/desidererei/desidero conoscere/sapere/avere/ricevere
        vorrei/volevo/gradirei mi fosse/venisse comunicato/comunicata/detto/indicato; mi fosse comunicato
        sarebbe/sareste/saresti cosi gentile/gentili/cortese/cortesi da
        sarebbe possibile sapere/conoscere/avere; vi/le/ti sarei grato/grata se/di
        vi/le saremmo grati se/di; sareste/sarebbe in grado di
        mi/ci potrebbe/potreste/puo gentilmente dire/indicare/comunicare/precisare/dare/fornire
        mi/ci potete/puoi/potresti gentilmente dire/indicare/comunicare/precisare/dare/fornire
        mi/ci potrebbe/potreste/puo/potete/puoi/potresti dire/indicare/comunicare/precisare/dare/fornire
        mi/ci sa/sapete/sai/sapreste/saprebbe dire/indicare
        vogliate cortesemente indicarmi/dirmi/comunicarmi; farmi/farci sapere
        fatemi/fammi/mi faccia/facci sapere; potrei/posso/potremmo sapere/avere
        volevo/vorrei/volevamo chiedere/chiedervi/domandare/sapere/capire; mi chiedevo
        chiederei cortesemente; mi servono; mi serve; mi servirebbe; mi servirebbero; mi occorre
        mi occorrono; mi interessa sapere; mi interesserebbe sapere; avra luogo; ha luogo; avere luogo
        avranno luogo; che sarebbe; quand e che sarebbe; per cortesia; per favore; per piacere
    """,
    "en": """
        to whom it may concern; dear organisers/organizers/all/team/friends/sirs
        good morning/afternoon/evening all/everyone/everybody; i hope this message/email finds you well
        i hope you are well; kind/best/warm regards; yours sincerely/faithfully; sorry to bother/trouble you
        i m sorry to bother/trouble you; excuse me; forgive me for asking
        i should/would be most/very/so obliged/grateful if you would/could let me know
        i should/would be grateful if you would/could tell/inform me; i should/would be obliged/grateful
        much obliged if someone/somebody/you could tell me; if you would/could let me know; let me know
        could/can/would/may i trouble/bother you for/with; might/may i ask; may/might/could i know
        i d be grateful if you could; would/could you be so kind as to tell/inform me
        would/could you be so kind as to; could/can/would you please tell/inform/advise me
        could/can/would you tell/inform/advise me; would you mind telling me; please advise as to
        please advise; please tell/inform me; kindly tell/inform/advise me; do you happen to know
        do you know; any idea; i wonder if; i wonder; i d like/love to know; i would like/love to know
        i wanted to know/ask; i was wondering; just wondering; takes place; take place; taking place
        thanks in advance; many thanks; thank you very much; thanks a lot; thank you
    """,
    "fr": """
        madame monsieur; mesdames messieurs; chers/cher organisateurs/amis/tous
        bonjour/bonsoir a tous/toutes; bonsoir a toutes et a tous; bonjour a toutes et a tous
        a toutes et a tous; bien a vous; cordialement; salutations distinguees; en vous remerciant
        dans l attente de votre reponse; veuillez m excuser de vous importuner/deranger
        excusez moi de vous deranger/importuner; veuillez m excuser
        je vous serais reconnaissant/reconnaissante de bien vouloir m indiquer/dire/preciser/communiquer
        je vous serais oblige/obligee de bien vouloir m indiquer/dire/preciser/communiquer
        je vous serais reconnaissant/reconnaissante de
        auriez vous l obligeance/amabilite/gentillesse/bonte de me dire/preciser/indiquer/communiquer
        pourriez vous avoir l obligeance de me preciser/dire/indiquer
        auriez vous l obligeance/amabilite/gentillesse/bonte de; avoir l obligeance/amabilite/gentillesse de
        pourriez/pouvez/voudriez vous me dire/preciser/indiquer/communiquer/donner
        pourriez/pouvez vous m indiquer/informer
        je voudrais/voulais/souhaiterais/aimerais/desirerais savoir/connaitre/demander
        j aimerais/aurais aime savoir/connaitre; puis je savoir; je me demandais; savez/sauriez vous
        dites/dis moi; j ai besoin de savoir; merci d avance; merci beaucoup; s il vous/te plait; aura lieu
        a lieu; avoir lieu; auront lieu; est ce que; de bien vouloir; bien vouloir m indiquer
    """,
}


def without(words: Sequence[str], language: str) -> tuple[str, ...]:
    """The words of a message without the phrases around its question; the longest are taken out first."""
    left = list(words)
    for size, phrases in _by_length(language):
        start = 0
        while start + size <= len(left):
            if tuple(left[start : start + size]) in phrases:
                del left[start : start + size]
            else:
                start += 1
    return tuple(left)


@cache
def _by_length(language: str) -> tuple[tuple[int, frozenset[tuple[str, ...]]], ...]:
    found: dict[int, set[tuple[str, ...]]] = {}
    for line in _FRAMES.get(language, "").replace(";", "\n").splitlines():
        choices = [word.split("/") for word in line.split()]
        if choices:
            found.setdefault(len(choices), set()).update(product(*choices))
    return tuple((size, frozenset(found[size])) for size in sorted(found, reverse=True))
