# Les pages dans le navigateur.

web-refusal-title = { $status ->
    [404] Cette page n’existe pas
    [405] Ce n’est pas possible ici
    [408] Cela a pris trop de temps
    [413] C’est trop volumineux
    [503] Revenez dans un instant
   *[other] Quelque chose n’a pas fonctionné
  }
web-refusal = { $status ->
    [404] L’adresse est peut-être mal écrite, ou la page a été retirée.
    [405] Cette page peut seulement être lue.
    [408] Votre demande n’est pas arrivée à temps. Réessayez.
    [413] Ce que vous avez envoyé dépasse ce que nous pouvons recevoir.
    [503] Le service démarre, ou a beaucoup à faire. Réessayez dans quelques secondes.
   *[other] Vous n’y êtes pour rien. Réessayez dans quelques minutes.
  }

# --- la page du programme
web-skip = Aller au contenu
web-languages = Langues
web-about = À propos de cette page
web-areas = { -area(form: "The-other") }
web-area = { -event(form: "The-other") } à { $area }
web-all = { -event(form: "All-other") }
web-more = Et { $count } de plus : vous les trouvez sur les pages ci-dessous et dans Telegram.
web-question = Une question ?
web-questions = Questions fréquentes
web-questions-bot = Ici, c’est le bot qui parle de lui-même : celui que vous trouvez dans Telegram.
web-more-answers = Et { $count } de plus : vous les trouvez dans la liste ci-dessous.
web-topic = { $topic ->
    [meeting] { -event(form: "The-other") }
    [bot] Le bot dans Telegram
   *[other] Autres questions
  }
web-map = Carte
web-poster = Affiche à imprimer (PDF)
web-no-poster = Il n’y a pas d’affiche ici
web-no-poster-text = Il y a une affiche quand la date est confirmée et encore à venir, et là où le service sait la dessiner. Le jour, l’heure et le lieu sont sur la page dans tous les cas.
web-remind = Recevoir un rappel dans Telegram
web-telegram = Demander dans Telegram
web-calendars = Dans votre agenda
web-calendars-about = Si une heure ou un lieu change, cela change là aussi, mais quand votre agenda le demande : il peut se passer un jour. Les rappels dans Telegram vous le disent plus tôt.
web-calendar-device = Téléphone ou ordinateur (Apple et autres)
web-calendar-google = Google Agenda
web-calendar-outlook = Outlook
web-calendar-file = Seulement le fichier
web-calendar-add = Mettre dans l’agenda
web-privacy = Confidentialité
web-privacy-text =
    Cette page n’utilise pas de cookies, ne charge rien d’autres sites, ne contient aucun programme et ne vous demande rien. Nous ne notons pas qui la lit ; ceux qui gèrent la machine ou le réseau peuvent tenir leur propre registre des accès.

    Les liens vers Telegram et vers la carte mènent à d’autres sites, avec leurs propres règles. Ils ne s’ouvrent que si vous les touchez.

    Il n’y a rien ici de ceux qui utilisent le bot. Ce que le bot sait de vous, et comment l’effacer, il vous le dit lui-même : écrivez-lui /{ command-privacy }
web-accessibility = Accessibilité
web-accessibility-text =
    Cette page est faite de texte, de titres, de listes et de liens. Elle se lit sans script, au clavier seul, sur un écran large de 320 points, agrandie à 200 %, dans les couleurs de votre appareil et imprimée. Ses auteurs font parcourir chaque sorte de page par un programme qui cherche les obstacles (axe), et il n’en trouve pas.

    Personne qui utilise chaque jour un lecteur d’écran ne l’a encore essayée : nous ne pouvons pas dire qu’elle convient à tous.

    Les cartes et Telegram appartiennent à d’autres : l’adresse et l’horaire sont toujours écrits ici aussi.

    Si quelque chose ne vous est pas possible, dites-le aux organisateurs : dans le bot avec ✉️, ou de vive voix.
