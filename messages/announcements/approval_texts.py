"""Messages about approvals: a second organiser's word on a large announcement."""

from __future__ import annotations

from domain.announcements.amendments import Amendment
from domain.announcements.announcements import Announcement
from messages import keyboards
from messages.actions.announcements.amendments import ApproveRepair, RefuseRepair, ShowRepair
from messages.actions.announcements.approvals import Approve, SendBack, ShowApproval
from messages.actions.announcements.sending import StopSending
from messages.announcements import draft_panel
from messages.announcements.sending_texts import summary
from messages.localizer import Localizer
from messages.message import Message

GROWN, LEFT = "grown", "left"
"""Why an announcement that was confirmed is asked about again: for more people, or by whom no longer may."""


def waiting(a: Announcement, count: int, voice: Localizer) -> Message:
    """Return the text that replaces the first organiser's panel."""
    stop = keyboards.button(voice.words.plain("button-stop"), StopSending(a.id))
    return Message(voice.words("approval-waiting", count=count), [[stop]])


def asked(a: Announcement, name: str, count: int, voice: Localizer) -> Message:
    show = keyboards.button(voice.words.plain("button-show-approval"), ShowApproval(a.id))
    key = "approval-asked-by" if name else "approval-asked"
    return Message(voice.words(key, name=name, count=count), [[show]])


def again(a: Announcement, why: str, count: int, voice: Localizer) -> Message:
    """Ask a colleague about an announcement that was confirmed already."""
    show = keyboards.button(voice.words.plain("button-show-approval"), ShowApproval(a.id))
    return Message(voice.words(f"approval-{why}", text=summary(a, voice), count=count), [[show]])


def held(a: Announcement, count: int, asked: bool, above: int, voice: Localizer) -> Message:
    """Tell whoever confirmed it that it waits, and whether there is anybody to ask."""
    if asked:
        return waiting(a, count, voice)
    stop = keyboards.button(voice.words.plain("button-stop"), StopSending(a.id))
    return Message(voice.words("approval-held-nobody", text=summary(a, voice), above=above), [[stop]])


def asked_to_correct(repair: Amendment, a: Announcement, name: str, count: int, voice: Localizer) -> Message:
    """Ask a colleague about new words for an announcement that many have received."""
    show = keyboards.button(voice.words.plain("button-show-approval"), ShowRepair(repair.id))
    text = voice.words("approval-repair-asked", name=name or "—", text=summary(a, voice), count=count)
    return Message(text, [[show]])


def correction_panel(repair: Amendment, count: int, voice: Localizer) -> Message:
    this = (repair.id, repair.version)
    label = voice.words.plain("button-approve-repair", count=count)
    yes = keyboards.button(label, ApproveRepair(*this))
    no = keyboards.button(voice.words.plain("button-refuse-repair"), RefuseRepair(*this))
    return Message(voice.words("repair-edit-proposed", count=count), [[yes], [no]])


def panel(a: Announcement, facts: draft_panel.PanelContext, voice: Localizer) -> Message:
    """Show the facts that the first organiser saw."""
    yes = keyboards.button(voice.words.plain("button-approve", count=facts.count), Approve(a.id, a.version))
    no = keyboards.button(voice.words.plain("button-send-back"), SendBack(a.id, a.version))
    return Message(draft_panel.described(a, facts, voice), [[yes], [no]])
