# Les mots pour les organisateurs.

not-organiser = Cette commande est réservée aux organisateurs.
not-owner = Seul un responsable peut faire cela.
not-your-area = Cela concerne { -area(form: "a") } qui n’est pas parmi les vôtres : la personne qui s’en occupe peut le faire.
help-organiser = <b>Pour les organisateurs</b>
knowledge-broken = ⚠️ J’ai trouvé une erreur dans les textes des réponses et je continue avec les précédents. { $problem }
telegram-was-out-of-reach = ℹ️ Telegram était injoignable, depuis { $since } jusqu’à { $until }. Ce qui attendait part maintenant.
something-refuses = ⚠️ Quelque chose entre Telegram et moi, un filtre ou un proxy, refuse certains de mes messages. J’essaie encore pendant environ sept heures, puis ils comptent comme non arrivés. La personne qui s’occupe du réseau peut vérifier.
backup-old = ⚠️ La dernière sauvegarde de la base de données date du { $day } : depuis, je n’arrive plus à en faire. La personne qui gère le serveur trouve la raison dans mon journal.
backup-none = ⚠️ Je n’arrive pas à sauvegarder la base de données, et il n’y a encore aucune sauvegarde. La personne qui gère le serveur trouve la raison dans mon journal.
role-owner = Responsable
role-organiser = Organisateur
role-helper = Assistant
every-area = { -area(form: "all-other") }
rights = { $role ->
    [owner] responsable
    [organiser] organisateur ({ $areas })
   *[helper] assistant
  }
menu-organisers = Voir qui organise, et retirer quelqu’un
organisers-title = <b>Qui organise</b>
organisers-line = • { $name } : { $rights }
organisers-line-settings = • { $name } : responsable (d’après les réglages du bot)
organisers-invite-line = • Invitation pour { $name } : { $rights }, jusqu’à { $day } à { $time }
button-revoke = 🗑 { $name }
revoke-ask =
    Retirer <b>{ $name }</b>, { $rights } ?

    Cette personne ne pourra plus organiser dès maintenant. Ce qu’elle a fait reste dans le registre.
button-revoke-confirm = 🗑 Oui, retirer { $name }
revoked = 🗑 C’est fait. { $name } ne fait plus partie des organisateurs.
revoked-you = Vous ne faites plus partie des organisateurs. Vous pouvez continuer à m’utiliser comme tout le monde.
revoke-last = C’est le dernier responsable : invitez-en d’abord un autre.
revoke-gone = Cette personne ne fait plus partie des organisateurs, ou son rôle a changé.
privacy-organiser =
    <b>Puisque vous organisez</b>, je garde aussi votre nom, votre rôle et vos { -area(form: "other") }, le nom à côté des réponses que vous donnez, un registre de ce que vous faites (il reste même si vous partez), et les invitations que vous envoyez, tant qu’elles sont valables.
erase-ask-organiser = Si quelqu’un vous a invité, vous n’organiserez plus. Le registre de ce que vous avez fait reste, avec votre nom.
erased-organiser = C’est fait. J’ai effacé tout ce que je savais de vous, sauf le registre de ce que vous avez fait pour { -event(form: "the-other") }. Pour recommencer, écrivez /{ command-start }.
