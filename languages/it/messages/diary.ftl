# L’agenda degli organizzatori.

menu-diary = Vedere che cosa parte nei prossimi giorni
diary-title = <b>Che cosa parte</b> ({ $count })
diary-how = Tocca un numero per vederlo, cambiarlo o non mandarlo.
diary-empty = <b>Che cosa parte</b>

    Niente in programma.
diary-reminder =
    <b>{ $number }. { $day }, { $time }</b> ({ $countdown })
    🔔 Promemoria, { $area }: { $lead }
    { $count ->
        [one] A 1 persona
       *[other] A { $count } persone
    }
diary-announcement =
    <b>{ $number }. { $day }, { $time }</b> ({ $countdown }){ $repeats ->
    [yes] {" "}🔁
   *[no] {""}
  }
    { $text }
    A { $count ->
        [one] 1 persona
       *[other] { $count } persone
    }: { $audience }{ $state ->
    [prepared] {""}
    👀 <i>Preparato: parte solo se lo approvi.</i>
    [draft] {""}
    ✏️ <i>Bozza: parte solo se la confermi.</i>
    [approval] {""}
    👀 <i>Aspetta il sì di una seconda persona.</i>
    [paused] {""}
    ⏸ <i>In pausa: riparte solo se lo fai riprendere.</i>
    [leaving] {""}
    📤 <i>Sta partendo.</i>
   *[scheduled] {""}
  }
button-archive = 📜 Già partiti
button-diary = ↩️ Agenda
archive-title = <b>Già partiti</b> ({ $count })
archive-empty = <b>Già partiti</b>

    Non è ancora partito nessun annuncio.
archive-line = <b>{ $number }. { $day }, { $time }</b>{ $state ->
    [stopped] {" "}⏹ fermato
    [withdrawn] {" "}🗑 ritirato
   *[done] {""}
  }
    { $text }
diary-reminder-open = ⬆️ Questo promemoria parte { $day } alle { $time }. { $count ->
    [one] Lo riceve 1 persona.
   *[other] Lo ricevono { $count } persone.
  }
button-call-off = ❌ Non mandarlo
diary-gone = Questo promemoria è già partito, o { -event(form: "the") } è cambiat{ -event-o }. Apri di nuovo /{ command-diary }.
reminder-called-off = ❌ Va bene: questo promemoria non parte. Gli altri restano.
audit-reminder-called-off = ha deciso di non mandare un promemoria per { $area }
