# For those who try the bot without Telegram.

stop-evening-before = The evening before: { $town }
stop-two-hours-before = Two hours before: { $town }
stop-after = After the meeting: { $town }
sandbox-organiser = organiser
sandbox-resident = resident
