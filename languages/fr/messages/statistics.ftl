# Les chiffres, pour les organisateurs.

menu-statistics = Voir où on en est, en chiffres
statistics-title = <b>Où on en est</b>
statistics-people = <b>Qui reçoit les rappels : { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }</b>
statistics-area = • { $area } : { $count }
statistics-announcements = <b>Les dernières annonces : remises, sur le total</b>
statistics-reach = • { $text } : { $sent } sur { $targeted }
statistics-questions =
    <b>Questions aux organisateurs</b>
    • avec une réponse : { $answered }
    • en attente : { $waiting }
    • écartées : { $dismissed }
statistics-visits = <b>Liens ouverts</b>
statistics-visit = • { $area }, { $source ->
    [poster] depuis l’affiche
   *[link] depuis un lien
  } : { $count }
statistics-caption = Les mêmes chiffres, en image.
chart-areas = Qui suit chaque { -area }
chart-reach = Annonces : remises / destinataires
chart-questions = Questions aux organisateurs
chart-answered = avec réponse
chart-waiting = en attente
chart-dismissed = écartées
chart-nothing = Encore rien.
statistics-coming = <b>Qui a dit qu’il vient</b>
statistics-coming-to = • { $name }, { $date } : { $count }
