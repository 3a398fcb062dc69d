# Dates et rencontres, pour les organisateurs.

dates-ask =
    <b>Les dates sont-elles justes ?</b>

    Le programme donne le jour et le mois, mais pas l’année. J’ai pensé à ces dates :

    { $events }

    Tant que vous ne les avez pas confirmées, je dis à tout le monde que la date reste à confirmer.
dates-line = • { $name } : { $brief }
button-confirm-dates = ✅ Oui, elles sont justes
dates-confirmed = ✅ C’est fait. Désormais, les dates sont confirmées par les organisateurs.
dates-nothing = Il n’y a aucune date à confirmer.
button-confirm-date = ✅ Juste { $name }, { $date }
button-change-dates = ✏️ Changer une date

date-full = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
  } { $month } { $year }
date-long = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
  } { $month }
date-short = { $day ->
    [1] 1er
   *[other] { $day }
  } { $month }
weekday-contradicts = « { $text } » ne va pas : ce jour-là est le { $day }. Récrivez-le avec le bon jour.

right-ask-day =
    <b>Bientôt, les { -event(form: "other") } que voici. Tout est encore juste ?</b>

    { $events }

    Si vous dites oui, leurs fiches diront que vous avez tout vérifié aujourd’hui.
button-right-all = ✅ Oui, tout est juste
right-done-day = ✅ Merci. À partir de maintenant, les fiches et les rappels disent que vous avez tout confirmé.

# --- pour ceux qui suivent : ce qui est nouveau
notice-new-together = 🔔 <b>De nouvelles dates de { $programme }</b>
