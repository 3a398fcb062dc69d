# The record: a sentence for each act.

menu-audit = See who did what
audit-title = <b>The record</b>
audit-empty = The record is still empty: here you will find who did what, and when.
audit-day = <b>{ $day }</b>
audit-line = { $time } · { $sentence }
audit-by-itself = Campanile
button-audit-older = Earlier ▶️
button-audit-newest = ◀️ Latest
audit-invited = { $who } invited { $invitee }: { $rights }
audit-invite-withdrawn = { $who } withdrew the invitation for { $invitee }
audit-joined = { $who } accepted the invitation: { $rights }
audit-revoked = { $who } removed { $organiser }, { $rights }
audit-group-linked = { $who } linked the group { $title }
audit-answered = { $who } answered a question of { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-dismissed = { $who } dismissed without an answer a question of { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-reopened = { $who } put a dismissed question back
audit-learned = { $who } taught me an answer
audit-forgotten = { $who } made me forget an answer
