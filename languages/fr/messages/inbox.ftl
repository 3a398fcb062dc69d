# Les questions des habitants, pour les organisateurs.

menu-inbox = Répondre aux questions des habitants
inbox-empty = Aucune question en attente.
inbox-title = { $count ->
    [one] <b>{ $count } question en attente</b>
   *[other] <b>{ $count } questions en attente</b>, de la plus ancienne à la plus récente :
  }
inbox-line =
    <b>{ $number }.</b> { $question }
    <i>{ $people ->
    [one] { $people } personne
   *[other] { $people } personnes
  }, { $day } à { $time }</i>
inbox-pick = Touchez le numéro d’une question pour y répondre.
inbox-question =
    <i>{ $question }</i>

    { $people ->
    [one] Une personne l’a demandé, { $day } à { $time }.
   *[other] { $people } personnes l’ont demandé, la première { $day } à { $time }.
  }
inbox-wordings = <b>Demandé aussi ainsi :</b>
inbox-wording = • <i>{ $question }</i>
inbox-more-wordings = { $count ->
    [one] • et d’une autre façon
   *[other] • et de { $count } autres façons
  }
inbox-how = Pour répondre, touchez ✏️ (ou répondez à ce message). Je vous montre la réponse avant de l’envoyer.
inbox-new = ✉️ <b>Un habitant demande :</b>
button-answer = ✏️ Répondre
button-dismiss = 🗑 Écarter
button-inbox = ↩️ Les autres questions
button-reopen = ↩️ La remettre parmi les questions
button-learn = ✅ L’utiliser aussi pour d’autres
button-learned = Réponses que j’ai apprises : { $count }
button-all-learned = Réponses que j’ai apprises
inbox-ask-answer = Écrivez la réponse à : <i>{ $question }</i>
inbox-answer-too-long = La réponse est trop longue : { $length } caractères, { $limit } au maximum. Raccourcissez-la et renvoyez-la-moi.
inbox-preview = Voici la réponse, telle qu’elle arrivera :
inbox-confirm = { $count ->
    [one] Elle va à la personne qui l’a demandé.
   *[other] Elle va aux { $count } personnes qui l’ont demandé.
  } Rien ne part sans votre confirmation.
button-send-answer = ✅ { $count ->
    [one] Envoyer à { $count } personne
   *[other] Envoyer à { $count } personnes
  }
button-change-answer = ✏️ Réécrire
inbox-dropped = ❌ Rien n’a été envoyé. La question reste en attente.
inbox-answered = ✅ C’est fait. { $count ->
    [one] La réponse va à { $count } personne.
   *[other] La réponse va à { $count } personnes.
  }
inbox-learn-ask = Voulez-vous que je réponde ainsi, désormais, à tous ceux qui posent la même question, de n’importe { -area(form: "which") } ?
inbox-learned = ✅ C’est fait. Je réponds désormais ainsi à ceux qui le demandent.
inbox-learned-already = Je l’ai déjà apprise.
inbox-dismissed = 🗑 Écartée. Personne ne reçoit de réponse.
inbox-gone = Cette question n’est plus en attente.
inbox-not-yours = Cette réponse est de quelqu’un d’autre : seule la personne qui l’a écrite peut en décider.
inbox-draft-gone = Ce brouillon n’est plus là, ou n’est pas de vous : il est parti, ou il a été abandonné ou réécrit.
inbox-you = vous
inbox-somebody-answered =
    Cette question a déjà reçu une réponse ({ $name }). Voici ce qui est arrivé :

    { $answer }
learned-title = <b>Réponses que j’ai apprises de vous</b>
learned-empty = Je n’ai appris aucune réponse. Quand vous répondez à une question, vous pouvez me dire de l’utiliser aussi pour d’autres.
learned-line = <b>{ $number }.</b> { $question }
learned-one =
    <b>À qui demande :</b>
    { $asked }

    <b>je réponds :</b>
    { $answer }
button-forget = 🗑 Ne plus répondre ainsi
learned-forgotten = 🗑 C’est fait. Si on le demande, je ne réponds plus ainsi.
learned-gone = Cette réponse n’existe plus.
learned-answer =
    <i>Les organisateurs ont donné cette réponse à qui l’a demandé avant :</i>

    { $answer }
