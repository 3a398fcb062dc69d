"""The bots under test, each a process: `WAY API_URL CHATS`. They answer /ping, and broadcast on /broadcast.

When the broadcast is over they print `DONE` and the seconds of CPU it took. The peers are written as their
own documentation shows, and import nothing of this project, so that they can run in another environment.
"""
