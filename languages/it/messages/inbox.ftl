# Le domande dei residenti, per gli organizzatori.

menu-inbox = Rispondere alle domande dei residenti
inbox-empty = Non ci sono domande in attesa.
inbox-title = { $count ->
    [one] <b>C'è 1 domanda in attesa</b>
   *[other] <b>Ci sono { $count } domande in attesa</b>, dalla più vecchia:
  }
inbox-line =
    <b>{ $number }.</b> { $question }
    <i>{ $people ->
    [one] 1 persona
   *[other] { $people } persone
  }, { $day } alle { $time }</i>
inbox-pick = Tocca il numero di una domanda per rispondere.
inbox-question =
    <i>{ $question }</i>

    { $people ->
    [one] L'ha chiesto una persona, { $day } alle { $time }.
   *[other] L'hanno chiesto { $people } persone, la prima { $day } alle { $time }.
  }
inbox-wordings = <b>Chiesto anche così:</b>
inbox-wording = • <i>{ $question }</i>
inbox-more-wordings = { $count ->
    [one] • e in 1 altro modo
   *[other] • e in altri { $count } modi
  }
inbox-how = Per rispondere tocca ✏️ (oppure rispondi a questo messaggio). Prima di mandarla, ti faccio vedere la risposta.
inbox-new = ✉️ <b>Un residente chiede:</b>
button-answer = ✏️ Rispondi
button-dismiss = 🗑 Togli
button-inbox = ↩️ Le altre domande
button-reopen = ↩️ Rimettila tra le domande
button-learn = ✅ Usala anche per altri
button-learned = Risposte che ho imparato: { $count }
button-all-learned = Risposte che ho imparato
inbox-ask-answer = Scrivi la risposta a: <i>{ $question }</i>
inbox-answer-too-long = La risposta è troppo lunga: { $length } caratteri, al massimo { $limit }. Accorciala e mandamela di nuovo.
inbox-preview = Ecco la risposta, come arriverà:
inbox-confirm = { $count ->
    [one] Va alla persona che l'ha chiesto.
   *[other] Va alle { $count } persone che l'hanno chiesto.
  } Non parte niente senza la tua conferma.
button-send-answer = ✅ { $count ->
    [one] Manda a 1 persona
   *[other] Manda a { $count } persone
  }
button-change-answer = ✏️ Riscrivi
inbox-dropped = ❌ Non ho mandato niente. La domanda resta in attesa.
inbox-answered = ✅ Fatto. { $count ->
    [one] La risposta va a 1 persona.
   *[other] La risposta va a { $count } persone.
  }
inbox-learn-ask = Vuoi che d'ora in poi io risponda così a chiunque fa la stessa domanda, di qualunque { -area }?
inbox-learned = ✅ Fatto. Da ora rispondo così a chi me lo chiede.
inbox-learned-already = L'ho già imparata.
inbox-dismissed = 🗑 Tolta. Nessuno riceve una risposta.
inbox-gone = Questa domanda non è più in attesa.
inbox-not-yours = Questa risposta è di un’altra persona: può deciderlo solo chi l’ha scritta.
inbox-draft-gone = Questa risposta non è più una bozza tua: è già partita, oppure è stata lasciata o riscritta.
inbox-you = tu
inbox-somebody-answered =
    A questa domanda è già stato risposto ({ $name }). È arrivato questo:

    { $answer }
learned-title = <b>Risposte che ho imparato da voi</b>
learned-empty = Non ho imparato nessuna risposta. Quando rispondi a una domanda, puoi dirmi di usarla anche per altri.
learned-line = <b>{ $number }.</b> { $question }
learned-one =
    <b>A chi chiede:</b>
    { $asked }

    <b>rispondo:</b>
    { $answer }
button-forget = 🗑 Non rispondere più così
learned-forgotten = 🗑 Fatto. Se qualcuno lo chiede, non rispondo più così.
learned-gone = Questa risposta non c'è più.
learned-answer =
    <i>Chi l’ha chiesto prima ha avuto dagli organizzatori questa risposta:</i>

    { $answer }
