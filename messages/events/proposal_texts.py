"""What a watched calendar says otherwise, as organisers are asked about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.events import proposals
from domain.events.events import Event, Status
from domain.events.proposals import CalendarProposal
from messages import keyboards, pages
from messages.actions.events.editing import AcceptProposal, IgnoreProposal, ListEvents, ListProposals
from messages.events import edit_texts
from messages.localizer import Localizer
from messages.message import Html, Message, Row

MANY = 5
"""So many that go at once are more often a calendar that was emptied by mistake than as many cancellations."""


def listing(
    waiting: Sequence[CalendarProposal], events: Mapping[int, Event], voice: Localizer, number: int = 0
) -> Message:
    """A page of the proposals, old and new, each with a button to accept it and one to ignore it."""
    words = voice.words
    if not waiting:
        back = keyboards.button(words.plain("button-edit-list"), ListEvents(0))
        return Message(words("calendar-nothing"), [[back]])
    page = pages.page(waiting, number)
    first = page.number * pages.PAGE + 1
    lines = [
        words("calendar-line", number=str(place), what=_said(each, events, voice))
        for place, each in enumerate(page.shown, first)
    ]
    rows = [_row(each, place, voice) for place, each in enumerate(page.shown, first)]
    title = words("calendar-title", count=len(waiting))
    gone = sum(each.wanted.status is Status.CANCELLED for each in waiting)
    if gone >= MANY:
        title = Html(f"{title}\n\n{words('calendar-many-gone', count=gone)}")
    return Message("\n\n".join([title, *lines]), [*rows, *page.turning(ListProposals)])


def _row(proposal: CalendarProposal, place: int, voice: Localizer) -> Row:
    ignore = keyboards.button(
        voice.words.plain("button-calendar-ignore", number=str(place)), IgnoreProposal(proposal.id)
    )
    if not proposals.acceptable(proposal, voice.programme):
        return [ignore]
    accept = keyboards.button(
        voice.words.plain("button-calendar-accept", number=str(place)), AcceptProposal(proposal.id)
    )
    return [accept, ignore]


def _said(proposal: CalendarProposal, events: Mapping[int, Event], voice: Localizer) -> Html:
    before = events.get(proposal.difference.event or 0)
    after = proposals.after(proposal, before)
    if before is None:
        key = "calendar-new" if after.area else "calendar-new-without-area"
        return voice.words(key, name=after.note or voice.name(after), what=edit_texts.in_short(after, voice, "place"))
    if proposal.difference.texts:
        told = [
            voice.words.plain(f"calendar-text-{field}", old=old or "–", new=new)
            for field, (old, new) in proposal.difference.texts.items()
        ]
        return voice.words("calendar-texts", name=voice.name(before), what=", ".join(told))
    if not after.takes_place:
        return voice.words("calendar-gone", name=voice.name(before), what=edit_texts.in_short(before, voice))
    what = edit_texts.what_changed(before, after, voice)
    return voice.words("calendar-changed", name=voice.name(before), what=what)
