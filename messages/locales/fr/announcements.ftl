# Annonces, pour les organisateurs.

menu-announce = Écrire une annonce
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
