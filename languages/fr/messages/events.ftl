# La fiche d’une rencontre : confirmations et calendrier.

card-confirmed = <i>Confirmée par les organisateurs le { $date }.</i>
reminder-confirmed = <i>Confirmée par les organisateurs.</i>
button-calendar = 📅 Calendrier
calendar-summary = Rencontre { $programme } à { $area }
calendar-alarm = Dans deux heures : rencontre { $programme } à { $area }
calendar-caption = Ouvrez ce fichier : la rencontre entre dans votre calendrier, avec un rappel deux heures avant.
calendar-caption-cancelled = La rencontre est annulée. Ouvrez ce fichier pour l’enlever de votre calendrier.

# --- pour les organisateurs : est-ce encore juste ?
right-ask =
    <b>Cette rencontre approche. Tout est encore juste ?</b>

    { $event }

    Si vous dites oui, la fiche dira que vous l’avez confirmée aujourd’hui.
button-right-yes = ✅ Oui, tout est juste
button-right-change = ✏️ Changer
right-done =
    ✅ Merci. À partir de maintenant la fiche et les rappels disent que vous l’avez confirmée.

    { $event }
right-stale = Entre-temps la rencontre a changé. La voici maintenant.
