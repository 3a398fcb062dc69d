# Une pause : aucun message jusqu’à un jour, ou jusqu’à ce que la personne le dise.

silence-ask =
    <b>Jusqu’à quand voulez-vous que je reste silencieux ?</b>

    { silence-covers }
    .group =
        <b>Jusqu’à quand voulez-vous que je reste silencieux ici ?</b>

        { silence-covers.group }
silence-covers = Pendant la pause, je ne vous envoie ni rappels ni annonces. Mais si { -event(form: "a") } que vous suivez change ou est annulé{ -event-e }, je vous le dis quand même. Et si vous m’écrivez, je vous réponds.
    .group = Pendant la pause, je n’envoie ici ni rappels ni annonces. Mais si { -event(form: "a") } que vous suivez change ou est annulé{ -event-e }, je vous le dis quand même. Et si vous m’appelez, je réponds.
silence-day = Jusqu’à quel jour ? Écrivez-le comme vous le diriez, par exemple « jusqu’à dimanche » ou « 31 octobre ».
silence-day-unreadable = Je n’ai pas compris « { $text } ». Écrivez un jour à venir, par exemple « jusqu’à dimanche » ou « 31 octobre ».
silence-begun = 🔕 <b>D’accord, je reste silencieux jusqu’au { $last } inclus.</b> Je vous écrirai à nouveau { $back }.
    .group = 🔕 <b>D’accord, je reste silencieux ici jusqu’au { $last } inclus.</b> Je vous écrirai à nouveau { $back }.
silence-begun-for-good = 🔕 <b>D’accord, je reste silencieux jusqu’à ce que vous me disiez de reprendre.</b> { -area(form: "The-other") } que vous suivez restent noté{ -area-e }s.
    .group = 🔕 <b>D’accord, je reste silencieux ici jusqu’à ce que vous me disiez de reprendre.</b> { -area(form: "The-other") } que vous suivez restent noté{ -area-e }s.
silence-until = 🔕 Vous êtes en pause : je ne vous écris pas jusqu’au { $last } inclus.
    .group = 🔕 Ce groupe est en pause : je ne vous écris pas jusqu’au { $last } inclus.
silence-for-good = 🔕 Vous êtes en pause : je ne vous écris pas tant que vous n’avez pas touché « Reprendre ».
    .group = 🔕 Ce groupe est en pause : je ne vous écris pas tant que la personne qui l’administre n’a pas touché « Reprendre ».
button-silence = 🔕 Faire une pause
button-silent-week = 🔕 Pendant une semaine
button-silent-month = 🔕 Pendant un mois
button-silent-day = 🕘 Choisir le jour
button-silent-for-good = 🔕 Jusqu’à nouvel ordre
button-end-silence = 🔔 Reprendre les messages
