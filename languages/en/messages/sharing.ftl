# Passing a meeting on to somebody else.

button-share = Share
sharing-text = { event-headline }: { $brief }{ $placed }.
sharing-text-unconfirmed = { event-headline }: { $brief } (date to be confirmed){ $placed }.
sharing-title = { $name }: { $programme } { -event }
sharing-about = { $brief }{ $placed }
sharing-as-of = <i>As it stands today, { $day }. To know if it changes: { $bot }</i>
button-add-to-group = Add me to a group
