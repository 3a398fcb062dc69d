# The numbers, for the organisers.

menu-statistics = See how it goes, in numbers
statistics-title = <b>How it goes</b>
statistics-people = <b>Who gets reminders: { $count ->
    [one] 1 person
   *[other] { $count } people
  }</b>
statistics-area = • { $area }: { $count }
statistics-announcements = <b>The latest announcements: delivered, of all</b>
statistics-reach = • { $text }: { $sent } of { $targeted }
statistics-questions =
    <b>Questions to the organisers</b>
    • answered: { $answered }
    • waiting: { $waiting }
    • dismissed: { $dismissed }
statistics-visits = <b>Links opened</b>
statistics-visit = • { $area }, { $source ->
    [poster] from the poster
   *[link] from a link
  }: { $count }
statistics-caption = The same numbers, as a picture.
chart-areas = Who follows each { -area }
chart-reach = Announcements: delivered / recipients
chart-questions = Questions to the organisers
chart-answered = answered
chart-waiting = waiting
chart-dismissed = dismissed
chart-nothing = Nothing yet.
statistics-coming = <b>Who said they are coming</b>
statistics-coming-to = • { $name }, { $date }: { $count }
