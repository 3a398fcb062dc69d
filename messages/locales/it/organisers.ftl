# Parole per gli organizzatori.

not-organiser = Questo comando è per gli organizzatori.
help-organiser =
    <b>Per gli organizzatori</b>

    • Scrivere un annuncio, subito o a un'ora scelta: /annuncia
    • Rispondere alle domande dei residenti: /domande
knowledge-broken = ⚠️ Ho trovato un errore nei testi delle risposte e continuo con quelli di prima. { $problem }
