# Che cosa dice di diverso un calendario seguito, come si chiede agli organizzatori.

calendar-title =
    <b>Il calendario dice altro</b>
    { $count ->
    [one] In un caso. Qui cambia
   *[other] In { $count } casi. Qui cambia ciascuno
  } solo se lo accetti; lo rivedi prima di salvare.
calendar-line = <b>{ $number }.</b> { $what }
calendar-changed = { $name }: { $what }
calendar-new = Novità: { $name } ({ $what })
calendar-new-without-area = Novità, e non so dove metterla: { $name } ({ $what }). Si può aggiungere solo al file del programma.
calendar-gone = Non è più nel calendario, o vi è annullato: { $name } ({ $what })
calendar-texts = { $name }: { $what }. Si può cambiare solo nel file del programma.
calendar-text-title = titolo «{ $old }» → «{ $new }»
calendar-text-price = prezzo «{ $old }» → «{ $new }»
calendar-text-link = link { $old } → { $new }
calendar-many-gone = { $count } di questi non sono più nel calendario. Prima di accettare, guarda il calendario: forse è stato svuotato per errore.
calendar-nothing = Il calendario e io diciamo lo stesso, o hai già deciso.
calendar-stale = È già stato deciso, oppure ora il calendario dice altro.
button-calendar-accept = ✅ { $number } Accetta
button-calendar-ignore = ✖️ { $number } Ignora
audit-calendar-ignored = ha ignorato ciò che dice il calendario ({ $what })
calendar-unread = Da { $since } non riesco a leggere il calendario che seguo: { $problem }. Finché è così, nessuno sa delle sue novità.
