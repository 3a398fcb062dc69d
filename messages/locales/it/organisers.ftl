# Parole per gli organizzatori.

not-organiser = Questo comando è per gli organizzatori.
not-owner = Questo lo può fare solo un responsabile.
not-your-town = Questo riguarda un paese che non è tra i tuoi: lo può fare chi se ne occupa.
help-organiser = <b>Per gli organizzatori</b>
knowledge-broken = ⚠️ Ho trovato un errore nei testi delle risposte e continuo con quelli di prima. { $problem }
