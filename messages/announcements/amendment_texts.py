"""Messages about amendments: ask, show, confirm, report."""

from __future__ import annotations

from collections.abc import Mapping

from domain.announcements.amendments import Amendment
from domain.announcements.announcements import Announcement, Content, ContentKind
from messages import keyboards
from messages.actions.announcements.amendments import ConfirmRepair, DropRepair, EditDelivered
from messages.announcements.draft_panel import language_names
from messages.announcements.sending_texts import MOST_REASONS, summary
from messages.localizer import Localizer
from messages.message import ApiCall, Message


def which_language(a: Announcement, voice: Localizer) -> Message:
    rows = [
        [keyboards.button(f"✏️ {language_names([language], voice)}", EditDelivered(a.id, language))]
        for language in a.versions
    ]
    return Message(voice.words("repair-which"), rows)


def ask_text(a: Announcement, language: str, voice: Localizer) -> Message:
    kind = "text" if a.content(language).kind == ContentKind.TEXT else "caption"
    return Message(voice.words("repair-ask", kind=kind, text=summary(a, voice)))


def proposed(repair: Amendment, changes: int, spared: int, voice: Localizer) -> Message:
    """Say how many will see it change (or vanish), who has not received it yet, and what cannot be undone."""
    words = voice.words
    parts: list[str] = [words(f"repair-{repair.act}-proposed", count=changes)]
    if spared:
        parts.append(words(f"repair-{repair.act}-waiting", count=spared))
    if repair.too_old:
        parts.append(words("repair-too-old", count=repair.too_old))
    this = (repair.id, repair.version)
    rows = [[keyboards.button(words.plain("button-drop-repair"), DropRepair(*this))]]
    if changes or spared:
        label = words.plain(f"button-confirm-{repair.act}", count=changes)
        rows.insert(0, [keyboards.button(label, ConfirmRepair(*this))])
    return Message("\n\n".join(parts), rows)


def confirmed(repair: Amendment, voice: Localizer) -> Message:
    return Message(voice.words(f"repair-{repair.act}-confirmed"))


def report(
    repair: Amendment, a: Announcement, counts: Mapping[str, int], why: Mapping[str, int], voice: Localizer
) -> Message:
    """Report an amendment. It adds up: addressed = done + blocked + failed."""
    words = voice.words
    slots = {name: counts[name] for name in ("targeted", "sent", "blocked", "failed")}
    skipped = counts["skipped"]
    parts: list[str] = [words(f"repair-{repair.act}-report", text=summary(a, voice), skipped=skipped, **slots)]
    if repair.too_old:
        parts.append(words("repair-too-old", count=repair.too_old))
    if reasons := [words("announce-reason", reason=reason, count=count) for reason, count in why.items()]:
        parts.append("\n".join([words("announce-reasons"), *reasons[:MOST_REASONS]]))
    return Message("\n\n".join(parts))


def correction(content: Content, delivered: ApiCall) -> ApiCall:
    """Return the edit that turns what people have into `delivered`; `part` is the file of an album."""
    if content.kind == ContentKind.TEXT:
        return ApiCall("editMessageText", delivered.payload)
    part = (content.captioned or [0])[0]
    source = delivered.payload["media"][part] if content.kind == ContentKind.ALBUM else delivered.payload
    kept = ("caption", "parse_mode", "show_caption_above_media", "reply_markup")
    edit = {name: source[name] for name in kept if name in source}
    return ApiCall("editMessageCaption", edit | ({"part": part} if part else {}))


def deletion(content: Content) -> ApiCall:
    if content.kind == ContentKind.ALBUM:
        return ApiCall("deleteMessages", {"parts": len(content.media)})
    return ApiCall("deleteMessage", {})


def not_correctable(content: Content) -> str | None:
    """Return the key of the reason why its words cannot be corrected: it has none, or several captions."""
    if content.place is not None:
        return "repair-no-words"
    return "repair-many-captions" if len(content.captioned) > 1 else None
