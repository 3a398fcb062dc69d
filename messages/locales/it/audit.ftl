# Il registro: una frase per ogni atto.

menu-audit = Vedere chi ha fatto che cosa
audit-title = <b>Il registro</b>
audit-empty = Il registro è ancora vuoto: qui trovi chi ha fatto che cosa, e quando.
audit-day = <b>{ $day }</b>
audit-line = { $time } · { $sentence }
audit-by-itself = Campanile
button-audit-older = Prima ▶️
button-audit-newest = ◀️ I più recenti
audit-invited = { $who } ha invitato { $invitee }: { $rights }
audit-invite-withdrawn = { $who } ha ritirato l'invito per { $invitee }
audit-joined = { $who } ha accettato l'invito: { $rights }
audit-revoked = { $who } ha tolto { $organiser }, { $rights }
audit-group-linked = { $who } ha collegato il gruppo { $title }
audit-answered = { $who } ha risposto a una domanda di { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-dismissed = { $who } ha tolto senza risposta una domanda di { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-reopened = { $who } ha rimesso in attesa una domanda tolta
audit-learned = { $who } mi ha insegnato una risposta
audit-forgotten = { $who } mi ha fatto dimenticare una risposta
