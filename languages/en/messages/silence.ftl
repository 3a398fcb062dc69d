# A pause: no messages until a day, or until the reader says so.

silence-ask =
    <b>How long would you like me to keep quiet?</b>

    { silence-covers }
    .group =
        <b>How long would you like me to keep quiet here?</b>

        { silence-covers.group }
silence-covers = During the pause I send you no reminders and no announcements. But if { -event(form: "a") } you follow changes or is cancelled, I still tell you. And if you write to me, I answer.
    .group = During the pause I send no reminders and no announcements here. But if { -event(form: "a") } you follow changes or is cancelled, I still tell you. And if you call me, I answer.
silence-day = Until which day? Write it as you would say it, for example “until Sunday” or “31 October”.
silence-day-unreadable = I did not understand “{ $text }”. Write a day that is still to come, for example “until Sunday” or “31 October”.
silence-begun = 🔕 <b>All right, I’ll keep quiet until the end of { $last }.</b> I’ll write to you again from { $back }.
    .group = 🔕 <b>All right, I’ll keep quiet here until the end of { $last }.</b> I’ll write again from { $back }.
silence-begun-for-good = 🔕 <b>All right, I’ll keep quiet until you tell me to start again.</b> The { -area(form: "other") } you follow stay as they are.
    .group = 🔕 <b>All right, I’ll keep quiet here until you tell me to start again.</b> The { -area(form: "other") } you follow stay as they are.
silence-until = 🔕 You are on a pause: I don’t write to you until the end of { $last }.
    .group = 🔕 This group is on a pause: I don’t write here until the end of { $last }.
silence-for-good = 🔕 You are on a pause: I don’t write to you until you tap “Start writing again”.
    .group = 🔕 This group is on a pause: I don’t write here until an administrator taps “Start writing again”.
button-silence = 🔕 Take a pause
button-silent-week = 🔕 For a week
button-silent-month = 🔕 For a month
button-silent-day = 🕘 Choose the day
button-silent-for-good = 🔕 Until I say so
    .group = 🔕 Until we say so
button-end-silence = 🔔 Start writing again
