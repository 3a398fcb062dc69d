"""Handlers of the organisers' team: inbox, members, invitations, record, numbers."""
