# Promemoria: seguire un paese, quando essere avvisati, il promemoria stesso.

moment-today = oggi alle { $time }
moment-tomorrow = domani alle { $time }
moment = { $day } alle { $time }

lead-week_before = una settimana prima alle { $time }
lead-day_before = il giorno prima alle { $time }
lead-morning = la mattina stessa alle { $time }
lead-two_hours = due ore prima

# --- seguire e lasciare
card-following = 🔔 Segui { -area(form: "this") }. Quando avvisarti lo scegli tu: /{ command-reminders }
    .group = 🔔 Questo gruppo segue { -area(form: "this") }. Quando avvisarvi lo decidete voi: /{ command-reminders }
button-subscribe = 🔔 Avvisami
    .group = 🔔 Avvisaci
button-subscribe-area = 🔔 Promemoria per { $area }
button-unsubscribe = 🔕 Non avvisarmi più
    .group = 🔕 Non avvisarci più
button-unsubscribe-area = 🔕 Basta avvisi per { $area }
button-undo-unsubscribe = 🔔 Avvisami di nuovo
    .group = 🔔 Avvisaci di nuovo
button-leads = 🕘 { $area }: quando
subscribed = 🔔 <b>Fatto.</b> Ora segui { events-of }.
    .group = 🔔 <b>Fatto.</b> Ora questo gruppo segue { events-of }.
subscribed-when =
    { $named ->
        [title] <b>{ $name }</b>: { $day }, { $times }{ $placed }.
       *[other] { -event(form: "The") } è { $day }, { $times }{ $placed }.
    }
subscribed-when-unconfirmed =
    { $named ->
        [title] <b>{ $name }</b>: { $day }, { $times }{ $placed }. La data è ancora da confermare.
       *[other] { -event(form: "The") } è previst{ -event-o } { $day }, { $times }{ $placed }. La data è ancora da confermare.
    }
subscribed-several = { -event(form: "The-other") } in programma sono quest{ -event-i }:
subscribed-each = • <b>{ $name }</b>: { $day }, { $times }{ $placed }
subscribed-more = … +{ $count }
subscribed-no-event = Per ora a { $area } non ci sono { -event(form: "other") } in programma.
promise-leads = Quando ce n'è un{ -event-o }, ti avviso { $leads }.
    .group = Quando ce n'è un{ -event-o }, vi avviso qui { $leads }.
promise = Ti avviserò { $moments }.
    .group = Vi avviserò qui { $moments }.
promise-each = Ti avviserò ogni volta: la prima { $moment }.
    .group = Vi avviserò qui ogni volta: la prima { $moment }.
promise-past = { $count ->
    [one] I promemoria per { -event(form: "this") } sono già passati: segnati la data!
   *[other] I promemoria per { -event(form: "this-other") } sono già passati: segnati le date!
}
    .group = I promemoria per { -event(form: "this") } sono già passati: segnatevi la data!
promise-silent = Finché dura la pausa non ti avviso.
    .group = Finché dura la pausa non vi avviso.
promise-no-leads = Non hai scelto nessun promemoria: ti arrivano solo gli annunci degli organizzatori.
    .group = Non avete scelto nessun promemoria: vi scrivo solo se { -event(form: "the") } cambia.
already-subscribed = Segui già { $area }.
    .group = Questo gruppo segue già { $area }.
unsubscribed = 🔕 Fatto. Non ti avviserò più { of-events }.
    .group = 🔕 Fatto. Qui non vi avviserò più { of-events }.
not-subscribed = Non segui { $area }: non c'è niente da cambiare.
    .group = Questo gruppo non segue { $area }: non c'è niente da cambiare.
stopped =
    🔕 Fatto. Non ti manderò più né promemoria né annunci.
    Se cambi idea, scrivi /{ command-events }.
    .group =
        🔕 Fatto. In questo gruppo non manderò più promemoria.
        Se cambiate idea, scrivete /{ command-events }.
stopped-nothing = Non ricevi promemoria né annunci: non c'è niente da fermare. Se vuoi cominciare, scrivi /{ command-events }.
    .group = Questo gruppo non riceve promemoria: non c'è niente da fermare. Se volete cominciare, scrivete /{ command-events }.

# --- /promemoria
reminders-title = <b>I tuoi promemoria</b>
    .group = <b>I promemoria di questo gruppo</b>
reminders-line = <b>{ $name }</b>: { $brief }
reminders-line-no-event = <b>{ $area }</b>: { -event(form: "no") } in programma per ora
reminders-leads = Ti avviso { $leads }.
    .group = Vi avviso { $leads }.
reminders-no-leads = Nessun promemoria: ti arrivano solo gli annunci.
    .group = Nessun promemoria: vi scrivo solo se { -event(form: "the") } cambia.
reminders-how = Tocca { -area(form: "a") } per scegliere quando avvisarti.
    .group = Chi amministra il gruppo può toccare { -area(form: "a") } e scegliere quando avvisarvi.
reminders-none = Non segui ancora { -area(form: "no") }. Tocca il nome di { -area(form: "a") }: ti avviserò prima { -event(form: "of-the") }.
    .group = Questo gruppo non segue ancora { -area(form: "no") }. Chi lo amministra può toccare il nome di { -area(form: "a") }: vi avviserò qui prima { -event(form: "of-the") }.
leads-title = <b>Promemoria per { $area }</b>
leads-event = { -event(form: "The") } è { $brief }.
leads-ask = Quando vuoi che ti avvisi? Tocca una riga per cambiare da no a sì, o da sì a no.
    .group = Quando volete che vi avvisi? Chi amministra il gruppo può toccare una riga per cambiare da no a sì, o da sì a no.
leads-next = Il prossimo promemoria arriva { $moment }.
leads-none-left = { $count ->
    [one] Per { -event(form: "this") } non arrivano altri promemoria.
   *[other] Per { -event(form: "this-other") } non arrivano altri promemoria.
}
button-lead = { $on ->
    [yes] ● Sì: { $lead }
   *[no] ○ No: { $lead }
  }
button-back-reminders = ↩️ I miei promemoria
    .group = ↩️ I promemoria del gruppo

# --- il promemoria
reminder =
    🔔 <b>{ $moment }: { event-plain }</b>

    { $lines }
reminder-late = <i>Scusa, questo promemoria arriva in ritardo.</i>
reminder-more = … e { $count ->
    [one] { -event(form: "another") }
   *[other] altr{ -event-i } { $count } { -event(form: "other") }
}
button-map-area = 📍 Mappa: { $area }

# --- per gli organizzatori
missed =
    ⚠️ <b>Promemoria non partiti</b>

    Il bot era fermo, o Telegram non rispondeva. Questi promemoria non sono partiti in tempo, e ora { -event(form: "the") } è già cominciat{ -event-o }:

    { $lines }
missed-line = • { $name }, { $brief } ({ $lead }): { $people ->
    [one] 1 persona
   *[other] { $people } persone
  }
