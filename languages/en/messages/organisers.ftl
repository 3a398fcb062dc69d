# Words for the organisers.

not-organiser = This command is for the organisers.
not-owner = Only an owner can do this.
not-your-area = This is about { -area(form: "a") } that is not one of yours: whoever looks after it can do it.
help-organiser = <b>For the organisers</b>
knowledge-broken = ⚠️ I found a mistake in the answer texts, so I’m carrying on with the previous ones. { $problem }
telegram-was-out-of-reach = ℹ️ Telegram could not be reached: from { $since } to { $until }. What was waiting is going out now.
something-refuses = ⚠️ Something between me and Telegram, a filter or a proxy, refuses some of my messages. I keep trying for about seven hours, then they count as not delivered. Whoever looks after the network can check.
backup-old = ⚠️ The newest backup of the database is from { $day }: since then I have not been able to make another. Whoever runs the server finds the reason in my log.
backup-none = ⚠️ I cannot make a backup of the database, and there is none yet. Whoever runs the server finds the reason in my log.
role-owner = Owner
role-organiser = Organiser
role-helper = Helper
every-area = all { -area(form: "other") }
rights = { $role ->
    [owner] owner
    [organiser] organiser ({ $areas })
   *[helper] helper
  }
menu-organisers = See who organises, and remove someone
organisers-title = <b>Who organises</b>
organisers-line = • { $name }: { $rights }
organisers-line-settings = • { $name }: owner (from the bot’s settings)
organisers-invite-line = • Invitation for { $name }: { $rights }, until { $day } at { $time }
button-revoke = 🗑 { $name }
revoke-ask =
    Remove <b>{ $name }</b>, { $rights }?

    They will not be able to organise from now on. What they did stays in the record.
button-revoke-confirm = 🗑 Yes, remove { $name }
revoked = 🗑 Done. { $name } is no longer one of the organisers.
revoked-you = From now on you are no longer one of the organisers. You can go on using me like everyone else.
revoke-last = This is the last owner: invite another one first.
revoke-gone = This person is no longer one of the organisers, or has another role now.
privacy-organiser =
    <b>Because you organise</b>, I also keep your name, your role and your { -area(form: "other") }, the name beside the answers you give, a record of what you do (which stays even if you leave), and the invitations you send, while they are valid.
erase-ask-organiser = If somebody invited you, you will no longer organise. The record of what you did stays, with your name.
erased-organiser = Done. I have deleted everything I knew about you, except the record of what you did for the { -event(form: "other") }. To start again, write /{ command-start }.
