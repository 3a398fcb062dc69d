# The organisers’ diary.

menu-diary = See what goes out in the coming days
diary-title = <b>What goes out</b> ({ $count })
diary-how = Tap a number to see it, change it or leave it out.
diary-empty = <b>What goes out</b>

    Nothing is planned.
diary-reminder =
    <b>{ $number }. { $day }, { $time }</b> ({ $countdown })
    🔔 Reminder, { $area }: { $lead }
    { $count ->
        [one] To 1 person
       *[other] To { $count } people
    }
diary-announcement =
    <b>{ $number }. { $day }, { $time }</b> ({ $countdown }){ $repeats ->
    [yes] {" "}🔁
   *[no] {""}
  }
    { $text }
    To { $count ->
        [one] 1 person
       *[other] { $count } people
    }: { $audience }{ $state ->
    [prepared] {""}
    👀 <i>Prepared: goes out only if you approve it.</i>
    [draft] {""}
    ✏️ <i>A draft: goes out only if you confirm it.</i>
    [approval] {""}
    👀 <i>Waits for a second person’s yes.</i>
    [paused] {""}
    ⏸ <i>Paused: it goes on only if you let it.</i>
    [leaving] {""}
    📤 <i>Going out now.</i>
   *[scheduled] {""}
  }
button-archive = 📜 Already sent
button-diary = ↩️ Diary
archive-title = <b>Already sent</b> ({ $count })
archive-empty = <b>Already sent</b>

    No announcement has gone out yet.
archive-line = <b>{ $number }. { $day }, { $time }</b>{ $state ->
    [stopped] {" "}⏹ stopped
    [withdrawn] {" "}🗑 withdrawn
   *[done] {""}
  }
    { $text }
diary-reminder-open = ⬆️ This reminder goes out { $day } at { $time }. { $count ->
    [one] 1 person receives it.
   *[other] { $count } people receive it.
  }
button-call-off = ❌ Don’t send it
diary-gone = This reminder has gone out already, or the { -event } has changed. Open /{ command-diary } again.
reminder-called-off = ❌ All right: this reminder will not go out. The others stay.
audit-reminder-called-off = decided not to send a reminder for { $area }
