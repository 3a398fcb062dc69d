"""What buttons do: one small typed value each, by the noun they are about."""

from messages.actions import (
    action,
    announcements,
    drafts,
    events,
    groups,
    inbox,
    invites,
    organisers,
    privacy,
    questions,
    settings,
    subscriptions,
)

__all__ = [
    "action",
    "announcements",
    "drafts",
    "events",
    "groups",
    "inbox",
    "invites",
    "organisers",
    "privacy",
    "questions",
    "settings",
    "subscriptions",
]
