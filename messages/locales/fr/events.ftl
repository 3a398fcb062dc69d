# La fiche d'une rencontre : confirmations et calendrier.

card-confirmed = <i>Confirmée par les organisateurs le { $date }.</i>
reminder-confirmed = <i>Confirmée par les organisateurs.</i>
button-calendar = 📅 Calendrier
calendar-summary = Rencontre { $programme } à { $town }
calendar-alarm = Dans deux heures : rencontre { $programme } à { $town }
calendar-caption = Ouvre ce fichier : la rencontre entre dans ton calendrier, avec un rappel deux heures avant.
calendar-caption-cancelled = La rencontre est annulée. Ouvre ce fichier pour l'enlever de ton calendrier.

# --- pour les organisateurs : est-ce encore juste ?
right-ask =
    <b>Cette rencontre approche. Tout est encore juste ?</b>

    { $event }

    Si tu dis oui, les rappels diront que vous l'avez confirmée.
button-right-yes = ✅ Oui, tout est juste
button-right-change = ✏️ Changer
right-done =
    ✅ Merci. À partir de maintenant la fiche et les rappels disent que vous l'avez confirmée.

    { $event }
right-stale = Entre-temps la rencontre a changé. La voici maintenant.
