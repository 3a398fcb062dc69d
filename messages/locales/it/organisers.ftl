# Parole per gli organizzatori.

menu-announce = Scrivere un annuncio
menu-inbox = Domande dei residenti

not-organiser = Questo comando è per gli organizzatori.
help-organiser =
    <b>Per gli organizzatori</b>

    • Scrivere un annuncio, subito o a un'ora scelta: /annuncia
    • Rispondere alle domande dei residenti: /domande

dates-ask =
    <b>Le date sono giuste?</b>

    Il programma dice il giorno e il mese, ma non l'anno. Ho pensato a queste date:

    { $events }

    Finché non le confermi, dico a tutti che la data è da confermare.
dates-line = • { $town }: { $date }, ore { $start }–{ $end }
button-confirm-dates = ✅ Sì, sono giuste
dates-confirmed = ✅ Fatto. Da ora le date risultano confermate dagli organizzatori.
dates-nothing = Non c'è nessuna data da confermare.

announce-ask-text =
    <b>Un nuovo annuncio</b>

    Scrivi qui il testo, come vuoi che arrivi. Puoi usare grassetto e corsivo.
    Prima di mandarlo te lo faccio vedere: non parte niente senza la tua conferma.
announce-only-text = Per ora posso annunciare solo un testo. Scrivilo qui, per favore.
announce-preview = Ecco l'annuncio, come lo riceveranno:
announce-panel =
    <b>A chi:</b> { $audience }
    <b>Quante persone:</b> { $count }
    <b>Quando:</b> { $when }
announce-audience-all = tutti quelli che seguono un paese
announce-audience-towns = chi segue { $towns }
announce-when-now = appena confermi
announce-when-at = { $day } alle { $time } ({ $countdown })
announce-quiet = A quell'ora non disturbo nessuno: i messaggi partono { $day } alle { $time }.
announce-nobody = Adesso non c'è nessuno a cui mandarlo.
button-audience-all = { $chosen ->
    [yes] ● Tutti
   *[no] ○ Tutti
  }
button-audience-town = { $chosen ->
    [yes] ● { $town }
   *[no] ○ { $town }
  }
button-choose-time = 🕘 Scegli quando
button-send-now = 🕘 Subito, invece
button-edit-text = ✏️ Cambia il testo
button-confirm-send = ✅ { $count ->
    [one] Manda a 1 persona
   *[other] Manda a { $count } persone
  }
button-confirm-schedule = ✅ { $count ->
    [one] Programma per 1 persona
   *[other] Programma per { $count } persone
  }
button-cancel = ❌ Annulla
announce-ask-time =
    Quando deve partire? Scrivilo come lo diresti.
    Per esempio: «domani alle 18» oppure «23/10 18:30».
announce-time-unreadable = Non ho capito «{ $text }». Scrivi un giorno e un'ora, per esempio «domani alle 18».
announce-time-no-hour = Ho capito il giorno ({ $day }), ma non l'ora. Scrivi anche l'ora, per esempio «domani alle 18».
announce-time-past = Ho capito { $day } alle { $time }, ma è già passato. Scrivi un'ora che deve ancora venire.
announce-scheduled = ✅ <b>Programmato</b> per { $day } alle { $time }. { $count ->
    [one] Lo riceverà 1 persona.
   *[other] Lo riceveranno { $count } persone.
  } Ti mando un resoconto alla fine.
announce-sending = ✅ <b>In partenza</b> per { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }. Ti mando un resoconto alla fine.
announce-cancelled = ❌ Annullato. Non è partito niente.
announce-stale = Questo bottone è di una versione precedente dell'annuncio: usa quelli dell'ultimo messaggio.
announce-already-sent = Questo annuncio è già partito.
announce-report =
    <b>Annuncio consegnato</b>
    <i>{ $text }</i>

    Destinatari: { $targeted }
    Consegnati: { $sent }
    Hanno bloccato il bot: { $blocked }
    Non consegnati: { $failed }
    Saltati: { $skipped }{ $twice ->
    [0] {""}
   *[other] {""}
    Forse consegnati due volte: { $twice }
  }

inbox-empty = Non ci sono domande in attesa.
inbox-title = { $count ->
    [one] <b>C'è 1 domanda in attesa.</b>
   *[other] <b>Ci sono { $count } domande in attesa.</b>
  } Ecco la più vecchia:
inbox-question =
    <i>{ $question }</i>

    { $people ->
    [one] L'ha chiesto 1 persona, { $day } alle { $time }.
   *[other] L'hanno chiesto { $people } persone, la prima { $day } alle { $time }.
  }
inbox-new = ✉️ <b>Un residente chiede:</b>
button-answer = ✏️ Rispondi
button-dismiss = 🗑 Togli
button-learn = ✅ Usala anche per altri
inbox-ask-answer = Scrivi la risposta a: <i>{ $question }</i>
inbox-answer-too-long = La risposta è troppo lunga: { $length } caratteri, al massimo { $limit }. Accorciala e mandamela di nuovo.
inbox-answered = ✅ Fatto. { $count ->
    [one] La risposta va a 1 persona.
   *[other] La risposta va a { $count } persone.
  }
inbox-learn-ask = Vuoi che d'ora in poi io risponda così a chi fa la stessa domanda?
inbox-learned = ✅ Fatto. Da ora rispondo così a chi me lo chiede.
inbox-dismissed = 🗑 Tolta. Nessuno riceve una risposta.
inbox-gone = Questa domanda non è più in attesa.
knowledge-broken = ⚠️ Ho trovato un errore nei testi delle risposte e continuo con quelli di prima. { $problem }

# --- per chi prova il bot senza Telegram
stop-evening-before = La sera prima di { $town }
stop-two-hours-before = Due ore prima di { $town }
stop-after = Dopo l'incontro di { $town }
