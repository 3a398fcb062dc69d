# Una pausa: nessun messaggio fino a un giorno, o finché non lo dice chi legge.

silence-ask =
    <b>Fino a quando vuoi che stia zitto?</b>

    { silence-covers }
silence-covers = Durante la pausa non ti mando promemoria né annunci. Se però un incontro che segui cambia o viene annullato, te lo dico lo stesso. E se mi scrivi, ti rispondo.
silence-day = Fino a quale giorno? Scrivilo come lo diresti, per esempio «fino a domenica» oppure «31 ottobre».
silence-day-unreadable = Non ho capito «{ $text }». Scrivi un giorno che deve ancora venire, per esempio «fino a domenica» oppure «31 ottobre».
silence-begun = 🔕 <b>Va bene, sto zitto fino alla fine di { $last }.</b> Torno a scriverti { $back }.
silence-begun-for-good = 🔕 <b>Va bene, sto zitto finché non mi dici di riprendere.</b> I paesi che segui restano segnati.
silence-until = 🔕 Adesso sei in pausa: non ti scrivo fino alla fine di { $last }.
silence-for-good = 🔕 Adesso sei in pausa: non ti scrivo finché non tocchi «Riprendi».
button-silence = 🔕 Fai una pausa
button-silent-week = 🔕 Per una settimana
button-silent-month = 🔕 Per un mese
button-silent-day = 🕘 Scegli il giorno
button-silent-for-good = 🔕 Finché non dico di riprendere
button-end-silence = 🔔 Riprendi a scrivermi
