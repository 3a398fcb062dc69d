moment-today = heute um { $time }
moment-tomorrow = morgen um { $time }
moment = { $day } um { $time }
lead-week_before = eine Woche vorher um 18:00
lead-day_before = am Vorabend um 18:00
lead-morning = am selben Morgen um 9:00
lead-two_hours = zwei Stunden vorher
button-subscribe = 🔔 Erinnere mich
button-subscribe-area = 🔔 Erinnerungen für { $area }
subscribed = 🔔 <b>Erledigt.</b> Du folgst jetzt { -event(form: "dative-other") } in { $area }.
promise = Ich erinnere dich: { $moments }.
reminder =
    🔔 <b>{ $moment }: { -event } von { $programme } in { $area }</b>

    <b>Wann:</b> { $date }, von { $start } bis { $end }
    <b>Wo:</b> { $venue }, { $address }, { $area }
