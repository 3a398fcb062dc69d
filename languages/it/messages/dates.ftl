# Date e incontri, per gli organizzatori.

dates-ask =
    <b>Le date sono giuste?</b>

    Il programma dice il giorno e il mese, ma non l'anno. Ho pensato a queste date:

    { $events }

    Finché non le confermi, dico a tutti che la data è da confermare.
dates-line = • { $name }: { $brief }
button-confirm-dates = ✅ Sì, sono giuste
dates-confirmed = ✅ Fatto. Da ora le date risultano confermate dagli organizzatori.
dates-nothing = Non c'è nessuna data da confermare.
button-confirm-date = ✅ Solo { $name }, { $date }
button-change-dates = ✏️ Cambia una data

date-full = { $weekday } { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month }
date-short = { $day } { $month }
weekday-contradicts = «{ $text }» non torna: quel giorno è { $day }. Scrivimelo di nuovo, con il giorno giusto.

right-ask-day =
    <b>Si avvicinano quest{ -event-i } { -event(form: "other") }. È ancora tutto giusto?</b>

    { $events }

    Se mi dici di sì, le schede diranno che avete controllato tutto oggi.
button-right-all = ✅ Sì, tutto è giusto
right-done-day = ✅ Grazie. Da ora le schede e i promemoria dicono che avete confermato tutto.

# --- per chi segue: che cosa c'è di nuovo
notice-new-together = 🔔 <b>Nuov{ -event-i } { -event(form: "other") } { $programme }</b>
