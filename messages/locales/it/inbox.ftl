# Le domande dei residenti, per gli organizzatori.

menu-inbox = Rispondere alle domande dei residenti
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
