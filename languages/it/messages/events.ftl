# La scheda di un incontro: conferme e calendario.

card-confirmed = <i>Confermat{ -event-o } dagli organizzatori il { $date }.</i>
reminder-confirmed = <i>Confermat{ -event-o } dagli organizzatori.</i>
button-calendar = 📅 Calendario
calendar-summary = { event-headline }
calendar-cancelled = annullat{ -event-o }
calendar-alarm = Fra due ore: { event-plain }
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

# What an event is called: by its title or kind, else by the word for it and its area.

event-word = { -event(form: "One") }
event-headline =
    { $named ->
        [title] { $name }
        [none] { -event(form: "One") } { $programme }
       *[area] { -event(form: "One") } { $programme } a { $area }
    }
event-plain =
    { $named ->
        [title] { $name }
        [none] { -event } { $programme }
       *[area] { -event } { $programme } a { $area }
    }
event-the =
    { $named ->
        [title] «{ $name }»
        [none] { -event(form: "the") }
       *[area] { -event(form: "the") } di { $area }
    }
event-The =
    { $named ->
        [title] «{ $name }»
        [none] { -event(form: "The") }
       *[area] { -event(form: "The") } di { $area }
    }
event-to-the =
    { $named ->
        [title] a «{ $name }»
        [none] { -event(form: "to-the") }
       *[area] { -event(form: "to-the") } di { $area }
    }
event-on-the =
    { $named ->
        [title] su «{ $name }»
        [none] { -event(form: "on-the") }
       *[area] { -event(form: "on-the") } a { $area }
    }
event-the-programme =
    { $named ->
        [title] «{ $name }»
        [none] { -event(form: "the") } { $programme }
       *[area] { -event(form: "the") } { $programme } a { $area }
    }
event-The-programme =
    { $named ->
        [title] «{ $name }»
        [none] { -event(form: "The") } { $programme }
       *[area] { -event(form: "The") } { $programme } a { $area }
    }
event-a-new-programme =
    { $named ->
        [title] «{ $name }»
        [none] { -event(form: "a-new") } { $programme }
       *[area] { -event(form: "a-new") } { $programme } a { $area }
    }
event-A-new =
    { $named ->
        [title] { -event(form: "A-new") }: { $name }
        [none] { -event(form: "A-new") }
       *[area] { -event(form: "A-new") } a { $area }
    }
event-at =
    { $named ->
        [title] { " " }per «{ $name }»
        [none] { "" }
       *[area] { " " }a { $area }
    }
of-events =
    { $feed ->
        [area] { -event(form: "of-the-other") } a { $area }
       *[other] di «{ $area }»
    }
events-of =
    { $feed ->
        [area] { -event(form: "the-other") } a { $area }
       *[other] «{ $area }»
    }

# When it takes place: with an end, without, all day, until a later day.

event-when =
    { $hours ->
        [from-to] { $date }, dalle { $start } alle { $end }
        [from] { $date }, ore { $start }
        [until] da { $date } a { $until }
       *[all-day] { $date }, tutto il giorno
    }
event-times =
    { $hours ->
        [from-to] dalle { $start } alle { $end }
        [from] alle { $start }
        [until] fino a { $until }
       *[all-day] tutto il giorno
    }
event-brief =
    { $hours ->
        [from-to] { $date }, ore { $start }–{ $end }
        [from] { $date }, ore { $start }
        [until] { $date } – { $until }
       *[all-day] { $date }
    }

# The facts of a card, a line each; those that are not given are left out.

fact-when = <b>Quando:</b> { $value }
fact-where = <b>Dove:</b> { $value }
fact-online = <b>In rete:</b> { $value }
fact-access = <b>Accesso:</b> { $value }
fact-people = <b>Con:</b> { $value }
fact-note = <b>Nota:</b> { $value }
fact-price = <b>Costo:</b> { $value }
fact-booking = <b>Prenotazione:</b> { $value }
fact-booking-until = <b>Prenotazione</b> entro { $day }: { $value }
fact-contact = <b>Per informazioni:</b> { $value }
fact-link = { $value }
