# Le locandine.

menu-poster = Fare una locandina da stampare
poster-which = <b>Una locandina da stampare.</b> Di quale { -event }?
poster-gone = { -event(form: "This") } non è più in programma.
poster-unconfirmed = Questa data non è ancora confermata, e quello che è stampato non si corregge più. Confermala prima, poi chiedimi la locandina.
poster-not-installed = Qui non posso disegnare: mancano le librerie per le locandine. Chi gestisce il server le aggiunge con <code>pip install 'campanile-bot[posters]'</code> e riavvia il bot.
poster-caption = Da stampare su un foglio A4. Chi inquadra il codice apre { -event(form: "the") } qui su Telegram.
poster-invitation = { -event(form: "One") } { $programme } a
poster-scan = Inquadra il codice: ti ricordo { -event(form: "the") } e rispondo alle tue domande.
poster-without = Oppure cerca @{ $bot } su Telegram e scrivi: { $area }
