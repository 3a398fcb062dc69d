# Pour essayer le bot sans Telegram.

stop-evening-before = La veille au soir : { $town }
stop-two-hours-before = Deux heures avant : { $town }
stop-after = Après la rencontre : { $town }
sandbox-organiser = organisatrice
sandbox-resident = habitant
