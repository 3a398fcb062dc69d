# The pages in the browser.

web-refusal-title = { $status ->
    [404] This page does not exist
    [405] This cannot be done here
    [408] That took too long
    [413] That is too large
    [503] Come back in a moment
   *[other] Something went wrong
  }
web-refusal = { $status ->
    [404] Perhaps the address is misspelt, or the page was removed.
    [405] This page can only be read.
    [408] Your request did not arrive in time. Try again.
    [413] What you sent is larger than what we can receive.
    [503] The service is starting, or has much to do. Try again in a few seconds.
   *[other] It is not your fault. Try again in a few minutes.
  }

# --- the programme's page
web-skip = Go to the content
web-languages = Languages
web-about = About this page
web-areas = { -area(form: "Other") }
web-area = { -event(form: "Other") } in { $area }
web-all = All { -event(form: "other") }
web-more = And { $count } more: you find them on the pages below and in Telegram.
web-question = Do you have a question?
web-questions = Frequent questions
web-questions-bot = Here the bot answers for itself: the one that you find in Telegram.
web-more-answers = And { $count } more: you find them in the list below.
web-topic = { $topic ->
    [meeting] { -event(form: "Other") }
    [bot] The bot in Telegram
   *[other] Other questions
  }
web-map = Map
web-poster = Poster to print (PDF)
web-no-poster = There is no poster here
web-no-poster-text = There is a poster once the date is confirmed and still to come, and where this service can draw one. Day, hour and place are on the page all the same.
web-remind = Be reminded in Telegram
web-telegram = Ask in Telegram
web-calendars = In your calendar
web-calendars-about = When an hour or a place changes, it changes there too, but only when your calendar looks: that may take a day. Reminders in Telegram tell you sooner.
web-calendar-device = Phone or computer (Apple and others)
web-calendar-google = Google Calendar
web-calendar-outlook = Outlook
web-calendar-file = Only the file
web-calendar-add = Put it into the calendar
web-privacy = Privacy
web-privacy-text =
    This page uses no cookies, loads nothing from other sites, holds no programs and asks nothing of you. We keep no record of who reads it; whoever runs the machine or the network may keep a record of requests.

    The links to Telegram and to the map lead to other people's sites, with their own rules. They open only when you tap them.

    Nothing of those who use the bot is here. What the bot knows of you, and how to erase it, the bot tells you itself: write /{ command-privacy } to it
web-accessibility = Accessibility
web-accessibility-text =
    This page is made of text, headings, lists and links. It can be read without scripts, with the keyboard alone, on a screen 320 points wide, enlarged to 200 %, in the colours of your device and in print. Its makers have every kind of page walked by a program that looks for barriers (axe), and it finds none.

    Nobody who uses a screen reader every day has tried it yet: we cannot say that it works for everyone.

    The maps and Telegram belong to others: address and hours are always written here too.

    If there is something you cannot do, tell the organisers: in the bot with ✉️, or in person.
