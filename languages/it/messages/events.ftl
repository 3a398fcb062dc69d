# La scheda di un incontro: conferme e calendario.

card-confirmed = <i>Confermat{ -event-o } dagli organizzatori il { $date }.</i>
reminder-confirmed = <i>Confermat{ -event-o } dagli organizzatori.</i>
button-calendar = 📅 Calendario
calendar-summary = { -event(form: "One") } { $programme } a { $area }
calendar-alarm = Fra due ore: { -event } { $programme } a { $area }
calendar-caption = Apri questo file: { -event(form: "the") } entra nel tuo calendario, con un promemoria due ore prima.
calendar-caption-cancelled = { -event(form: "The") } è annullat{ -event-o }. Apri questo file per toglierl{ -event-o } dal tuo calendario.

# --- per gli organizzatori: è ancora giusto?
right-ask =
    <b>Fra poco c'è { -event(form: "this") }. È ancora tutto giusto?</b>

    { $event }

    Se mi dici di sì, la scheda dirà che l'avete confermat{ -event-o } oggi.
button-right-yes = ✅ Sì, è tutto giusto
button-right-change = ✏️ Cambia
right-done =
    ✅ Grazie. Da ora la scheda e i promemoria dicono che l'avete confermat{ -event-o }.

    { $event }
right-stale = Nel frattempo { -event(form: "the") } è cambiat{ -event-o }. Ecco com'è adesso.
