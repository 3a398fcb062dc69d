# The record: a sentence for each act.

menu-audit = See who did what
audit-title = <b>The record</b>
audit-empty = The record is still empty: here you will find who did what, and when.
audit-day = <b>{ $day }</b>
audit-line = { $time } · { $who } { $sentence }
audit-line-about = { $time } · { $who } { $sentence }: “{ $text }”
audit-by-itself = { -bot }
button-audit-older = Earlier ▶️
button-audit-newest = ◀️ Latest
audit-invited = invited { $invitee }: { $rights }
audit-invite-withdrawn = withdrew the invitation for { $invitee }
audit-joined = accepted the invitation: { $rights }
audit-revoked = removed { $organiser }, { $rights }
audit-group-linked = linked the group { $title }
audit-answered = answered a question of { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-dismissed = dismissed without an answer a question of { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-reopened = put a dismissed question back
audit-learned = taught me an answer
audit-forgotten = made me forget an answer
