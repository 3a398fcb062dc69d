# Il registro: una frase per ogni atto.

menu-audit = Vedere chi ha fatto che cosa
audit-title = <b>Il registro</b>
audit-empty = Il registro è ancora vuoto: qui trovi chi ha fatto che cosa, e quando.
audit-day = <b>{ $day }</b>
audit-line = { $time } · { $who } { $sentence }
audit-line-about = { $time } · { $who } { $sentence }: «{ $text }»
audit-by-itself = { -bot }
button-audit-older = Prima ▶️
button-audit-newest = ◀️ I più recenti
audit-invited = ha invitato { $invitee }: { $rights }
audit-invite-withdrawn = ha ritirato l'invito per { $invitee }
audit-joined = ha accettato l'invito: { $rights }
audit-revoked = ha tolto { $organiser }, { $rights }
audit-group-linked = ha collegato il gruppo { $title }
audit-answered = ha risposto a una domanda di { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-dismissed = ha tolto senza risposta una domanda di { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }
audit-reopened = ha rimesso in attesa una domanda tolta
audit-learned = mi ha insegnato una risposta
audit-forgotten = mi ha fatto dimenticare una risposta
