# Les mots pour les habitants. Phrases courtes, « vous », pas de jargon.

today = aujourd’hui
tomorrow = demain
in-days = dans { $days ->
    [one] un jour
   *[other] { $days } jours
  }{ $hours ->
    [0] {""}
    [one] {" "}et une heure
   *[other] {" "}et { $hours } heures
  }
in-hours = dans { $hours ->
    [one] une heure
   *[other] { $hours } heures
  }{ $minutes ->
    [0] {""}
    [one] {" "}et une minute
   *[other] {" "}et { $minutes } minutes
  }
in-minutes = { $minutes ->
    [0] d’un instant à l’autre
    [one] dans une minute
   *[other] dans { $minutes } minutes
  }

language-name = Français

# --- accueil et aide
welcome =
    <b>Bonjour ! Je suis Campanile.</b>
    Pour les rencontres { $programme }, je suis là pour vous aider.

    Choisissez votre commune pour voir quand et où. Ou posez-moi une question, comme vous la diriez de vive voix.
welcome-no-events =
    <b>Bonjour ! Je suis Campanile.</b>
    Pour les rencontres { $programme }, je suis là pour vous aider.

    Pour l’instant, il n’y a pas d’autres rencontres prévues. Mais posez-moi une question, comme vous la diriez de vive voix.
welcome-unknown-area = Le lien que vous avez ouvert parle d’une commune que je ne connais pas. Voici les rencontres que je connais :
help =
    <b>Ce que je peux faire pour vous</b>

    • Vous dire quand et où ont lieu les rencontres : /rencontres
    • Vous les rappeler, quand vous le voulez : /rappels
    • Répondre à vos questions : écrivez-les ici, comme vous les diriez de vive voix
    • Parler une autre langue : /langue
    • Vous montrer ce que je sais de vous, et l’effacer : /privacy
    • Ne plus vous écrire : /stop

    Si je ne sais pas, je vous le dis. Et je peux demander pour vous aux organisateurs.
    .group =
        <b>Ce que je peux faire dans ce groupe</b>

        • Vous dire quand et où ont lieu les rencontres : /rencontres
        • Vous les rappeler ici, si qui administre le groupe le veut : /rappels
        • Répondre aux questions : écrivez /demander et la question, ou répondez à un de mes messages
        • Parler une autre langue : /langue
        • Vous montrer ce que je sais de ce groupe, et l’effacer : /privacy
        • Ne plus envoyer de rappels ici : /stop

        Si je ne sais pas quelque chose, je vous le dis. Et je peux demander aux organisateurs pour vous.
ask-me = Écrivez-moi votre question, comme vous la diriez de vive voix. Par exemple : « À quelle heure ça commence à Pinerolo ? »

# --- rencontres
events-title = <b>Les rencontres { $programme }</b>
events-line =
    <b>{ $area }</b>
    { $date }, de { $start } à { $end }
    { $venue }, { $address }
events-line-cancelled = <b>{ $area }</b> : annulée. Elle était prévue le { $date }.
events-none = Pour l’instant, aucune rencontre n’est prévue. S’il y en a de nouvelles, vous les trouverez ici.
events-pick = Touchez une commune pour voir les détails et recevoir les rappels.
    .group = Touchez une commune pour les détails.
card =
    <b>Rencontre { $programme } à { $area }</b>

    <b>Quand :</b> { $date }, de { $start } à { $end }
    <b>Où :</b> { $venue }, { $address }, { $area }
card-unconfirmed = <i>La date reste à confirmer par les organisateurs.</i>
card-note = <b>Note :</b> { $note }
card-cancelled = <b>Annulée.</b> Cette rencontre n’aura pas lieu.
card-over = Cette rencontre a déjà eu lieu.
button-map = 📍 Plan
button-events = ↩️ Toutes les rencontres
button-show-events = Voir les rencontres
button-all-events = 📋 Toutes les rencontres
button-event = { $area }, { $date }
button-event-timed = { $area }, { $date }, { $start }

# --- questions
did-you-mean = Je n’ai pas bien compris. Vouliez-vous dire l’une de ces questions ?
button-none-of-these = Aucune de celles-ci
unknown =
    Cela, je ne le sais pas, et je préfère ne pas deviner.
    Je peux transmettre votre question aux organisateurs : ils vous répondent ici.
unknown-nothing-asked = Écrivez-moi une question sur les rencontres, comme vous la diriez de vive voix. Par exemple : « Où a lieu la rencontre ? »
button-pass-on = ✉️ Demander aux organisateurs
passed-on = ✉️ C’est fait. J’ai transmis votre question aux organisateurs. Quand ils répondent, je vous écris ici.
pass-on-lost = Je ne retrouve plus votre question. Écrivez-la de nouveau, s’il vous plaît.
pass-on-not-yours = Seule la personne qui a posé la question peut la transmettre aux organisateurs.
already-passed-on = J’ai déjà transmis cette question aux organisateurs. Quand ils répondent, je vous écris ici.
answer-from-organisers =
    ✉️ <b>Les organisateurs ont répondu</b>

    Vous aviez demandé : <i>{ $question }</i>

    { $answer }
correct-date = Non, la rencontre à { $area } a lieu le { $date }, de { $start } à { $end }.
correct-time = Non, la rencontre à { $area } a lieu de { $start } à { $end }, le { $date }.
correct-venue = Non, la rencontre à { $area } a lieu ici : { $venue }, { $address }.
correct-order = À { $area }, il n’y a qu’une rencontre prévue : { $date }, de { $start } à { $end }.
correct-several = Non. À { $area }, les rencontres sont celles-ci :
correct-area = Il n’y a pas de rencontres { $programme } à { $claimed }. Les rencontres ont lieu dans ces communes :
correct-area-unnamed = Il n’y a pas de rencontres { $programme } dans cette commune. Les rencontres ont lieu dans ces communes :
correct-day = Il n’y a pas de rencontre { $programme } à ce moment-là. Voici les rencontres :
correct-measure = Le programme { $programme } compte { $count } mesures : il n’y a pas de mesure { $number }.
no-event-ahead = Il n’y a pas d’autres rencontres prévues à { $area }.
event-over = La rencontre de { $area } du { $date } a déjà eu lieu.
event-called-off = La rencontre à { $area } du { $date } est <b>annulée</b> : elle n’aura pas lieu.
events-elsewhere = Les rencontres prévues sont celles-ci :
ask-which-area = De quelle commune parlez-vous ?
other-language = Je réponds en { $languages } ({ $names }). Pour changer de langue : /langue
only-language = Je réponds seulement en { $language }.
other-language-unknown = Désolé, je ne comprends pas cette langue.

# --- langue
choose-language = En quelle langue voulez-vous que je vous écrive ?
    .group = Dans quelle langue voulez-vous que j’écrive dans ce groupe ?
language-chosen = C’est fait : désormais, je vous écris en français.
    .group = C’est fait : désormais, j’écris ici en français.

# --- vie privée
privacy =
    <b>Ce que je sais de vous</b>

    Je garde seulement ce qui est utile :
    • le numéro de votre discussion Telegram, votre langue, depuis quand vous m’écrivez et si vous m’avez bloqué, pour vous écrire ;
    • les communes que vous suivez et quand vous voulez être prévenu, pour les rappels, et si vous avez demandé une pause ;
    • les messages que je vous ai envoyés, pour ne pas les envoyer deux fois ;
    • où se trouvent dans la conversation les dernières fiches de rencontres, pour les tenir à jour ;
    • si vous touchez « Je viens », que vous venez : jusqu’à la fin de la rencontre, et pour vous demander comment c’était ; puis il ne reste que le nombre de tous ;
    • la note que vous donnez à une rencontre et les mots que vous ajoutez : après trois jours ils restent, mais personne ne sait plus de qui ils viennent ;
    • pendant 15 minutes, le sujet dont nous parlons, pour comprendre des questions comme « et à Pinerolo ? », et ce que j’attends que vous m’écriviez ;
    • les questions que vous me demandez de transmettre aux organisateurs, pour vous faire parvenir la réponse. Ils lisent la question, pas qui la pose. Si la réponse sert à tous, je la garde avec les mots de la question, sans vous, tant que vous n’effacez pas vos données.

    Je ne garde ni votre nom, ni votre numéro de téléphone, ni les autres messages que vous m’écrivez. Les messages passent par Telegram ; je ne donne rien à personne d’autre.

    Vous pouvez avoir une copie de vos données, ou tout effacer, quand vous voulez.
button-export = Recevoir mes données
    .group = Recevoir nos données
button-erase = 🗑 Effacer mes données
    .group = 🗑 Effacer nos données
erase-ask =
    Voulez-vous vraiment effacer tout ce que je sais de vous ?
    Vous perdrez aussi les rappels que vous avez demandés.
    .group =
        Voulez-vous vraiment effacer tout ce que je sais de ce groupe ?
        Vous perdrez aussi les rappels que vous avez demandés.
button-erase-confirm = ✅ Oui, tout effacer
button-back = ↩️ Retour
button-never-mind = ❌ Laisser tomber
never-mind = ❌ D’accord, je laisse tomber.
erased = C’est fait. J’ai effacé tout ce que je savais de vous. Si vous voulez recommencer, écrivez /start.
    .group = C’est fait. J’ai effacé tout ce que je savais de ce groupe. Si vous voulez recommencer, écrivez /rencontres.
export-caption = Voici tout ce que je sais de vous.
    .group = Voici tout ce que je sais de ce groupe.

# --- cas particuliers
unknown-command = Je ne connais pas cette commande. Voici ce que je sais faire :
old-button = Ce bouton ne fonctionne plus. Voici les rencontres à jour :
only-text = Je ne comprends que les messages écrits. Écrivez-moi une question, comme vous la diriez, ou touchez ci-dessous.
only-spoken-text = Désolé, je ne sais pas écouter les messages vocaux. Écrivez-moi votre question en quelques mots, ou touchez ci-dessous.
flood = Vous m’avez envoyé beaucoup de messages à la fois et je n’arrive plus à suivre. Attendez une minute, puis écrivez-moi à nouveau : je vous répondrai avec plaisir.
something-went-wrong = Désolé, quelque chose n’a pas fonctionné. Réessayez dans un moment.
button-help = Que savez-vous faire ?
button-reminders = Mes rappels
    .group = Les rappels du groupe
button-languages = Changer de langue
button-privacy = Vie privée
map-query = { $address }, { $area }

# --- profil et menu des commandes
profile-description =
    Je suis Campanile. Je vous dis quand et où ont lieu les rencontres { $programme } ({ $areas }). Je vous les rappelle et je réponds à vos questions.
    Touchez Démarrer pour commencer.
profile-short-description = Rencontres { $programme } : quand, où, rappels et réponses.
menu-events = Les rencontres : quand et où
menu-reminders = Mes rappels
    .group = Les rappels du groupe
menu-ask = Poser une question
menu-language = Changer de langue
menu-privacy = Mes données
    .group = Les données du groupe
menu-stop = Ne plus rien recevoir
    .group = Ne plus recevoir de rappels
menu-help = Ce que je peux faire

# --- durée : « deux heures et demie »
duration = { $hours ->
    [0] { $minutes } minutes
   *[other] { $hours ->
        [one] une heure
        [2] deux heures
        [3] trois heures
       *[other] { $hours } heures
      }{ $minutes ->
        [0] {""}
        [30] {" "}et demie
       *[other] {" "}et { $minutes } minutes
      }
  }
events-unconfirmed = <i>Les dates restent à confirmer par les organisateurs.</i>
edit-is-command = Je n’exécute pas une commande écrite en modifiant un message : envoyez-la comme nouveau message.
edit-passed-on = ⚠️ J’ai transmis aux organisateurs la question telle qu’elle était avant. Si elle a changé, transmettez-la de nouveau avec ✉️.
edit-too-late = ⚠️ La modification de votre message ne compte pas : ce que vous aviez écrit est déjà confirmé. Si besoin, changez-le depuis le début.
edit-too-late-announced = ⚠️ La modification de votre message ne compte pas pour l’annonce « { $text } » : elle est déjà confirmée. Vous pouvez encore la changer d’ici.
edit-not-taken = ⚠️ La modification de ces mots ne compte pas : pour changer la légende, utilisez ✏️ Changer le contenu.
