# Words for the organisers.

not-organiser = This command is for the organisers.
help-organiser =
    <b>For the organisers</b>

    • Write an announcement, for now or for a time you choose: /announce
    • Answer residents’ questions: /inbox
knowledge-broken = ⚠️ I found a mistake in the answer texts, so I’m carrying on with the previous ones. { $problem }
