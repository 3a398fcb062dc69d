# Changer les rencontres : pour les organisateurs, et les avis à ceux qui suivent une commune.

menu-edit = Changer { -event(form: "a") }

# --- choisir
edit-which = <b>{ -event(form: "Which") } voulez-vous changer ?</b>
edit-nothing = Il n’y a pas { -event(form: "of") } à venir que vous puissiez changer. Vous pouvez en créer un{ -event-e }.
button-edit-event = { $name }, { $date }
button-edit-unconfirmed = { $name }, { $date } ?
button-edit-cancelled = ❌ { $name }, { $date }
button-confirm-all-dates = ✅ Les dates sont toutes justes
button-new-event = { -event(form: "New") }
button-edit-list = ↩️ { -event(form: "All-other") }

# --- quoi
edit-facts =
    <b>{ event-headline }</b>
    { $lines }
edit-event =
    { $event }

    { $count ->
    [0] Personne ne suit encore { -area(form: "this") }.
    [one] { -area(form: "This") } est suivie par { $count } personne.
   *[other] { -area(form: "This") } est suivie par { $count } personnes.
  } Que voulez-vous changer ?
button-field-day = 🕘 Jour
button-field-hours = 🕘 Horaire
button-field-when = 🕘 Jour et heure
button-field-venue = 📍 Lieu
button-field-note = ✏️ Note
button-field-nonote = 🗑 Enlever la note
button-field-cancel = ❌ Annuler { -event(form: "the") }
button-field-revive = ✅ { -event(form: "The") } a bien lieu
button-field-more = ✏️ Changer encore autre chose
button-field-back = ↩️ Retour
button-field-newvenue = ✏️ Un autre lieu
button-field-address = ✏️ Corriger le nom ou l’adresse
button-right = ✅ Tout est juste

# --- écrire
edit-ask-day =
    Quel jour ? Maintenant c’est { $date }.
    Écrivez-le comme vous le diriez : « 24 octobre », « vendredi », « une semaine plus tard ».
edit-ask-hours =
    À quelle heure ? Maintenant c’est { $times }.
    Écrivez-le comme vous le diriez : « de 18h à 20h30 », « à 19h », « une heure plus tard ».
edit-ask-note =
    Écrivez la note : tout le monde la lit sur la fiche { -event(form: "of-the") } et dans les rappels.
    Par exemple : « Entrée par la cour ».
edit-ask-newvenue =
    Écrivez le nom du lieu et son adresse, séparés par une virgule.
    Par exemple : « Sala Rossa, via Roma 1 ».
edit-ask-address =
    Maintenant c’est : { $place }.
    Écrivez le bon nom et la bonne adresse, séparés par une virgule. Cela vaut pour { -event(form: "all-other") } à cet endroit.
edit-venue = Où a lieu { event-the } ?
edit-more =
    { $event }

    Rien n’est encore enregistré. Que voulez-vous changer d’autre ?
edit-same = C’est déjà ainsi : il n’y a rien à enregistrer.
edit-unreadable = Je n’ai pas compris « { $text } ». Écrivez un jour ou une heure, par exemple « 24 octobre » ou « de 18h à 20h30 ».
edit-only-day = Ici, seul le jour change ; l'heure reste la même. Écrivez seulement le jour, par exemple « 24 octobre » ; pour l'heure, touchez 🕘 Horaire.
edit-only-hours = Ici, seule l'heure change ; le jour reste le même. Écrivez seulement l'heure, par exemple « de 18h à 20h30 » ; pour le jour, touchez 🕘 Jour.
edit-past = J’ai compris { $day } à { $time }, mais c’est déjà passé. Écrivez un moment à venir.
edit-end-first = J’ai compris de { $start } à { $end }, mais la fin vient avant le début. Écrivez de nouveau l’horaire, par exemple « de 18h à 20h30 ».
edit-no-day = J’ai compris l’heure, mais pas le jour. Écrivez les deux, par exemple « 24 octobre de 18h à 20h30 ».
edit-no-hours = J’ai compris le jour, mais pas l’heure. Écrivez les deux, par exemple « 24 octobre de 18h à 20h30 ».
edit-no-address = Je n’ai compris que « { $text } ». Écrivez le nom du lieu et son adresse, séparés par une virgule, par exemple « Sala Rossa, via Roma 1 ».
edit-too-long = Le texte est trop long : { $length } caractères, au plus { $limit }. Raccourcissez-le et renvoyez-le-moi.

# --- avant et maintenant
edit-change =
    <b>Voici ce qui change{ event-at } :</b>

    { $changes }

    Rien n’est encore enregistré.
edit-advise-telling = { $count ->
    [0] Je vous conseille de prévenir ceux qui suivent { $area } : des groupes seulement, pour le moment.
    [one] Je vous conseille de prévenir ceux qui suivent { $area } : { $count } personne.
   *[other] Je vous conseille de prévenir ceux qui suivent { $area } : { $count } personnes.
  }
edit-advise-silence = { $count ->
    [0] Pas besoin de prévenir ceux qui suivent { $area } (des groupes seulement, pour le moment) : qui ouvre la fiche voit la nouveauté.
    [one] Pas besoin de prévenir ceux qui suivent { $area } ({ $count } personne) : qui ouvre la fiche voit la nouveauté.
   *[other] Pas besoin de prévenir ceux qui suivent { $area } ({ $count } personnes) : qui ouvre la fiche voit la nouveauté.
  }
edit-nobody = Personne ne suit encore { $area } : il n’y a personne à prévenir.
edit-quiet = À cette heure je ne dérange personne : si vous prévenez, l’avis part { $day } à { $time }.
edit-wakes = { -event(form: "The") } est proche : si vous prévenez, l’avis part tout de suite, même la nuit.
button-save = ✅ Enregistrer
button-save-silently = ✅ Enregistrer sans prévenir
button-save-and-tell = ✅ { $count ->
    [0] Enregistrer et prévenir les groupes
    [one] Enregistrer et prévenir { $count } personne
   *[other] Enregistrer et prévenir { $count } personnes
  }
button-create = ✅ Créer { -event(form: "the") }
button-create-silently = ✅ Créer sans prévenir
button-create-and-tell = ✅ { $count ->
    [0] Créer et prévenir les groupes
    [one] Créer et prévenir { $count } personne
   *[other] Créer et prévenir { $count } personnes
  }
button-drop-change = ❌ Laisser tout comme avant
edit-dropped = ❌ J’ai tout laissé comme avant.
edit-saved =
    ✅ <b>Enregistré.</b>

    { $event }
edit-created =
    ✅ <b>Créée.</b>

    { $event }
edit-telling = { $count ->
    [0] Je préviens les groupes.
    [one] Je préviens { $count } personne.
   *[other] Je préviens { $count } personnes.
  }
edit-telling-later = { $count ->
    [0] Je préviendrai les groupes { $day } à { $time }.
    [one] Je préviendrai { $count } personne { $day } à { $time }.
   *[other] Je préviendrai { $count } personnes { $day } à { $time }.
  }
edit-not-telling = Je ne préviens personne. Les fiches et les rappels sont déjà à jour.
edit-stale = Ce bouton vient d’une version précédente : utilisez ceux du dernier message.
edit-conflict = Entre-temps quelqu’un d’autre a changé { -event(form: "this") }. Je n’ai rien enregistré. { -event-Le } voici maintenant :
edit-not-yours = { -event(form: "This") } n’est pas un{ -event-e } des vôtres.
edit-gone = { -event(form: "This") } n’existe plus, ou { -event-il } est passé{ -event-e }.

# --- une nouvelle rencontre
edit-new-area = Dans { -area(form: "which") } est { -event(form: "the-new") } ?
edit-new-when =
    <b>{ event-A-new }</b>

    Quand aura-t-{ -event-il } lieu ? Écrivez le jour et l’heure, par exemple « 24 octobre de 18h à 20h30 ».
edit-new =
    <b>Voici { -event(form: "the-new") } :</b>

    { $event }

    Rien n’est encore enregistré.

# --- avis à ceux qui suivent une commune
changed-cancelled = ❌ <b>Annulé{ -event-e } : { event-the-programme } n’aura pas lieu.</b> { -event-Il } était prévu{ -event-e } { $old_when }.
changed-revived = ✅ <b>{ event-The-programme } aura bien lieu.</b> { -event-Il } avait été annulé{ -event-e }.
changed-day = <b>Nouvelle date{ event-at } : { $when }.</b> Avant, c’était { $old_when }.
changed-hours = <b>Nouvel horaire{ event-at } : { $times }.</b> Avant, c’était { $old_times }.
changed-venue = <b>Nouveau lieu{ event-at } : { $place }.</b> Avant, c’était { $old_place }.
changed-address = <b>Le bon lieu{ event-at } : { $place }.</b> Avant, j’avais écrit { $old_place }.
changed-note = <b>Une note { event-on-the } :</b> { $note }
changed-note-gone = La note { event-on-the } n’est plus valable.
notice-event =
    <b>{ event-headline }</b>
    { $lines }
notice-after-cancelled = S’il y a { -event(form: "another") }{ event-at }, je vous préviens ici.
notice-new =
    🔔 <b>Il y a { event-a-new-programme }</b>

    { $lines }
notice-none-ahead =
    Pour l’instant il n’y a plus { -event(form: "of") } { $programme } à { $area }.
    S’il y en a un{ -event-e } autre, je vous préviens ici.

# --- registre
audit-event-changed = a changé { event-the } ({ $what }){ $count ->
    [0] {""}
    [one] {""} et a prévenu { $count } personne
   *[other] {""} et a prévenu { $count } personnes
  }
audit-event-created = a créé { -event(form: "a") } à { $area } ({ $what }){ $count ->
    [0] {""}
    [one] {""} et a prévenu { $count } personne
   *[other] {""} et a prévenu { $count } personnes
  }
audit-event-cancelled = a annulé { event-the } ({ $what }){ $count ->
    [0] {""}
    [one] {""} et a prévenu { $count } personne
   *[other] {""} et a prévenu { $count } personnes
  }
audit-event-confirmed = a confirmé { event-the } ({ $what })

# --- a name in a list of many pages
find-ask = 🔎 Écrivez une partie du nom, et j’ouvre la page où il se trouve.
find-none = Je n’ai rien trouvé de ce nom. Essayez une autre partie.
