# Le pagine nel browser.

web-refusal-title = { $status ->
    [404] Questa pagina non c’è
    [405] Qui non si può
    [408] Ci è voluto troppo tempo
    [413] È troppo grande
    [503] Torna fra un momento
   *[other] Qualcosa non ha funzionato
  }
web-refusal = { $status ->
    [404] Forse l’indirizzo è scritto male, o la pagina è stata tolta.
    [405] Questa pagina si può solo leggere.
    [408] La tua richiesta non è arrivata in tempo. Riprova.
    [413] Quello che hai mandato è più grande di quanto possiamo ricevere.
    [503] Il servizio sta partendo o ha molto da fare. Riprova fra qualche secondo.
   *[other] Non è colpa tua. Riprova fra qualche minuto.
  }

# --- la pagina del programma
web-skip = Vai al contenuto
web-languages = Lingue
web-about = Su questa pagina
web-areas = { -area(form: "The-other") }
web-area = { -event(form: "The-other") } a { $area }
web-all = { -event(form: "All-other") }
web-more = E altri { $count }: li trovi nelle pagine qui sotto e in Telegram.
web-question = Hai una domanda?
web-questions = Domande frequenti
web-questions-bot = Qui risponde il bot, che parla di sé: quello che trovi in Telegram.
web-more-answers = E altri { $count }: li trovi nell’elenco, qui sotto.
web-topic = { $topic ->
    [meeting] { -event(form: "The-other") }
    [bot] Il bot in Telegram
   *[other] Altre domande
  }
web-map = Mappa
web-poster = Locandina da stampare (PDF)
web-no-poster = Qui non c’è una locandina
web-no-poster-text = La locandina c’è quando la data è confermata e ancora da venire, e dove il servizio sa disegnarla. Giorno, ora e luogo li trovi comunque sulla pagina.
web-remind = Ricevi un promemoria in Telegram
web-telegram = Chiedi in Telegram
web-calendars = Nel tuo calendario
web-calendars-about = Se un orario o un luogo cambia, cambia anche lì, ma quando vuole il tuo calendario: può passare un giorno. Prima lo sai con i promemoria in Telegram.
web-calendar-device = Telefono o computer (Apple e altri)
web-calendar-google = Google Calendar
web-calendar-outlook = Outlook
web-calendar-file = Solo il file
web-calendar-add = Metti nel calendario
web-privacy = Privacy
web-privacy-text =
    Questa pagina non usa cookie, non carica niente da altri siti, non contiene programmi e non ti chiede niente. Chi la legge non viene registrato da noi; chi gestisce la macchina o la rete può tenere un registro suo degli accessi.

    I link a Telegram e alla mappa portano a siti di altri, con le loro regole. Si aprono solo se li tocchi.

    Qui non c'è niente di chi usa il bot. Che cosa sa di te il bot, e come cancellarlo, te lo dice il bot: scrivigli /{ command-privacy }
web-accessibility = Accessibilità
web-accessibility-text =
    Questa pagina è fatta di testo, titoli, elenchi e link. Si legge senza script, con la sola tastiera, su uno schermo largo 320 punti, ingrandita al 200 %, con i colori del tuo dispositivo e stampata. Chi la costruisce fa percorrere ogni tipo di pagina a un programma di controllo (axe), che non vi trova errori.

    Chi usa ogni giorno un lettore di schermo non l'ha ancora provata: non possiamo dire che vada bene per tutti.

    Le mappe e Telegram sono di altri: l'indirizzo e l'orario li trovi sempre scritti anche qui.

    Se qualcosa non ti riesce, dillo agli organizzatori: nel bot con ✉️, o a voce.
