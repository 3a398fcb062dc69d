# Les pages dans le navigateur.

web-refusal-title = { $status ->
    [404] Cette page n’existe pas
    [405] Ce n’est pas possible ici
    [408] Cela a pris trop de temps
    [413] C’est trop volumineux
    [503] Revenez dans un instant
   *[other] Quelque chose n’a pas fonctionné
  }
web-refusal = { $status ->
    [404] L’adresse est peut-être mal écrite, ou la page a été retirée.
    [405] Cette page peut seulement être lue.
    [408] Votre demande n’est pas arrivée à temps. Réessayez.
    [413] Ce que vous avez envoyé dépasse ce que nous pouvons recevoir.
    [503] Le service démarre, ou a beaucoup à faire. Réessayez dans quelques secondes.
   *[other] Vous n’y êtes pour rien. Réessayez dans quelques minutes.
  }
