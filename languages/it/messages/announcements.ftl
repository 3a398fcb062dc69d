# Annunci, per gli organizzatori.

menu-announce = Scrivere un annuncio
draft-begin =
    <b>Un nuovo annuncio</b>

    Mandami qui quello che devono ricevere: un testo, una foto, un documento, un video, un luogo o un album.
    Scrivi in { $language }. Le altre lingue le aggiungi dopo, se vuoi.

    Prima te lo faccio vedere: non parte niente senza la tua conferma.
button-resume-draft = ✏️ Riprendi: { $text }
draft-ask-again = Mandami il nuovo contenuto ({ $language }). Prende il posto di quello di prima.
draft-ask-version = Mandami l’annuncio in { $language }. Lo riceverà chi ha scelto questa lingua.
draft-album = Sto ricevendo il tuo album. Quando le hai mandate tutte, premi qui. Se vuoi una didascalia, scrivila adesso.
button-show-album = ✅ Ci sono tutte: fammi vedere
draft-preview = Ecco l’annuncio, come lo riceveranno:
draft-preview-version = Così lo riceverà chi legge in { $language }:
draft-refused =
    ⚠️ Telegram non accetta questo annuncio: { $reason }

    La bozza è salva. Cambiala e riprova.
draft-changed-meanwhile = Nel frattempo qualcuno ha cambiato questo annuncio. Non ho sovrascritto niente: guardalo com’è adesso e, se serve, rifai la tua modifica.
announce-unsupported = Questo tipo di messaggio non lo posso annunciare. Mandami un testo, una foto, un video, un documento, un audio o un luogo.
announce-too-long = È troppo lungo: { $length } caratteri, e Telegram ne permette { $limit }. Accorcialo e rimandamelo.
announce-kind = { $kind ->
    [photo] 🖼 { $text }
    [video] 🎬 { $text }
    [animation] 🎬 { $text }
    [document] 📄 { $text }
    [audio] 🎵 { $text }
    [place] 📍 Un luogo
   *[album] 🖼 Album { $text }
  }
draft-to = <b>A chi:</b> { $audience }
draft-count = <b>Quante persone:</b> { $count }
draft-when = <b>Quando:</b> { $when }
draft-repeat = <b>Si ripete:</b> { $every ->
    [day] ogni giorno
    [week] ogni settimana
   *[month] ogni mese
  }, fino a { $until }
draft-languages = <b>Scritto in:</b> { $languages }
draft-buttons = <b>Bottoni:</b> { $buttons }
audience-all = tutti quelli che seguono { -area(form: "a") }
audience-areas = chi segue { $areas }
audience-readers = {" "}e legge in { $language }
draft-when-now = appena confermi
draft-when-at = { $day } alle { $time } ({ $countdown })
draft-quiet = Di notte non disturbo nessuno: i messaggi partono { $day } alle { $time }.
draft-wakes = { $count ->
    [one] ⚠️ È urgente: parte anche se è notte. Il telefono suonerà a 1 persona.
   *[other] ⚠️ È urgente: parte anche se è notte. Il telefono suonerà a { $count } persone.
  }
draft-nobody = Adesso non c’è nessuno a cui mandarlo.
draft-ask-audience = A chi lo mandiamo? Scegli { -area(form: "the") } e, se vuoi, la lingua.
draft-ask-time = Quando deve partire?
draft-ask-repeat = Ogni quanto si ripete?
draft-ask-buttons = Quali bottoni vuoi sotto l’annuncio?
draft-ask-languages = In quali lingue? Chi legge una lingua che manca riceve il testo in { $language }.
button-audience = 👥 A chi
button-when = 🕘 Quando
button-languages-of = 🌍 Lingue
button-buttons = 🔗 Bottoni
button-edit-text = ✏️ Cambia il contenuto
button-everyone = Tutti
button-any-language = Tutte le lingue
button-readers = Solo chi legge in { $language }
button-now = Appena confermo
button-choose-time = 🕘 Scegli giorno e ora
button-repeat = 🔁 Ripetilo
button-once = Una volta sola
button-every = { $every ->
    [day] Ogni giorno
    [week] Ogni settimana
   *[month] Ogni mese
  }
button-urgent = Urgente: parte anche di notte
button-edit-version = ✏️ Cambia: { $language }
button-add-version = Aggiungi: { $language }
button-drop-version = 🗑 Togli
button-add-link = Aggiungi un collegamento
button-drop-links = 🗑 Togli i collegamenti
button-confirm-send = ✅ { $where ->
    [group] Manda lì
   *[people] { $count ->
        [one] Manda a 1 persona
       *[other] Manda a { $count } persone
      }
  }
button-confirm-schedule = ✅ { $where ->
    [group] Programma lì
   *[people] { $count ->
        [one] Programma per 1 persona
       *[other] Programma per { $count } persone
      }
  }
button-cancel = ❌ Annulla
draft-ask-time-typed =
    Quando deve partire? Scrivilo come lo diresti.
    Per esempio: «domani alle 18» oppure «23/10 18:30».
draft-time-unreadable = Non ho capito «{ $text }». Scrivi un giorno e un’ora, per esempio «domani alle 18».
draft-time-no-hour = Ho capito il giorno ({ $day }), ma non l’ora. Scrivi anche l’ora, per esempio «domani alle 18».
draft-time-past = Ho capito { $day } alle { $time }, ma è già passato. Scrivi un’ora che deve ancora venire.
draft-ask-until = { $every }: fino a quale giorno? Scrivilo, per esempio «30 novembre».
draft-until-unreadable = Non ho capito «{ $text }». Scrivi solo un giorno, per esempio «30 novembre».
draft-until-odd = Ho capito { $day }. L’ultimo giorno deve venire dopo il primo ({ $first }), ed entro un anno. Scrivilo di nuovo.
draft-ask-link =
    Scrivi il testo del bottone, un trattino e l’indirizzo.
    Per esempio: «Il programma - https://esempio.it/programma»
draft-link-unreadable =
    Non riesco a farne un bottone: «{ $text }».
    Scrivi un testo breve (al massimo 40 caratteri), un trattino e un indirizzo che comincia con https://
announce-hold = ⏳ { $count ->
    [one] <b>Parte fra { $seconds } secondi</b> per 1 persona.
   *[other] <b>Parte fra { $seconds } secondi</b> per { $count } persone.
  } Hai un dubbio? Fermalo adesso: non è ancora partito niente.
announce-scheduled = ✅ <b>Programmato</b> per { $day } alle { $time } ({ $countdown }). { $count ->
    [one] Adesso lo riceverebbe 1 persona.
   *[other] Adesso lo riceverebbero { $count } persone.
  } Alla fine ti mando un resoconto.
button-stop = ❌ Ferma
button-change = ✏️ Modifica
announce-taken-back = ❌ <b>Fermato.</b> Non è partito niente. L’annuncio è di nuovo una bozza e non parte finché non confermi.
announce-progress = 📤 <b>Sto mandando: { $share } %</b> ({ $done } di { $targeted })
announce-progress-rate = { $rate } al secondo, ancora circa { $left }
announce-paused = ⏸ <b>In pausa: { $share } %</b> ({ $done } di { $targeted }). Gli altri aspettano che tu riprenda.
span-seconds = { $count ->
    [one] 1 secondo
   *[other] { $count } secondi
  }
span-minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minuti
  }
span-hours = { $count ->
    [one] 1 ora
   *[other] { $count } ore
  }
button-pause = ⏸ Pausa
button-resume = ▶️ Riprendi
button-stop-sending = ⏹ Ferma
announce-stopping = ⏹ <b>Fermato.</b> { $count ->
    [one] 1 persona non lo riceverà.
   *[other] { $count } persone non lo riceveranno.
  } Quello che era già in viaggio non si può richiamare. Fra poco ti mando il resoconto.
announce-done = ✅ <b>Finito.</b> Consegnati: { $sent }.
announce-stopped = ⏹ <b>Fermato.</b> Consegnati: { $sent }. Non mandati: { $skipped }.
announce-cancelled = ❌ Annullato. Non è partito niente.
announce-stale = Questo bottone è di una versione precedente dell’annuncio: usa quelli dell’ultimo messaggio.
announce-already-sent = Questo annuncio è già stato confermato o è già partito.
announce-not-offered = Questa scelta non c’è (più). Usa i bottoni dell’ultimo messaggio.
announce-report =
    { $stopped ->
    [yes] <b>⏹ Annuncio fermato</b>
    [failed] <b>⚠️ Annuncio non arrivato a nessuno</b>
   *[no] <b>✅ Annuncio consegnato</b>
  }
    <i>{ $text }</i>

    Destinatari: { $targeted }
    Consegnati: { $sent }
    Hanno bloccato il bot: { $blocked }
    Non consegnati: { $failed }
    Saltati: { $skipped }{ $pending ->
    [0] {""}
   *[other] {""}
    Ancora da mandare: { $pending }
  }{ $perhaps_twice ->
    [0] {""}
   *[other] {""}
    Forse consegnati due volte: { $perhaps_twice }
  }
announce-reasons = Perché, con le parole di Telegram:
announce-reason = • { $count } × { $reason }
audit-announcement-confirmed = ha confermato un annuncio per { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-announcement-taken-back = ha fermato un annuncio prima che partisse
audit-announcement-stopped = ha fermato un annuncio mentre partiva: { $count ->
    [one] 1 persona non l’ha ricevuto
   *[other] { $count } persone non l’hanno ricevuto
  }
audit-announcement-paused = ha messo in pausa un annuncio
audit-announcement-resumed = ha fatto ripartire un annuncio
audience-group = il gruppo o canale «{ $title }»
draft-group-gone = Non sono più in quel gruppo o canale: scegline un altro.
button-retry = 🔁 { $count ->
    [one] Riprova con 1 persona
   *[other] Riprova con { $count } persone
  }
button-counts-file = 📄 Tabella dei numeri
announce-retrying = 🔁 { $count ->
    [one] Ci riprovo con 1 persona.
   *[other] Ci riprovo con { $count } persone.
  } Alla fine ti mando un nuovo resoconto.
counts-file = annuncio
column-language = Lingua
column-targeted = Destinatari
column-sent = Consegnati
column-blocked = Hanno bloccato il bot
column-failed = Non consegnati
column-skipped = Saltati
column-pending = Ancora da mandare
column-perhaps-twice = Forse due volte
column-all = Totale
audit-announcement-retried = ha fatto riprovare un annuncio con { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
approval-waiting = 👀 <b>Aspetta una seconda persona.</b> È per { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }: parte solo quando lo approva un altro organizzatore. L’ho già chiesto; ti avviso io.
approval-asked = 👀 C’è un annuncio per { $count ->
    [one] 1 persona
   *[other] { $count } persone
  } da approvare. Parte solo se dici di sì.
approval-asked-by = 👀 { $name } vuole mandare un annuncio a { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }. Parte solo se dici di sì anche tu.
button-show-approval = 👀 Fammelo vedere
button-approve = ✅ { $count ->
    [one] Approva: manda a 1 persona
   *[other] Approva: manda a { $count } persone
  }
button-send-back = ❌ Non così: rimandalo indietro
approval-nobody = Per più di { $above } persone serve il sì di un secondo organizzatore, ma adesso non c’è nessuno a cui chiederlo. La bozza resta qui.
approval-own = Deve approvarlo un’altra persona: tu l’hai già confermato.
approval-given = ✅ { $name } ha approvato il tuo annuncio.
approval-refused = ❌ { $name } ti rimanda l’annuncio: guardalo di nuovo e cambialo. È di nuovo una bozza: la trovi con /{ command-announce }.
approval-sent-back = ❌ Rimandato indietro: non parte niente. Ho avvisato chi l’ha scritto.
audit-approval-asked = ha chiesto una seconda conferma per un annuncio a { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-announcement-approved = ha approvato un annuncio per { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-announcement-sent-back = ha rimandato indietro un annuncio
button-edit-delivered = ✏️ Correggi per tutti
button-withdraw = 🗑 Ritira
repair-which = Quale versione vuoi correggere?
repair-ask = { $kind ->
    [text] Mandami il testo giusto
   *[caption] Mandami la didascalia giusta (la foto o il file non cambia)
  }. Prende il posto di questo, anche nei telefoni di chi l’ha già ricevuto:

    <i>{ $text }</i>
repair-no-words = Un luogo non ha parole da correggere. Puoi ritirarlo e mandarne un altro.
repair-same = È uguale a quello di prima: non c’è niente da correggere. Scrivi il testo nuovo.
repair-refused = ⚠️ Telegram non accetta questo testo: { $reason } Niente è cambiato.
repair-edit-proposed = Così si legge dopo la correzione. { $count ->
    [one] Cambia per 1 persona che l’ha già ricevuto.
   *[other] Cambia per { $count } persone che l’hanno già ricevuto.
  } Il telefono non suona: chi l’ha già letto può non accorgersene.
repair-edit-waiting = { $count ->
    [one] 1 persona deve ancora riceverlo: le arriva già corretto.
   *[other] { $count } persone devono ancora riceverlo: arriva loro già corretto.
  }
repair-withdraw-proposed = Vuoi ritirare questo annuncio? { $count ->
    [one] Sparisce dal telefono di 1 persona.
   *[other] Sparisce dal telefono di { $count } persone.
  } Chi l’ha già letto, l’ha letto.
repair-withdraw-waiting = { $count ->
    [one] 1 persona deve ancora riceverlo: non le arriva più.
   *[other] { $count } persone devono ancora riceverlo: non arriva più.
  }
repair-too-old = ⚠️ { $count ->
    [one] 1 copia ha più di 48 ore: Telegram non permette più di ritirarla.
   *[other] { $count } copie hanno più di 48 ore: Telegram non permette più di ritirarle.
  }
button-confirm-edit = ✅ { $count ->
    [one] Correggi per 1 persona
   *[other] Correggi per { $count } persone
  }
button-confirm-withdraw = 🗑 { $count ->
    [one] Ritira da 1 persona
   *[other] Ritira da { $count } persone
  }
button-drop-repair = ❌ Lascia com’è
repair-dropped = ❌ Non ho cambiato niente.
repair-already = Questa correzione è già stata confermata o lasciata.
repair-nothing = Non c’è niente da correggere o ritirare: questo annuncio non è partito, o è già stato ritirato.
repair-edit-confirmed = ✏️ <b>Sto correggendo.</b> Alla fine ti mando il resoconto.
repair-withdraw-confirmed = 🗑 <b>Sto ritirando.</b> Alla fine ti mando il resoconto.
repair-edit-report =
    <b>✏️ Annuncio corretto</b>
    <i>{ $text }</i>

    Da correggere: { $targeted }
    Corretti: { $sent }
    Hanno bloccato il bot: { $blocked }
    Non riusciti: { $failed }
    Saltati: { $skipped }
repair-withdraw-report =
    <b>🗑 Annuncio ritirato</b>
    <i>{ $text }</i>

    Da ritirare: { $targeted }
    Ritirati: { $sent }
    Hanno bloccato il bot: { $blocked }
    Non riusciti: { $failed }
    Saltati: { $skipped }
audit-announcement-edited = ha corretto un annuncio già arrivato a { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-announcement-withdrawn = ha ritirato un annuncio da { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
announce-live-location = Un luogo che si sposta (posizione in tempo reale) non lo posso annunciare. Mandami una posizione fissa o un posto con nome e indirizzo.
announce-left-out = ⚠️ { $what ->
    [origin] È un messaggio inoltrato: arriverà a nome mio, senza dire da chi viene.
    [quote] Il messaggio che citi non arriva: mando solo quello che hai scritto tu.
    [motion] Di questa foto in movimento arriva solo la foto ferma.
   *[buttons] I bottoni di questo messaggio non arrivano: li puoi rimettere con 🔗 Bottoni.
  }
draft-album-too-long = Una didascalia dell’album è troppo lunga: { $length } caratteri, e Telegram ne permette { $limit }. La foto non va persa: accorcia la didascalia modificando il tuo messaggio, o rimanda tutto con ✏️.
draft-album-only = Questo non può stare nell’album: un album tiene da 2 a 10 foto e video, oppure solo documenti, oppure solo audio. L’album è com’era. Quando le hai mandate tutte, premi qui.
draft-album-late = ⚠️ Questa parte dell’album è arrivata tardi o non ci sta più, e nell’annuncio non c’è. Se serve, ferma l’annuncio e rimandami l’album.
draft-closed = L’annuncio «{ $text }» è già stato confermato o annullato da un’altra persona: quello che ti avevo chiesto di scrivere non serve più.
repair-many-captions = In questo album ogni foto ha la sua didascalia, e non so quale correggere. Puoi ritirarlo e mandarne un altro.
approval-grown = 👀 L’annuncio «{ $text }» era confermato per meno persone: adesso { $count ->
    [one] lo riceverebbe 1 persona
   *[other] lo riceverebbero { $count } persone
  }. Aspetta: parte solo se dici di sì.
approval-left = 👀 Chi aveva programmato l’annuncio «{ $text }» non può più mandarlo. Aspetta: parte solo se dici di sì. { $count ->
    [one] Lo riceverebbe 1 persona.
   *[other] Lo riceverebbero { $count } persone.
  }
approval-held-nobody = 👀 Il tuo annuncio «{ $text }» aspetta: per più di { $above } persone serve il sì di un secondo organizzatore, ma adesso non c’è nessuno a cui chiederlo. Lo trovi in /{ command-diary }.
approval-grew = Nel frattempo le persone sono di più: guarda il numero nuovo e, se va bene, approva di nuovo.
approval-repair-asked = 👀 { $name } vuole correggere l’annuncio «{ $text }», { $count ->
    [one] che ha ricevuto 1 persona
   *[other] che riguarda { $count } persone
  }. Cambia solo se dici di sì anche tu.
approval-repair-waiting = 👀 <b>Aspetta una seconda persona.</b> La correzione riguarda { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }: cambia solo quando la approva un altro organizzatore. L’ho già chiesto.
approval-repair-nobody = Per più di { $above } persone serve il sì di un secondo organizzatore, ma adesso non c’è nessuno a cui chiederlo. Niente è cambiato.
approval-repair-refused = ❌ { $name } non è d’accordo con la tua correzione: niente è cambiato.
button-approve-repair = ✅ { $count ->
    [one] Approva: correggi per 1 persona
   *[other] Approva: correggi per { $count } persone
  }
button-refuse-repair = ❌ Non così: lascia com’è
