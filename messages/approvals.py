"""The second organiser's word on a large announcement."""

from __future__ import annotations

from domain.announcements import Announcement
from messages import drafts, keyboards
from messages.actions.announcements import StopSending
from messages.actions.approvals import Approve, SendBack, ShowApproval
from messages.message import Message
from messages.voice import Voice


def waiting(a: Announcement, count: int, voice: Voice) -> Message:
    """What the first organiser's panel turns into."""
    stop = keyboards.button(voice.words.plain("button-stop"), StopSending(a.id))
    return Message(voice.words("approval-waiting", count=count), [[stop]])


def asked(a: Announcement, name: str, count: int, voice: Voice) -> Message:
    show = keyboards.button(voice.words.plain("button-show-approval"), ShowApproval(a.id))
    key = "approval-asked-by" if name else "approval-asked"
    return Message(voice.words(key, name=name, count=count), [[show]])


def panel(a: Announcement, facts: drafts.Facts, voice: Voice) -> Message:
    """The same facts as the first organiser saw."""
    yes = keyboards.button(voice.words.plain("button-approve", count=facts.count), Approve(a.id, a.version))
    no = keyboards.button(voice.words.plain("button-send-back"), SendBack(a.id, a.version))
    return Message(drafts.described(a, facts, voice), [[yes], [no]])
