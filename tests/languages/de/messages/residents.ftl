today = heute
tomorrow = morgen
language-name = Deutsch
welcome =
    <b>Hallo! Ich bin { -bot }.</b>
    Ich helfe dir bei { -event(form: "dative-other") } von { $programme }.

    Wähle { -area(form: "your") }. Oder stell mir eine Frage, so wie du sie sagen würdest.
help =
    <b>Was ich für dich tun kann</b>

    • Dir sagen, wann und wo die { -event(form: "other") } sind: /{ command-events }
    • Dich erinnern: /{ command-reminders }
    • Deine Fragen beantworten
card =
    <b>{ -event } von { $programme } in { $area }</b>

    <b>Wann:</b> { $date }, von { $start } bis { $end }
    <b>Wo:</b> { $venue }, { $address }, { $area }
did-you-mean = Ich bin nicht sicher. Meintest du eines davon?
unknown = Das weiß ich nicht, und ich möchte nicht raten.
unknown-or-one-of-these = Oder meintest du eines davon?
choose-language = In welcher Sprache soll ich dir schreiben?
correct-date = Nein, { -event(form: "the") } in { $area } ist am { $date }, von { $start } bis { $end }.
