# Il bot nei gruppi e nei canali.

group-introduction =
    <b>Ciao a tutti! Sono { -bot }.</b>
    Vi dico quando e dove sono { -event(form: "the-other") } del programma { $programme } e, se volete, ve l{ -event-i } ricordo qui.

    Qui nel gruppo rispondo solo ai comandi (per esempio /{ command-events }, o /{ command-ask } e la vostra domanda), a chi risponde a un mio messaggio e a chi mi chiama per nome: { $bot }. Il resto non lo ascolto.

    Chi amministra il gruppo può toccare 🔔 e il nome di { -area(form: "a") }: scriverò qui i promemoria di { -event(form: "that") }.
group-admins-only = Questo lo può decidere solo chi amministra il gruppo.
group-write-privately = Questo non si fa in un gruppo: scrivimi in privato.
button-write-privately = Scrivi a { -bot } in privato
group-entered = { $kind ->
    [channel] Il canale <b>{ $title }</b> ha aggiunto { -bot }.
   *[group] Il gruppo <b>{ $title }</b> ha aggiunto { -bot }.
  } Vuoi poterlo scegliere quando scrivi un annuncio? Se non lo conosci, non fare niente.
button-link-group = ✅ Sì, per gli annunci
group-linked = ✅ { $kind ->
    [channel] Il canale <b>{ $title }</b> è collegato: lo trovi fra i destinatari quando scrivi un annuncio.
   *[group] Il gruppo <b>{ $title }</b> è collegato: lo trovi fra i destinatari quando scrivi un annuncio.
  }
group-gone = { -bot } non è più in quel gruppo.
group-privacy =
    <b>Che cosa so di questo gruppo</b>

    • il suo numero e il suo nome su Telegram, la lingua, { -area(form: "the-other") } che segue, e se riceve gli annunci;
    • quali messaggi ho mandato qui, per non mandarli due volte, e dove sono le ultime schede, per tenerle aggiornate;
    • per 15 minuti, l'argomento di cui si parla con me.

    Non so chi ne fa parte e non tengo quello che scrivete. Chi amministra il gruppo può avere una copia di questi dati, o cancellarli.
group-refusing =
    ⚠️ { $kind ->
        [channel] Nel canale <b>{ $title }</b>
       *[group] Nel gruppo <b>{ $title }</b>
    } non mi lasciano scrivere da { $day } alle { $time }: qualche messaggio non è arrivato. Chi lo amministra guardi se il bot può scrivere, e se l’argomento è chiuso. Io ci riprovo con il prossimo.
