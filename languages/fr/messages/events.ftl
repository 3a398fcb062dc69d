# La fiche d’une rencontre : confirmations et calendrier.

card-confirmed = <i>Confirmé{ -event-e } par les organisateurs le { $date }.</i>
reminder-confirmed = <i>Confirmé{ -event-e } par les organisateurs.</i>
button-calendar = 📅 Calendrier
calendar-summary = { -event(form: "One") } { $programme } à { $area }
calendar-alarm = Dans deux heures : { -event } { $programme } à { $area }
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
