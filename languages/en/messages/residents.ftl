# Words for the residents. Short sentences, friendly, no jargon.

today = today
tomorrow = tomorrow
in-days = in { $days ->
    [one] one day
   *[other] { $days } days
  }{ $hours ->
    [0] {""}
    [one] {" "}and one hour
   *[other] {" "}and { $hours } hours
  }
in-hours = in { $hours ->
    [one] one hour
   *[other] { $hours } hours
  }{ $minutes ->
    [0] {""}
    [one] {" "}and one minute
   *[other] {" "}and { $minutes } minutes
  }
in-minutes = { $minutes ->
    [0] any moment now
    [one] in one minute
   *[other] in { $minutes } minutes
  }

language-name = English

# --- welcome and help
welcome =
    <b>Hello! I’m { -bot }.</b>
    I’m here to help with the { $programme } { -event(form: "other") }.

    Choose { $named ->
        [area] your { -area }
       *[other] { -event(form: "a") }
    } to see when and where. Or ask me a question, just as you would say it.
welcome-no-events =
    <b>Hello! I’m { -bot }.</b>
    I’m here to help with the { $programme } { -event(form: "other") }.

    There are no more { -event(form: "other") } planned for now. But do ask me a question, just as you would say it.
welcome-unknown-area = The link you opened is about { -area(form: "a") } I don’t know. Here are the { -event(form: "other") } I know about:
help =
    <b>What I can do for you</b>

    • Tell you when and where the { -event(form: "other") } are: /{ command-events }
    • Remind you, when you choose: /{ command-reminders }
    • Answer your questions: write them here, just as you would say them
    • Speak another language: /{ command-language }
    • Show you what I know about you, and delete it: /{ command-privacy }
    • Stop writing to you: /{ command-stop }

    If I don’t know something, I’ll tell you. And I can ask the organisers for you.
    .group =
        <b>What I can do in this group</b>

        • Tell you when and where the { -event(form: "other") } are: /{ command-events }
        • Remind you of them here, if the group’s administrators want it: /{ command-reminders }
        • Answer questions: send /{ command-ask } and the question, or reply to a message of mine
        • Speak another language: /{ command-language }
        • Show you what I know about this group, and delete it: /{ command-privacy }
        • Stop sending reminders here: /{ command-stop }

        If I don’t know something, I say so. And I can ask the organisers for you.
ask-me = Write me your question, just as you would say it. For example: “What time does it start?”

# --- meetings
events-title = <b>The { $programme } { -event(form: "other") }</b>
events-line =
    <b>{ $name }</b>
    { $brief }{ $place_line }
events-line-cancelled = <b>{ $name }</b>: cancelled. It was planned for { $date }.
events-none = There are no { -event(form: "other") } planned for now. When new ones come, you will find them here.
events-pick = Tap { $named ->
        [area] { -area(form: "a") }
       *[other] { -event(form: "a") }
    } for the details and to get reminders.
    .group = Tap { $named ->
            [area] { -area(form: "a") }
           *[other] { -event(form: "a") }
        } for the details.
card =
    <b>{ event-headline }</b>

    { $facts }
card-unconfirmed = <i>The organisers have not confirmed the date yet.</i>
card-cancelled = <b>Cancelled.</b> This { -event } will not take place.
card-full = <b>Fully booked:</b> there are no places left.
card-moved = <b>The day, the time or the place has changed</b> since the first programme: what is written above is right.
card-over = This { -event } has already taken place.
button-map = 📍 Map
button-events = ↩️ All the { -event(form: "other") }
button-show-events = See the { -event(form: "other") }
button-all-events = 📋 All { -event(form: "other") }
button-event = { $name }, { $date }
button-event-timed = { $name }, { $date }, { $start }

# --- questions
not-sure = I’m not sure I understood. This is what I know.
did-you-mean-else = If you meant something else, is it { $count ->
    [one] this
   *[other] one of these
}?
did-you-mean = I’m not sure I understood. Did you mean { $count ->
    [one] this
   *[other] one of these
}?
button-none-of-these = { $count ->
    [one] No, something else
   *[other] None of these
}
unknown =
    I don’t know this one, and I’d rather not guess.
    I can pass your question on to the organisers: they will answer you here.
unknown-or-one-of-these = Or did you mean { $count ->
    [one] this
   *[other] one of these
}?
unknown-nothing-asked = Write me a question about the { -event(form: "other") }, just as you would say it. For example: “Where is the { -event }?”
button-pass-on = ✉️ Ask the organisers
passed-on = ✉️ Done. I’ve passed your question on to the organisers. When they answer, I’ll write to you here.
pass-on-lost = I can’t find your question any more. Please write it again.
pass-on-not-yours = Only the person who asked the question can pass it on to the organisers.
already-passed-on = I’ve already passed this question on to the organisers. When they answer, I’ll write to you here.
answer-from-organisers =
    ✉️ <b>The organisers have answered</b>

    You asked: <i>{ $question }</i>

    { $answer }
correct-date = No, { event-the } is on { $when }.
correct-time = No, { event-the } is { $times }, on { $date }.
correct-venue = No, { event-the } is here: { $place }.
correct-order = Only one { -event } is planned in { $area }: { $when }.
correct-several = No. The { -event(form: "other") } in { $area } are these:
correct-area = There are no { $programme } { -event(form: "other") } in { $claimed }. The { -event(form: "other") } are in these { -area(form: "other") }:
correct-area-nowhere = There are no { $programme } { -event(form: "other") } in { $claimed }. These are the { -event(form: "other") }:
correct-area-unnamed = There are no { $programme } { -event(form: "other") } in that { -area }. The { -event(form: "other") } are in these { -area(form: "other") }:
correct-day = There is no { $programme } { -event } then. These are the { -event(form: "other") }:
correct-no-such-venue = No { $programme } { -event } is in such a place. These are the { -event(form: "other") }:
correct-none-after = There is none after that one. These are the { -event(form: "other") }:
correct-none-before = There is none before that one. These are the { -event(form: "other") }:
correct-measure = { $programme } has { $count } { -measure(form: "other") }: there is no { -measure } { $number }.
no-event-ahead = There are no more { -event(form: "other") } planned in { $area }.
event-over = { event-The } on { $date } is over.
event-called-off = { event-The } on { $date } is <b>cancelled</b>: it will not take place.
events-elsewhere = These { -event(form: "other") } are planned:
ask-which-area = Which { -area } do you mean?

# --- language
choose-language = Which language would you like me to write in?
    .group = In which language would you like me to write in this group?
language-chosen = Done: from now on I’ll write to you in English.
    .group = Done: from now on I write in English here.

# --- privacy
privacy =
    <b>What I know about you</b>

    I keep only what I need:
    • the number of your Telegram chat, your language, since when you write to me and whether you blocked me, to write to you;
    • the { -area(form: "other") } you follow and when you want to be reminded, for the reminders, and whether you asked for a pause;
    • which messages I have sent you, so as not to send them twice;
    • where in the chat the last cards of { -event(form: "other") } are, to keep them up to date;
    • if you tap “I am coming”, that you are: until the { -event } ends, and to ask you how it was; then only the number of all remains;
    • the mark you give to { -event(form: "a") } and the words you add: after three days they stay, but nobody knows whose they are;
    • for 15 minutes, the subject we are talking about, to understand questions like “and tomorrow?”, and what I wait for you to write;
    • the questions you ask me to pass on to the organisers, to get you the answer. They read the question, not who asks it. If the answer is of use to all, I keep it with the words of the question, without you, until you delete your data.

    I don’t keep your name, your phone number or the other messages you write to me. Messages pass through Telegram; I give nothing to anyone else.

    You can have a copy of your data, or delete everything, whenever you like.
button-export = Give me my data
    .group = Give us our data
button-erase = 🗑 Delete my data
    .group = 🗑 Delete our data
erase-ask =
    Do you really want to delete everything I know about you?
    You will also lose the reminders you asked for.
    .group =
        Do you really want to delete everything I know about this group?
        You will also lose the reminders you asked for.
button-erase-confirm = ✅ Yes, delete everything
button-back = ↩️ Back
button-never-mind = ❌ Never mind
never-mind = ❌ All right, never mind.
erased = Done. I’ve deleted everything I knew about you. If you’d like to start again, send /{ command-start }.
    .group = Done. I have deleted everything I knew about this group. If you want to start again, send /{ command-events }.
export-caption = Here is everything I know about you.
    .group = Here is everything I know about this group.

# --- special cases
unknown-command = I don’t know this command. Here is what I can do:
old-button = This button no longer works. Here is the latest list of { -event(form: "other") }:
only-text = I only understand written messages. Write me a question, just as you would say it, or tap below.
only-spoken-text = I’m sorry, I cannot listen to voice messages. Write me your question in a few words of your own, or tap below.
only-text-here = Here a voice message is not enough: please write it to me, or tap below.
only-text-or-voice = I understand written messages and voice messages. Ask me a question either way, or tap below.
spoken-understood =
    I understood:
    <blockquote>{ $text }</blockquote>
spoken-unheard = { $reason ->
    [busy] I already have many voice messages to listen to just now.
    [too_long] I listen to voice messages of up to one minute.
    [nothing_said] I could not make out any words in your voice message.
   *[failed] Sorry, I was not able to listen to your voice message.
  } { $reason ->
    [too_long] Tell me in a few words, or write to me.
    [nothing_said] Try speaking closer to the phone, or write to me.
   *[failed] Try again in a minute, or write to me.
  } If anyone is in danger, call { $emergency } at once.
perhaps-danger = ⚠️ If anyone is in danger, call { $emergency } at once.
spoken-welcome = Yes: in our chat you can send me voice messages of up to one minute. I write what I understood, and the answer. I do not answer aloud, and I don’t understand photos or stickers.
privacy-spoken = I turn voice messages into words here, on the computer I run on, without sending them to anyone; I do not keep the sound.
flood = You have sent me so many messages at once that I can’t keep up. Wait a minute, then write to me again: I’ll gladly answer.
something-went-wrong = Sorry, something went wrong. Please try again in a moment.
button-help = What can you do?
button-reminders = My reminders
    .group = The group’s reminders
button-languages = Change language
button-privacy = Privacy

# --- profile and command menu
profile-description =
    I’m { -bot }. I tell you when and where the { $programme } { -event(form: "other") } are{ $count ->
        [0] {""}
       *[other] {" "}({ $areas })
    }. I remind you about them and answer your questions.
    Press Start to begin.
profile-short-description = { $programme } { -event(form: "other") }: when, where, reminders and answers.
menu-events = The { -event(form: "other") }: when and where
menu-reminders = My reminders
    .group = The group’s reminders
menu-ask = Ask a question
menu-language = Change language
menu-privacy = My data
    .group = The group’s data
menu-stop = Stop all messages
    .group = Get no more reminders
menu-help = What I can do

# --- duration: "two and a half hours"
duration = { $minutes ->
    [0] { $hours ->
        [one] one hour
        [2] two hours
        [3] three hours
       *[other] { $hours } hours
      }
    [30] { $hours ->
        [0] half an hour
        [one] an hour and a half
        [2] two and a half hours
        [3] three and a half hours
       *[other] { $hours } and a half hours
      }
   *[other] { $hours ->
        [0] { $minutes } minutes
        [one] one hour and { $minutes } minutes
        [2] two hours and { $minutes } minutes
        [3] three hours and { $minutes } minutes
       *[other] { $hours } hours and { $minutes } minutes
      }
  }
events-unconfirmed = <i>The organisers have not confirmed the dates yet.</i>
edit-is-command = I do not carry out a command written by editing a message: send it as a new message.
edit-passed-on = ⚠️ I passed the question on to the organisers as it was before. If it has changed, pass it on again with ✉️.
edit-too-late = ⚠️ The edit of your message does not count: what you had written is already confirmed. If it matters, change it from the start.
edit-too-late-announced = ⚠️ The edit of your message does not count for the announcement “{ $text }”: it is already confirmed. You can still change it from here.
edit-not-taken = ⚠️ The edit of these words does not count: to change the caption use ✏️ Change the content.
