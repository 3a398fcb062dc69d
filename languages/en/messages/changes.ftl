# Changing meetings: for organisers, and the notices to those who follow a town.

menu-edit = Change { -event(form: "a") }

# --- choosing
edit-which = <b>Which { -event } do you want to change?</b>
edit-nothing = There are no { -event(form: "other") } ahead that you can change. You can make a new one.
button-edit-event = { $name }, { $date }
button-edit-unconfirmed = { $name }, { $date }?
button-edit-cancelled = ❌ { $name }, { $date }
button-confirm-all-dates = ✅ The dates are all right
button-new-event = New { -event }
button-edit-list = ↩️ All { -event(form: "other") }

# --- what
edit-facts =
    <b>{ event-headline }</b>
    { $lines }
edit-event =
    { $event }

    { $count ->
    [0] Nobody follows this { -area } yet.
    [one] Following this { -area }: 1 person.
   *[other] Following this { -area }: { $count } people.
  } What do you want to change?
button-field-day = 🕘 Day
button-field-hours = 🕘 Hours
button-field-when = 🕘 Day and time
button-field-venue = 📍 Place
button-field-note = ✏️ Note
button-field-nonote = 🗑 Remove the note
button-field-cancel = ❌ Cancel the { -event }
button-field-revive = ✅ It takes place after all
button-field-more = ✏️ Change something else too
button-field-back = ↩️ Back
button-field-newvenue = ✏️ Another place
button-field-address = ✏️ Correct name or address
button-right = ✅ Everything is right

# --- typing
edit-ask-day =
    Which day? Now it is { $date }.
    Write it as you would say it: “24 October”, “Friday”, “a week later”.
edit-ask-hours =
    What time? Now it is { $times }.
    Write it as you would say it: “from 18:00 to 20:30”, “at 7pm”, “an hour later”.
edit-ask-note =
    Write the note: everyone reads it on the { -event }'s card and in the reminders.
    For example: “Entrance from the courtyard”.
edit-ask-newvenue =
    Write the name of the place and its address, with a comma between them.
    For example: “Sala Rossa, via Roma 1”.
edit-ask-address =
    Now it is: { $place }.
    Write the right name and the right address, with a comma between them. This goes for every { -event } at this place.
edit-venue = Where is { event-the }?
edit-more =
    { $event }

    Nothing is saved yet. What else do you want to change?
edit-same = It is like that already: there is nothing to save.
edit-unreadable = I did not understand “{ $text }”. Write a day or a time, for example “24 October” or “from 18:00 to 20:30”.
edit-only-day = Only the day changes here; the hours stay as they are. Write just the day, for example “24 October”; for the hours tap 🕘 Hours.
edit-only-hours = Only the hours change here; the day stays as it is. Write just the hours, for example “from 18:00 to 20:30”; for the day tap 🕘 Day.
edit-past = I understood { $day } at { $time }, but that has passed. Write a time that is still to come.
edit-end-first = I understood from { $start } to { $end }, but then it ends before it starts. Write the hours again, for example “from 18:00 to 20:30”.
edit-no-day = I understood the time, but not the day. Write both, for example “24 October from 18:00 to 20:30”.
edit-no-hours = I understood the day, but not the time. Write both, for example “24 October from 18:00 to 20:30”.
edit-no-address = I only understood “{ $text }”. Write the name of the place and its address, with a comma between them, for example “Sala Rossa, via Roma 1”.
edit-too-long = The text is too long: { $length } characters, at most { $limit }. Shorten it and send it again.

# --- before and after
edit-change =
    <b>This is what changes{ event-at }:</b>

    { $changes }

    Nothing is saved yet.
edit-advise-telling = { $count ->
    [0] I suggest telling those who follow { $area }: only groups so far.
    [one] I suggest telling those who follow { $area }: 1 person.
   *[other] I suggest telling those who follow { $area }: { $count } people.
  }
edit-advise-silence = { $count ->
    [0] No need to tell those who follow { $area } (only groups so far): whoever opens the card sees the news.
    [one] No need to tell those who follow { $area } (1 person): whoever opens the card sees the news.
   *[other] No need to tell those who follow { $area } ({ $count } people): whoever opens the card sees the news.
  }
edit-nobody = Nobody follows { $area } yet: there is nobody to tell.
edit-quiet = I disturb nobody at this hour: if you tell them, the notice goes out { $day } at { $time }.
edit-wakes = The { -event } is near: if you tell them, the notice goes out at once, even at night.
button-save = ✅ Save
button-save-silently = ✅ Save without telling
button-save-and-tell = ✅ { $count ->
    [0] Save and tell the groups
    [one] Save and tell 1 person
   *[other] Save and tell { $count } people
  }
button-create = ✅ Make the { -event }
button-create-silently = ✅ Make it without telling
button-create-and-tell = ✅ { $count ->
    [0] Make it and tell the groups
    [one] Make it and tell 1 person
   *[other] Make it and tell { $count } people
  }
button-drop-change = ❌ Leave everything as it was
edit-dropped = ❌ I left everything as it was.
edit-saved =
    ✅ <b>Saved.</b>

    { $event }
edit-created =
    ✅ <b>Made.</b>

    { $event }
edit-telling = { $count ->
    [0] I am telling the groups.
    [one] I am telling 1 person.
   *[other] I am telling { $count } people.
  }
edit-telling-later = { $count ->
    [0] I will tell the groups { $day } at { $time }.
    [one] I will tell 1 person { $day } at { $time }.
   *[other] I will tell { $count } people { $day } at { $time }.
  }
edit-not-telling = I am telling nobody. Cards and reminders are up to date already.
edit-stale = This button belongs to an earlier version: use those of the last message.
edit-conflict = Someone else has changed this { -event } in the meantime. I saved nothing. This is how it is now:
edit-not-yours = This { -event } is not one of yours.
edit-gone = This { -event } is no longer there, or is over.

# --- a new meeting
edit-new-area = In which { -area } is the new { -event }?
edit-new-when =
    <b>{ event-A-new }</b>

    When will it be? Write the day and the time, for example “24 October from 18:00 to 20:30”.
edit-new =
    <b>This is the new { -event }:</b>

    { $event }

    Nothing is saved yet.

# --- notices to those who follow a town
changed-cancelled = ❌ <b>Cancelled: { event-the-programme } will not take place.</b> It was planned for { $old_when }.
changed-revived = ✅ <b>{ event-The-programme } will take place after all.</b> It had been cancelled.
changed-day = <b>New date{ event-at }: { $when }.</b> It was { $old_when }.
changed-hours = <b>New hours{ event-at }: { $times }.</b> It was { $old_times }.
changed-venue = <b>New place{ event-at }: { $place }.</b> It was { $old_place }.
changed-address = <b>The right place{ event-at }: { $place }.</b> I had written { $old_place }.
changed-note = <b>A note { event-on-the }:</b> { $note }
changed-note-gone = The note { event-on-the } no longer holds.
notice-event =
    <b>{ event-headline }</b>
    { $lines }
notice-after-cancelled = If there is another { -event }{ event-at }, I will tell you here.
notice-new =
    🔔 <b>There is { event-a-new-programme }</b>

    { $lines }
notice-none-ahead =
    There are no more { $programme } { -event(form: "other") } ahead in { $area } for now.
    If a new one comes up, I will tell you here.

# --- audit
audit-event-changed = changed { event-the } ({ $what }){ $count ->
    [0] {""}
    [one] {""} and told 1 person
   *[other] {""} and told { $count } people
  }
audit-event-created = made { -event(form: "a") } in { $area } ({ $what }){ $count ->
    [0] {""}
    [one] {""} and told 1 person
   *[other] {""} and told { $count } people
  }
audit-event-cancelled = cancelled { event-the } ({ $what }){ $count ->
    [0] {""}
    [one] {""} and told 1 person
   *[other] {""} and told { $count } people
  }
audit-event-confirmed = confirmed { event-the } ({ $what })

# --- a name in a list of many pages
find-ask = 🔎 Type a part of the name, and I open the page where it stands.
find-none = I found nothing of that name. Try another part of it.
