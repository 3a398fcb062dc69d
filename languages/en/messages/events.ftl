# A meeting's card: confirmations and calendar.

card-confirmed = <i>Confirmed by the organisers on { $date }.</i>
reminder-confirmed = <i>Confirmed by the organisers.</i>
button-calendar = 📅 Calendar
calendar-summary = { event-headline }
calendar-cancelled = cancelled
calendar-alarm = In two hours: { event-headline }
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

# What an event is called: by its title or kind, else by the word for it and its area.

event-word = { -event(form: "One") }
event-headline =
    { $named ->
        [title] { $name }
        [none] { $programme } { -event }
       *[area] { $programme } { -event } in { $area }
    }
event-plain =
    { $named ->
        [title] { $name }
        [none] { $programme } { -event }
       *[area] { $programme } { -event } in { $area }
    }
event-the =
    { $named ->
        [title] “{ $name }”
        [none] the { -event }
       *[area] the { -event } in { $area }
    }
event-The =
    { $named ->
        [title] “{ $name }”
        [none] The { -event }
       *[area] The { -event } in { $area }
    }
event-to-the =
    { $named ->
        [title] to “{ $name }”
        [none] to the { -event }
       *[area] to the { -event } in { $area }
    }
event-on-the =
    { $named ->
        [title] about “{ $name }”
        [none] about the { -event }
       *[area] about the { -event } in { $area }
    }
event-the-programme =
    { $named ->
        [title] “{ $name }”
        [none] the { $programme } { -event }
       *[area] the { $programme } { -event } in { $area }
    }
event-The-programme =
    { $named ->
        [title] “{ $name }”
        [none] The { $programme } { -event }
       *[area] The { $programme } { -event } in { $area }
    }
event-a-new-programme =
    { $named ->
        [title] “{ $name }”
        [none] a new { $programme } { -event }
       *[area] a new { $programme } { -event } in { $area }
    }
event-A-new =
    { $named ->
        [title] A new { -event }: { $name }
        [none] A new { -event }
       *[area] A new { -event } in { $area }
    }
event-at =
    { $named ->
        [title] { " " }for “{ $name }”
        [none] { "" }
       *[area] { " " }in { $area }
    }
of-events =
    { $feed ->
        [area] of the { -event(form: "other") } in { $area }
       *[other] of “{ $area }”
    }
events-of =
    { $feed ->
        [area] the { -event(form: "other") } in { $area }
       *[other] “{ $area }”
    }

# When it takes place: with an end, without, all day, until a later day.

event-when =
    { $hours ->
        [from-to] { $date }, from { $start } to { $end }
        [from] { $date }, at { $start }
        [until] { $date } to { $until }
       *[all-day] { $date }, all day
    }
event-times =
    { $hours ->
        [from-to] from { $start } to { $end }
        [from] at { $start }
        [until] until { $until }
       *[all-day] all day
    }
event-brief =
    { $hours ->
        [from-to] { $date }, { $start }–{ $end }
        [from] { $date }, { $start }
        [until] { $date } – { $until }
       *[all-day] { $date }
    }

# The facts of a card, a line each; those that are not given are left out.

fact-when = <b>When:</b> { $value }
fact-where = <b>Where:</b> { $value }
fact-online = <b>Online:</b> { $value }
fact-access = <b>Access:</b> { $value }
fact-people = <b>With:</b> { $value }
fact-note = <b>Note:</b> { $value }
fact-price = <b>Price:</b> { $value }
fact-booking = <b>Booking:</b> { $value }
fact-booking-until = <b>Booking</b> until { $day }: { $value }
fact-contact = <b>Questions:</b> { $value }
fact-link = { $value }
