# Les rappels : suivre une commune, quand être prévenu, le rappel lui-même.

moment-today = aujourd’hui à { $time }
moment-tomorrow = demain à { $time }
moment = { $day } à { $time }

lead-week_before = une semaine avant à { $time }
lead-day_before = la veille à { $time }
lead-morning = le matin même à { $time }
lead-two_hours = deux heures avant

# --- suivre et quitter
card-following = 🔔 Vous suivez { -area(form: "this") }. Vous choisissez quand je vous préviens : /{ command-reminders }
    .group = 🔔 Ce groupe suit { -area(form: "this") }. Vous choisissez quand je vous préviens : /{ command-reminders }
button-subscribe = 🔔 Me prévenir
    .group = 🔔 Nous prévenir
button-subscribe-area = 🔔 Rappels pour { $area }
button-unsubscribe = 🔕 Ne plus me prévenir
    .group = 🔕 Ne plus nous prévenir
button-unsubscribe-area = 🔕 Arrêter les avis pour { $area }
button-undo-unsubscribe = 🔔 Me prévenir à nouveau
    .group = 🔔 Nous prévenir à nouveau
button-leads = 🕘 { $area } : quand
subscribed = 🔔 <b>C’est fait.</b> Vous suivez maintenant { events-of }.
    .group = 🔔 <b>C’est fait.</b> Ce groupe suit maintenant { events-of }.
subscribed-when =
    { $named ->
        [title] <b>{ $name }</b> : { $day }, { $times }{ $placed }.
       *[other] { -event(form: "The") } a lieu { $day }, { $times }{ $placed }.
    }
subscribed-when-unconfirmed =
    { $named ->
        [title] <b>{ $name }</b> : { $day }, { $times }{ $placed }. La date reste à confirmer.
       *[other] { -event(form: "The") } est prévu{ -event-e } { $day }, { $times }{ $placed }. La date reste à confirmer.
    }
subscribed-several = Voici { -event(form: "the-other") } prévu{ -event-e }s :
subscribed-each = • <b>{ $name }</b> : { $day }, { $times }{ $placed }
subscribed-more = … +{ $count }
subscribed-no-event = Pour l’instant, { -event(form: "no") } n’est prévu{ -event-e } à { $area }.
promise-leads = Quand il y en aura un{ -event-e }, je vous préviendrai { $leads }.
    .group = Quand il y en aura un{ -event-e }, je vous préviendrai ici { $leads }.
promise = Je vous préviendrai { $moments }.
    .group = Je vous préviendrai tous ici { $moments }.
promise-each = Je vous préviendrai chaque fois : la première { $moment }.
    .group = Je vous préviendrai tous ici chaque fois : la première { $moment }.
promise-past = { $count ->
    [one] Les rappels pour { -event(form: "this") } sont déjà passés : notez bien la date !
   *[other] Les rappels pour { -event(form: "this-other") } sont déjà passés : notez bien les dates !
}
promise-silent = Tant que dure la pause, je ne vous préviens pas.
promise-no-leads = Vous n’avez choisi aucun rappel : vous recevez seulement les annonces des organisateurs.
    .group = Vous n’avez choisi aucun rappel : je vous écris seulement si { -event(form: "the") } change.
already-subscribed = Vous suivez déjà { $area }.
    .group = Ce groupe suit déjà { $area }.
unsubscribed = 🔕 C’est fait. Je ne vous préviendrai plus { of-events }.
    .group = 🔕 C’est fait. Je ne préviendrai plus ce groupe { of-events }.
not-subscribed = Vous ne suivez pas { $area } : il n’y a rien à changer.
    .group = Ce groupe ne suit pas { $area } : il n’y a rien à changer.
stopped =
    🔕 C’est fait. Je ne vous enverrai plus ni rappels ni annonces.
    Si vous changez d’avis, écrivez /{ command-events }.
    .group =
        🔕 C’est fait. Je n’enverrai plus de rappels dans ce groupe.
        Si vous changez d’avis, écrivez /{ command-events }.
stopped-nothing = Vous ne recevez ni rappels ni annonces : il n’y a rien à arrêter. Si vous voulez commencer, écrivez /{ command-events }.
    .group = Ce groupe ne reçoit pas de rappels : il n’y a rien à arrêter. Si vous voulez commencer, écrivez /{ command-events }.

# --- /rappels
reminders-title = <b>Vos rappels</b>
    .group = <b>Les rappels de ce groupe</b>
reminders-line = <b>{ $name }</b> : { $brief }
reminders-line-no-event = <b>{ $area }</b> : { -event(form: "no") } prévu{ -event-e } pour l’instant
reminders-leads = Je vous préviens { $leads }.
reminders-no-leads = Aucun rappel : vous recevez seulement les annonces.
    .group = Aucun rappel : je vous écris seulement si { -event(form: "the") } change.
reminders-how = Touchez { -area(form: "a") } pour choisir quand je vous préviens.
    .group = Qui administre le groupe peut toucher { -area(form: "a") } et choisir quand je vous préviens.
reminders-none = Vous ne suivez encore { -area(form: "no") }. Touchez le nom d’{ -area(form: "a") } : je vous préviendrai avant { -event(form: "the") }.
    .group = Ce groupe ne suit encore { -area(form: "no") }. Qui l’administre peut toucher le nom d’{ -area(form: "a") } : je vous préviendrai ici avant { -event(form: "the") }.
leads-title = <b>Rappels pour { $area }</b>
leads-event = { -event(form: "The") } a lieu { $brief }.
leads-ask = Quand voulez-vous être prévenu ? Touchez une ligne pour passer de non à oui, ou de oui à non.
    .group = Quand voulez-vous être prévenus ? Qui administre le groupe peut toucher une ligne pour passer de non à oui, ou de oui à non.
leads-next = Le prochain rappel arrive { $moment }.
leads-none-left = { $count ->
    [one] Pour { -event(form: "this") }, il n’y aura plus de rappel.
   *[other] Pour { -event(form: "this-other") }, il n’y aura plus de rappel.
}
button-lead = { $on ->
    [yes] ● Oui : { $lead }
   *[no] ○ Non : { $lead }
  }
button-back-reminders = ↩️ Mes rappels
    .group = ↩️ Les rappels du groupe

# --- le rappel
reminder =
    🔔 <b>{ $moment } : { event-plain }</b>

    { $lines }
reminder-late = <i>Désolé, ce rappel arrive en retard.</i>
reminder-more = … et { $count ->
    [one] { -event(form: "another") }
   *[other] { $count } autres { -event(form: "other") }
}
button-map-area = 📍 Plan : { $area }

# --- pour les organisateurs
missed =
    ⚠️ <b>Rappels non envoyés</b>

    Le bot était arrêté, ou Telegram ne répondait pas. Ces rappels ne sont pas partis à temps, et { -event(form: "the") } a déjà commencé :

    { $lines }
missed-line = • { $name }, { $brief } ({ $lead }) : { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
  }
