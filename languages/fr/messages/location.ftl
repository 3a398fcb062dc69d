# Une position partagée. On ne la garde pas.

location-nearest =
    📍 <b>{ -event(form: "The") } { -event-le } plus proche de vous est à { $area }</b>, à environ { $kilometres } km à vol d’oiseau.

    { $lines }

    <i>Je ne garde pas votre position.</i>
location-unknown =
    Merci ! Mais je ne connais que l’adresse des lieux, et je ne sais pas lequel est le plus proche de vous.
    Choisissez votre { -area }, ou ouvrez le plan : il vous montre le chemin.

    <i>Je ne garde pas votre position.</i>
