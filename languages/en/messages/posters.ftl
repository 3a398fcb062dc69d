# The posters.

menu-poster = Make a poster to print
poster-which = <b>A poster to print.</b> Of which { -event }?
poster-gone = This { -event } is no longer planned.
poster-unconfirmed = This date is not confirmed yet, and what is printed cannot be corrected. Confirm it first, then ask me for the poster.
poster-not-installed = I cannot draw here: the libraries for posters are not installed. Whoever runs the server adds them with <code>pip install 'campanile-bot[posters]'</code> and restarts the bot.
poster-caption = To print on a sheet of A4. Whoever scans the code opens the { -event } here on Telegram.
poster-invitation = { $programme } { -event } in
poster-scan = Scan the code: I remind you of the { -event } and answer your questions.
poster-without = Or look for @{ $bot } on Telegram and write: { $area }
