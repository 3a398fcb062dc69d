# Envoyer une rencontre à quelqu’un d’autre.

button-share = Partager
sharing-text = { -event(form: "One") } { $programme } à { $area } : { $date }, { $start }–{ $end }. { $venue }, { $address }.
sharing-text-unconfirmed = { -event(form: "One") } { $programme } à { $area } : { $date }, { $start }–{ $end } (date à confirmer). { $venue }, { $address }.
sharing-title = { $area } : { -event } { $programme }
sharing-about = { $date }, { $start }–{ $end }. { $venue }, { $address }
sharing-as-of = <i>Voilà ce qui est prévu aujourd’hui, { $day }. Pour savoir si cela change : { $bot }</i>
button-add-to-group = Ajoutez-moi à un groupe
