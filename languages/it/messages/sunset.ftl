# Quando il programma è finito.

privacy-sunset = { $count ->
    [one] Un giorno dopo
   *[other] { $count } giorni dopo
  } l'ultim{ -event-o } { -event } cancello tutto da solo (più tardi, se mi hai scritto da meno tempo).
sunset = 🗑 Il programma è finito da tempo. { $count ->
    [one] Ho dimenticato 1 chat
   *[other] Ho dimenticato { $count } chat
  }: persone e gruppi non ricevono più niente. Restano i numeri dei resoconti, senza sapere di chi sono.
