# Una pausa: nessun messaggio fino a un giorno, o finché non lo dice chi legge.

silence-ask =
    <b>Fino a quando vuoi che stia zitto?</b>

    { silence-covers }
    .group =
        <b>Fino a quando volete che stia zitto?</b>

        { silence-covers.group }
silence-covers = Durante la pausa non ti mando promemoria né annunci. Se però { -event(form: "a") } che segui cambia o viene annullat{ -event-o }, te lo dico lo stesso. E se mi scrivi, ti rispondo.
    .group = Durante la pausa qui non mando promemoria né annunci. Se però { -event(form: "a") } che seguite cambia o viene annullat{ -event-o }, ve lo dico lo stesso. E se mi chiamate, rispondo.
silence-day = Fino a quale giorno? Scrivilo come lo diresti, per esempio «fino a domenica» oppure «31 ottobre».
silence-day-unreadable = Non ho capito «{ $text }». Scrivi un giorno che deve ancora venire, per esempio «fino a domenica» oppure «31 ottobre».
silence-begun = 🔕 <b>Va bene, sto zitto fino alla fine di { $last }.</b> Torno a scriverti { $back }.
    .group = 🔕 <b>Va bene, qui sto zitto fino alla fine di { $last }.</b> Torno a scrivervi { $back }.
silence-begun-for-good = 🔕 <b>Va bene, sto zitto finché non mi dici di riprendere.</b> { -area(form: "The-other") } che segui restano segnat{ -area-i }.
    .group = 🔕 <b>Va bene, qui sto zitto finché non mi dite di riprendere.</b> { -area(form: "The-other") } che seguite restano segnat{ -area-i }.
silence-until = 🔕 Adesso sei in pausa: non ti scrivo fino alla fine di { $last }.
    .group = 🔕 Adesso questo gruppo è in pausa: non vi scrivo fino alla fine di { $last }.
silence-for-good = 🔕 Adesso sei in pausa: non ti scrivo finché non tocchi «Riprendi».
    .group = 🔕 Adesso questo gruppo è in pausa: non vi scrivo finché chi lo amministra non tocca «Riprendi».
button-silence = 🔕 Fai una pausa
button-silent-week = 🔕 Per una settimana
button-silent-month = 🔕 Per un mese
button-silent-day = 🕘 Scegli il giorno
button-silent-for-good = 🔕 Finché non dico di riprendere
    .group = 🔕 Finché non diciamo di riprendere
button-end-silence = 🔔 Riprendi a scrivermi
    .group = 🔔 Riprendi a scriverci
