# For those who try the bot without Telegram.

stop-evening-before = The evening before: { $area }
stop-two-hours-before = Two hours before: { $area }
stop-after = After the { -event }: { $area }
sandbox-organiser = organiser
sandbox-resident = resident
sandbox-question = Where is the { -event }?
sandbox-announce = /{ command-announce }
