# «Ci vengo», e com'è andata.

button-come = Ci vengo
button-not-coming = Non ci vengo più
attendance-coming = Segnato: vieni { event-to-the }. Gli organizzatori sanno quante persone vengono, non chi.
attendance-not-coming = Tolto: non vieni { event-to-the }.
attendance-over = { -event(form: "This") } non è più in programma.
feedback-question =
    <b>Com'è andat{ -event-o } { event-the }?</b>

    Avevi detto che venivi, { $date }. Tocca un voto: 1 vuol dire per niente bene, 5 vuol dire molto bene.
    Gli organizzatori leggono le risposte senza sapere di chi sono.
button-not-there = Alla fine non c'ero
feedback-thanks = Grazie! Hai dato { $rating } su 5. Se vuoi dire di più agli organizzatori, tocca il bottone qui sotto.
button-comment = ✏️ Aggiungi due parole
feedback-not-there = Grazie di avermelo detto.
feedback-ask-comment = Scrivi qui le tue due parole. Gli organizzatori le leggono senza sapere di chi sono: non scrivere il tuo nome.
feedback-comment-kept = Grazie! Le farò leggere agli organizzatori.
feedback-comment-too-long = È un po' troppo lungo: { $length } caratteri, al massimo { $limit }. Accorcialo e mandamelo di nuovo.
feedback-closed = Le risposte per { -event(form: "this") } sono chiuse.
feedback-summary =
    <b>Com'è andat{ -event-o } { event-the }</b>
    { $date }

    { $count ->
    [one] Aveva detto «Ci vengo» 1 persona.
   *[other] Avevano detto «Ci vengo» { $count } persone.
  }
feedback-average = { $count ->
    [one] Ha dato un voto 1 persona
   *[other] Hanno dato un voto { $count } persone
  }. Voto medio: { $average } su 5.
feedback-line = • voto { $rating }: { $count }
feedback-absent = { $count ->
    [one] 1 persona ha risposto che alla fine non c'era.
   *[other] { $count } persone hanno risposto che alla fine non c'erano.
  }
feedback-comments = <b>Hanno scritto:</b>
feedback-comment = • <i>{ $text }</i>
feedback-more = { $count ->
    [one] e 1 altro commento.
   *[other] e altri { $count } commenti.
  }
