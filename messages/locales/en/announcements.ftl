# Announcements, for organisers.

menu-announce = Write an announcement
announce-ask-text =
    <b>A new announcement</b>

    Write the text here, the way you want it to arrive. You can use bold and italics.
    I’ll show it to you before it is sent: nothing goes out until you confirm.
announce-only-text = For now I can only announce text. Please write it here.
announce-preview = Here is the announcement, as people will receive it:
announce-panel =
    <b>To:</b> { $audience }
    <b>How many people:</b> { $count }
    <b>When:</b> { $when }
announce-audience-all = everyone who follows a town
announce-audience-towns = people who follow { $towns }
announce-when-now = as soon as you confirm
announce-when-at = { $day } at { $time } ({ $countdown })
announce-quiet = I don’t send messages at this hour: they will go out { $day } at { $time }.
announce-nobody = There is nobody to send it to right now.
button-audience-all = { $chosen ->
    [yes] ● Everyone
   *[no] ○ Everyone
  }
button-audience-town = { $chosen ->
    [yes] ● { $town }
   *[no] ○ { $town }
  }
button-choose-time = 🕘 Choose when
button-send-now = 🕘 Send now instead
button-edit-text = ✏️ Change the text
button-confirm-send = ✅ { $count ->
    [one] Send to 1 person
   *[other] Send to { $count } people
  }
button-confirm-schedule = ✅ { $count ->
    [one] Schedule for 1 person
   *[other] Schedule for { $count } people
  }
button-cancel = ❌ Cancel
announce-ask-time =
    When should it go out? Write it as you would say it.
    For example: “tomorrow at 18:00” or “23/10 18:30”.
announce-time-unreadable = I didn’t understand “{ $text }”. Write a day and a time, for example “tomorrow at 18:00”.
announce-time-no-hour = I understood the day ({ $day }), but not the time. Please write the time too, for example “tomorrow at 18:00”.
announce-time-past = I understood { $day } at { $time }, but that is in the past. Please write a time that is still to come.
announce-scheduled = ✅ <b>Scheduled</b> for { $day } at { $time }. { $count ->
    [one] 1 person will receive it.
   *[other] { $count } people will receive it.
  } I’ll send you a report when it’s done.
announce-sending = ✅ <b>On its way</b> to { $count ->
    [one] 1 person
   *[other] { $count } people
  }. I’ll send you a report when it’s done.
announce-cancelled = ❌ Cancelled. Nothing was sent.
announce-stale = This button belongs to an earlier version of the announcement: use the ones in the latest message.
announce-already-sent = This announcement has already gone out.
announce-report =
    <b>Announcement delivered</b>
    <i>{ $text }</i>

    Recipients: { $targeted }
    Received: { $sent }
    Blocked the bot: { $blocked }
    Failed: { $failed }
    Skipped: { $skipped }{ $twice ->
    [0] {""}
   *[other] {""}
    Possibly received twice: { $twice }
  }
