# I numeri, per gli organizzatori.

menu-statistics = Vedere come va, in numeri
statistics-title = <b>Come va</b>
statistics-people = <b>Chi riceve i promemoria: { $count ->
    [one] 1 persona
   *[other] { $count } persone
  }</b>
statistics-area = • { $area }: { $count }
statistics-announcements = <b>Gli ultimi annunci: consegnati, sul totale</b>
statistics-reach = • { $text }: { $sent } su { $targeted }
statistics-questions =
    <b>Domande agli organizzatori</b>
    • con una risposta: { $answered }
    • in attesa: { $waiting }
    • tolte: { $dismissed }
statistics-visits = <b>Link aperti</b>
statistics-visit = • { $area }, { $source ->
    [poster] dalla locandina
   *[link] da un link
  }: { $count }
statistics-caption = Gli stessi numeri, in un'immagine.
chart-areas = Chi segue ogni { -area }
chart-reach = Annunci: consegnati / destinatari
chart-questions = Domande agli organizzatori
chart-answered = con risposta
chart-waiting = in attesa
chart-dismissed = tolte
chart-nothing = Ancora niente.
statistics-coming = <b>Chi ha detto che viene</b>
statistics-coming-to = • { $name }, { $date }: { $count }
