# « Je viens », et comment c’était.

button-come = Je viens
button-not-coming = Je ne viens plus
attendance-coming = C’est noté : vous venez { event-to-the }. Les organisateurs savent combien de personnes viennent, pas qui.
attendance-not-coming = C’est retiré : vous ne venez pas { event-to-the }.
attendance-over = { -event(form: "This") } n’est plus au programme.
feedback-question =
    <b>Comment s’est passé{ -event-e } { event-the } ?</b>

    Vous aviez dit que vous veniez, { $date }. Touchez une note : 1 veut dire pas bien du tout, 5 veut dire très bien.
    Les organisateurs lisent les réponses sans savoir de qui elles viennent.
button-not-there = Finalement, je n’y étais pas
feedback-thanks = Merci ! Vous avez donné { $rating } sur 5. Pour en dire plus aux organisateurs, touchez le bouton ci-dessous.
button-comment = ✏️ Ajouter quelques mots
feedback-not-there = Merci de me l’avoir dit.
feedback-ask-comment = Écrivez ici vos quelques mots. Les organisateurs les lisent sans savoir de qui ils viennent : n’écrivez pas votre nom.
feedback-comment-kept = Merci ! Je les ferai lire aux organisateurs.
feedback-comment-too-long = C’est un peu trop long : { $length } caractères, { $limit } au plus. Raccourcissez et renvoyez-le-moi.
feedback-closed = Les réponses pour { -event(form: "this") } sont closes.
feedback-summary =
    <b>Comment s’est passé{ -event-e } { event-the }</b>
    { $date }

    { $count ->
    [one] { $count } personne avait dit « Je viens ».
   *[other] { $count } personnes avaient dit « Je viens ».
  }
feedback-average = { $count ->
    [one] { $count } personne a donné une note
   *[other] { $count } personnes ont donné une note
  }. Moyenne : { $average } sur 5.
feedback-line = • note { $rating } : { $count }
feedback-absent = { $count ->
    [one] { $count } personne a répondu que finalement elle n’y était pas.
   *[other] { $count } personnes ont répondu que finalement elles n’y étaient pas.
  }
feedback-comments = <b>On a écrit :</b>
feedback-comment = • <i>{ $text }</i>
feedback-more = { $count ->
    [one] et { $count } autre commentaire.
   *[other] et { $count } autres commentaires.
  }
