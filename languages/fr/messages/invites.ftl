# Les invitations à organiser.

menu-invite = Inviter quelqu’un à organiser
invite-panel =
    <b>Une nouvelle invitation</b>

    <b>Nom :</b> { $name }
    <b>Rôle :</b> { $role }
invite-no-name = <i>écrivez-le ici, si vous voulez : les collègues le verront</i>
invite-role-owner = responsable. Peut tout faire, y compris inviter et retirer des personnes.
invite-role-organiser = organisateur. Peut tout faire, sauf inviter et retirer des personnes.
invite-role-helper = assistant. Peut seulement répondre aux questions des habitants.
invite-areas = <b>{ -area(form: "Other") } :</b> { $areas }
button-every-area = { -area(form: "All-other") }
button-issue-invite = ✅ Créer le lien
button-invite = Inviter quelqu’un
invite-ready =
    ✅ <b>Le lien est prêt.</b> Transférez le message ci-dessous à la personne que vous invitez.

    Il vaut pour une seule personne, jusqu’à { $day } à { $time }. La personne qui l’ouvre devient { $rights }.
button-withdraw-invite = 🗑 Retirer l’invitation
button-withdraw-invite-for = 🗑 Invitation pour { $name }
invite-someone = quelqu’un
invite-to-forward =
    Bonjour ! Je vous invite à organiser avec nous { -event(form: "the-other") } { $programme }
    Ouvrez ce lien et appuyez sur Démarrer :
    { $link }
invite-withdrawn = 🗑 Invitation retirée : le lien ne fonctionne plus.
invite-cancelled = ❌ Annulé : aucune invitation.
invite-stale = Ce bouton est celui d’une version précédente de l’invitation : utilisez ceux du dernier message.
invite-gone = Cette invitation n’existe plus : elle a été acceptée ou retirée, ou elle a expiré.
invite-not-valid =
    Ce lien n’est pas valable. Une invitation ne sert qu’une fois, dans les 48 heures.
    Demandez-en une nouvelle à la personne qui vous l’a envoyée.
invite-own = Ce lien est pour la personne que vous invitez : transférez-le-lui. Il est toujours valable.
invite-already = Vous faites déjà partie des organisateurs : le lien reste valable pour quelqu’un d’autre.
invite-welcome =
    <b>Bonjour { $name }, vous organisez désormais avec nous.</b>
    Votre rôle : { $rights }.
invite-accepted = ✅ { $name } a accepté l’invitation : c’est désormais { $rights }.
