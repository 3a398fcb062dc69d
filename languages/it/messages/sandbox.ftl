# Per chi prova il bot senza Telegram.

stop-evening-before = La sera prima di { $town }
stop-two-hours-before = Due ore prima di { $town }
stop-after = Dopo l'incontro di { $town }
sandbox-organiser = organizzatrice
sandbox-resident = residente
