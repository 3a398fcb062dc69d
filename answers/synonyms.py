"""Equal words of everyday language, whatever the programme. Authors add their own, which come first.

One group a line. Written from general knowledge of how people talk, not from any labelled question.
"""

from __future__ import annotations

from answers.entries import Synonyms

_GROUPS = {
    "it": """
        incontro riunione serata appuntamento evento ritrovo assemblea raduno seduta
        inizia comincia parte attacca principia incomincia apre avvio inizio
        finisce termina chiude smette fine conclude finire
        dura durata durare
        macchina auto automobile vettura
        parcheggio posteggio parcheggiare posteggiare posteggi
        pullman autobus corriera bus navetta
        costo prezzo tariffa quota costare costa euro spesa
        pagare paga pagamento sborsare
        gratis gratuito gratuita libero gratuitamente
        iscrizione iscriversi iscrivere iscrivermi iscriverci registrarsi registrarmi segnarsi segnarmi
        prenotare prenotazione prenotarsi prenotarmi riservare
        bambini bimbi figli piccoli nipotini ragazzini bambino bimbo figlio neonato passeggino
        baby babysitter animazione
        carrozzina rotelle disabili disabile sedia handicap deambulatore barriere scooter
        scale gradini scalini scala rampa ascensore montascale
        bagno gabinetto toilette wc servizi cesso
        rinfresco buffet mangiare bere aperitivo apericena caffe cibo cena merenda spuntino
        cane cani cagnolino animali gatto
        telefono cellulare telefonino telefonare chiamare numero
        mail email posta
        sito web internet pagina
        foto fotografie fotografia fotografare
        registrazione registrare registrato video filmato
        diretta streaming zoom online remoto distanza
        materiale slide diapositive dispense presentazione documenti
        mappa cartina piantina maps
        posizione pin
        arrivare raggiungere andarci venirci arrivo
        strada indicazioni percorso tragitto
        treno stazione ferrovia
        sordo udito sentire orecchio apparecchio microfono
        interprete traduttore traduzione tradurre traduce
        relatori relatore ospiti parla interviene oratori
        posti capienza sedie sala
        ritardo tardi
        annullato annullare cancellato sospeso disdetto salta
        rinviato rimandato spostato posticipato cambia cambiato
        pioggia piove nevica neve maltempo
        promemoria avviso avvisami ricordamelo ricordami ricorda notifica avvisare avvertire
        cancellare eliminare rimuovere togliere
        litigio lite litigare litigano conflitto conflitti scontri contrasti
        coppia coppie coniugi marito moglie sposi
        separazione separarsi divorzio divorziare separati lasciarsi
        aziende imprese ditte fabbriche azienda impresa ditta
        soldi denaro fondi finanziamento finanziato
        lavoro impiego assumere posto
        volontario volontariato volontari
        attestato certificato diploma
        direttrice direttore capo dirige comanda
        giornalista giornale stampa intervista
        robot automatico umano
        privacy dati
        vestirsi vestito elegante abbigliamento vestire
        anziani anziano pensionati vecchi
        stupido scemo cretino idiota deficiente
    """,
    "en": """
        meeting evening event session gathering get-together meetup talk
        start begin kick open
        finish end close wrap over
        last duration long
        car vehicle drive
        park parking
        bus coach shuttle
        train station railway
        cost price fee charge pay
        free gratis
        register registration sign enrol book booking reserve reservation
        kid kids child children baby toddler son daughter
        creche childcare babysitting babysitter nursery
        wheelchair disabled accessible mobility scooter walker ramp
        stairs steps lift elevator
        toilet toilets loo restroom bathroom wc lavatory
        refreshments food drink drinks snack snacks coffee tea buffet biscuits eat cake
        dog dogs pet pets puppy
        phone telephone ring call
        mail email
        website site web page
        photo photos picture pictures
        video recording recorded record
        stream streaming online zoom live remotely
        slides handouts materials documents
        map maps pin location
        deaf hearing microphone loop
        interpreter translate translation translator
        speaker speakers guest
        seat seats capacity room
        late
        cancelled cancel
        postponed moved rescheduled changed change
        rain snow weather
        remind reminder reminders notify alert
        delete erase remove
        quarrel quarrels argue arguing conflict conflicts fight dispute disputes
        couple couples husband wife spouse partner
        separate separation separating divorce divorcing split
        company companies firm firms business businesses employer
        money funds funding funded
        job jobs vacancy vacancies hiring work
        volunteer volunteering
        certificate diploma attendance
        director boss head manager
        press journalist newspaper reporter
        robot machine bot human
        privacy data
        wear dress clothes
        stupid idiot dumb moron useless
        held hold takes
        address street
    """,
    "fr": """
        rencontre reunion soiree evenement rendez-vous assemblee
        commence debute demarre ouvre debut
        finit termine acheve fin
        dure duree
        voiture auto bagnole vehicule
        parking stationnement garer stationner parker
        bus car autocar navette
        train gare
        cout prix tarif coute cher
        payer payant paye paie
        gratuit gratos gratuite libre gratis
        inscription inscrire inscris inscrit enregistrer
        reserver reservation
        enfants gosses petits bebe enfant gamin gamins mioches
        garderie garde nounou
        fauteuil roulant handicape handicapes poussette pmr
        escaliers marches ascenseur rampe
        toilettes wc cabinets
        buffet manger boire collation boissons gouter apero cafe grignoter
        chien chiens animaux
        telephone appeler numero telephoner
        mail courriel email
        site web internet
        photos photo
        video enregistrement enregistree filmer filmee
        direct streaming zoom ligne distance
        documents diapos support supports
        carte plan maps
        malentendant sourd oreille entends sono micro
        interprete traduire traduction traducteur
        intervenants orateurs
        places place capacite salle
        retard
        annule annulee annuler annulez
        reporte reportee deplace change
        pluie neige pleut
        rappel rappels rappeler rappelle prevenir previens
        supprimer effacer effacez
        dispute disputes conflit conflits chamaille chamaillent
        couple couples mari femme epoux
        separation separer separent divorce divorcer
        entreprise entreprises boite boites societe
        argent fonds finance financement
        boulot emploi travail embauche
        benevole benevolat
        attestation certificat diplome
        directrice directeur patronne dirige
        presse journaliste journal
        robot automate humain
        donnees confidentialite
        habiller tenue habits
        idiot bete stupide nul andouille imbecile con
        adresse rue
    """,
}


def everyday(language: str) -> Synonyms:
    return tuple(tuple(line.split()) for line in _GROUPS.get(language, "").splitlines() if line.strip())
