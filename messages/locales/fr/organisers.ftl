# Les mots pour les organisateurs.

not-organiser = Cette commande est réservée aux organisateurs.
not-owner = Seul un responsable peut faire cela.
not-your-town = Cela concerne une commune qui n’est pas parmi les vôtres : la personne qui s’en occupe peut le faire.
help-organiser = <b>Pour les organisateurs</b>
knowledge-broken = ⚠️ J’ai trouvé une erreur dans les textes des réponses et je continue avec les précédents. { $problem }
