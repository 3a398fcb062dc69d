date-full = { $weekday }, { $day }. { $month } { $year }
date-long = { $weekday }, { $day }. { $month }
date-short = { $day }. { $month }
