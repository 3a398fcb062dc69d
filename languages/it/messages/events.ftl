# La scheda di un incontro: conferme e calendario.

card-confirmed = <i>Confermato dagli organizzatori il { $date }.</i>
reminder-confirmed = <i>Confermato dagli organizzatori.</i>
button-calendar = 📅 Calendario
calendar-summary = Incontro { $programme } a { $area }
calendar-alarm = Fra due ore: incontro { $programme } a { $area }
calendar-caption = Apri questo file: l'incontro entra nel tuo calendario, con un promemoria due ore prima.
calendar-caption-cancelled = L'incontro è annullato. Apri questo file per toglierlo dal tuo calendario.

# --- per gli organizzatori: è ancora giusto?
right-ask =
    <b>Fra poco c'è questo incontro. È ancora tutto giusto?</b>

    { $event }

    Se mi dici di sì, la scheda dirà che l'avete confermato oggi.
button-right-yes = ✅ Sì, è tutto giusto
button-right-change = ✏️ Cambia
right-done =
    ✅ Grazie. Da ora la scheda e i promemoria dicono che l'avete confermato.

    { $event }
right-stale = Nel frattempo l'incontro è cambiato. Ecco com'è adesso.
