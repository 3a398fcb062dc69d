# Le registre : une phrase pour chaque acte.

menu-audit = Voir qui a fait quoi
audit-title = <b>Le registre</b>
audit-empty = Le registre est encore vide : vous y trouverez qui a fait quoi, et quand.
audit-day = <b>{ $day }</b>
audit-line = { $time } · { $who } { $sentence }
audit-line-about = { $time } · { $who } { $sentence } : « { $text } »
audit-by-itself = { -bot }
button-audit-older = Avant ▶️
button-audit-newest = ◀️ Les plus récents
audit-invited = a invité { $invitee } : { $rights }
audit-invite-withdrawn = a retiré l’invitation pour { $invitee }
audit-joined = a accepté l’invitation : { $rights }
audit-revoked = a retiré { $organiser }, { $rights }
audit-group-linked = a relié le groupe { $title }
audit-answered = a répondu à une question de { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
audit-dismissed = a écarté sans réponse une question de { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
audit-reopened = a remis en attente une question écartée
audit-learned = m’a appris une réponse
audit-forgotten = m’a fait oublier une réponse
