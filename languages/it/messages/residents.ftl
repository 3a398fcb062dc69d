# Parole per i residenti. Frasi brevi, il tu, niente gergo.

today = oggi
tomorrow = domani
in-days = fra { $days ->
    [one] un giorno
   *[other] { $days } giorni
  }{ $hours ->
    [0] {""}
    [one] {" "}e un'ora
   *[other] {" "}e { $hours } ore
  }
in-hours = fra { $hours ->
    [one] un'ora
   *[other] { $hours } ore
  }{ $minutes ->
    [0] {""}
    [one] {" "}e un minuto
   *[other] {" "}e { $minutes } minuti
  }
in-minutes = { $minutes ->
    [0] fra poco
    [one] fra un minuto
   *[other] fra { $minutes } minuti
  }

language-name = Italiano

# --- benvenuto e aiuto
welcome =
    <b>Ciao! Sono { -bot }.</b>
    Ti aiuto con { -event(form: "the-other") } del programma { $programme }

    Scegli { $named ->
        [area] { -area(form: "your") }
       *[other] { -event(form: "a") }
    } per vedere quando e dove. Oppure scrivimi una domanda, come la diresti a voce.
welcome-no-events =
    <b>Ciao! Sono { -bot }.</b>
    Ti aiuto con { -event(form: "the-other") } del programma { $programme }

    Per ora non ci sono { -event(form: "more-other") } in programma. Scrivimi pure una domanda, come la diresti a voce.
welcome-unknown-area = Il link che hai aperto parla di { -area(form: "a") } che non conosco. Ecco { -event(form: "the-other") } che conosco:
help =
    <b>Che cosa posso fare per te</b>

    • Dirti quando e dove sono { -event(form: "the-other") }: /{ command-events }
    • Ricordartel{ -event-i }, quando vuoi tu: /{ command-reminders }
    • Rispondere alle tue domande: scrivile qui, come le diresti a voce (oppure /{ command-ask })
    • Parlare un'altra lingua: /{ command-language }
    • Mostrarti che cosa so di te, e cancellarlo: /{ command-privacy }
    • Smettere di scriverti: /{ command-stop }

    Se una cosa non la so, te lo dico. E posso chiederla per te agli organizzatori.
    .group =
        <b>Che cosa posso fare in questo gruppo</b>

        • Dirvi quando e dove sono { -event(form: "the-other") }: /{ command-events }
        • Ricordarvel{ -event-i } qui, se chi amministra il gruppo lo vuole: /{ command-reminders }
        • Rispondere alle domande: scrivete /{ command-ask } e la domanda, oppure rispondete a un mio messaggio
        • Parlare un'altra lingua: /{ command-language }
        • Mostrarvi che cosa so di questo gruppo, e cancellarlo: /{ command-privacy }
        • Smettere di mandare promemoria qui: /{ command-stop }

        Se una cosa non la so, ve lo dico. E posso chiederla per voi agli organizzatori.
ask-me = Scrivimi la tua domanda, come la diresti a voce. Per esempio: «A che ora comincia?»

# --- incontri
events-title = <b>{ -event(form: "The-other") } { $programme }</b>
events-line =
    <b>{ $name }</b>
    { $brief }{ $place_line }
events-line-cancelled = <b>{ $name }</b>: annullat{ -event-o }. Era previst{ -event-o } { $date }.
events-none = Per ora non ci sono { -event(form: "other") } in programma. Se ne arrivano, l{ -event-i } trovi qui.
events-pick = Tocca { $named ->
        [area] { -area(form: "a") }
       *[other] { -event(form: "a") }
    } per i dettagli e per farti avvisare.
    .group = Tocca { $named ->
            [area] { -area(form: "a") }
           *[other] { -event(form: "a") }
        } per i dettagli.
card =
    <b>{ event-headline }</b>

    { $facts }
card-unconfirmed = <i>La data è ancora da confermare dagli organizzatori.</i>
card-cancelled = <b>Annullat{ -event-o }.</b> { -event(form: "This") } non si farà.
card-full = <b>Posti esauriti.</b>
card-moved = <b>Data, ora o luogo sono cambiati</b> rispetto al primo programma: valgono quelli scritti qui sopra.
card-over = { -event(form: "This") } c'è già stat{ -event-o }.
button-map = 📍 Mappa
button-events = ↩️ { -event(form: "All-other") }
button-show-events = Vedi { -event(form: "the-other") }
button-all-events = 📋 { -event(form: "All-other") }
button-event = { $name }, { $date }
button-event-timed = { $name }, { $date }, { $start }

# --- domande
not-sure = Non sono sicuro di aver capito. Intanto ecco quello che so.
did-you-mean-else = Se volevi sapere altro, è { $count ->
    [one] questa
   *[other] una di queste
}?
did-you-mean = Non ho capito bene. Intendevi { $count ->
    [one] questa
   *[other] una di queste
}?
button-none-of-these = { $count ->
    [one] No, altro
   *[other] Nessuna di queste
}
unknown =
    Questo non lo so, e non voglio tirare a indovinare.
    Posso passare la tua domanda agli organizzatori: ti rispondono qui.
unknown-or-one-of-these = Oppure intendevi { $count ->
    [one] questa
   *[other] una di queste
}?
unknown-nothing-asked = Scrivimi una domanda { -event(form: "on-the-other") }, come la diresti a voce. Per esempio: «Dove si fa { -event(form: "the") }?»
button-pass-on = ✉️ Chiedi agli organizzatori
passed-on = ✉️ Fatto. Ho passato la tua domanda agli organizzatori. Quando rispondono, ti scrivo qui.
pass-on-lost = Non trovo più la tua domanda. Scrivila di nuovo, per favore.
pass-on-not-yours = Può passarla agli organizzatori solo chi ha fatto la domanda.
already-passed-on = Ho già passato questa domanda agli organizzatori. Quando rispondono, ti scrivo qui.
answer-from-organisers =
    ✉️ <b>Gli organizzatori hanno risposto</b>

    Avevi chiesto: <i>{ $question }</i>

    { $answer }
correct-date = No, { event-the } è { $when }.
correct-time = No, { event-the } è { $times }, { $date }.
correct-venue = No: { event-the } è qui: { $place }.
correct-order = A { $area } in programma c'è { -event(form: "a") } sol{ -event-o }: { $when }.
correct-several = No. A { $area } { -event(form: "the-other") } sono quest{ -event-i }:
correct-area = A { $claimed } il programma { $programme } non ha { -event(form: "other") }. { -event(form: "The-other") } sono in { -area(form: "this-other") }:
correct-area-nowhere = A { $claimed } il programma { $programme } non ha { -event(form: "other") }. { -event(form: "The-other") } sono quest{ -event-i }:
correct-area-unnamed = In { -area(form: "that") } il programma { $programme } non ha { -event(form: "other") }. { -event(form: "The-other") } sono in { -area(form: "this-other") }:
correct-day = Per allora il programma { $programme } non ha { -event(form: "other") }. { -event(form: "The-other") } sono quest{ -event-i }:
correct-no-such-venue = In un posto così il programma { $programme } non ha { -event(form: "other") }. { -event(form: "The-other") } sono quest{ -event-i }:
correct-none-after = Dopo non c’è altro in programma. { -event(form: "The-other") } sono quest{ -event-i }:
correct-none-before = Prima non c’è altro in programma. { -event(form: "The-other") } sono quest{ -event-i }:
correct-measure = { -measure(form: "The-other") } di { $programme } sono { $count }: { -measure-il } numero { $number } non c'è.
no-event-ahead = A { $area } non ci sono { -event(form: "more-other") } in programma.
event-over = { event-The } di { $date } c'è già stat{ -event-o }.
event-called-off = { event-The } di { $date } è <b>annullat{ -event-o }</b>: non si farà.
events-elsewhere = { -event(form: "The-other") } in programma sono quest{ -event-i }:
ask-which-area = Di quale { -area } parli?

# --- lingua
choose-language = In quale lingua vuoi che ti scriva?
    .group = In quale lingua volete che scriva in questo gruppo?
language-chosen = Fatto: d'ora in poi ti scrivo in italiano.
    .group = Fatto: d'ora in poi qui scrivo in italiano.

# --- privacy
privacy =
    <b>Che cosa so di te</b>

    Tengo solo quello che serve:
    • il numero della tua chat su Telegram, la lingua, da quando mi scrivi e se mi hai bloccato, per scriverti;
    • { -area(form: "the-other") } che segui e quando vuoi essere avvisato, per i promemoria, e se hai chiesto una pausa;
    • quali messaggi ti ho mandato, per non mandarli due volte;
    • dove sono nella chat le ultime schede { -event(form: "of-the-other") }, per tenerle aggiornate;
    • se tocchi «Ci vengo», che vieni: fino alla fine { -event(form: "of-the") }, e per chiederti com'è andat{ -event-o }; poi resta solo il numero di tutti;
    • il voto che dai a { -event(form: "a") } e le parole che aggiungi: dopo tre giorni restano, ma nessuno sa più di chi sono;
    • per 15 minuti, l'argomento di cui parliamo, per capire domande come «e domani?», e che cosa aspetto che tu mi scriva;
    • le domande che mi chiedi di passare agli organizzatori, per farti avere la risposta. Loro leggono la domanda, non chi la fa. Se la risposta serve a tutti, la tengo con le parole della domanda, senza di te, finché non cancelli i tuoi dati.

    Non tengo il tuo nome, il tuo numero di telefono, né gli altri messaggi che mi scrivi. I messaggi passano da Telegram; non do niente a nessun altro.

    Puoi avere una copia dei tuoi dati, o cancellare tutto, quando vuoi.
button-export = Dammi i miei dati
    .group = Dacci i nostri dati
button-erase = 🗑 Cancella i miei dati
    .group = 🗑 Cancella i nostri dati
erase-ask =
    Vuoi davvero cancellare tutto quello che so di te?
    Perderai anche i promemoria che hai chiesto.
    .group =
        Volete davvero cancellare tutto quello che so di questo gruppo?
        Perderete anche i promemoria che avete chiesto.
button-erase-confirm = ✅ Sì, cancella tutto
button-back = ↩️ Indietro
button-never-mind = ❌ Lascia stare
never-mind = ❌ Va bene, lascio stare.
erased = Fatto. Ho cancellato tutto quello che sapevo di te. Se vuoi ricominciare, scrivi /{ command-start }.
    .group = Fatto. Ho cancellato tutto quello che sapevo di questo gruppo. Se volete ricominciare, scrivete /{ command-events }.
export-caption = Ecco tutto quello che so di te.
    .group = Ecco tutto quello che so di questo gruppo.

# --- casi particolari
unknown-command = Non conosco questo comando. Ecco che cosa so fare:
old-button = Questo bottone non funziona più. Ecco { -event(form: "the-other") } aggiornat{ -event-i }:
only-text = Capisco solo i messaggi scritti. Scrivimi una domanda, come la diresti a voce, oppure tocca qui sotto.
only-spoken-text = Mi dispiace, non so ascoltare i messaggi vocali. Scrivimi la domanda con parole tue, anche poche, oppure tocca qui sotto.
only-text-here = Qui i vocali non mi bastano: scrivimelo, per favore, oppure tocca qui sotto.
only-text-or-voice = Capisco i messaggi scritti e quelli vocali. Fammi una domanda come preferisci, oppure tocca qui sotto.
spoken-understood =
    Ho capito:
    <blockquote>{ $text }</blockquote>
spoken-unheard = { $reason ->
    [busy] In questo momento ho già molti messaggi vocali da ascoltare.
    [too_long] Ascolto i messaggi vocali che durano al massimo un minuto.
    [nothing_said] Nel tuo messaggio vocale non ho capito nessuna parola.
   *[failed] Scusa, non sono riuscito ad ascoltare il tuo messaggio vocale.
  } { $reason ->
    [too_long] Dimmelo in poche parole, oppure scrivimelo.
    [nothing_said] Prova a parlare più vicino al telefono, oppure scrivimelo.
   *[failed] Riprova fra un minuto, oppure scrivimelo.
  } Se c’è un pericolo, chiama subito { $emergency }.
perhaps-danger = ⚠️ Se qualcuno è in pericolo, chiama subito { $emergency }.
spoken-welcome = Sì: nella nostra chat puoi mandarmi messaggi vocali fino a un minuto. Ti scrivo che cosa ho capito, e la risposta. A voce non rispondo; foto e adesivi non li capisco.
privacy-spoken = I messaggi vocali li trasformo in parole qui, sul computer dove giro, senza mandarli ad altri; il suono non lo conservo.
flood = Mi hai scritto tante cose tutte insieme e non riesco a starti dietro. Aspetta un minuto, poi scrivimi di nuovo: ti rispondo volentieri.
something-went-wrong = Scusa, qualcosa non ha funzionato. Riprova fra un momento.
button-help = Che cosa sai fare?
button-reminders = I miei promemoria
    .group = I promemoria del gruppo
button-languages = Cambia lingua
button-privacy = Privacy

# --- profilo e menu dei comandi
profile-description =
    Sono { -bot }. Ti dico quando e dove sono { -event(form: "the-other") } { $programme }{ $count ->
        [0] {""}
       *[other] {" "}({ $areas })
    }, te l{ -event-i } ricordo e rispondo alle tue domande.
    Premi Avvia per cominciare.
profile-short-description = { -event(form: "Other") } { $programme }: quando, dove, promemoria e risposte.
menu-events = { -event(form: "The-other") }: quando e dove
menu-reminders = I miei promemoria
    .group = I promemoria del gruppo
menu-ask = Fare una domanda
menu-language = Cambiare lingua
menu-privacy = I miei dati
    .group = I dati del gruppo
menu-stop = Non ricevere più niente
    .group = Non ricevere più promemoria
menu-help = Che cosa posso fare

# --- durata: "due ore e mezza"
duration = { $hours ->
    [0] { $minutes } minuti
   *[other] { $hours ->
        [one] un'ora
        [2] due ore
        [3] tre ore
       *[other] { $hours } ore
      }{ $minutes ->
        [0] {""}
        [30] {" "}e mezza
       *[other] {" "}e { $minutes } minuti
      }
  }
events-unconfirmed = <i>Le date sono ancora da confermare dagli organizzatori.</i>
edit-is-command = Un comando scritto correggendo un messaggio non lo eseguo: mandamelo come messaggio nuovo.
edit-passed-on = ⚠️ Agli organizzatori ho passato la domanda com’era prima. Se è cambiata, passala di nuovo con ✉️.
edit-too-late = ⚠️ La correzione del tuo messaggio non conta: quello che avevi scritto è già confermato. Se serve, cambialo dall’inizio.
edit-too-late-announced = ⚠️ La correzione del tuo messaggio non conta per l’annuncio «{ $text }»: è già confermato. Puoi ancora cambiarlo da qui.
edit-not-taken = ⚠️ La correzione di queste parole non conta: per cambiare la didascalia usa ✏️ Cambia il contenuto.
