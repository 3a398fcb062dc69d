# Announcements, for organisers.

menu-announce = Write an announcement
draft-begin =
    <b>A new announcement</b>

    Send me what people should receive: a text, a photo, a document, a video, a place or an album.
    Write in Italian. You can add other languages afterwards.

    I’ll show it to you first: nothing goes out until you confirm.
button-resume-draft = ✏️ Go on with: { $text }
draft-ask-again = Send me the new content ({ $language }). It replaces the one before.
draft-ask-version = Send me the announcement in { $language }. Those who chose this language will receive it.
draft-album = I’m receiving your album. When you have sent everything, press here. If you want a caption, write it now.
button-show-album = ✅ That’s all: show me
draft-preview = Here is the announcement, as people will receive it:
draft-preview-version = This is what readers of { $language } will receive:
draft-refused =
    ⚠️ Telegram does not accept this announcement: { $reason }

    The draft is safe. Change it and try again.
draft-changed-meanwhile = Somebody changed this announcement in the meantime. I have overwritten nothing: look at it as it is now, and make your change again if it is still needed.
announce-unsupported = I can’t announce this kind of message. Send me a text, a photo, a video, a document, an audio file or a place.
announce-too-long = It is too long: { $length } characters, and Telegram allows { $limit }. Please shorten it and send it again.
announce-kind = { $kind ->
    [photo] 🖼 { $text }
    [video] 🎬 { $text }
    [animation] 🎬 { $text }
    [document] 📄 { $text }
    [audio] 🎵 { $text }
    [place] 📍 A place
   *[album] 🖼 Album { $text }
  }
draft-to = <b>To:</b> { $audience }
draft-count = <b>How many people:</b> { $count }
draft-when = <b>When:</b> { $when }
draft-repeat = <b>Repeats:</b> { $every ->
    [day] every day
    [week] every week
   *[month] every month
  }, until { $until }
draft-languages = <b>Written in:</b> { $languages }
draft-buttons = <b>Buttons:</b> { $buttons }
audience-all = everyone who follows a town
audience-towns = people who follow { $towns }
audience-readers = {" "}and read { $language }
draft-when-now = as soon as you confirm
draft-when-at = { $day } at { $time } ({ $countdown })
draft-quiet = I don’t disturb anybody at that hour: messages will go out { $day } at { $time }.
draft-wakes = { $count ->
    [one] ⚠️ It is urgent: it goes out even at night. 1 person’s phone will ring.
   *[other] ⚠️ It is urgent: it goes out even at night. { $count } people’s phones will ring.
  }
draft-nobody = There is nobody to send it to right now.
draft-ask-audience = Who should receive it?
draft-ask-time = When should it go out?
draft-ask-repeat = How often should it be repeated?
draft-ask-buttons = Which buttons do you want below it?
draft-ask-languages = In which languages? Those who read a missing one receive the Italian.
button-audience = 👥 To whom
button-when = 🕘 When
button-languages-of = 🌍 Languages
button-buttons = 🔗 Buttons
button-edit-text = ✏️ Change the content
button-everyone = Everyone
button-any-language = All languages
button-readers = Only readers of { $language }
button-now = As soon as I confirm
button-choose-time = 🕘 Choose day and time
button-repeat = 🔁 Repeat it
button-once = Only once
button-every = { $every ->
    [day] Every day
    [week] Every week
   *[month] Every month
  }
button-urgent = Urgent: goes out even at night
button-edit-version = ✏️ Change: { $language }
button-add-version = Add: { $language }
button-drop-version = 🗑 Remove
button-add-link = Add a link
button-drop-links = 🗑 Remove the links
button-confirm-send = ✅ { $count ->
    [one] Send to 1 person
   *[other] Send to { $count } people
  }
button-confirm-schedule = ✅ { $count ->
    [one] Schedule for 1 person
   *[other] Schedule for { $count } people
  }
button-cancel = ❌ Cancel
draft-ask-time-typed =
    When should it go out? Write it as you would say it.
    For example: “tomorrow at 18:00” or “23/10 18:30”.
draft-time-unreadable = I didn’t understand “{ $text }”. Write a day and a time, for example “tomorrow at 18:00”.
draft-time-no-hour = I understood the day ({ $day }), but not the time. Please write the time too, for example “tomorrow at 18:00”.
draft-time-past = I understood { $day } at { $time }, but that is in the past. Please write a time that is still to come.
draft-ask-until = { $every }: until which day? Write it, for example “30 November”.
draft-until-odd = I understood { $day }. The last day must come after the first ({ $first }), and within a year. Please write it again.
draft-ask-link =
    Write the text of the button, a dash and the address.
    For example: “The programme - https://example.org/programme”
draft-link-unreadable =
    I can’t make a button of this: “{ $text }”.
    Write a short text (at most 40 characters), a dash and an address that begins with https://
announce-hold = ⏳ { $count ->
    [one] <b>Goes out in { $seconds } seconds</b> to 1 person.
   *[other] <b>Goes out in { $seconds } seconds</b> to { $count } people.
  } In doubt? Stop it now: nothing has gone out yet.
announce-scheduled = ✅ <b>Scheduled</b> for { $day } at { $time } ({ $countdown }). { $count ->
    [one] As of now 1 person would receive it.
   *[other] As of now { $count } people would receive it.
  } I’ll send you a report when it’s done.
button-stop = ❌ Stop
button-change = ✏️ Change
announce-taken-back = ❌ <b>Stopped.</b> Nothing has gone out. The announcement is a draft again, and waits until you confirm.
announce-progress = 📤 <b>Sending: { $share }%</b> ({ $done } of { $targeted })
announce-progress-rate = { $rate } a second, about { $left } left
announce-paused = ⏸ <b>Paused: { $share }%</b> ({ $done } of { $targeted }). The others wait until you go on.
span-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
  }
span-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
  }
span-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
  }
button-pause = ⏸ Pause
button-resume = ▶️ Go on
button-stop-sending = ⏹ Stop
announce-stopping = ⏹ <b>Stopped.</b> { $count ->
    [one] 1 person will not receive it.
   *[other] { $count } people will not receive it.
  } What was already on its way cannot be called back. The report will follow shortly.
announce-done = ✅ <b>Done.</b> Delivered: { $sent }.
announce-stopped = ⏹ <b>Stopped.</b> Delivered: { $sent }. Not sent: { $skipped }.
announce-cancelled = ❌ Cancelled. Nothing was sent.
announce-stale = This button belongs to an earlier version of the announcement: use the ones in the latest message.
announce-already-sent = This announcement has already been confirmed or sent.
announce-not-offered = This choice does not exist (any more). Use the buttons in the latest message.
announce-report =
    { $stopped ->
    [yes] <b>⏹ Announcement stopped</b>
   *[no] <b>✅ Announcement delivered</b>
  }
    <i>{ $text }</i>

    Recipients: { $targeted }
    Delivered: { $sent }
    Blocked the bot: { $blocked }
    Failed: { $failed }
    Skipped: { $skipped }{ $pending ->
    [0] {""}
   *[other] {""}
    Still to be sent: { $pending }
  }{ $perhaps_twice ->
    [0] {""}
   *[other] {""}
    Perhaps delivered twice: { $perhaps_twice }
  }
announce-reasons = Why, in Telegram’s words:
announce-reason = • { $count } × { $reason }
audit-announcement-confirmed = confirmed an announcement for { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-announcement-taken-back = stopped an announcement before it went out
audit-announcement-stopped = stopped an announcement while it was going out: { $count ->
    [one] 1 person did not receive it
   *[other] { $count } people did not receive it
  }
audit-announcement-paused = paused an announcement
audit-announcement-resumed = let an announcement go on
