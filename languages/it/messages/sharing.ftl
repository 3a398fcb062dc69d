# Mandare un incontro a qualcun altro.

button-share = Condividi
sharing-text = Incontro { $programme } a { $area }: { $date }, ore { $start }–{ $end }. { $venue }, { $address }.
sharing-text-unconfirmed = Incontro { $programme } a { $area }: { $date }, ore { $start }–{ $end } (data da confermare). { $venue }, { $address }.
sharing-title = { $area }: incontro { $programme }
sharing-about = { $date }, ore { $start }–{ $end }. { $venue }, { $address }
sharing-as-of = <i>Così risulta oggi, { $day }. Per sapere se cambia: { $bot }</i>
button-add-to-group = Aggiungimi a un gruppo
