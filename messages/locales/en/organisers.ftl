# Words for the organisers.

not-organiser = This command is for the organisers.
not-owner = Only an owner can do this.
not-your-town = This is about a town that is not one of yours: whoever looks after it can do it.
help-organiser = <b>For the organisers</b>
knowledge-broken = ⚠️ I found a mistake in the answer texts, so I’m carrying on with the previous ones. { $problem }
