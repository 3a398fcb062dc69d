# Quand le programme est terminé.

privacy-sunset = { $count ->
    [one] Un jour après
   *[other] { $count } jours après
  } { -event(form: "the-last") }, j’efface tout de moi-même (plus tard, si vous m’avez écrit depuis moins longtemps).
sunset = 🗑 Le programme est terminé depuis un certain temps. { $count ->
    [one] J’ai oublié { $count } chat
   *[other] J’ai oublié { $count } chats
  } : les personnes et les groupes ne reçoivent plus rien. Il reste les chiffres des comptes rendus, sans savoir de qui ils viennent.
