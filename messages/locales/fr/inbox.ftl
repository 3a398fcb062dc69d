# Les questions des habitants, pour les organisateurs.

menu-inbox = Répondre aux questions des habitants
inbox-empty = Aucune question n’attend de réponse.
inbox-title = { $count ->
    [one] <b>{ $count } question attend une réponse.</b>
   *[other] <b>{ $count } questions attendent une réponse.</b>
  } Voici la plus ancienne :
inbox-question =
    <i>{ $question }</i>

    { $people ->
    [one] Posée par { $people } personne
   *[other] Posée par { $people } personnes
  }, la première fois { $day } à { $time }.
inbox-new = ✉️ <b>Un habitant demande :</b>
button-answer = ✏️ Répondre
button-dismiss = 🗑 Retirer
button-learn = ✅ L’utiliser aussi pour d’autres
inbox-ask-answer = Écrivez la réponse à : <i>{ $question }</i>
inbox-answer-too-long = La réponse est trop longue : { $length } caractères, au maximum { $limit }. Raccourcissez-la et renvoyez-la-moi, s’il vous plaît.
inbox-answered = ✅ C’est fait. { $count ->
    [one] La réponse part vers { $count } personne.
   *[other] La réponse part vers { $count } personnes.
  }
inbox-learn-ask = Voulez-vous que, désormais, je réponde cela à toute personne qui pose la même question ?
inbox-learned = ✅ C’est fait. Désormais, je réponds cela quand on me le demande.
inbox-dismissed = 🗑 Retirée. Personne ne reçoit de réponse.
inbox-gone = Cette question n’est plus en attente.
