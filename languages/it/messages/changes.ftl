# Cambiare gli incontri: per gli organizzatori, e gli avvisi a chi segue un paese.

menu-edit = Cambiare { -event(form: "a") }

# --- scegliere
edit-which = <b>Quale { -event } vuoi cambiare?</b>
edit-nothing = Non ci sono { -event(form: "other") } in programma che puoi cambiare. Puoi crearne un{ -event-o } nuov{ -event-o }.
button-edit-event = { $name }, { $date }
button-edit-unconfirmed = { $name }, { $date }?
button-edit-cancelled = ❌ { $name }, { $date }
button-confirm-all-dates = ✅ Le date sono tutte giuste
button-new-event = Nuov{ -event-o } { -event }
button-edit-list = ↩️ { -event(form: "All-other") }

# --- che cosa
edit-facts =
    <b>{ event-headline }</b>
    { $lines }
edit-event =
    { $event }

    { $count ->
    [0] Per ora nessuno segue { -area(form: "this") }.
    [one] Chi segue { -area(form: "this") }: 1 persona.
   *[other] Chi segue { -area(form: "this") }: { $count } persone.
  } Che cosa vuoi cambiare?
button-field-day = 🕘 Giorno
button-field-hours = 🕘 Orario
button-field-when = 🕘 Giorno e ora
button-field-venue = 📍 Luogo
button-field-note = ✏️ Nota
button-field-nonote = 🗑 Togli la nota
button-field-cancel = ❌ Annulla { -event(form: "the") }
button-field-revive = ✅ { -event(form: "The") } si fa
button-field-more = ✏️ Cambia anche altro
button-field-back = ↩️ Indietro
button-field-newvenue = ✏️ Un altro posto
button-field-address = ✏️ Correggi nome o indirizzo
button-right = ✅ È tutto giusto

# --- scrivere
edit-ask-day =
    Che giorno? Adesso è { $date }.
    Scrivilo come lo diresti: «24 ottobre», «venerdì», «una settimana dopo».
edit-ask-hours =
    A che ora? Adesso è { $times }.
    Scrivilo come lo diresti: «dalle 18 alle 20.30», «alle 19», «un'ora dopo».
edit-ask-note =
    Scrivi la nota: tutti la leggono nella scheda { -event(form: "of-the") } e nei promemoria.
    Per esempio: «Entrata dal cortile».
edit-ask-newvenue =
    Scrivi il nome del posto e l'indirizzo, separati da una virgola.
    Per esempio: «Sala Rossa, via Roma 1».
edit-ask-address =
    Adesso è: { $place }.
    Scrivi il nome giusto e l'indirizzo giusto, separati da una virgola. Vale per { -event(form: "all-other") } in questo posto.
edit-venue = Dove si fa { event-the }?
edit-more =
    { $event }

    Non ho ancora salvato niente. Che cos'altro vuoi cambiare?
edit-same = È già così: non c'è niente da salvare.
edit-unreadable = Non ho capito «{ $text }». Scrivi un giorno o un'ora, per esempio «24 ottobre» oppure «dalle 18 alle 20.30».
edit-only-day = Qui cambia solo il giorno, e l'ora resta com'è. Scrivi solo il giorno, per esempio «24 ottobre»; per l'ora tocca 🕘 Orario.
edit-only-hours = Qui cambia solo l'ora, e il giorno resta com'è. Scrivi solo l'ora, per esempio «dalle 18 alle 20.30»; per il giorno tocca 🕘 Giorno.
edit-past = Ho capito { $day } alle { $time }, ma è già passato. Scrivi un momento che deve ancora venire.
edit-end-first = Ho capito dalle { $start } alle { $end }, ma la fine viene prima dell'inizio. Scrivi di nuovo l'orario, per esempio «dalle 18 alle 20.30».
edit-no-day = Ho capito l'ora, ma non il giorno. Scrivi tutti e due, per esempio «24 ottobre dalle 18 alle 20.30».
edit-no-hours = Ho capito il giorno, ma non l'ora. Scrivi tutti e due, per esempio «24 ottobre dalle 18 alle 20.30».
edit-no-address = Ho capito solo «{ $text }». Scrivi il nome del posto e l'indirizzo, separati da una virgola, per esempio «Sala Rossa, via Roma 1».
edit-too-long = Il testo è troppo lungo: { $length } caratteri, al massimo { $limit }. Accorcialo e mandamelo di nuovo.

# --- prima e adesso
edit-change =
    <b>Ecco che cosa cambia{ event-at }:</b>

    { $changes }

    Non ho ancora salvato niente.
edit-advise-telling = { $count ->
    [0] Ti consiglio di avvisare chi segue { $area }: per ora solo gruppi.
    [one] Ti consiglio di avvisare chi segue { $area }: 1 persona.
   *[other] Ti consiglio di avvisare chi segue { $area }: { $count } persone.
  }
edit-advise-silence = { $count ->
    [0] Non serve avvisare chi segue { $area } (per ora solo gruppi): chi apre la scheda vede la novità.
    [one] Non serve avvisare chi segue { $area } (1 persona): chi apre la scheda vede la novità.
   *[other] Non serve avvisare chi segue { $area } ({ $count } persone): chi apre la scheda vede la novità.
  }
edit-nobody = Nessuno segue { $area } per ora: non c'è nessuno da avvisare.
edit-quiet = A quest'ora non disturbo nessuno: se avvisi, l'avviso parte { $day } alle { $time }.
edit-wakes = { -event(form: "The") } è vicin{ -event-o }: se avvisi, l'avviso parte subito, anche se è notte.
button-save = ✅ Salva
button-save-silently = ✅ Salva, senza avvisare
button-save-and-tell = ✅ { $count ->
    [0] Salva e avvisa i gruppi
    [one] Salva e avvisa 1 persona
   *[other] Salva e avvisa { $count } persone
  }
button-create = ✅ Crea { -event(form: "the") }
button-create-silently = ✅ Crea, senza avvisare
button-create-and-tell = ✅ { $count ->
    [0] Crea e avvisa i gruppi
    [one] Crea e avvisa 1 persona
   *[other] Crea e avvisa { $count } persone
  }
button-drop-change = ❌ Lascia tutto com'era
edit-dropped = ❌ Ho lasciato tutto com'era.
edit-saved =
    ✅ <b>Salvato.</b>

    { $event }
edit-created =
    ✅ <b>Creato.</b>

    { $event }
edit-telling = { $count ->
    [0] Sto avvisando i gruppi.
    [one] Sto avvisando 1 persona.
   *[other] Sto avvisando { $count } persone.
  }
edit-telling-later = { $count ->
    [0] Avviso i gruppi { $day } alle { $time }.
    [one] Avviso 1 persona { $day } alle { $time }.
   *[other] Avviso { $count } persone { $day } alle { $time }.
  }
edit-not-telling = Non avviso nessuno. Le schede e i promemoria sono già aggiornati.
edit-stale = Questo bottone è di una versione precedente: usa quelli dell'ultimo messaggio.
edit-conflict = Nel frattempo un'altra persona ha cambiato { -event(form: "this") }. Non ho salvato niente. Ecco com'è adesso:
edit-not-yours = { -event(form: "This") } non è fra quell{ -event-i } che segui tu.
edit-gone = { -event(form: "This") } non c'è più, o è già passat{ -event-o }.

# --- un incontro nuovo
edit-new-area = In quale { -area } è { -event(form: "the-new") }?
edit-new-when =
    <b>{ event-A-new }</b>

    Quando sarà? Scrivi il giorno e l'ora, per esempio «24 ottobre dalle 18 alle 20.30».
edit-new =
    <b>Ecco { -event(form: "the-new") }:</b>

    { $event }

    Non ho ancora salvato niente.

# --- avvisi a chi segue un paese
changed-cancelled = ❌ <b>Annullat{ -event-o }: { event-the-programme } non si farà.</b> Era previst{ -event-o } { $old_when }.
changed-revived = ✅ <b>{ event-The-programme } si farà.</b> Era stat{ -event-o } annullat{ -event-o }.
changed-day = <b>Nuova data{ event-at }: { $when }.</b> Prima era { $old_when }.
changed-hours = <b>Nuovo orario{ event-at }: { $times }.</b> Prima era { $old_times }.
changed-venue = <b>Nuovo luogo{ event-at }: { $place }.</b> Prima era { $old_place }.
changed-address = <b>Il luogo giusto{ event-at }: { $place }.</b> Prima avevo scritto { $old_place }.
changed-note = <b>Una nota { event-on-the }:</b> { $note }
changed-note-gone = La nota { event-on-the } non vale più.
notice-event =
    <b>{ event-headline }</b>
    { $lines }
notice-after-cancelled = Se ci sarà { -event(form: "another") }{ event-at }, ti avviso qui.
notice-new =
    🔔 <b>C'è { event-a-new-programme }</b>

    { $lines }
notice-none-ahead =
    Per ora a { $area } non ci sono { -event(form: "more-other") } { $programme }
    Se ne arriva un{ -event-o } nuov{ -event-o }, ti avviso qui.

# --- registro
audit-event-changed = ha cambiato { event-the } ({ $what }){ $count ->
    [0] {""}
    [one] {""}, e ha avvisato 1 persona
   *[other] {""}, e ha avvisato { $count } persone
  }
audit-event-created = ha creato { -event(form: "a") } a { $area } ({ $what }){ $count ->
    [0] {""}
    [one] {""}, e ha avvisato 1 persona
   *[other] {""}, e ha avvisato { $count } persone
  }
audit-event-cancelled = ha annullato { event-the } ({ $what }){ $count ->
    [0] {""}
    [one] {""}, e ha avvisato 1 persona
   *[other] {""}, e ha avvisato { $count } persone
  }
audit-event-confirmed = ha confermato { event-the } ({ $what })

# --- a name in a list of many pages
find-ask = 🔎 Scrivi una parte del nome, e apro la pagina dove si trova.
find-none = Con questo nome non ho trovato nulla. Prova con un'altra parte.
