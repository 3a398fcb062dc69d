# Les mots pour les organisateurs.

not-organiser = Cette commande est réservée aux organisateurs.
help-organiser =
    <b>Pour les organisateurs</b>

    • Écrire une annonce, pour tout de suite ou pour l’heure de votre choix : /announce
    • Répondre aux questions des habitants : /inbox
knowledge-broken = ⚠️ J’ai trouvé une erreur dans les textes des réponses et je continue avec les précédents. { $problem }
