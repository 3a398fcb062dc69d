# Ce qu’un calendrier suivi dit d’autre, tel qu’on le demande aux organisateurs.

calendar-title =
    <b>Le calendrier dit autre chose</b>
    { $count ->
    [one] Dans un cas. Cela ne change ici
   *[other] Dans { $count } cas. Chacun ne change ici
  } que si vous l’acceptez ; vous le revoyez avant d’enregistrer.
calendar-line = <b>{ $number }.</b> { $what }
calendar-changed = { $name } : { $what }
calendar-new = Nouveau : { $name } ({ $what })
calendar-new-without-area = Nouveau, et je ne sais pas où le mettre : { $name } ({ $what }). Il ne peut être ajouté que dans le fichier du programme.
calendar-gone = N’est plus dans le calendrier, ou y est annulé : { $name } ({ $what })
calendar-texts = { $name } : { $what }. Cela ne se change que dans le fichier du programme.
calendar-text-title = titre « { $old } » → « { $new } »
calendar-text-price = prix « { $old } » → « { $new } »
calendar-text-link = lien { $old } → { $new }
calendar-many-gone = { $count } d’entre eux ne sont plus dans le calendrier. Regardez-le avant d’accepter : il a peut-être été vidé par erreur.
calendar-nothing = Le calendrier et moi disons la même chose, ou vous avez déjà décidé.
calendar-stale = C’est déjà décidé, ou le calendrier dit autre chose à présent.
button-calendar-accept = ✅ { $number } Accepter
button-calendar-ignore = ✖️ { $number } Ignorer
audit-calendar-ignored = a ignoré ce que dit le calendrier ({ $what })
calendar-unread = Depuis { $since }, je n’arrive pas à lire le calendrier suivi : { $problem }. D’ici là, personne n’apprend ses changements.
