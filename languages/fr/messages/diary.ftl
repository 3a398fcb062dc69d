# L’agenda des organisateurs.

menu-diary = Voir ce qui part dans les prochains jours
diary-title = <b>Ce qui part</b> ({ $count })
diary-how = Touchez un numéro pour le voir, le changer ou ne pas l’envoyer.
diary-empty = <b>Ce qui part</b>

    Rien n’est prévu.
diary-reminder =
    <b>{ $number }. { $day }, { $time }</b> ({ $countdown })
    🔔 Rappel, { $area } : { $lead }
    { $count ->
        [one] À { $count } personne
       *[other] À { $count } personnes
    }
diary-announcement =
    <b>{ $number }. { $day }, { $time }</b> ({ $countdown }){ $repeats ->
    [yes] {" "}🔁
   *[no] {""}
  }
    { $text }
    À { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    } : { $audience }{ $state ->
    [prepared] {""}
    👀 <i>Préparée : elle ne part que si vous l’approuvez.</i>
    [draft] {""}
    ✏️ <i>Brouillon : il ne part que si vous confirmez.</i>
    [approval] {""}
    👀 <i>Elle attend le oui d’une deuxième personne.</i>
    [paused] {""}
    ⏸ <i>En pause : elle ne reprend que si vous le demandez.</i>
    [leaving] {""}
    📤 <i>En train de partir.</i>
   *[scheduled] {""}
  }
button-archive = 📜 Déjà parties
button-diary = ↩️ Agenda
archive-title = <b>Déjà parties</b> ({ $count })
archive-empty = <b>Déjà parties</b>

    Aucune annonce n’est encore partie.
archive-line = <b>{ $number }. { $day }, { $time }</b>{ $state ->
    [stopped] {" "}⏹ arrêtée
    [withdrawn] {" "}🗑 retirée
   *[done] {""}
  }
    { $text }
diary-reminder-open = ⬆️ Ce rappel part { $day } à { $time }. { $count ->
    [one] { $count } personne le reçoit.
   *[other] { $count } personnes le reçoivent.
  }
button-call-off = ❌ Ne pas l’envoyer
diary-gone = Ce rappel est déjà parti, ou { -event(form: "the") } a changé. Ouvrez de nouveau /{ command-diary }.
reminder-called-off = ❌ D’accord : ce rappel ne part pas. Les autres restent.
audit-reminder-called-off = a décidé de ne pas envoyer un rappel pour { $area }
