# Dates and events, for organisers.

dates-ask =
    <b>Are the dates right?</b>

    The programme gives the day and the month, but not the year. These are the dates I worked out:

    { $events }

    Until you confirm them, I tell everyone that the date is still to be confirmed.
dates-line = • { $name }: { $brief }
button-confirm-dates = ✅ Yes, they’re right
dates-confirmed = ✅ Done. From now on the dates show as confirmed by the organisers.
dates-nothing = There are no dates to confirm.
button-confirm-date = ✅ Only { $name }, { $date }
button-change-dates = ✏️ Change a date

date-full = { $weekday } { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month }
date-short = { $day } { $month }
weekday-contradicts = “{ $text }” does not add up: that day is { $day }. Please write it again, with the right day.

right-ask-day =
    <b>These { -event(form: "other") } are near. Is everything still right?</b>

    { $events }

    If you say yes, their cards will say that you confirmed them today.
button-right-all = ✅ Yes, all of it is right
right-done-day = ✅ Thank you. From now on the cards and the reminders say that you have confirmed all of it.

# --- for followers: what is new
notice-new-together = 🔔 <b>New { $programme } { -event(form: "other") }</b>
