"""What buttons do: one small typed value each, by the noun they are about."""

from messages.actions import (
    action,
    announcements,
    approvals,
    audit,
    drafts,
    events,
    groups,
    inbox,
    invites,
    organisers,
    privacy,
    questions,
    repairs,
    settings,
    silence,
    subscriptions,
)

__all__ = [
    "action",
    "announcements",
    "approvals",
    "audit",
    "drafts",
    "events",
    "groups",
    "inbox",
    "invites",
    "organisers",
    "privacy",
    "questions",
    "repairs",
    "settings",
    "silence",
    "subscriptions",
]
