# Annunci, per gli organizzatori.

menu-announce = Scrivere un annuncio
announce-ask-text =
    <b>Un nuovo annuncio</b>

    Scrivi qui il testo, come vuoi che arrivi. Puoi usare grassetto e corsivo.
    Prima di mandarlo te lo faccio vedere: non parte niente senza la tua conferma.
announce-only-text = Per ora posso annunciare solo un testo. Scrivilo qui, per favore.
announce-preview = Ecco l'annuncio, come lo riceveranno:
announce-panel =
    <b>A chi:</b> { $audience }
    <b>Quante persone:</b> { $count }
    <b>Quando:</b> { $when }
announce-audience-all = tutti quelli che seguono un paese
announce-audience-towns = chi segue { $towns }
announce-when-now = appena confermi
announce-when-at = { $day } alle { $time } ({ $countdown })
announce-quiet = A quell'ora non disturbo nessuno: i messaggi partono { $day } alle { $time }.
announce-nobody = Adesso non c'è nessuno a cui mandarlo.
button-audience-all = { $chosen ->
    [yes] ● Tutti
   *[no] ○ Tutti
  }
button-audience-town = { $chosen ->
    [yes] ● { $town }
   *[no] ○ { $town }
  }
button-choose-time = 🕘 Scegli quando
button-send-now = 🕘 Subito, invece
button-edit-text = ✏️ Cambia il testo
button-confirm-send = ✅ { $count ->
    [one] Manda a 1 persona
   *[other] Manda a { $count } persone
  }
button-confirm-schedule = ✅ { $count ->
    [one] Programma per 1 persona
   *[other] Programma per { $count } persone
  }
button-cancel = ❌ Annulla
announce-ask-time =
    Quando deve partire? Scrivilo come lo diresti.
    Per esempio: «domani alle 18» oppure «23/10 18:30».
announce-time-unreadable = Non ho capito «{ $text }». Scrivi un giorno e un'ora, per esempio «domani alle 18».
announce-time-no-hour = Ho capito il giorno ({ $day }), ma non l'ora. Scrivi anche l'ora, per esempio «domani alle 18».
announce-time-past = Ho capito { $day } alle { $time }, ma è già passato. Scrivi un'ora che deve ancora venire.
announce-scheduled = ✅ <b>Programmato</b> per { $day } alle { $time }. { $count ->
    [one] Lo riceverà 1 persona.
   *[other] Lo riceveranno { $count } persone.
  } Ti mando un resoconto alla fine.
announce-sending = ✅ <b>In partenza</b> per { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }. Ti mando un resoconto alla fine.
announce-cancelled = ❌ Annullato. Non è partito niente.
announce-stale = Questo bottone è di una versione precedente dell'annuncio: usa quelli dell'ultimo messaggio.
announce-already-sent = Questo annuncio è già partito.
announce-report =
    <b>Annuncio consegnato</b>
    <i>{ $text }</i>

    Destinatari: { $targeted }
    Consegnati: { $sent }
    Hanno bloccato il bot: { $blocked }
    Non consegnati: { $failed }
    Saltati: { $skipped }{ $twice ->
    [0] {""}
   *[other] {""}
    Forse consegnati due volte: { $twice }
  }
