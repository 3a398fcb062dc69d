# Parole per gli organizzatori.

not-organiser = Questo comando è per gli organizzatori.
not-owner = Questo lo può fare solo un responsabile.
not-your-area = Questo riguarda { -area(form: "a") } che non è tra { -area-tuoi }: lo può fare chi se ne occupa.
help-organiser = <b>Per gli organizzatori</b>
knowledge-broken = ⚠️ Ho trovato un errore nei testi delle risposte e continuo con quelli di prima. { $problem }
telegram-was-out-of-reach = ℹ️ Telegram non si raggiungeva: da { $since } alle { $until }. Quello che era in attesa sta partendo adesso.
something-refuses = ⚠️ Qualcosa fra me e Telegram, un filtro o un proxy, rifiuta alcuni dei miei messaggi. Li riprovo per circa sette ore, poi risultano non arrivati. Chi si occupa della rete può controllare.
backup-old = ⚠️ La copia di sicurezza più recente del database è di { $day }: da allora non riesco a farne un'altra. Chi gestisce il server trova il motivo nel mio registro.
backup-none = ⚠️ Non riesco a fare la copia di sicurezza del database, e finora non ce n'è nessuna. Chi gestisce il server trova il motivo nel mio registro.
role-owner = Responsabile
role-organiser = Organizzatore
role-helper = Aiutante
every-area = { -area(form: "all-other") }
rights = { $role ->
    [owner] responsabile
    [organiser] organizzatore ({ $areas })
   *[helper] aiutante
  }
menu-organisers = Vedere chi organizza, e togliere qualcuno
organisers-title = <b>Chi organizza</b>
organisers-line = • { $name }: { $rights }
organisers-line-settings = • { $name }: responsabile (dalle impostazioni del bot)
organisers-invite-line = • Invito per { $name }: { $rights }, fino a { $day } alle { $time }
button-revoke = 🗑 { $name }
revoke-ask =
    Vuoi togliere <b>{ $name }</b>, { $rights }?

    Da subito non potrà più organizzare. Quello che ha fatto resta nel registro.
button-revoke-confirm = 🗑 Sì, togli { $name }
revoked = 🗑 Fatto. { $name } non è più tra chi organizza.
revoked-you = Da ora non fai più parte di chi organizza. Puoi continuare a usarmi come tutti.
revoke-last = È l'ultimo responsabile: prima invitane un altro.
revoke-gone = Questa persona non è più tra chi organizza, oppure il suo ruolo è cambiato.
privacy-organiser =
    <b>Poiché organizzi</b>, tengo anche il tuo nome, il tuo ruolo e { -area(form: "your-other") }, il nome accanto alle risposte che dai, un registro di quello che fai (resta anche se te ne vai), e gli inviti che mandi, finché valgono.
erase-ask-organiser = Se ti ha invitato qualcuno, non organizzerai più. Il registro di quello che hai fatto resta, con il tuo nome.
erased-organiser = Fatto. Ho cancellato tutto quello che sapevo di te, tranne il registro di quello che hai fatto per { -event(form: "the-other") }. Se vuoi ricominciare, scrivi /{ command-start }.
