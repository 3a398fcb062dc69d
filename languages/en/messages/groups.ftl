# The bot in groups and channels.

group-introduction =
    <b>Hello everyone! I am { -bot }.</b>
    I tell you when and where the { -event(form: "other") } of the { $programme } programme are and, if you like, remind you of them here.

    In this group I only answer commands (for example /{ command-events }, or /{ command-ask } and your question), replies to what I write, and those who call me by name: { $bot }. I do not listen to the rest.

    An administrator of the group can tap 🔔 and the name of { -area(form: "a") }: I will then post the reminders for that { -event } here.
group-admins-only = Only an administrator of the group can decide this.
group-write-privately = This cannot be done in a group: write to me in private.
button-write-privately = Write to { -bot } in private
group-entered = { $kind ->
    [channel] The channel <b>{ $title }</b> has added { -bot }.
   *[group] The group <b>{ $title }</b> has added { -bot }.
  } Do you want to be able to choose it for announcements? If you do not know it, do nothing.
button-link-group = ✅ Yes, for announcements
group-linked = ✅ { $kind ->
    [channel] The channel <b>{ $title }</b> is linked: you can choose it when you write an announcement.
   *[group] The group <b>{ $title }</b> is linked: you can choose it when you write an announcement.
  }
group-gone = { -bot } is no longer in that group.
group-privacy =
    <b>What I know about this group</b>

    • its number and its name on Telegram, its language, the { -area(form: "other") } it follows, and whether it receives announcements;
    • which messages I have sent here, so as not to send them twice, and where the last cards are, to keep them up to date;
    • for 15 minutes, the subject you are talking about with me.

    I do not know who its members are, and I do not keep what you write. An administrator of the group can have a copy of this data, or erase it.
group-refusing =
    ⚠️ { $kind ->
        [channel] In the channel <b>{ $title }</b>
       *[group] In the group <b>{ $title }</b>
    } I have not been allowed to write since { $day } at { $time }: something did not arrive. Its administrators can see whether the bot may write, and whether the topic is closed. I will try again with the next message.
