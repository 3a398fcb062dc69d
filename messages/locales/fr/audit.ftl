# Le registre : une phrase pour chaque acte.

menu-audit = Voir qui a fait quoi
audit-title = <b>Le registre</b>
audit-empty = Le registre est encore vide : vous y trouverez qui a fait quoi, et quand.
audit-day = <b>{ $day }</b>
audit-line = { $time } · { $sentence }
audit-by-itself = Campanile
button-audit-older = Avant ▶️
button-audit-newest = ◀️ Les plus récents
audit-invited = { $who } a invité { $invitee } : { $rights }
audit-invite-withdrawn = { $who } a retiré l’invitation pour { $invitee }
audit-joined = { $who } a accepté l’invitation : { $rights }
audit-revoked = { $who } a retiré { $organiser }, { $rights }
audit-group-linked = { $who } a relié le groupe { $title }
audit-answered = { $who } a répondu à une question de { $count ->
    [one] 1 personne
   *[other] { $count } personnes
  }
audit-dismissed = { $who } a écarté sans réponse une question de { $count ->
    [one] 1 personne
   *[other] { $count } personnes
  }
audit-reopened = { $who } a remis en attente une question écartée
audit-learned = { $who } m’a appris une réponse
audit-forgotten = { $who } m’a fait oublier une réponse
