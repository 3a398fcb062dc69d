"""The words that say little, per language, as data. All folded: small letters, no accents, no apostrophes."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _spellings(text: str) -> dict[str, str]:
    """From lines of "right: wrong wrong wrong"."""
    lines = (line.split(":") for line in text.strip().splitlines())
    return {wrong: right.strip() for right, each in lines for wrong in each.split()}


# Grammar. Counts little when entries are ranked, and much when the language is guessed.
FUNCTION = {
    "it": words_of("""
        a ad al allo ai agli all alla alle con col coi da dal dallo dai dagli dall dalla dalle di
        del dello dei degli dell della delle in nel nello nei negli nell nella nelle su sul sullo
        sui sugli sull sulla sulle per tra fra io tu lui lei noi voi loro mio mia miei mie tuo tua
        tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre mi ti ci
        vi si me te se ne lo la li le gli il un uno una ma ed e o che c d l non piu anche questo
        questa questi queste quello quella quelli quelle quel sono sei siamo siete era erano sia
        ho hai ha abbiamo avete hanno avere essere fa fare faccio fate fanno puo possono posso
        puoi possiamo potete devo devi deve dobbiamo dovete bisogna qual quale quali qualche ogni
        gia ancora pero poi quindi allora cioe cosi li ecco proprio anzi invece oppure stato stata
        essendo ce
    """),
    "en": words_of("""
        a an the is are am was were be been being do does did done to of in on at by for from with
        and or but i me my mine we us our you your it its he him his she her they them their this
        that these those there here can could would will shall should may might must have has had
        having not no don doesn isn aren didn won so if then than as just also too any some s t m
        re ll ve d up out about into which all
    """),
    "fr": words_of("""
        a au aux de du des d en dans sur pour par avec sans et est c ce cet cette ces ca cela j je
        tu t il elle on nous vous ils elles me m te se s le la les l un une lui leur leurs mon ma
        mes ton ta tes son sa ses notre nos votre vos ne n pas plus y qu que qui suis es sommes
        etes sont ai as avons avez ont avoir etre fait faire peut peux pouvez pouvons dois doit
        devons devez faut donc alors mais aussi meme si soit etait quel quelle quels quelles ni
        vers chez
    """),
}

# What a question turns on. Kept when entries are ranked.
QUESTION = {
    "it": words_of("dove quando chi quanto quanta quanti quante perche come cosa"),
    "en": words_of("where when who whom whose how why what"),
    "fr": words_of("ou quand qui combien pourquoi comment quoi"),
}

# Courtesy and lead-in: said around a question, never the question.
FILLER = {
    "it": words_of("""
        buongiorno buonasera buonpomeriggio buondi salve ciao scusi scusa scusate scusatemi
        gentilmente cortesia cortesemente favore piacere grazie mille prego gentile gentili
        signora signore signori egregi vorrei volevo vorremmo voglio sapere capire chiedere
        domandare chiedo domanda informazione informazioni info dire dirmi dirci sapete sai sa
        dica ditemi dimmi spiegare spiegarmi spiegami spiega potreste potrebbe potresti riesce
        riuscite magari forse ehm boh mah beh ok okay va bene senta senti sentite guardi insomma
        praticamente comunque niente ecco appunto purtroppo davvero veramente tanto molto solo
        soltanto qui adesso oggi ieri penso credo sembra pare mica neh ho capito cosa era volendo
        eventualmente anticipo cordiali saluti distinti attesa risposta si yes no vero giusto
        esatto certo raga ragazzi bella disturbo disturbare ringrazio anticipatamente
        dunque eh ah oh ahah haha perdoni perdona certamente esattamente preciso precisamente
        ditemelo gentilissimi gentilissima sbaglio potete confermate confermi siccome serve
        servirebbe servirebbero mandi vedo praticamente tipo allora diciamo cara caro egregio egregie
        spettabile spett stimati stimato pregiatissimi pregiatissimo gent gentilissimo desidererei desidero
        desidererebbe gradirei gradirebbe cortese cortesi cordialmente ringraziando indicarmi indicarci
        comunicarmi comunicarci precisarmi vogliate voglia obbligato grato grata grati sarebbe sareste saresti
        buongiorno buonasera avviene svolge svolgera svolgeranno dovrei
    """),
    "en": words_of("""
        hello hi hey good morning afternoon evening please thanks thank sorry excuse pardon could
        would like want wanted wondering wonder know tell say ask asking question info information
        kindly dear sir madam well um uh ok okay maybe perhaps actually really just now today
        quick let got yes yeah yep no right correct oh ah eh er hm hmm love mate dear forgive
        troubling exactly whereabouts then anyway please cheers guys lads folks help
        understand check confirm sure alright obliged grateful advise inform kind regards sincerely
        faithfully trouble bother everyone
    """),
    "fr": words_of("""
        bonjour bonsoir salut coucou merci beaucoup svp stp plait excusez excuse moi pardon
        voudrais voulais voudrions aimerais veux savoir demander demande question renseignement
        renseignements info infos information informations dire dites dis sais savez pourriez
        pourrais gentiment madame monsieur alors ben bah euh bon ok peutetre vraiment juste
        maintenant aujourd hui oui ouais non hein voila dac accord donc exactement cher chere
        derangement deranger desole desolee confirmez confirmer bref enfin obligeance amabilite
        gentillesse reconnaissant reconnaissante veuillez importuner cordialement mesdames messieurs
        auriez voudriez souhaite souhaiterais indiquer preciser communiquer
    """),
}

# What comes before the question in a long message without a full stop.
LEAD_INS = (
    "volevo sapere", "vorrei sapere", "volevo chiedere", "vorrei chiedere", "mi sa dire", "mi sai dire",
    "mi sapete dire", "mi chiedevo", "i wanted to know", "i d like to know", "i was wondering",
    "can you tell me", "could you tell me", "je voulais savoir", "j aimerais savoir", "je voudrais savoir",
    "pouvez vous me dire", "je me demandais", "je voulais demander",
)  # fmt: skip

# Beginnings that tie a short message to the one before it.
LINKS = {
    "it": words_of("e ed ma invece anzi no allora"),
    "en": words_of("and but what how instead no so then"),
    "fr": words_of("et mais plutot non alors sinon"),
}

# "No, I meant ...": said in a correction of one's own words.
MEANT = {
    "it": words_of("""
        intendevo intendo intendevamo volevo dire dicevo parlavo parlo invece no non anzi quello
        di per a stesso uguale
    """),
    "en": words_of("meant mean no not rather instead about what talking i the in for one same"),
    "fr": words_of("voulais dire pensais parlais parle non pas plutot je a celle celui de pour bien meme pareil"),
}

# Articles that lose their apostrophe in a hurry.
ARTICLES = {
    "it": ("l", "un", "d", "dell", "all", "nell", "sull", "dall"),
    "fr": ("l", "d", "qu", "n", "s", "j"),
}

# What residents call a meeting.
MEETINGS = {
    "it": words_of("incontro riunione serata appuntamento evento data"),
    "en": words_of("meeting evening event one date session gathering"),
    "fr": words_of("rencontre reunion soiree evenement date"),
}

# "May I come at 20:00?" does not claim that it starts then.
OWN_TIME = {
    "it": words_of("""
        arrivo arrivare arriviamo vengo venire esco usciamo lavoro stacco finisco ritardo tardi treno pullman
        autobus bus posso prima dopo entro
    """),
    "en": words_of("arrive come late work finish train bus leave before after can"),
    "fr": words_of("arrive arriver viens venir retard travail finis sors train bus avant apres peux"),
}

# Each side of a meeting that one may ask for. Several at once are answered together.
FACETS = {
    "it": (
        words_of("giorno giorni data date quando quand"),
        words_of("ora ore orario orari inizio comincia inizia"),
        words_of("fine finisce termina conclusione termine"),
        words_of("luogo posto indirizzo dove dov sede via"),
    ),
    "en": (
        words_of("day date when"),
        words_of("time times hour hours start starts starting begin begins"),
        words_of("end ends ending finish finishes finishing"),
        words_of("place venue address where location"),
    ),
    "fr": (
        words_of("jour date quand"),
        words_of("heure heures horaire horaires debut commence"),
        words_of("fin finit termine"),
        words_of("lieu endroit adresse ou"),
    ),
}

# "All the details" of a meeting.
EVERYTHING = {
    "it": words_of("dettagli dettaglio particolari riepilogo tutto tutti dici"),
    "en": words_of("details detail everything particulars full all give"),
    "fr": words_of("details detail tout tous"),
}

# "Is there anything on the 23rd?": words that ask whatever there is, and for nothing by name.
ANYTHING = {
    "it": words_of("qualcosa qualche cosa niente nulla fate facciamo succede accade previsto organizzate"),
    "en": words_of("anything something happening on going planned scheduled happens"),
    "fr": words_of("quelque chose rien passe prevu organise organisez faites"),
}

# Words that ask for all the towns at once.
ALL = {
    "it": words_of("""
        incontri riunioni serate appuntamenti eventi tutti tutte tre paesi citta luoghi sedi date
    """),
    "en": words_of("meetings events evenings all every three towns places venues dates"),
    "fr": words_of("rencontres reunions soirees evenements tous toutes trois villes lieux dates communes"),
}

# Quick spellings, voice transcription and the dialect of the valleys.
SPELLINGS = {
    "it": _spellings("""
        non: nn
        comunque: cmq
        perche: xke xche perke pke perqe
        per: x
        dove: dv dov onte andoa andova ndoa andua ndova doe duv indo nde ndue endoa andue
        quando: qnd qndo quand quouro cand
        quanto: qnt qnto quant vaire vare
        che: ke k
        chi: ki
        cosa: cs cos cose ksa kosa lon
        come: cm com
        tutto: tt
        grazie: grz grazzie mersi
        anche: anke
        sono: sn
        niente: nnt
        qualcosa: qlc
        qualcuno: qlcn
        posso: peuss peusso
        puoi: peule
        venire: vni
        andare: ande
        vorrei: voreria vorria
        sei: ses
        lui: chiel
        lei: chila
        anche: dco
        insieme: ansema
        oggi: ancheuj
        aiutare: giute giuta
        chiamare: ciame
        sapere: savei
        questo: qst qesto
        questa: qsta qesta
        quello: qello quelo qll qllo
        quella: qella quela qlla
        prossimo: prox
        telefono: tel
        messaggio: msg
        giorni: gg
        ora: h ore orario orari
        buongiorno: bonjorn bgiorno
        buonasera: bsera
    """),
    "en": _spellings("""
        you: u
        are: r
        when: whn wen whens
        where: wheer whaur whre wheres wher
        time: tyme
        your: ur
        what: whats wat wot
        who: whos
        how: hows
        please: pls plz
        thanks: thx tnx ty
        don: dont
        can: cant
        i: im ive
        is: s
        phone: tel
        why: y
        about: abt
    """),
    "fr": _spellings("""
        quoi: koi koa keske
        pourquoi: pk pq pkoi
        quand: qd kan quouro
        salut: slt
        bonjour: bjr
        bonsoir: bsr
        combien: cb
        qui: ki
        que: ke
        quelle: kel
        ou: ounte onte
        comment: koman
        meme: mm
        y: ya
        quelqu: qqn
        rencontre: rdv
        telephone: tel
        heure: h heures horaire horaires
    """),
}

# Tell-tale words of other languages that residents write; none of them is a word of ours.
FOREIGN = {
    "es": words_of("""
        cuando donde quien cuanto cuanta cuesta como el los las una es esta estan hay que hola
        gracias por favor tengo ir que empieza hora apuntarme quiero puedo necesito para reunion
        tambien con muy pero y del hacer niños ninos yo soy
    """),
    "pt": words_of("""
        onde quanto voce voces boa tarde dia noite fica estao nao sao esta uma obrigado obrigada
        reuniao tambem muito os eu posso ha
    """),
    "ro": words_of("""
        unde cand este sunt cine pentru cum cat ce si sau nu am are vreau multumesc buna ziua
        intalnirea intalnire trebuie pot copii copilul mic cu veni la din va rog este o sedinta
        tine se platesc ceva
    """),
    "de": words_of("""
        wann wo wer wie was ist das der die den ein eine und oder nicht ich wir sie kann muss gibt
        es wieviel kostet treffen danke bitte hallo guten tag fur mit auf zu von im
    """),
    "sq": words_of("""
        ku kur kush eshte jane per dhe nuk mund faleminderit takimi takimin takim pershendetje si sa
        kushton ne une duhet paguaj fillon cfare jam kam te
    """),
    "pl": words_of("""
        gdzie kiedy kto jest sa dla nie czy ile kosztuje spotkanie dziekuje prosze dzien dobry jak
    """),
    "nl": words_of("waar wanneer wie hoe het een de en niet ik wij kan bijeenkomst bedankt hallo voor"),
}
