# A meeting's card: confirmations and calendar.

card-confirmed = <i>Confirmed by the organisers on { $date }.</i>
reminder-confirmed = <i>Confirmed by the organisers.</i>
button-calendar = 📅 Calendar
calendar-summary = { $programme } { -event } in { $area }
calendar-alarm = In two hours: { $programme } { -event } in { $area }
calendar-caption = Open this file: the { -event } goes into your calendar, with a reminder two hours before.
calendar-caption-cancelled = The { -event } is cancelled. Open this file to take it out of your calendar.

# --- for organisers: is it still right?
right-ask =
    <b>This { -event } is near. Is everything still right?</b>

    { $event }

    If you say yes, the card will say that you confirmed it today.
button-right-yes = ✅ Yes, everything is right
button-right-change = ✏️ Change
right-done =
    ✅ Thank you. From now on the card and the reminders say that you have confirmed it.

    { $event }
right-stale = The { -event } has changed in the meantime. This is how it is now.
