# Mandare un incontro a qualcun altro.

button-share = Condividi
sharing-text = { event-headline }: { $brief }{ $placed }.
sharing-text-unconfirmed = { event-headline }: { $brief } (data da confermare){ $placed }.
sharing-title = { $name }: { -event } { $programme }
sharing-about = { $brief }{ $placed }
sharing-as-of = <i>Così risulta oggi, { $day }. Per sapere se cambia: { $bot }</i>
button-add-to-group = Aggiungimi a un gruppo
