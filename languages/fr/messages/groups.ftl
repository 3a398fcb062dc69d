# Le bot dans les groupes et les canaux.

group-introduction =
    <b>Bonjour à toutes et à tous ! Je suis { -bot }.</b>
    Je vous dis quand et où ont lieu { -event(form: "the-other") } du programme { $programme } et, si vous le souhaitez, je vous les rappelle ici.

    Dans ce groupe, je réponds seulement aux commandes (par exemple /{ command-events }, ou /{ command-ask } et votre question), à qui répond à un de mes messages et à qui m’appelle par mon nom : { $bot }. Je n’écoute pas le reste.

    Un administrateur du groupe peut toucher 🔔 et le nom d’{ -area(form: "a") } : j’écrirai ici les rappels de { -event(form: "this") }.
group-admins-only = Seul un administrateur du groupe peut en décider.
group-write-privately = Cela ne se fait pas dans un groupe : écrivez-moi en privé.
button-write-privately = Écrire à { -bot } en privé
group-entered = { $kind ->
    [channel] Le canal <b>{ $title }</b> a ajouté { -bot }.
   *[group] Le groupe <b>{ $title }</b> a ajouté { -bot }.
  } Voulez-vous pouvoir le choisir pour vos annonces ? Si vous ne le connaissez pas, ne faites rien.
button-link-group = ✅ Oui, pour les annonces
group-linked = ✅ { $kind ->
    [channel] Le canal <b>{ $title }</b> est relié : vous pouvez le choisir quand vous écrivez une annonce.
   *[group] Le groupe <b>{ $title }</b> est relié : vous pouvez le choisir quand vous écrivez une annonce.
  }
group-gone = { -bot } n’est plus dans ce groupe.
group-privacy =
    <b>Ce que je sais de ce groupe</b>

    • son numéro et son nom sur Telegram, sa langue, { -area(form: "the-other") } qu’il suit, et s’il reçoit les annonces ;
    • les messages que j’ai envoyés ici, pour ne pas les envoyer deux fois, et où se trouvent les dernières fiches, pour les tenir à jour ;
    • pendant 15 minutes, le sujet dont on parle avec moi.

    Je ne sais pas qui en fait partie et je ne garde pas ce que vous écrivez. Un administrateur du groupe peut obtenir une copie de ces données, ou les effacer.
group-refusing =
    ⚠️ { $kind ->
        [channel] Dans le canal <b>{ $title }</b>
       *[group] Dans le groupe <b>{ $title }</b>
    }, on ne me laisse pas écrire depuis { $day } à { $time } : un message n’est pas arrivé. Les administrateurs peuvent vérifier si le bot a le droit d’écrire, et si le sujet est fermé. Je réessaie avec le prochain message.
