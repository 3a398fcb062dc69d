# What a watched calendar says otherwise, as organisers are asked about it.

calendar-title =
    <b>The calendar says something else</b>
    { $count ->
    [one] In one case. It changes here
   *[other] In { $count } cases. Each changes here
  } only if you accept it; you see it once more before it is saved.
calendar-line = <b>{ $number }.</b> { $what }
calendar-changed = { $name }: { $what }
calendar-new = New: { $name } ({ $what })
calendar-new-without-area = New, and I do not know where it belongs: { $name } ({ $what }). It can only be added to the programme file.
calendar-gone = No longer in the calendar, or cancelled there: { $name } ({ $what })
calendar-texts = { $name }: { $what }. This can only be changed in the programme file.
calendar-text-title = title “{ $old }” → “{ $new }”
calendar-text-price = price “{ $old }” → “{ $new }”
calendar-text-link = link { $old } → { $new }
calendar-many-gone = { $count } of them are no longer in the calendar. Look at the calendar itself before you accept: it may have been emptied by mistake.
calendar-nothing = The calendar and I say the same, or you have decided.
calendar-stale = That was decided already, or the calendar says something else by now.
button-calendar-accept = ✅ { $number } Accept
button-calendar-ignore = ✖️ { $number } Ignore
audit-calendar-ignored = ignored what the calendar says ({ $what })
calendar-unread = I have not been able to read the watched calendar since { $since }: { $problem }. Until I can, nobody hears of its changes.
