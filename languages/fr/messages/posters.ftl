# Les affiches.

menu-poster = Faire une affiche à imprimer
poster-which = <b>Une affiche à imprimer.</b> Pour { -event(form: "which") } ?
poster-gone = { -event(form: "This") } n’est plus prévu{ -event-e }.
poster-unconfirmed = Cette date n’est pas encore confirmée, et ce qui est imprimé ne se corrige plus. Confirmez-la d’abord, puis demandez-moi l’affiche.
poster-not-installed = Ici, je ne peux pas dessiner : les bibliothèques pour les affiches ne sont pas installées. La personne qui gère le serveur les ajoute avec <code>pip install 'campanile-bot[posters]'</code> et redémarre le bot.
poster-caption = À imprimer sur une feuille A4. Qui scanne le code ouvre { -event(form: "the") } ici, sur Telegram.
poster-invitation = { -event(form: "One") } { $programme } à
poster-scan = Scannez le code : je vous rappelle { -event(form: "the") } et je réponds à vos questions.
poster-without = Ou cherchez @{ $bot } sur Telegram et écrivez : { $area }
