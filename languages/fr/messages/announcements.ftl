# Annonces, pour les organisateurs.

menu-announce = Écrire une annonce
draft-begin =
    <b>Une nouvelle annonce</b>

    Envoyez-moi ce qu’ils doivent recevoir : un texte, une photo, un document, une vidéo, un lieu ou un album.
    Écrivez en { $language }. Les autres langues, vous les ajoutez après, si vous voulez.

    Je vous la montre d’abord : rien ne part sans votre confirmation.
button-resume-draft = ✏️ Reprendre : { $text }
draft-ask-again = Envoyez-moi le nouveau contenu ({ $language }). Il remplace celui d’avant.
draft-ask-version = Envoyez-moi l’annonce en { $language }. Ceux qui ont choisi cette langue la recevront.
draft-album = Je reçois votre album. Quand tout est envoyé, appuyez ici. Si vous voulez une légende, écrivez-la maintenant.
button-show-album = ✅ Tout y est : montrez-moi
draft-preview = Voici l’annonce, telle qu’ils la recevront :
draft-preview-version = Voici ce que recevront ceux qui lisent en { $language } :
draft-refused =
    ⚠️ Telegram n’accepte pas cette annonce : { $reason }

    Le brouillon est gardé. Changez-le et réessayez.
draft-changed-meanwhile = Entre-temps, quelqu’un a changé cette annonce. Je n’ai rien écrasé : regardez-la telle qu’elle est et, s’il le faut, refaites votre modification.
announce-unsupported = Je ne peux pas annoncer ce genre de message. Envoyez-moi un texte, une photo, une vidéo, un document, un fichier audio ou un lieu.
announce-too-long = C’est trop long : { $length } caractères, et Telegram en permet { $limit }. Raccourcissez et renvoyez-le-moi.
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
audience-all = tous ceux qui suivent { -area(form: "a") }
audience-areas = ceux qui suivent { $areas }
audience-readers = {" "}et lisent en { $language }
draft-when-now = dès que vous confirmez
draft-when-at = { $day } à { $time } ({ $countdown })
draft-quiet = À cette heure-là, je ne dérange personne : les messages partent { $day } à { $time }.
draft-wakes = { $count ->
    [one] ⚠️ C’est urgent : elle part même la nuit. Le téléphone de { $count } personne sonnera.
   *[other] ⚠️ C’est urgent : elle part même la nuit. Le téléphone de { $count } personnes sonnera.
  }
draft-nobody = Pour l’instant, il n’y a personne à qui l’envoyer.
draft-ask-audience = À qui l’envoyer ? Choisissez { -area(form: "the") } et, si vous voulez, la langue.
draft-ask-time = Quand doit-elle partir ?
draft-ask-repeat = À quel rythme se répète-t-elle ?
draft-ask-buttons = Quels boutons voulez-vous sous l’annonce ?
draft-ask-languages = En quelles langues ? Ceux qui lisent une langue absente reçoivent le texte en { $language }.
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
button-confirm-send = ✅ { $where ->
    [group] L’envoyer là
   *[people] { $count ->
        [one] Envoyer à { $count } personne
       *[other] Envoyer à { $count } personnes
      }
  }
button-confirm-schedule = ✅ { $where ->
    [group] La programmer là
   *[people] { $count ->
        [one] Programmer pour { $count } personne
       *[other] Programmer pour { $count } personnes
      }
  }
button-cancel = ❌ Annuler
draft-ask-time-typed =
    Quand doit-elle partir ? Écrivez-le comme vous le diriez.
    Par exemple : « demain à 18h » ou « 23/10 18:30 ».
draft-time-unreadable = Je n’ai pas compris « { $text } ». Écrivez un jour et une heure, par exemple « demain à 18h ».
draft-time-no-hour = J’ai compris le jour ({ $day }), mais pas l’heure. Écrivez aussi l’heure, par exemple « demain à 18h ».
draft-time-past = J’ai compris { $day } à { $time }, mais c’est déjà passé. Écrivez une heure à venir.
draft-ask-until = { $every } : jusqu’à quel jour ? Écrivez-le, par exemple « 30 novembre ».
draft-until-unreadable = Je n’ai pas compris « { $text } ». Écrivez seulement un jour, par exemple « 30 novembre ».
draft-until-odd = J’ai compris { $day }. Le dernier jour doit venir après le premier ({ $first }), et dans l’année. Écrivez-le de nouveau.
draft-ask-link =
    Écrivez le texte du bouton, un tiret et l’adresse.
    Par exemple : « Le programme - https://exemple.org/programme »
draft-link-unreadable =
    Je n’arrive pas à en faire un bouton : « { $text } ».
    Écrivez un texte court (40 caractères au plus), un tiret et une adresse qui commence par https://
announce-hold = ⏳ { $count ->
    [one] <b>Part dans { $seconds } secondes</b> pour { $count } personne.
   *[other] <b>Part dans { $seconds } secondes</b> pour { $count } personnes.
  } Un doute ? Arrêtez-la maintenant : rien n’est encore parti.
announce-scheduled = ✅ <b>Programmée</b> pour { $day } à { $time } ({ $countdown }). { $count ->
    [one] À cet instant, { $count } personne la recevrait.
   *[other] À cet instant, { $count } personnes la recevraient.
  } À la fin, je vous envoie un compte rendu.
button-stop = ❌ Arrêter
button-change = ✏️ Modifier
announce-taken-back = ❌ <b>Arrêtée.</b> Rien n’est parti. L’annonce est de nouveau un brouillon et ne part pas tant que vous ne confirmez pas.
announce-progress = 📤 <b>Envoi en cours : { $share } %</b> ({ $done } sur { $targeted })
announce-progress-rate = { $rate } par seconde, encore { $left } environ
announce-paused = ⏸ <b>En pause : { $share } %</b> ({ $done } sur { $targeted }). Les autres attendent que vous repreniez.
span-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
  }
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
span-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
  }
button-pause = ⏸ Pause
button-resume = ▶️ Reprendre
button-stop-sending = ⏹ Arrêter
announce-stopping = ⏹ <b>Arrêtée.</b> { $count ->
    [one] { $count } personne ne la recevra pas.
   *[other] { $count } personnes ne la recevront pas.
  } Ce qui était déjà en route ne peut pas être rappelé. Le compte rendu arrive bientôt.
announce-done = ✅ <b>Terminé.</b> Remis : { $sent }.
announce-stopped = ⏹ <b>Arrêtée.</b> Remis : { $sent }. Pas envoyés : { $skipped }.
announce-cancelled = ❌ Annulée. Rien n’est parti.
announce-stale = Ce bouton appartient à une version précédente de l’annonce : utilisez ceux du dernier message.
announce-already-sent = Cette annonce a déjà été confirmée ou est déjà partie.
announce-not-offered = Ce choix n’existe pas (ou plus). Utilisez les boutons du dernier message.
announce-report =
    { $stopped ->
    [yes] <b>⏹ Annonce arrêtée</b>
    [failed] <b>⚠️ L’annonce n’est arrivée à personne</b>
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
    [one] { $count } personne
   *[other] { $count } personnes
  }
audit-announcement-taken-back = a arrêté une annonce avant son départ
audit-announcement-stopped = a arrêté une annonce pendant l’envoi : { $count ->
    [one] { $count } personne ne l’a pas reçue
   *[other] { $count } personnes ne l’ont pas reçue
  }
audit-announcement-paused = a mis une annonce en pause
audit-announcement-resumed = a fait repartir une annonce
audience-group = le groupe ou canal « { $title } »
draft-group-gone = Je ne suis plus dans ce groupe ou canal : choisissez-en un autre.
button-retry = 🔁 { $count ->
    [one] Réessayer avec { $count } personne
   *[other] Réessayer avec { $count } personnes
  }
button-counts-file = 📄 Tableau des chiffres
announce-retrying = 🔁 { $count ->
    [one] Je réessaie avec { $count } personne.
   *[other] Je réessaie avec { $count } personnes.
  } À la fin, je vous envoie un nouveau compte rendu.
counts-file = annonce
column-language = Langue
column-targeted = Destinataires
column-sent = Remis
column-blocked = Ont bloqué le bot
column-failed = Échecs
column-skipped = Ignorés
column-pending = Encore à envoyer
column-perhaps-twice = Peut-être deux fois
column-all = Total
audit-announcement-retried = a fait réessayer une annonce avec { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
approval-waiting = 👀 <b>Elle attend une deuxième personne.</b> Elle est pour { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  } : elle ne part que si un autre organisateur l’approuve. Je l’ai demandé ; je vous préviens.
approval-asked = 👀 Il y a une annonce pour { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  } à approuver. Elle ne part que si vous dites oui.
approval-asked-by = 👀 { $name } veut envoyer une annonce à { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }. Elle ne part que si vous dites oui aussi.
button-show-approval = 👀 Montrez-la-moi
button-approve = ✅ { $count ->
    [one] Approuver : envoyer à { $count } personne
   *[other] Approuver : envoyer à { $count } personnes
  }
button-send-back = ❌ Pas comme ça : la renvoyer
approval-nobody = Pour plus de { $above } personnes, il faut le oui d’un deuxième organisateur, mais il n’y a personne à qui le demander. Le brouillon reste ici.
approval-own = C’est à une autre personne de l’approuver : vous, vous l’avez déjà confirmée.
approval-given = ✅ { $name } a approuvé votre annonce.
approval-refused = ❌ { $name } vous renvoie l’annonce : regardez-la et changez-la. C’est de nouveau un brouillon : vous le retrouvez avec /{ command-announce }.
approval-sent-back = ❌ Renvoyée : rien ne part. J’ai prévenu qui l’a écrite.
audit-approval-asked = a demandé un deuxième avis pour une annonce à { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
audit-announcement-approved = a approuvé une annonce pour { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
audit-announcement-sent-back = a renvoyé une annonce
button-edit-delivered = ✏️ Corriger pour tous
button-withdraw = 🗑 Retirer
repair-which = Quelle version voulez-vous corriger ?
repair-ask = { $kind ->
    [text] Envoyez-moi le bon texte
   *[caption] Envoyez-moi la bonne légende (la photo ou le fichier reste)
  }. Il prend la place de celui-ci, aussi sur les téléphones de ceux qui l’ont reçu :

    <i>{ $text }</i>
repair-no-words = Un lieu n’a pas de mots à corriger. Vous pouvez le retirer et en envoyer un autre.
repair-same = C’est le même qu’avant : il n’y a rien à corriger. Écrivez le nouveau texte.
repair-refused = ⚠️ Telegram n’accepte pas ce texte : { $reason } Rien n’a changé.
repair-edit-proposed = Voici ce qu’on lira après la correction. { $count ->
    [one] Ça change pour { $count } personne qui l’a déjà reçue.
   *[other] Ça change pour { $count } personnes qui l’ont déjà reçue.
  } Aucun téléphone ne sonne : ceux qui l’ont lue peuvent ne pas s’en apercevoir.
repair-edit-waiting = { $count ->
    [one] { $count } personne doit encore la recevoir : elle arrive déjà corrigée.
   *[other] { $count } personnes doivent encore la recevoir : elle arrive déjà corrigée.
  }
repair-withdraw-proposed = Voulez-vous retirer cette annonce ? { $count ->
    [one] Elle disparaît du téléphone de { $count } personne.
   *[other] Elle disparaît du téléphone de { $count } personnes.
  } Qui l’a lue l’a lue.
repair-withdraw-waiting = { $count ->
    [one] { $count } personne devait encore la recevoir : elle ne l’aura pas.
   *[other] { $count } personnes devaient encore la recevoir : elles ne l’auront pas.
  }
repair-too-old = ⚠️ { $count ->
    [one] { $count } copie a plus de 48 heures : Telegram ne permet plus de la retirer.
   *[other] { $count } copies ont plus de 48 heures : Telegram ne permet plus de les retirer.
  }
button-confirm-edit = ✅ { $count ->
    [one] Corriger pour { $count } personne
   *[other] Corriger pour { $count } personnes
  }
button-confirm-withdraw = 🗑 { $count ->
    [one] Retirer à { $count } personne
   *[other] Retirer à { $count } personnes
  }
button-drop-repair = ❌ Laisser tel quel
repair-dropped = ❌ Je n’ai rien changé.
repair-already = Cette correction a déjà été confirmée ou abandonnée.
repair-nothing = Il n’y a rien à corriger ni à retirer : cette annonce n’est pas partie, ou a déjà été retirée.
repair-edit-confirmed = ✏️ <b>Je corrige.</b> À la fin, je vous envoie le compte rendu.
repair-withdraw-confirmed = 🗑 <b>Je retire.</b> À la fin, je vous envoie le compte rendu.
repair-edit-report =
    <b>✏️ Annonce corrigée</b>
    <i>{ $text }</i>

    À corriger : { $targeted }
    Corrigées : { $sent }
    Ont bloqué le bot : { $blocked }
    Échecs : { $failed }
    Ignorées : { $skipped }
repair-withdraw-report =
    <b>🗑 Annonce retirée</b>
    <i>{ $text }</i>

    À retirer : { $targeted }
    Retirées : { $sent }
    Ont bloqué le bot : { $blocked }
    Échecs : { $failed }
    Ignorées : { $skipped }
audit-announcement-edited = a corrigé une annonce déjà reçue par { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
audit-announcement-withdrawn = a retiré une annonce à { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
announce-live-location = Je ne peux pas annoncer un lieu qui se déplace (position en direct). Envoyez-moi une position fixe, ou un lieu avec son nom et son adresse.
announce-left-out = ⚠️ { $what ->
    [origin] C’est un message transféré : il arrivera en mon nom, sans dire de qui il vient.
    [quote] Le message que vous citez n’arrive pas : j’envoie seulement ce que vous avez écrit.
    [motion] De cette photo animée, seule l’image fixe arrive.
   *[buttons] Les boutons de ce message n’arrivent pas : vous pouvez les remettre avec 🔗 Boutons.
  }
draft-album-too-long = Une légende de l’album est trop longue : { $length } caractères, et Telegram en permet { $limit }. La photo n’est pas perdue : raccourcissez la légende en modifiant votre message, ou renvoyez tout avec ✏️.
draft-album-only = Ceci ne peut pas être dans l’album : un album contient de 2 à 10 photos et vidéos, ou seulement des documents, ou seulement des fichiers audio. L’album est comme avant. Quand vous avez tout envoyé, appuyez ici.
draft-album-late = ⚠️ Cette partie de l’album est arrivée trop tard ou n’y a plus sa place, et n’est pas dans l’annonce. Si besoin, arrêtez l’annonce et renvoyez-moi l’album.
draft-closed = L’annonce « { $text } » a déjà été confirmée ou annulée par quelqu’un d’autre : ce que je vous avais demandé d’écrire n’est plus nécessaire.
repair-many-captions = Dans cet album, chaque photo a sa propre légende, et je ne sais pas laquelle corriger. Vous pouvez le retirer et en envoyer un autre.
approval-grown = 👀 L’annonce « { $text } » était confirmée pour moins de personnes : maintenant { $count ->
    [one] { $count } personne la recevrait
   *[other] { $count } personnes la recevraient
  }. Elle attend : elle part seulement si vous êtes d’accord.
approval-left = 👀 La personne qui avait programmé l’annonce « { $text } » n’a plus le droit de l’envoyer. Elle attend : elle part seulement si vous êtes d’accord. { $count ->
    [one] { $count } personne la recevrait.
   *[other] { $count } personnes la recevraient.
  }
approval-held-nobody = 👀 Votre annonce « { $text } » attend : pour plus de { $above } personnes il faut l’accord d’un deuxième organisateur, mais il n’y a personne à qui le demander pour le moment. Elle est dans /{ command-diary }.
approval-grew = Entre-temps il y a plus de personnes : regardez le nouveau nombre et, s’il convient, approuvez de nouveau.
approval-repair-asked = 👀 { $name } veut corriger l’annonce « { $text } », qui concerne { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }. Elle change seulement si vous êtes d’accord aussi.
approval-repair-waiting = 👀 <b>Cela attend une deuxième personne.</b> La correction concerne { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  } : elle est faite seulement quand un autre organisateur l’approuve. Je l’ai déjà demandé.
approval-repair-nobody = Pour plus de { $above } personnes il faut l’accord d’un deuxième organisateur, mais il n’y a personne à qui le demander pour le moment. Rien n’a changé.
approval-repair-refused = ❌ { $name } n’est pas d’accord avec votre correction : rien n’a changé.
button-approve-repair = ✅ { $count ->
    [one] Approuver : corriger pour { $count } personne
   *[other] Approuver : corriger pour { $count } personnes
  }
button-refuse-repair = ❌ Pas comme ça : laisser tel quel
