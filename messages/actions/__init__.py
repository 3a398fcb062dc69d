"""Actions of buttons: one small typed value each, by the noun they are about."""

from messages.actions import action, prompts
from messages.actions.announcements import agenda, amendments, approvals, drafts, sending
from messages.actions.events import cards, editing, groups
from messages.actions.residents import attendance, language, mute, privacy, questions, subscriptions
from messages.actions.team import audit, inbox, invites, learned, members, posters, statistics

__all__ = [
    "action",
    "agenda",
    "amendments",
    "approvals",
    "attendance",
    "audit",
    "cards",
    "drafts",
    "editing",
    "groups",
    "inbox",
    "invites",
    "language",
    "learned",
    "members",
    "mute",
    "posters",
    "privacy",
    "prompts",
    "questions",
    "sending",
    "statistics",
    "subscriptions",
]
