# Per chi prova il bot senza Telegram.

stop-evening-before = La sera prima di { $area }
stop-two-hours-before = Due ore prima di { $area }
stop-after = Dopo { -event(form: "the") } di { $area }
sandbox-organiser = organizzatrice
sandbox-resident = residente
sandbox-question = Dov’è { -event(form: "the") }?
sandbox-announce = /{ command-announce }
