# Pour essayer le bot sans Telegram.

stop-evening-before = La veille au soir : { $area }
stop-two-hours-before = Deux heures avant : { $area }
stop-after = Après { -event(form: "the") } : { $area }
sandbox-organiser = organisatrice
sandbox-resident = habitant
sandbox-question = Où a lieu { -event(form: "the") } ?
sandbox-announce = /{ command-announce }
