# Invitations to organise.

menu-invite = Invite someone to organise
invite-panel =
    <b>A new invitation</b>

    <b>Name:</b> { $name }
    <b>Role:</b> { $role }
invite-no-name = <i>write it here, if you like: colleagues will see it</i>
invite-role-owner = owner. Can do everything, also invite and remove people.
invite-role-organiser = organiser. Can do everything except invite and remove people.
invite-role-helper = helper. Can only answer residents’ questions.
invite-areas = <b>{ -area(form: "Other") }:</b> { $areas }
button-every-area = All { -area(form: "other") }
button-issue-invite = ✅ Make the link
button-invite = Invite someone
invite-ready =
    ✅ <b>The link is ready.</b> Forward the message below to the person you are inviting.

    It works for one person only, until { $day } at { $time }. Whoever opens it becomes { $rights }.
button-withdraw-invite = 🗑 Withdraw the invitation
button-withdraw-invite-for = 🗑 Invitation for { $name }
invite-someone = someone
invite-to-forward =
    Hello! I invite you to organise the { $programme } { -event(form: "other") } with us.
    Open this link and press Start:
    { $link }
invite-withdrawn = 🗑 Invitation withdrawn: the link no longer works.
invite-cancelled = ❌ Cancelled: no invitation.
invite-stale = This button belongs to an earlier version of the invitation: use those of the latest message.
invite-gone = This invitation is no longer there: it was accepted or withdrawn, or it has expired.
invite-not-valid =
    This link is not valid. An invitation works once, and within 48 hours.
    Ask whoever sent it to you for a new one.
invite-own = This link is for the person you are inviting: forward it to them. It is still valid.
invite-already = You are one of the organisers already: the link stays valid for someone else.
invite-welcome =
    <b>Hello { $name }, you are now one of the organisers.</b>
    Your role: { $rights }.
invite-accepted = ✅ { $name } has accepted the invitation and is now { $rights }.
