# Passing a meeting on to somebody else.

button-share = Share
sharing-text = { $programme } { -event } in { $area }: { $date }, { $start }–{ $end }. { $venue }, { $address }.
sharing-text-unconfirmed = { $programme } { -event } in { $area }: { $date }, { $start }–{ $end } (date to be confirmed). { $venue }, { $address }.
sharing-title = { $area }: { $programme } { -event }
sharing-about = { $date }, { $start }–{ $end }. { $venue }, { $address }
sharing-as-of = <i>As it stands today, { $day }. To know if it changes: { $bot }</i>
button-add-to-group = Add me to a group
