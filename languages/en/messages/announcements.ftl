# Announcements, for organisers.

menu-announce = Write an announcement
draft-begin =
    <b>A new announcement</b>

    Send me what people should receive: a text, a photo, a document, a video, a place or an album.
    Write in { $language }. You can add other languages afterwards.

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
audience-all = everyone who follows { -area(form: "a") }
audience-areas = people who follow { $areas }
audience-readers = {" "}and read { $language }
draft-when-now = as soon as you confirm
draft-when-at = { $day } at { $time } ({ $countdown })
draft-quiet = I don’t disturb anybody at night: messages will go out { $day } at { $time }.
draft-wakes = { $count ->
    [one] ⚠️ It is urgent: it goes out even at night. 1 person’s phone will ring.
   *[other] ⚠️ It is urgent: it goes out even at night. { $count } people’s phones will ring.
  }
draft-nobody = There is nobody to send it to right now.
draft-ask-audience = Who should receive it? Choose the { -area } and, if you like, the language.
draft-ask-time = When should it go out?
draft-ask-repeat = How often should it be repeated?
draft-ask-buttons = Which buttons do you want below it?
draft-ask-languages = In which languages? Those who read a missing one receive the text in { $language }.
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
button-confirm-send = ✅ { $where ->
    [group] Send it there
   *[people] { $count ->
        [one] Send to 1 person
       *[other] Send to { $count } people
      }
  }
button-confirm-schedule = ✅ { $where ->
    [group] Schedule it there
   *[people] { $count ->
        [one] Schedule for 1 person
       *[other] Schedule for { $count } people
      }
  }
button-cancel = ❌ Cancel
draft-ask-time-typed =
    When should it go out? Write it as you would say it.
    For example: “tomorrow at 18:00” or “23/10 18:30”.
draft-time-unreadable = I didn’t understand “{ $text }”. Write a day and a time, for example “tomorrow at 18:00”.
draft-time-no-hour = I understood the day ({ $day }), but not the time. Please write the time too, for example “tomorrow at 18:00”.
draft-time-past = I understood { $day } at { $time }, but that is in the past. Please write a time that is still to come.
draft-ask-until = { $every }: until which day? Write it, for example “30 November”.
draft-until-unreadable = I didn’t understand “{ $text }”. Write just a day, for example “30 November”.
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
    [failed] <b>⚠️ Announcement reached nobody</b>
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
audience-group = the group or channel “{ $title }”
draft-group-gone = I’m no longer in that group or channel: please choose another.
button-retry = 🔁 { $count ->
    [one] Try again with 1 person
   *[other] Try again with { $count } people
  }
button-counts-file = 📄 Table of the numbers
announce-retrying = 🔁 { $count ->
    [one] Trying again with 1 person.
   *[other] Trying again with { $count } people.
  } I’ll send you a new report when it’s done.
counts-file = announcement
column-language = Language
column-targeted = Recipients
column-sent = Delivered
column-blocked = Blocked the bot
column-failed = Failed
column-skipped = Skipped
column-pending = Still to be sent
column-perhaps-twice = Perhaps twice
column-all = Total
audit-announcement-retried = had an announcement tried again with { $count ->
    [one] 1 person
   *[other] { $count } people
  }
approval-waiting = 👀 <b>Waiting for a second person.</b> It is for { $count ->
    [one] 1 person
   *[other] { $count } people
  }: it goes out only when another organiser approves. I have asked, and will let you know.
approval-asked = 👀 There is an announcement for { $count ->
    [one] 1 person
   *[other] { $count } people
  } to approve. It goes out only if you say yes.
approval-asked-by = 👀 { $name } wants to send an announcement to { $count ->
    [one] 1 person
   *[other] { $count } people
  }. It goes out only if you say yes too.
button-show-approval = 👀 Show me
button-approve = ✅ { $count ->
    [one] Approve: send to 1 person
   *[other] Approve: send to { $count } people
  }
button-send-back = ❌ Not like this: send it back
approval-nobody = For more than { $above } people a second organiser has to agree, but there is nobody to ask right now. The draft stays here.
approval-own = Somebody else has to approve it: you have already confirmed it.
approval-given = ✅ { $name } has approved your announcement.
approval-refused = ❌ { $name } sends your announcement back: look at it again and change it. It is a draft again; /{ command-announce } finds it.
approval-sent-back = ❌ Sent back: nothing goes out. I have told the author.
audit-approval-asked = asked for a second opinion on an announcement for { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-announcement-approved = approved an announcement for { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-announcement-sent-back = sent an announcement back
button-edit-delivered = ✏️ Correct it for everyone
button-withdraw = 🗑 Withdraw
repair-which = Which version do you want to correct?
repair-ask = { $kind ->
    [text] Send me the right text
   *[caption] Send me the right caption (the photo or file stays)
  }. It replaces this one, also on the phones of those who have received it:

    <i>{ $text }</i>
repair-no-words = A place has no words to correct. You can withdraw it and send another.
repair-same = This is the same as before: there is nothing to correct. Write the new text.
repair-refused = ⚠️ Telegram does not accept this text: { $reason } Nothing has changed.
repair-edit-proposed = This is how it reads once corrected. { $count ->
    [one] It changes for 1 person who has received it.
   *[other] It changes for { $count } people who have received it.
  } No phone will ring: who has read it may not notice.
repair-edit-waiting = { $count ->
    [one] 1 person is still to receive it, and gets it corrected.
   *[other] { $count } people are still to receive it, and get it corrected.
  }
repair-withdraw-proposed = Do you want to withdraw this announcement? { $count ->
    [one] It disappears from 1 person’s phone.
   *[other] It disappears from { $count } people’s phones.
  } Whoever has read it has read it.
repair-withdraw-waiting = { $count ->
    [one] 1 person is still to receive it, and will not.
   *[other] { $count } people are still to receive it, and will not.
  }
repair-too-old = ⚠️ { $count ->
    [one] 1 copy is more than 48 hours old: Telegram no longer allows to withdraw it.
   *[other] { $count } copies are more than 48 hours old: Telegram no longer allows to withdraw them.
  }
button-confirm-edit = ✅ { $count ->
    [one] Correct it for 1 person
   *[other] Correct it for { $count } people
  }
button-confirm-withdraw = 🗑 { $count ->
    [one] Withdraw it from 1 person
   *[other] Withdraw it from { $count } people
  }
button-drop-repair = ❌ Leave it as it is
repair-dropped = ❌ I have changed nothing.
repair-already = This correction has already been confirmed or dropped.
repair-nothing = There is nothing to correct or withdraw: this announcement has not gone out, or was withdrawn already.
repair-edit-confirmed = ✏️ <b>Correcting it.</b> I’ll send you the report when it’s done.
repair-withdraw-confirmed = 🗑 <b>Withdrawing it.</b> I’ll send you the report when it’s done.
repair-edit-report =
    <b>✏️ Announcement corrected</b>
    <i>{ $text }</i>

    To correct: { $targeted }
    Corrected: { $sent }
    Blocked the bot: { $blocked }
    Failed: { $failed }
    Skipped: { $skipped }
repair-withdraw-report =
    <b>🗑 Announcement withdrawn</b>
    <i>{ $text }</i>

    To withdraw: { $targeted }
    Withdrawn: { $sent }
    Blocked the bot: { $blocked }
    Failed: { $failed }
    Skipped: { $skipped }
audit-announcement-edited = corrected an announcement that had reached { $count ->
    [one] 1 person
   *[other] { $count } people
  }
audit-announcement-withdrawn = withdrew an announcement from { $count ->
    [one] 1 person
   *[other] { $count } people
  }
announce-live-location = I cannot announce a place that moves (a live location). Send me a fixed location, or a place with its name and address.
announce-left-out = ⚠️ { $what ->
    [origin] This is a forwarded message: it will arrive in my name, without saying who wrote it.
    [quote] The message you quote does not come along: I send only what you wrote.
    [motion] Of this live photo only the still picture arrives.
   *[buttons] The buttons of this message do not come along: you can add them again with 🔗 Buttons.
  }
draft-album-too-long = A caption of the album is too long: { $length } characters, and Telegram allows { $limit }. The photo is not lost: shorten the caption by editing your message, or send everything again with ✏️.
draft-album-only = This cannot be in the album: an album holds 2 to 10 photos and videos, or only documents, or only audio files. The album is as it was. When you have sent them all, press here.
draft-album-late = ⚠️ This part of the album came too late or does not fit any more, and is not in the announcement. If it matters, stop the announcement and send me the album again.
draft-closed = The announcement “{ $text }” has already been confirmed or cancelled by somebody else: what I had asked you to write is not needed any more.
repair-many-captions = In this album each photo has its own caption, and I cannot tell which one to correct. You can withdraw it and send another one.
approval-grown = 👀 The announcement “{ $text }” was confirmed for fewer people: now { $count ->
    [one] 1 person
   *[other] { $count } people
  } would get it. It waits: it goes out only if you agree.
approval-left = 👀 Whoever scheduled the announcement “{ $text }” may no longer send it. It waits: it goes out only if you agree. { $count ->
    [one] 1 person
   *[other] { $count } people
  } would get it.
approval-held-nobody = 👀 Your announcement “{ $text }” waits: for more than { $above } people a second organiser must agree, but right now there is nobody to ask. You find it in /{ command-diary }.
approval-grew = By now there are more people: look at the new number and, if it is right, approve again.
approval-repair-asked = 👀 { $name } wants to correct the announcement “{ $text }”, which { $count ->
    [one] 1 person has received
   *[other] concerns { $count } people
  }. It changes only if you agree too.
approval-repair-waiting = 👀 <b>This waits for a second person.</b> The correction concerns { $count ->
    [one] 1 person
   *[other] { $count } people
  }: it is made only once another organiser approves. I have already asked.
approval-repair-nobody = For more than { $above } people a second organiser must agree, but right now there is nobody to ask. Nothing has changed.
approval-repair-refused = ❌ { $name } does not agree with your correction: nothing has changed.
button-approve-repair = ✅ { $count ->
    [one] Approve: correct for 1 person
   *[other] Approve: correct for { $count } people
  }
button-refuse-repair = ❌ Not like this: leave it as it is
