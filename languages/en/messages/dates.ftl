# Dates and events, for organisers.

dates-ask =
    <b>Are the dates right?</b>

    The programme gives the day and the month, but not the year. These are the dates I worked out:

    { $events }

    Until you confirm them, I tell everyone that the date is still to be confirmed.
dates-line = • { $area }: { $date }, { $start }–{ $end }
button-confirm-dates = ✅ Yes, they’re right
dates-confirmed = ✅ Done. From now on the dates show as confirmed by the organisers.
dates-nothing = There are no dates to confirm.
button-confirm-date = ✅ Only { $area }, { $date }
button-change-dates = ✏️ Change a date

date-full = { $weekday } { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month }
date-short = { $day } { $month }
weekday-contradicts = “{ $text }” does not add up: that day is { $day }. Please write it again, with the right day.
