# Les rappels : suivre une commune, quand être prévenu, le rappel lui-même.

moment-today = aujourd’hui à { $time }
moment-tomorrow = demain à { $time }
moment = { $day } à { $time }

lead-week_before = une semaine avant à { $time }
lead-day_before = la veille à { $time }
lead-morning = le matin même à { $time }
lead-two_hours = deux heures avant

# --- suivre et quitter
card-following = 🔔 Vous suivez cette commune. Vous choisissez quand je vous préviens : /rappels
    .group = 🔔 Ce groupe suit cette commune. Vous choisissez quand je vous préviens : /rappels
button-subscribe = 🔔 Me prévenir
    .group = 🔔 Nous prévenir
button-subscribe-area = 🔔 Rappels pour { $area }
button-unsubscribe = 🔕 Ne plus me prévenir
    .group = 🔕 Ne plus nous prévenir
button-unsubscribe-area = 🔕 Arrêter les avis pour { $area }
button-undo-unsubscribe = 🔔 Me prévenir à nouveau
    .group = 🔔 Nous prévenir à nouveau
button-leads = 🕘 { $area } : quand
subscribed = 🔔 <b>C’est fait.</b> Vous suivez maintenant les rencontres à { $area }.
    .group = 🔔 <b>C’est fait.</b> Ce groupe suit maintenant les rencontres à { $area }.
subscribed-when = La rencontre a lieu { $day }, de { $start } à { $end }, { $venue }, { $address }.
subscribed-when-unconfirmed = La rencontre est prévue { $day }, de { $start } à { $end }, { $venue }, { $address }. La date reste à confirmer.
subscribed-several = Voici les rencontres prévues :
subscribed-each = • { $day }, de { $start } à { $end }, { $venue }, { $address }
subscribed-no-event = Pour l’instant, aucune rencontre n’est prévue à { $area }.
promise-leads = Quand il y en aura une, je vous préviendrai { $leads }.
    .group = Quand il y en aura une, je vous préviendrai ici { $leads }.
promise = Je vous préviendrai { $moments }.
    .group = Je vous préviendrai tous ici { $moments }.
promise-past = { $count ->
    [one] Les rappels pour cette rencontre sont déjà passés : notez bien la date !
   *[other] Les rappels pour ces rencontres sont déjà passés : notez bien les dates !
}
promise-silent = Tant que dure la pause, je ne vous préviens pas.
promise-no-leads = Vous n’avez choisi aucun rappel : vous recevez seulement les annonces des organisateurs.
    .group = Vous n’avez choisi aucun rappel : je vous écris seulement si la rencontre change.
already-subscribed = Vous suivez déjà { $area }.
    .group = Ce groupe suit déjà { $area }.
unsubscribed = 🔕 C’est fait. Je ne vous préviendrai plus pour les rencontres à { $area }.
    .group = 🔕 C’est fait. Je ne préviendrai plus ce groupe pour les rencontres à { $area }.
not-subscribed = Vous ne suivez pas { $area } : il n’y a rien à changer.
    .group = Ce groupe ne suit pas { $area } : il n’y a rien à changer.
stopped =
    🔕 C’est fait. Je ne vous enverrai plus ni rappels ni annonces.
    Si vous changez d’avis, écrivez /rencontres.
    .group =
        🔕 C’est fait. Je n’enverrai plus de rappels dans ce groupe.
        Si vous changez d’avis, écrivez /rencontres.
stopped-nothing = Vous ne recevez ni rappels ni annonces : il n’y a rien à arrêter. Si vous voulez commencer, écrivez /rencontres.
    .group = Ce groupe ne reçoit pas de rappels : il n’y a rien à arrêter. Si vous voulez commencer, écrivez /rencontres.

# --- /rappels
reminders-title = <b>Vos rappels</b>
    .group = <b>Les rappels de ce groupe</b>
reminders-line = <b>{ $area }</b> : { $date }, à { $start }
reminders-line-no-event = <b>{ $area }</b> : aucune rencontre prévue pour l’instant
reminders-leads = Je vous préviens { $leads }.
reminders-no-leads = Aucun rappel : vous recevez seulement les annonces.
    .group = Aucun rappel : je vous écris seulement si la rencontre change.
reminders-how = Touchez une commune pour choisir quand je vous préviens.
    .group = Qui administre le groupe peut toucher une commune et choisir quand je vous préviens.
reminders-none = Vous ne suivez encore aucune commune. Touchez le nom d’une commune : je vous préviendrai avant la rencontre.
    .group = Ce groupe ne suit encore aucune commune. Qui l’administre peut toucher le nom d’une commune : je vous préviendrai ici avant la rencontre.
leads-title = <b>Rappels pour { $area }</b>
leads-event = La rencontre a lieu { $date }, à { $start }.
leads-ask = Quand voulez-vous être prévenu ? Touchez une ligne pour passer de non à oui, ou de oui à non.
    .group = Quand voulez-vous être prévenus ? Qui administre le groupe peut toucher une ligne pour passer de non à oui, ou de oui à non.
leads-next = Le prochain rappel arrive { $moment }.
leads-none-left = { $count ->
    [one] Pour cette rencontre, il n’y aura plus de rappel.
   *[other] Pour ces rencontres, il n’y aura plus de rappel.
}
button-lead = { $on ->
    [yes] ● Oui : { $lead }
   *[no] ○ Non : { $lead }
  }
button-back-reminders = ↩️ Mes rappels
    .group = ↩️ Les rappels du groupe

# --- le rappel
reminder =
    🔔 <b>{ $moment } : rencontre { $programme } à { $area }</b>

    <b>Quand :</b> { $date }, de { $start } à { $end }
    <b>Où :</b> { $venue }, { $address }, { $area }
reminder-late = <i>Désolé, ce rappel arrive en retard.</i>
reminder-more = … et { $count ->
    [one] une autre rencontre
   *[other] { $count } autres rencontres
}
button-map-area = 📍 Plan : { $area }

# --- pour les organisateurs
missed =
    ⚠️ <b>Rappels non envoyés</b>

    Le bot était arrêté, ou Telegram ne répondait pas. Ces rappels ne sont pas partis à temps, et la rencontre a déjà commencé :

    { $lines }
missed-line = • { $area }, { $date }, { $start } ({ $lead }) : { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
  }
