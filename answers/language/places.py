"""Other places that residents name. A meeting there is a mistake to put right, not a question to search for."""

from __future__ import annotations

from answers.language.stopwords import words_of


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.replace("\n", ",").split(",") if name.strip())


# The municipalities around, then the cities people mention. Villar Perosa is not Perosa Argentina.
ELSEWHERE = _names("""
    Abbadia Alpina, Airasca, Angrogna, Bagnolo Piemonte, Bagnolo, Barge, Bibiana, Bobbio Pellice,
    Bricherasio, Buriasco, Campiglione Fenile, Cantalupa, Carignano, Carmagnola, Cavour, Cercenasco,
    Cumiana, Fenestrelle, Frossasco, Garzigliana, Giaveno, Inverso Pinasca, Luserna San Giovanni,
    Luserna, Lusernetta, Macello, Massello, Moncalieri, Nichelino, Orbassano, Osasco, Osasio,
    Perrero, Pinasca, Piscina, Piossasco, Pomaretto, Porte, Pragelato, Prali, Pramollo, Prarostino,
    Rivoli, Rorà, Roletto, Roure, Salza di Pinerolo, San Germano Chisone, San Germano, San Pietro
    Val Lemina, San Secondo di Pinerolo, San Secondo, Scalenghe, Sestriere, Susa, Usseaux, Vigone,
    Villafranca Piemonte, Villafranca, Villar Pellice, Villar Perosa, Villar, Virle, Volvera,
    Saluzzo, Val di Susa, Torino, Turin, Milano, Milan, Roma, Rome, Genova, Genoa, Gênes, Cuneo,
    Asti, Alessandria, Ivrea, Biella, Novara, Vercelli, Verbania, Aosta, Aoste, Napoli, Naples,
    Bologna, Firenze, Venezia, Palermo, Bari, Briançon, Chivasso, Collegno, Grugliasco, Settimo,
    Venaria, Alba, Fossano, Mondovì, Savigliano, Racconigi, Lucerna San Giovanni, Lucerna, Nizza,
    Saint Germain, Saint Second, Villar Pérouse, Saint Jean, Rioclaret, Perrier, Maneille,
    Lyon, Lione, Paris, Parigi, Londra, London, Briquéras, Luserne, Luserne Saint-Jean, Angrogne, Pomaret,
    Fénestrelles, Praly, Massel, Pramol, Prarustin, Bobi, Villar Pélis, Suse, Sestrières, Coni, Oulx, Bardonecchia
""")

# Names that are everyday words too: only a place right after "a" or "anche a".
AMBIGUOUS = words_of("porte barge piscina macello villar cavour bari alba settimo susa bagnolo")
BEFORE_PLACE = words_of("a ad at")

# Everyday words a letter away from a name of the programme.
LOOKALIKES = words_of("""
    persona persone personale personali person persons personne personnes personnel perso persa persi perse prosa
    penosa gallerie cronico cronisti abile abili bibliografia pineta torte terre tornare tour toute toutes valide
    valida social sociale sociali centro centri central civica civico persino pensione pensioni municipale gruppo
    piero pietro pierino pierina gruppi group groupe cooperativa cooperative union unione europe europa
""")

# "I live in Luserna, may I come?" says where someone is from, not where the meeting should be.
ORIGIN = {
    "it": words_of("""
        abito abitiamo abita vivo viviamo vive sono siamo vengo veniamo viene arrivo arriviamo parto residente
        residenti da dal sto venire arrivare partire partendo lontano distante dista
    """),
    "en": words_of("live living from i come coming resident based reach far away"),
    "fr": words_of("habite habitons vis viens venons venir depuis suis sommes resident partant pars loin"),
}
