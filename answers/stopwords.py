"""The words that say little, per language, as data. All folded: small letters, no accents, no apostrophes."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Grammar. Counts little when entries are ranked, and much when the language is guessed.
FUNCTION = {
    "it": _words("""
        a ad al allo ai agli all alla alle con col coi da dal dallo dai dagli dall dalla dalle di del dello dei
        degli dell della delle in nel nello nei negli nell nella nelle su sul sullo sui sugli sull sulla sulle
        per tra fra io tu lui lei noi voi loro mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra
        nostri nostre vostro vostra vostri vostre mi ti ci vi si me te se ne lo la li le gli il un uno una ma ed
        e o che c d l non piu anche questo questa questi queste quello quella quelli quelle quel sono sei siamo
        siete era erano sia ho hai ha abbiamo avete hanno avere essere fa fare faccio fate fanno puo possono
        posso puoi possiamo potete devo devi deve dobbiamo dovete bisogna qual quale quali qualche ogni gia
        ancora pero poi quindi allora cioe cosi li ecco proprio anzi invece oppure stato stata essendo
    """),
    "en": _words("""
        a an the is are am was were be been being do does did done to of in on at by for from with and or but
        i me my mine we us our you your it its he him his she her they them their this that these those there
        here can could would will shall should may might must have has had having not no don doesn isn aren
        didn won so if then than as just also too any some s t m re ll ve d up out about into which
    """),
    "fr": _words("""
        a au aux de du des d en dans sur pour par avec sans et est c ce cet cette ces ca cela j je tu t il elle
        on nous vous ils elles me m te se s le la les l un une lui leur leurs mon ma mes ton ta tes son sa ses
        notre nos votre vos ne n pas plus y qu que qui suis es sommes etes sont ai as avons avez ont avoir etre
        fait faire peut peux pouvez pouvons dois doit devons devez faut donc alors mais aussi meme si soit
        etait quel quelle quels quelles ni vers chez
    """),
}

# What a question turns on. Kept when entries are ranked.
QUESTION = {
    "it": _words("dove quando chi quanto quanta quanti quante perche come cosa"),
    "en": _words("where when who whom whose how why what"),
    "fr": _words("ou quand qui combien pourquoi comment quoi"),
}

# Courtesy and lead-in: said around a question, never the question.
FILLER = {
    "it": _words("""
        buongiorno buonasera buonpomeriggio buondi salve ciao scusi scusa scusate scusatemi gentilmente cortesia
        cortesemente favore piacere grazie mille prego gentile gentili signora signore signori egregi vorrei
        volevo vorremmo voglio sapere capire chiedere domandare chiedo domanda informazione informazioni info
        dire dirmi dirci sapete sai sa dica ditemi dimmi spiegare spiegarmi spiegami spiega potreste potrebbe
        potresti riesce riuscite magari forse ehm boh mah beh ok okay va bene senta senti sentite guardi
        insomma praticamente comunque niente ecco appunto purtroppo davvero veramente tanto molto solo soltanto
        qui adesso oggi ieri penso credo sembra pare mica neh ho capito cosa era volendo eventualmente anticipo
        cordiali saluti distinti attesa risposta si yes no vero giusto esatto certo bot robot raga ragazzi bella
        disturbo disturbare ringrazio anticipatamente dunque eh ah oh ahah haha perdoni perdona certamente
        esattamente preciso precisamente ditemelo gentilissimi gentilissima sbaglio potete confermate confermi siccome
        serve servirebbe servirebbero mandi vedo praticamente tipo allora diciamo cara caro
    """),
    "en": _words("""
        hello hi hey good morning afternoon evening please thanks thank sorry excuse pardon could would like
        want wanted wondering wonder know tell say ask asking question info information kindly dear sir madam
        well um uh ok okay maybe perhaps actually really just now today quick let got yes yeah yep no right correct
        oh ah eh er hm hmm love mate dear forgive troubling exactly whereabouts then anyway please cheers bot guys lads
        folks help understand check confirm sure alright
    """),
    "fr": _words("""
        bonjour bonsoir salut coucou merci beaucoup svp stp plait excusez excuse moi pardon voudrais voulais
        voudrions aimerais veux savoir demander demande question renseignement renseignements info infos
        information informations dire dites dis sais savez pourriez pourrais gentiment madame monsieur alors
        ben bah euh bon ok peutetre vraiment juste maintenant aujourd hui oui ouais non hein voila dac accord donc
        exactement cher chere derangement deranger desole desolee bot confirmez confirmer bref enfin
    """),
}

# Beginnings that tie a short message to the one before it.
LINKS = {
    "it": _words("e ed ma invece anzi no allora"),
    "en": _words("and but what how instead no so then"),
    "fr": _words("et mais plutot non alors sinon"),
}

# "No, I meant ...": said in a correction of one's own words.
MEANT = {
    "it": _words(
        "intendevo intendo intendevamo volevo dire dicevo parlavo parlo invece no non anzi quello di per a"
    ),
    "en": _words("meant mean no not rather instead about what talking i the in for one"),
    "fr": _words("voulais dire pensais parlais parle non pas plutot je a celle celui de pour"),
}

# What residents call a meeting.
MEETINGS = {
    "it": _words("incontro riunione serata appuntamento evento data"),
    "en": _words("meeting evening event one date session gathering"),
    "fr": _words("rencontre reunion soiree evenement date"),
}

# Words that ask for all the towns at once.
ALL = {
    "it": _words("incontri riunioni serate appuntamenti eventi tutti tutte tre paesi citta luoghi sedi date"),
    "en": _words("meetings events evenings all every three towns places venues dates"),
    "fr": _words("rencontres reunions soirees evenements tous toutes trois villes lieux dates communes"),
}

# Quick spellings, voice transcription and the dialect of the valleys.
SPELLINGS: dict[str, dict[str, str]] = {
    "it": {
        "nn": "non", "cmq": "comunque", "xke": "perche", "xche": "perche", "perke": "perche", "pke": "perche",
        "x": "per", "dv": "dove", "dov": "dove", "qnd": "quando", "qndo": "quando", "quand": "quando", "quouro": "quando", "onte": "dove",
        "qnt": "quanto", "qnto": "quanto", "quant": "quanto", "ke": "che", "k": "che", "ki": "chi", "cs": "cosa",
        "cos": "cosa", "cose": "cosa", "ksa": "cosa", "kosa": "cosa", "cm": "come", "com": "come", "tt": "tutto", "grz": "grazie",
        "grazzie": "grazie", "anke": "anche", "sn": "sono", "nnt": "niente", "qlc": "qualcosa", "qlcn": "qualcuno",
        "qst": "questo", "prox": "prossimo", "tel": "telefono", "msg": "messaggio", "gg": "giorni",
        "h": "ora", "ore": "ora", "orario": "ora", "orari": "ora", "andoa": "dove", "andova": "dove",
        "ndoa": "dove", "andua": "dove", "ndova": "dove", "vaire": "quanto", "vare": "quanto", "lon": "cosa",
        "cand": "quando", "perqe": "perche", "bonjorn": "buongiorno", "mersi": "grazie",
        "doe": "dove", "duv": "dove", "indo": "dove", "bgiorno": "buongiorno", "bsera": "buonasera",
    },
    "en": {
        "u": "you", "r": "are", "whn": "when", "wheer": "where", "whaur": "where", "whre": "where", "tyme": "time", "ur": "your", "wen": "when", "whens": "when", "wheres": "where", "wher": "where",
        "whats": "what", "wat": "what", "wot": "what", "whos": "who", "hows": "how", "pls": "please", "plz": "please",
        "thx": "thanks", "tnx": "thanks", "ty": "thanks", "dont": "don", "cant": "can", "im": "i", "ive": "i",
        "tel": "phone", "y": "why", "abt": "about",
    },
    "fr": {
        "koi": "quoi", "koa": "quoi", "pk": "pourquoi", "pq": "pourquoi", "pkoi": "pourquoi", "qd": "quand",
        "kan": "quand", "slt": "salut", "bjr": "bonjour", "bsr": "bonsoir", "cb": "combien", "ki": "qui", "ke": "que",
        "kel": "quelle", "quouro": "quand", "ounte": "ou", "onte": "ou", "koman": "comment", "mm": "meme", "ya": "y", "keske": "quoi", "qqn": "quelqu", "rdv": "rencontre", "tel": "telephone",
        "h": "heure", "heures": "heure", "horaire": "heure", "horaires": "heure",
    },
}  # fmt: skip

# Tell-tale words of other languages that residents write; none of them is a word of ours.
FOREIGN = {
    "es": _words("""
        cuando donde quien cuanto cuanta cuesta como el los las una es esta estan hay que hola gracias
        por favor tengo ir que empieza hora apuntarme quiero puedo necesito para reunion tambien con muy pero y del hacer niños ninos yo soy
    """),
    "pt": _words(
        "onde quanto voce voces boa tarde dia noite fica estao nao sao esta uma obrigado obrigada reuniao tambem muito os eu posso ha"
    ),
    "ro": _words("""
        unde cand este sunt cine pentru cum cat ce si sau nu am are vreau multumesc buna ziua intalnirea
        intalnire trebuie pot copii copilul mic cu veni la din va rog este o sedinta tine se platesc ceva
    """),
    "de": _words("""
        wann wo wer wie was ist das der die den ein eine und oder nicht ich wir sie kann muss gibt es wieviel
        kostet treffen danke bitte hallo guten tag fur mit auf zu von im
    """),
    "sq": _words(
        "ku kur kush eshte jane per dhe nuk mund faleminderit takimi pershendetje si sa kushton ne une"
    ),
    "pl": _words(
        "gdzie kiedy kto jest sa dla nie czy ile kosztuje spotkanie dziekuje prosze dzien dobry jak"
    ),
    "nl": _words("waar wanneer wie hoe het een de en niet ik wij kan bijeenkomst bedankt hallo voor"),
}
