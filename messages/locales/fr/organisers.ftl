# Les mots pour les organisateurs.

menu-announce = Écrire une annonce
menu-inbox = Questions des habitants

not-organiser = Cette commande est réservée aux organisateurs.
help-organiser =
    <b>Pour les organisateurs</b>

    • Écrire une annonce, pour tout de suite ou pour l’heure de votre choix : /announce
    • Répondre aux questions des habitants : /inbox

dates-ask =
    <b>Les dates sont-elles justes ?</b>

    Le programme donne le jour et le mois, mais pas l’année. J’ai pensé à ces dates :

    { $events }

    Tant que vous ne les avez pas confirmées, je dis à tout le monde que la date reste à confirmer.
dates-line = • { $town } : { $date }, de { $start } à { $end }
button-confirm-dates = ✅ Oui, elles sont justes
dates-confirmed = ✅ C’est fait. Désormais, les dates sont confirmées par les organisateurs.
dates-nothing = Il n’y a aucune date à confirmer.

announce-ask-text =
    <b>Une nouvelle annonce</b>

    Écrivez le texte ici, tel que vous voulez qu’il arrive. Vous pouvez utiliser le gras et l’italique.
    Je vous le montre avant de l’envoyer : rien ne part sans votre confirmation.
announce-only-text = Pour l’instant, je ne peux annoncer qu’un texte. Écrivez-le ici, s’il vous plaît.
announce-preview = Voici l’annonce, telle qu’elle sera reçue :
announce-panel =
    <b>Pour :</b> { $audience }
    <b>Nombre de personnes :</b> { $count }
    <b>Quand :</b> { $when }
announce-audience-all = toutes les personnes qui suivent une commune
announce-audience-towns = les personnes qui suivent { $towns }
announce-when-now = dès que vous confirmez
announce-when-at = { $day } à { $time } ({ $countdown })
announce-quiet = Je n’envoie pas de messages à cette heure-ci : ils partiront { $day } à { $time }.
announce-nobody = Pour le moment, il n’y a personne à qui l’envoyer.
button-audience-all = { $chosen ->
    [yes] ● Tout le monde
   *[no] ○ Tout le monde
  }
button-audience-town = { $chosen ->
    [yes] ● { $town }
   *[no] ○ { $town }
  }
button-choose-time = 🕘 Choisir quand
button-send-now = 🕘 Tout de suite, plutôt
button-edit-text = ✏️ Changer le texte
button-confirm-send = ✅ { $count ->
    [one] Envoyer à { $count } personne
   *[other] Envoyer à { $count } personnes
  }
button-confirm-schedule = ✅ { $count ->
    [one] Programmer pour { $count } personne
   *[other] Programmer pour { $count } personnes
  }
button-cancel = ❌ Annuler
announce-ask-time =
    Quand doit-elle partir ? Écrivez-le comme vous le diriez.
    Par exemple : « demain à 18:00 » ou « 23/10 18:30 ».
announce-time-unreadable = Je n’ai pas compris « { $text } ». Écrivez un jour et une heure, par exemple « demain à 18:00 ».
announce-time-no-hour = J’ai compris le jour ({ $day }), mais pas l’heure. Écrivez aussi l’heure, par exemple « demain à 18:00 ».
announce-time-past = J’ai compris { $day } à { $time }, mais c’est déjà passé. Écrivez une heure encore à venir.
announce-scheduled = ✅ <b>Annonce programmée</b> pour { $day } à { $time }. { $count ->
    [one] { $count } personne la recevra.
   *[other] { $count } personnes la recevront.
  } Je vous envoie un bilan à la fin de l’envoi.
announce-sending = ✅ <b>L’annonce part</b> vers { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }. Je vous envoie un bilan à la fin de l’envoi.
announce-cancelled = ❌ Annulé. Rien n’est parti.
announce-stale = Ce bouton vient d’une version précédente de l’annonce : utilisez ceux du dernier message.
announce-already-sent = Cette annonce est déjà partie.
announce-report =
    <b>Annonce envoyée</b>
    <i>{ $text }</i>

    Destinataires : { $targeted }
    L’ont reçue : { $sent }
    Ont bloqué le bot : { $blocked }
    Échecs : { $failed }
    Laissés de côté : { $skipped }{ $twice ->
    [0] {""}
   *[other] {""}
    L’ont peut-être reçue deux fois : { $twice }
  }

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
knowledge-broken = ⚠️ J’ai trouvé une erreur dans les textes des réponses et je continue avec les précédents. { $problem }

# --- pour qui essaie le bot sans Telegram
stop-evening-before = La veille au soir : { $town }
stop-two-hours-before = Deux heures avant : { $town }
stop-after = Après la rencontre : { $town }
