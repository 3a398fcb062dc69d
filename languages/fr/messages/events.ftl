# La fiche d’une rencontre : confirmations et calendrier.

card-confirmed = <i>Confirmé{ -event-e } par les organisateurs le { $date }.</i>
reminder-confirmed = <i>Confirmé{ -event-e } par les organisateurs.</i>
button-calendar = 📅 Calendrier
calendar-summary = { event-headline }
calendar-cancelled = annulé{ -event-e }
calendar-alarm = Dans deux heures : { event-plain }
calendar-caption = Ouvrez ce fichier : { -event(form: "the") } entre dans votre calendrier, avec un rappel deux heures avant.
calendar-caption-cancelled = { -event(form: "The") } est annulé{ -event-e }. Ouvrez ce fichier pour l’enlever de votre calendrier.

# --- pour les organisateurs : est-ce encore juste ?
right-ask =
    <b>{ -event(form: "This") } approche. Tout est encore juste ?</b>

    { $event }

    Si vous dites oui, la fiche dira que vous l’avez confirmé{ -event-e } aujourd’hui.
button-right-yes = ✅ Oui, tout est juste
button-right-change = ✏️ Changer
right-done =
    ✅ Merci. À partir de maintenant la fiche et les rappels disent que vous l’avez confirmé{ -event-e }.

    { $event }
right-stale = Entre-temps { -event(form: "the") } a changé. { -event-Le } voici maintenant.

# What an event is called: by its title or kind, else by the word for it and its area.

event-word = { -event(form: "One") }
event-headline =
    { $named ->
        [title] { $name }
        [none] { -event(form: "One") } { $programme }
       *[area] { -event(form: "One") } { $programme } à { $area }
    }
event-plain =
    { $named ->
        [title] { $name }
        [none] { -event } { $programme }
       *[area] { -event } { $programme } à { $area }
    }
event-the =
    { $named ->
        [title] « { $name } »
        [none] { -event(form: "the") }
       *[area] { -event(form: "the") } de { $area }
    }
event-The =
    { $named ->
        [title] « { $name } »
        [none] { -event(form: "The") }
       *[area] { -event(form: "The") } de { $area }
    }
event-to-the =
    { $named ->
        [title] à « { $name } »
        [none] { -event(form: "to-the") }
       *[area] { -event(form: "to-the") } de { $area }
    }
event-on-the =
    { $named ->
        [title] sur « { $name } »
        [none] sur { -event(form: "the") }
       *[area] sur { -event(form: "the") } à { $area }
    }
event-the-programme =
    { $named ->
        [title] « { $name } »
        [none] { -event(form: "the") } { $programme }
       *[area] { -event(form: "the") } { $programme } à { $area }
    }
event-The-programme =
    { $named ->
        [title] « { $name } »
        [none] { -event(form: "The") } { $programme }
       *[area] { -event(form: "The") } { $programme } à { $area }
    }
event-a-new-programme =
    { $named ->
        [title] « { $name } »
        [none] { -event(form: "a-new") } { $programme }
       *[area] { -event(form: "a-new") } { $programme } à { $area }
    }
event-A-new =
    { $named ->
        [title] { -event(form: "A-new") } : { $name }
        [none] { -event(form: "A-new") }
       *[area] { -event(form: "A-new") } à { $area }
    }
event-at =
    { $named ->
        [title] { " " }pour « { $name } »
        [none] { "" }
       *[area] { " " }à { $area }
    }
of-events =
    { $feed ->
        [area] pour { -event(form: "the-other") } à { $area }
       *[other] pour « { $area } »
    }
events-of =
    { $feed ->
        [area] { -event(form: "the-other") } à { $area }
       *[other] « { $area } »
    }

# When it takes place: with an end, without, all day, until a later day.

event-when =
    { $hours ->
        [from-to] { $date }, de { $start } à { $end }
        [from] { $date }, à { $start }
        [until] du { $date } au { $until }
       *[all-day] { $date }, toute la journée
    }
event-times =
    { $hours ->
        [from-to] de { $start } à { $end }
        [from] à { $start }
        [until] jusqu’au { $until }
       *[all-day] toute la journée
    }
event-brief =
    { $hours ->
        [from-to] { $date }, { $start }–{ $end }
        [from] { $date }, { $start }
        [until] { $date } – { $until }
       *[all-day] { $date }
    }

# The facts of a card, a line each; those that are not given are left out.

fact-when = <b>Quand :</b> { $value }
fact-where = <b>Où :</b> { $value }
fact-online = <b>En ligne :</b> { $value }
fact-access = <b>Accès :</b> { $value }
fact-people = <b>Avec :</b> { $value }
fact-note = <b>Note :</b> { $value }
fact-price = <b>Prix :</b> { $value }
fact-booking = <b>Réservation :</b> { $value }
fact-booking-until = <b>Réservation</b> jusqu’au { $day } : { $value }
fact-contact = <b>Renseignements :</b> { $value }
fact-link = { $value }
