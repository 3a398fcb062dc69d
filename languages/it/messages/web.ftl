# Le pagine nel browser.

web-refusal-title = { $status ->
    [404] Questa pagina non c’è
    [405] Qui non si può
    [408] Ci è voluto troppo tempo
    [413] È troppo grande
    [503] Torna fra un momento
   *[other] Qualcosa non ha funzionato
  }
web-refusal = { $status ->
    [404] Forse l’indirizzo è scritto male, o la pagina è stata tolta.
    [405] Questa pagina si può solo leggere.
    [408] La tua richiesta non è arrivata in tempo. Riprova.
    [413] Quello che hai mandato è più grande di quanto possiamo ricevere.
    [503] Il servizio sta partendo o ha molto da fare. Riprova fra qualche secondo.
   *[other] Non è colpa tua. Riprova fra qualche minuto.
  }
