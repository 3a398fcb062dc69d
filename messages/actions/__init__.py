"""What buttons do: one small typed value each, by the noun they are about."""

from messages.actions import (
    action,
    announcements,
    audit,
    drafts,
    events,
    groups,
    inbox,
    invites,
    organisers,
    privacy,
    questions,
    settings,
    silence,
    subscriptions,
)

__all__ = [
    "action",
    "announcements",
    "audit",
    "drafts",
    "events",
    "groups",
    "inbox",
    "invites",
    "organisers",
    "privacy",
    "questions",
    "settings",
    "silence",
    "subscriptions",
]
