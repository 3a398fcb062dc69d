# Reminders: following a town, when to be reminded, the reminder itself.

moment-today = today at { $time }
moment-tomorrow = tomorrow at { $time }
moment = { $day } at { $time }

lead-week_before = a week before at { $time }
lead-day_before = the day before at { $time }
lead-morning = the same morning at { $time }
lead-two_hours = two hours before

# --- following and leaving
card-following = 🔔 You follow this { -area }. You choose when I remind you: /{ command-reminders }
    .group = 🔔 This group follows this { -area }. You choose when I remind you: /{ command-reminders }
button-subscribe = 🔔 Remind me
    .group = 🔔 Remind us
button-subscribe-area = 🔔 Reminders for { $area }
button-unsubscribe = 🔕 Stop reminding me
    .group = 🔕 Stop reminding us
button-unsubscribe-area = 🔕 Stop reminders for { $area }
button-undo-unsubscribe = 🔔 Remind me again
    .group = 🔔 Remind us again
button-leads = 🕘 { $area }: when
subscribed = 🔔 <b>Done.</b> You now follow { events-of }.
    .group = 🔔 <b>Done.</b> This group now follows { events-of }.
subscribed-when =
    { $named ->
        [title] <b>{ $name }</b>: { $day }, { $times }{ $placed }.
       *[other] The { -event } is set for { $day }, { $times }{ $placed }.
    }
subscribed-when-unconfirmed =
    { $named ->
        [title] <b>{ $name }</b>: { $day }, { $times }{ $placed }. The date is still to be confirmed.
       *[other] The { -event } is planned for { $day }, { $times }{ $placed }. The date is still to be confirmed.
    }
subscribed-several = These { -event(form: "other") } are planned:
subscribed-each = • <b>{ $name }</b>: { $day }, { $times }{ $placed }
subscribed-more = … +{ $count }
subscribed-no-event = There is no { -event } planned in { $area } right now.
promise-leads = When there is one, I’ll remind you { $leads }.
    .group = When there is one, I’ll remind you all here { $leads }.
promise = I’ll remind you: { $moments }.
    .group = I’ll remind you all here: { $moments }.
promise-each = I’ll remind you each time: first { $moment }.
    .group = I’ll remind you all here each time: first { $moment }.
promise-past = { $count ->
    [one] The reminders for this { -event } have already gone by: make a note of the date!
   *[other] The reminders for these { -event(form: "other") } have already gone by: make a note of the dates!
}
promise-silent = While the pause lasts, I won’t remind you.
promise-no-leads = You have not chosen any reminder: you only get the organisers’ announcements.
    .group = You have not chosen any reminder: I only write if the { -event } changes.
already-subscribed = You already follow { $area }.
    .group = This group already follows { $area }.
unsubscribed = 🔕 Done. I won’t remind you { of-events } any more.
    .group = 🔕 Done. I won’t remind this group { of-events } any more.
not-subscribed = You don’t follow { $area }: there is nothing to change.
    .group = This group doesn’t follow { $area }: there is nothing to change.
stopped =
    🔕 Done. I won’t send you any more reminders or announcements.
    If you change your mind, send /{ command-events }.
    .group =
        🔕 Done. I won’t send any more reminders to this group.
        If you change your mind, send /{ command-events }.
stopped-nothing = You don’t get any reminders or announcements: there is nothing to stop. If you’d like to start, send /{ command-events }.
    .group = This group doesn’t get any reminders: there is nothing to stop. If you’d like to start, send /{ command-events }.

# --- /reminders
reminders-title = <b>Your reminders</b>
    .group = <b>The reminders of this group</b>
reminders-line = <b>{ $name }</b>: { $brief }
reminders-line-no-event = <b>{ $area }</b>: no { -event } planned for now
reminders-leads = I remind you { $leads }.
reminders-no-leads = No reminders: you only get the announcements.
    .group = No reminders: I only write if the { -event } changes.
reminders-how = Tap { -area(form: "a") } to choose when I remind you.
    .group = The group’s administrators can tap { -area(form: "a") } to choose when I remind you all.
reminders-none = You don’t follow any { -area } yet. Tap the name of { -area(form: "a") }: I’ll remind you before the { -event }.
    .group = This group doesn’t follow any { -area } yet. Its administrators can tap the name of { -area(form: "a") }: I’ll remind you all here before the { -event }.
leads-title = <b>Reminders for { $area }</b>
leads-event = The { -event } is on { $brief }.
leads-ask = When would you like to be reminded? Tap a line to change it from no to yes, or from yes to no.
    .group = When would you like to be reminded? The group’s administrators can tap a line to change it from no to yes, or from yes to no.
leads-next = The next reminder comes { $moment }.
leads-none-left = { $count ->
    [one] No more reminders will come for this { -event }.
   *[other] No more reminders will come for these { -event(form: "other") }.
}
button-lead = { $on ->
    [yes] ● Yes: { $lead }
   *[no] ○ No: { $lead }
  }
button-back-reminders = ↩️ My reminders
    .group = ↩️ The group’s reminders

# --- the reminder
reminder =
    🔔 <b>{ $moment }: { event-headline }</b>

    { $lines }
reminder-late = <i>Sorry, this reminder is late.</i>
reminder-more = … and { $count ->
    [one] one more { -event }
   *[other] { $count } more { -event(form: "other") }
}
button-map-area = 📍 Map: { $area }

# --- for the organisers
missed =
    ⚠️ <b>Reminders that did not go out</b>

    The bot was down, or Telegram did not answer. These reminders did not go out in time, and by now the { -event } has begun:

    { $lines }
missed-line = • { $name }, { $brief } ({ $lead }): { $people ->
    [one] 1 person
   *[other] { $people } people
  }
