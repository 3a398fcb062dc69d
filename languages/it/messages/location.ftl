# Una posizione condivisa. Non la si conserva.

location-nearest =
    📍 <b>{ -event(form: "The") } più vicin{ -event-o } a te è a { $area }</b>, a circa { $kilometres } km in linea d'aria.

    { $lines }

    <i>La tua posizione non la conservo.</i>
location-unknown =
    Grazie! Delle sedi però conosco solo l'indirizzo, e non so dirti qual è la più vicina a te.
    Scegli { -area(form: "your") }, oppure apri la mappa: lì vedi la strada.

    <i>La tua posizione non la conservo.</i>
