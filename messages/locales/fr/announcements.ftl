# Annonces, pour les organisateurs.

menu-announce = Écrire une annonce
draft-begin =
    <b>Une nouvelle annonce</b>

    Envoie-moi ce qu’ils doivent recevoir : un texte, une photo, un document, une vidéo, un lieu ou un album.
    Écris en italien. Les autres langues, tu les ajoutes après, si tu veux.

    Je te la montre d’abord : rien ne part sans ta confirmation.
button-resume-draft = ✏️ Reprendre : { $text }
draft-ask-again = Envoie-moi le nouveau contenu ({ $language }). Il remplace celui d’avant.
draft-ask-version = Envoie-moi l’annonce en { $language }. Ceux qui ont choisi cette langue la recevront.
draft-album = Je reçois ton album. Quand tout est envoyé, appuie ici. Si tu veux une légende, écris-la maintenant.
button-show-album = ✅ Tout y est : montre-moi
draft-preview = Voici l’annonce, telle qu’ils la recevront :
draft-preview-version = Voici ce que recevront ceux qui lisent en { $language } :
draft-refused =
    ⚠️ Telegram n’accepte pas cette annonce : { $reason }

    Le brouillon est gardé. Change-le et réessaie.
draft-changed-meanwhile = Entre-temps, quelqu’un a changé cette annonce. Je n’ai rien écrasé : regarde-la telle qu’elle est et, s’il le faut, refais ta modification.
announce-unsupported = Je ne peux pas annoncer ce genre de message. Envoie-moi un texte, une photo, une vidéo, un document, un fichier audio ou un lieu.
announce-too-long = C’est trop long : { $length } caractères, et Telegram en permet { $limit }. Raccourcis et renvoie-le-moi.
announce-kind = { $kind ->
    [photo] 🖼 { $text }
    [video] 🎬 { $text }
    [animation] 🎬 { $text }
    [document] 📄 { $text }
    [audio] 🎵 { $text }
    [place] 📍 Un lieu
   *[album] 🖼 Album { $text }
  }
draft-to = <b>À qui :</b> { $audience }
draft-count = <b>Combien de personnes :</b> { $count }
draft-when = <b>Quand :</b> { $when }
draft-repeat = <b>Se répète :</b> { $every ->
    [day] chaque jour
    [week] chaque semaine
   *[month] chaque mois
  }, jusqu’au { $until }
draft-languages = <b>Écrite en :</b> { $languages }
draft-buttons = <b>Boutons :</b> { $buttons }
audience-all = tous ceux qui suivent une commune
audience-towns = ceux qui suivent { $towns }
audience-readers = {" "}et lisent en { $language }
draft-when-now = dès que tu confirmes
draft-when-at = { $day } à { $time } ({ $countdown })
draft-quiet = À cette heure-là, je ne dérange personne : les messages partent { $day } à { $time }.
draft-wakes = { $count ->
    [one] ⚠️ C’est urgent : elle part même la nuit. Le téléphone d’une personne sonnera.
   *[other] ⚠️ C’est urgent : elle part même la nuit. Le téléphone de { $count } personnes sonnera.
  }
draft-nobody = Pour l’instant, il n’y a personne à qui l’envoyer.
draft-ask-audience = À qui l’envoyer ?
draft-ask-time = Quand doit-elle partir ?
draft-ask-repeat = À quel rythme se répète-t-elle ?
draft-ask-buttons = Quels boutons veux-tu sous l’annonce ?
draft-ask-languages = En quelles langues ? Ceux qui lisent une langue absente reçoivent l’italien.
button-audience = 👥 À qui
button-when = 🕘 Quand
button-languages-of = 🌍 Langues
button-buttons = 🔗 Boutons
button-edit-text = ✏️ Changer le contenu
button-everyone = Tous
button-any-language = Toutes les langues
button-readers = Seulement ceux qui lisent en { $language }
button-now = Dès que je confirme
button-choose-time = 🕘 Choisir le jour et l’heure
button-repeat = 🔁 La répéter
button-once = Une seule fois
button-every = { $every ->
    [day] Chaque jour
    [week] Chaque semaine
   *[month] Chaque mois
  }
button-urgent = Urgent : part même la nuit
button-edit-version = ✏️ Changer : { $language }
button-add-version = Ajouter : { $language }
button-drop-version = 🗑 Enlever
button-add-link = Ajouter un lien
button-drop-links = 🗑 Enlever les liens
button-confirm-send = ✅ { $count ->
    [one] Envoyer à 1 personne
   *[other] Envoyer à { $count } personnes
  }
button-confirm-schedule = ✅ { $count ->
    [one] Programmer pour 1 personne
   *[other] Programmer pour { $count } personnes
  }
button-cancel = ❌ Annuler
draft-ask-time-typed =
    Quand doit-elle partir ? Écris-le comme tu le dirais.
    Par exemple : « demain à 18h » ou « 23/10 18:30 ».
draft-time-unreadable = Je n’ai pas compris « { $text } ». Écris un jour et une heure, par exemple « demain à 18h ».
draft-time-no-hour = J’ai compris le jour ({ $day }), mais pas l’heure. Écris aussi l’heure, par exemple « demain à 18h ».
draft-time-past = J’ai compris { $day } à { $time }, mais c’est déjà passé. Écris une heure à venir.
draft-ask-until = { $every } : jusqu’à quel jour ? Écris-le, par exemple « 30 novembre ».
draft-until-odd = J’ai compris { $day }. Le dernier jour doit venir après le premier ({ $first }), et dans l’année. Écris-le de nouveau.
draft-ask-link =
    Écris le texte du bouton, un tiret et l’adresse.
    Par exemple : « Le programme - https://exemple.org/programme »
draft-link-unreadable =
    Je n’arrive pas à en faire un bouton : « { $text } ».
    Écris un texte court (40 caractères au plus), un tiret et une adresse qui commence par https://
announce-hold = ⏳ { $count ->
    [one] <b>Part dans { $seconds } secondes</b> pour 1 personne.
   *[other] <b>Part dans { $seconds } secondes</b> pour { $count } personnes.
  } Un doute ? Arrête-la maintenant : rien n’est encore parti.
announce-scheduled = ✅ <b>Programmée</b> pour { $day } à { $time } ({ $countdown }). { $count ->
    [one] À cet instant, 1 personne la recevrait.
   *[other] À cet instant, { $count } personnes la recevraient.
  } À la fin, je t’envoie un compte rendu.
button-stop = ❌ Arrêter
button-change = ✏️ Modifier
announce-taken-back = ❌ <b>Arrêtée.</b> Rien n’est parti. L’annonce est de nouveau un brouillon et ne part pas tant que tu ne confirmes pas.
announce-progress = 📤 <b>Envoi en cours : { $share } %</b> ({ $done } sur { $targeted })
announce-progress-rate = { $rate } par seconde, encore { $left } environ
announce-paused = ⏸ <b>En pause : { $share } %</b> ({ $done } sur { $targeted }). Les autres attendent que tu reprennes.
span-seconds = { $count ->
    [one] 1 seconde
   *[other] { $count } secondes
  }
span-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
  }
span-hours = { $count ->
    [one] 1 heure
   *[other] { $count } heures
  }
button-pause = ⏸ Pause
button-resume = ▶️ Reprendre
button-stop-sending = ⏹ Arrêter
announce-stopping = ⏹ <b>Arrêtée.</b> { $count ->
    [one] 1 personne ne la recevra pas.
   *[other] { $count } personnes ne la recevront pas.
  } Ce qui était déjà en route ne peut pas être rappelé. Le compte rendu arrive bientôt.
announce-done = ✅ <b>Terminé.</b> Remis : { $sent }.
announce-stopped = ⏹ <b>Arrêtée.</b> Remis : { $sent }. Pas envoyés : { $skipped }.
announce-cancelled = ❌ Annulée. Rien n’est parti.
announce-stale = Ce bouton appartient à une version précédente de l’annonce : utilise ceux du dernier message.
announce-already-sent = Cette annonce a déjà été confirmée ou est déjà partie.
announce-not-offered = Ce choix n’existe pas (ou plus). Utilise les boutons du dernier message.
announce-report =
    { $stopped ->
    [yes] <b>⏹ Annonce arrêtée</b>
   *[no] <b>✅ Annonce remise</b>
  }
    <i>{ $text }</i>

    Destinataires : { $targeted }
    Remis : { $sent }
    Ont bloqué le bot : { $blocked }
    Échecs : { $failed }
    Ignorés : { $skipped }{ $pending ->
    [0] {""}
   *[other] {""}
    Encore à envoyer : { $pending }
  }{ $perhaps_twice ->
    [0] {""}
   *[other] {""}
    Peut-être remis deux fois : { $perhaps_twice }
  }
announce-reasons = Pourquoi, avec les mots de Telegram :
announce-reason = • { $count } × { $reason }
audit-announcement-confirmed = a confirmé une annonce pour { $count ->
    [one] 1 personne
   *[other] { $count } personnes
  }
audit-announcement-taken-back = a arrêté une annonce avant son départ
audit-announcement-stopped = a arrêté une annonce pendant l’envoi : { $count ->
    [one] 1 personne ne l’a pas reçue
   *[other] { $count } personnes ne l’ont pas reçue
  }
audit-announcement-paused = a mis une annonce en pause
audit-announcement-resumed = a fait repartir une annonce
