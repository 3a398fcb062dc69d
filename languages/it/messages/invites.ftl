# Gli inviti a organizzare.

menu-invite = Invitare una persona a organizzare
invite-panel =
    <b>Un nuovo invito</b>

    <b>Nome:</b> { $name }
    <b>Ruolo:</b> { $role }
invite-no-name = <i>scrivimelo qui, se vuoi: lo vedranno i colleghi</i>
invite-role-owner = responsabile. Può fare tutto, anche invitare e togliere persone.
invite-role-organiser = organizzatore. Può fare tutto, tranne invitare e togliere persone.
invite-role-helper = aiutante. Può solo rispondere alle domande dei residenti.
invite-areas = <b>{ -area(form: "Other") }:</b> { $areas }
button-every-area = { -area(form: "All-other") }
button-issue-invite = ✅ Crea il link
button-invite = Invita una persona
invite-ready =
    ✅ <b>Il link è pronto.</b> Inoltra il messaggio qui sotto alla persona che inviti.

    Vale per una persona sola, fino a { $day } alle { $time }. Chi lo apre diventa { $rights }.
button-withdraw-invite = 🗑 Ritira l'invito
button-withdraw-invite-for = 🗑 Invito per { $name }
invite-someone = una persona
invite-to-forward =
    Ciao! Ti invito a organizzare con noi { -event(form: "the-other") } { $programme }
    Apri questo link e premi Avvia:
    { $link }
invite-withdrawn = 🗑 Invito ritirato: il link non funziona più.
invite-cancelled = ❌ Annullato: nessun invito.
invite-stale = Questo bottone è di una versione precedente dell'invito: usa quelli dell'ultimo messaggio.
invite-gone = Questo invito non c'è più: è stato accettato o ritirato, oppure è scaduto.
invite-not-valid =
    Questo link non è valido. Un invito si usa una volta sola, ed entro 48 ore.
    Chiedine uno nuovo a chi te l'ha mandato.
invite-own = Questo link è per la persona che inviti: inoltralo a lei. È ancora valido.
invite-already = Fai già parte di chi organizza: il link resta valido per un'altra persona.
invite-welcome =
    <b>Ciao { $name }, da ora organizzi anche tu.</b>
    Il tuo ruolo: { $rights }.
invite-accepted = ✅ { $name } ha accettato l'invito: ora è { $rights }.
