# Envoyer une rencontre à quelqu’un d’autre.

button-share = Partager
sharing-text = { event-headline } : { $brief }{ $placed }.
sharing-text-unconfirmed = { event-headline } : { $brief } (date à confirmer){ $placed }.
sharing-title = { $name } : { -event } { $programme }
sharing-about = { $brief }{ $placed }
sharing-as-of = <i>Voilà ce qui est prévu aujourd’hui, { $day }. Pour savoir si cela change : { $bot }</i>
button-add-to-group = Ajoutez-moi à un groupe
