# Mandare un incontro a qualcun altro.

button-share = Condividi
sharing-text = { -event(form: "One") } { $programme } a { $area }: { $date }, ore { $start }–{ $end }. { $venue }, { $address }.
sharing-text-unconfirmed = { -event(form: "One") } { $programme } a { $area }: { $date }, ore { $start }–{ $end } (data da confermare). { $venue }, { $address }.
sharing-title = { $area }: { -event } { $programme }
sharing-about = { $date }, ore { $start }–{ $end }. { $venue }, { $address }
sharing-as-of = <i>Così risulta oggi, { $day }. Per sapere se cambia: { $bot }</i>
button-add-to-group = Aggiungimi a un gruppo
