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
    <b>Bonjour ! Je suis { -bot }.</b>
    Pour { -event(form: "the-other") } { $programme }, je suis là pour vous aider.

    Choisissez { $named ->
        [area] votre { -area }
       *[other] { -event(form: "a") }
    } pour voir quand et où. Ou posez-moi une question, comme vous la diriez de vive voix.
welcome-no-events =
    <b>Bonjour ! Je suis { -bot }.</b>
    Pour { -event(form: "the-other") } { $programme }, je suis là pour vous aider.

    Pour l’instant, il n’y a pas d’autres { -event(form: "other") } prévu{ -event-e }s. Mais posez-moi une question, comme vous la diriez de vive voix.
welcome-unknown-area = Le lien que vous avez ouvert parle d’{ -area(form: "a") } que je ne connais pas. Voici { -event(form: "the-other") } que je connais :
help =
    <b>Ce que je peux faire pour vous</b>

    • Vous dire quand et où ont lieu { -event(form: "the-other") } : /{ command-events }
    • Vous les rappeler, quand vous le voulez : /{ command-reminders }
    • Répondre à vos questions : écrivez-les ici, comme vous les diriez de vive voix
    • Parler une autre langue : /{ command-language }
    • Vous montrer ce que je sais de vous, et l’effacer : /{ command-privacy }
    • Ne plus vous écrire : /{ command-stop }

    Si je ne sais pas, je vous le dis. Et je peux demander pour vous aux organisateurs.
    .group =
        <b>Ce que je peux faire dans ce groupe</b>

        • Vous dire quand et où ont lieu { -event(form: "the-other") } : /{ command-events }
        • Vous les rappeler ici, si qui administre le groupe le veut : /{ command-reminders }
        • Répondre aux questions : écrivez /{ command-ask } et la question, ou répondez à un de mes messages
        • Parler une autre langue : /{ command-language }
        • Vous montrer ce que je sais de ce groupe, et l’effacer : /{ command-privacy }
        • Ne plus envoyer de rappels ici : /{ command-stop }

        Si je ne sais pas quelque chose, je vous le dis. Et je peux demander aux organisateurs pour vous.
ask-me = Écrivez-moi votre question, comme vous la diriez de vive voix. Par exemple : « À quelle heure ça commence ? »

# --- rencontres
events-title = <b>{ -event(form: "The-other") } { $programme }</b>
events-line =
    <b>{ $name }</b>
    { $brief }{ $place_line }
events-line-cancelled = <b>{ $name }</b> : annulé{ -event-e }. { -event-Il } était prévu{ -event-e } le { $date }.
events-none = Pour l’instant, { -event(form: "no") } n’est prévu{ -event-e }. S’il y en a de { -event-nouveaux }, vous les trouverez ici.
events-pick = Touchez { $named ->
        [area] { -area(form: "a") }
       *[other] { -event(form: "a") }
    } pour voir les détails et recevoir les rappels.
    .group = Touchez { $named ->
            [area] { -area(form: "a") }
           *[other] { -event(form: "a") }
        } pour les détails.
card =
    <b>{ event-headline }</b>

    { $facts }
card-unconfirmed = <i>La date reste à confirmer par les organisateurs.</i>
card-cancelled = <b>Annulé{ -event-e }.</b> { -event(form: "This") } n’aura pas lieu.
card-full = <b>Complet :</b> il n’y a plus de places.
card-moved = <b>La date, l’heure ou le lieu a changé</b> depuis le premier programme : c’est ce qui est écrit ci-dessus qui compte.
card-over = { -event(form: "This") } a déjà eu lieu.
button-map = 📍 Plan
button-events = ↩️ { -event(form: "All-other") }
button-show-events = Voir { -event(form: "the-other") }
button-all-events = 📋 { -event(form: "All-other") }
button-event = { $name }, { $date }
button-event-timed = { $name }, { $date }, { $start }

# --- questions
not-sure = Je ne suis pas sûr d’avoir bien compris. Voici ce que je sais.
did-you-mean-else = Si vous vouliez savoir autre chose, est-ce { $count ->
    [one] celle-ci
   *[other] l’une de ces questions
} ?
did-you-mean = Je n’ai pas bien compris. Vouliez-vous dire { $count ->
    [one] ceci
   *[other] l’une de ces questions
} ?
button-none-of-these = { $count ->
    [one] Non, autre chose
   *[other] Aucune de celles-ci
}
unknown =
    Cela, je ne le sais pas, et je préfère ne pas deviner.
    Je peux transmettre votre question aux organisateurs : ils vous répondent ici.
unknown-or-one-of-these = Ou vouliez-vous dire { $count ->
    [one] ceci
   *[other] l’une de ces questions
} ?
unknown-nothing-asked = Écrivez-moi une question sur { -event(form: "the-other") }, comme vous la diriez de vive voix. Par exemple : « Où a lieu { -event(form: "the") } ? »
button-pass-on = ✉️ Demander aux organisateurs
passed-on = ✉️ C’est fait. J’ai transmis votre question aux organisateurs. Quand ils répondent, je vous écris ici.
pass-on-lost = Je ne retrouve plus votre question. Écrivez-la de nouveau, s’il vous plaît.
pass-on-not-yours = Seule la personne qui a posé la question peut la transmettre aux organisateurs.
already-passed-on = J’ai déjà transmis cette question aux organisateurs. Quand ils répondent, je vous écris ici.
answer-from-organisers =
    ✉️ <b>Les organisateurs ont répondu</b>

    Vous aviez demandé : <i>{ $question }</i>

    { $answer }
correct-date = Non, { event-the } a lieu le { $when }.
correct-time = Non, { event-the } a lieu { $times }, le { $date }.
correct-venue = Non, { event-the } a lieu ici : { $place }.
correct-order = À { $area }, il n’y a qu’{ -event(form: "a") } prévu{ -event-e } : { $when }.
correct-several = Non. À { $area }, { -event(form: "the-other") } sont { -event-ceux-ci } :
correct-area = Il n’y a pas { -event(form: "of-other") } { $programme } à { $claimed }. { -event(form: "The-other") } ont lieu dans { -area(form: "this-other") } :
correct-area-nowhere = Il n’y a pas { -event(form: "of-other") } { $programme } à { $claimed }. Voici { -event(form: "the-other") } :
correct-area-unnamed = Il n’y a pas { -event(form: "of-other") } { $programme } dans { -area(form: "this") }. { -event(form: "The-other") } ont lieu dans { -area(form: "this-other") } :
correct-day = Il n’y a pas { -event(form: "of") } { $programme } à ce moment-là. Voici { -event(form: "the-other") } :
correct-no-such-venue = Il n’y a pas { -event(form: "of") } { $programme } dans un tel lieu. Voici { -event(form: "the-other") } :
correct-none-after = Rien d’autre n’est prévu après. Voici { -event(form: "the-other") } :
correct-none-before = Rien d’autre n’est prévu avant. Voici { -event(form: "the-other") } :
correct-measure = Le programme { $programme } compte { $count } { -measure(form: "other") } : il n’y a pas { -measure(form: "of") } { $number }.
no-event-ahead = Il n’y a pas d’autres { -event(form: "other") } prévu{ -event-e }s à { $area }.
event-over = { event-The } du { $date } a déjà eu lieu.
event-called-off = { event-The } du { $date } est <b>annulé{ -event-e }</b> : { -event-il } n’aura pas lieu.
events-elsewhere = { -event(form: "The-other") } prévu{ -event-e }s sont { -event-ceux-ci } :
ask-which-area = De { -area(form: "which") } parlez-vous ?

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
    • { -area(form: "the-other") } que vous suivez et quand vous voulez être prévenu, pour les rappels, et si vous avez demandé une pause ;
    • les messages que je vous ai envoyés, pour ne pas les envoyer deux fois ;
    • où se trouvent dans la conversation les dernières fiches { -event(form: "of-other") }, pour les tenir à jour ;
    • si vous touchez « Je viens », que vous venez : jusqu’à la fin { -event(form: "of-the") }, et pour vous demander comment c’était ; puis il ne reste que le nombre de tous ;
    • la note que vous donnez à { -event(form: "a") } et les mots que vous ajoutez : après trois jours ils restent, mais personne ne sait plus de qui ils viennent ;
    • pendant 15 minutes, le sujet dont nous parlons, pour comprendre des questions comme « et demain ? », et ce que j’attends que vous m’écriviez ;
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
erased = C’est fait. J’ai effacé tout ce que je savais de vous. Si vous voulez recommencer, écrivez /{ command-start }.
    .group = C’est fait. J’ai effacé tout ce que je savais de ce groupe. Si vous voulez recommencer, écrivez /{ command-events }.
export-caption = Voici tout ce que je sais de vous.
    .group = Voici tout ce que je sais de ce groupe.

# --- cas particuliers
unknown-command = Je ne connais pas cette commande. Voici ce que je sais faire :
old-button = Ce bouton ne fonctionne plus. Voici { -event(form: "the-other") } à jour :
only-text = Je ne comprends que les messages écrits. Écrivez-moi une question, comme vous la diriez, ou touchez ci-dessous.
only-spoken-text = Désolé, je ne sais pas écouter les messages vocaux. Écrivez-moi votre question en quelques mots, ou touchez ci-dessous.
only-text-here = Ici, un message vocal ne me suffit pas : écrivez-le-moi, s’il vous plaît, ou touchez ci-dessous.
only-text-or-voice = Je comprends les messages écrits et les messages vocaux. Posez-moi une question comme vous préférez, ou touchez ci-dessous.
spoken-understood =
    J’ai compris :
    <blockquote>{ $text }</blockquote>
spoken-unheard = { $reason ->
    [busy] En ce moment, j’ai déjà beaucoup de messages vocaux à écouter.
    [too_long] J’écoute les messages vocaux d’une minute au plus.
    [nothing_said] Je n’ai compris aucun mot dans votre message vocal.
   *[failed] Désolé, je n’ai pas réussi à écouter votre message vocal.
  } { $reason ->
    [too_long] Dites-le-moi en peu de mots, ou écrivez-le-moi.
    [nothing_said] Essayez de parler plus près du téléphone, ou écrivez-le-moi.
   *[failed] Réessayez dans une minute, ou écrivez-le-moi.
  } En cas de danger, appelez tout de suite { $emergency }.
perhaps-danger = ⚠️ Si quelqu’un est en danger, appelez tout de suite { $emergency }.
spoken-welcome = Oui : dans notre discussion, vous pouvez m’envoyer des messages vocaux d’une minute au plus. Je vous écris ce que j’ai compris, et la réponse. Je ne réponds pas à voix haute, et je ne comprends ni les photos ni les autocollants.
privacy-spoken = Je transforme les messages vocaux en mots ici, sur l’ordinateur où je fonctionne, sans les envoyer à personne ; je ne garde pas le son.
flood = Vous m’avez envoyé beaucoup de messages à la fois et je n’arrive plus à suivre. Attendez une minute, puis écrivez-moi à nouveau : je vous répondrai avec plaisir.
something-went-wrong = Désolé, quelque chose n’a pas fonctionné. Réessayez dans un moment.
button-help = Que savez-vous faire ?
button-reminders = Mes rappels
    .group = Les rappels du groupe
button-languages = Changer de langue
button-privacy = Vie privée

# --- profil et menu des commandes
profile-description =
    Je suis { -bot }. Je vous dis quand et où ont lieu { -event(form: "the-other") } { $programme }{ $count ->
        [0] {""}
       *[other] {" "}({ $areas })
    }. Je vous les rappelle et je réponds à vos questions.
    Touchez Démarrer pour commencer.
profile-short-description = { -event(form: "Other") } { $programme } : quand, où, rappels et réponses.
menu-events = { -event(form: "The-other") } : quand et où
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
