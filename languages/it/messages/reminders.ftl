# Promemoria: seguire un paese, quando essere avvisati, il promemoria stesso.

moment-today = oggi alle { $time }
moment-tomorrow = domani alle { $time }
moment = { $day } alle { $time }

lead-week_before = una settimana prima alle { $time }
lead-day_before = il giorno prima alle { $time }
lead-morning = la mattina stessa alle { $time }
lead-two_hours = due ore prima

# --- seguire e lasciare
card-following = 🔔 Segui questo paese. Quando avvisarti lo scegli tu: /promemoria
    .group = 🔔 Questo gruppo segue questo paese. Quando avvisarvi lo decidete voi: /promemoria
button-subscribe = 🔔 Avvisami
    .group = 🔔 Avvisaci
button-subscribe-area = 🔔 Promemoria per { $area }
button-unsubscribe = 🔕 Non avvisarmi più
    .group = 🔕 Non avvisarci più
button-unsubscribe-area = 🔕 Basta avvisi per { $area }
button-undo-unsubscribe = 🔔 Avvisami di nuovo
    .group = 🔔 Avvisaci di nuovo
button-leads = 🕘 { $area }: quando
subscribed = 🔔 <b>Fatto.</b> Ora segui gli incontri a { $area }.
    .group = 🔔 <b>Fatto.</b> Ora questo gruppo segue gli incontri a { $area }.
subscribed-when = L'incontro è { $day }, dalle { $start } alle { $end }, { $venue }, { $address }.
subscribed-when-unconfirmed = L'incontro è previsto { $day }, dalle { $start } alle { $end }, { $venue }, { $address }. La data è ancora da confermare.
subscribed-several = Gli incontri in programma sono questi:
subscribed-each = • { $day }, dalle { $start } alle { $end }, { $venue }, { $address }
subscribed-no-event = Per ora a { $area } non ci sono incontri in programma.
promise-leads = Quando ce n'è uno, ti avviso { $leads }.
    .group = Quando ce n'è uno, vi avviso qui { $leads }.
promise = Ti avviserò { $moments }.
    .group = Vi avviserò qui { $moments }.
promise-past = { $count ->
    [one] I promemoria per questo incontro sono già passati: segnati la data!
   *[other] I promemoria per questi incontri sono già passati: segnati le date!
}
    .group = I promemoria per questo incontro sono già passati: segnatevi la data!
promise-silent = Finché dura la pausa non ti avviso.
    .group = Finché dura la pausa non vi avviso.
promise-no-leads = Non hai scelto nessun promemoria: ti arrivano solo gli annunci degli organizzatori.
    .group = Non avete scelto nessun promemoria: vi scrivo solo se l'incontro cambia.
already-subscribed = Segui già { $area }.
    .group = Questo gruppo segue già { $area }.
unsubscribed = 🔕 Fatto. Non ti avviserò più degli incontri a { $area }.
    .group = 🔕 Fatto. Qui non vi avviserò più degli incontri a { $area }.
not-subscribed = Non segui { $area }: non c'è niente da cambiare.
    .group = Questo gruppo non segue { $area }: non c'è niente da cambiare.
stopped =
    🔕 Fatto. Non ti manderò più né promemoria né annunci.
    Se cambi idea, scrivi /incontri.
    .group =
        🔕 Fatto. In questo gruppo non manderò più promemoria.
        Se cambiate idea, scrivete /incontri.
stopped-nothing = Non ricevi promemoria né annunci: non c'è niente da fermare. Se vuoi cominciare, scrivi /incontri.
    .group = Questo gruppo non riceve promemoria: non c'è niente da fermare. Se volete cominciare, scrivete /incontri.

# --- /promemoria
reminders-title = <b>I tuoi promemoria</b>
    .group = <b>I promemoria di questo gruppo</b>
reminders-line = <b>{ $area }</b>: { $date }, ore { $start }
reminders-line-no-event = <b>{ $area }</b>: nessun incontro in programma per ora
reminders-leads = Ti avviso { $leads }.
    .group = Vi avviso { $leads }.
reminders-no-leads = Nessun promemoria: ti arrivano solo gli annunci.
    .group = Nessun promemoria: vi scrivo solo se l'incontro cambia.
reminders-how = Tocca un paese per scegliere quando avvisarti.
    .group = Chi amministra il gruppo può toccare un paese e scegliere quando avvisarvi.
reminders-none = Non segui ancora nessun paese. Tocca il nome di un paese: ti avviserò prima dell'incontro.
    .group = Questo gruppo non segue ancora nessun paese. Chi lo amministra può toccare il nome di un paese: vi avviserò qui prima dell'incontro.
leads-title = <b>Promemoria per { $area }</b>
leads-event = L'incontro è { $date }, alle { $start }.
leads-ask = Quando vuoi che ti avvisi? Tocca una riga per cambiare da no a sì, o da sì a no.
    .group = Quando volete che vi avvisi? Chi amministra il gruppo può toccare una riga per cambiare da no a sì, o da sì a no.
leads-next = Il prossimo promemoria arriva { $moment }.
leads-none-left = { $count ->
    [one] Per questo incontro non arrivano altri promemoria.
   *[other] Per questi incontri non arrivano altri promemoria.
}
button-lead = { $on ->
    [yes] ● Sì: { $lead }
   *[no] ○ No: { $lead }
  }
button-back-reminders = ↩️ I miei promemoria
    .group = ↩️ I promemoria del gruppo

# --- il promemoria
reminder =
    🔔 <b>{ $moment }: incontro { $programme } a { $area }</b>

    <b>Quando:</b> { $date }, dalle { $start } alle { $end }
    <b>Dove:</b> { $venue }, { $address }, { $area }
reminder-late = <i>Scusa, questo promemoria arriva in ritardo.</i>
reminder-more = … e { $count ->
    [one] un altro incontro
   *[other] altri { $count } incontri
}
button-map-area = 📍 Mappa: { $area }

# --- per gli organizzatori
missed =
    ⚠️ <b>Promemoria non partiti</b>

    Il bot era fermo, o Telegram non rispondeva. Questi promemoria non sono partiti in tempo, e ora l'incontro è già cominciato:

    { $lines }
missed-line = • { $area }, { $date }, ore { $start } ({ $lead }): { $people ->
    [one] 1 persona
   *[other] { $people } persone
  }
