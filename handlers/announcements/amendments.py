"""✏️ and 🗑 for what people have already received."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update
from telegram.error import BadRequest

from domain.announcements.amendments import Act, Amendment, Stage
from domain.announcements.announcements import Announcement, Content
from handlers.announcements import common
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.amendments import ConfirmRepair, DropRepair, EditDelivered, WithdrawDelivered
from messages.announcements import amendment_texts, sending_texts
from messages.message import Message
from services.announcements import amendments, reading
from services.results import Done, NeedsApproval, Refused, Stale

TEXT = amendments.TEXT


@organisers_only
async def ask(update: Update, context: Context) -> None:
    """Which language, if there are several; then the right words."""
    button = action(update, EditDelivered)
    known = await amendments.look(context.environment, who=context.organiser, announcement=button.announcement)
    if isinstance(known, Refused):
        await common.decline(update, context, known)
    elif (why := amendment_texts.not_correctable(known.content(button.language))) is not None:
        await context.answer(update, context.voice.words.plain(why), alert=True)
    elif not button.language and len(known.versions) > 1:
        await pressed(update).answer()
        await context.reply(update, amendment_texts.which_language(known, context.voice))
    else:
        language = button.language if button.language in known.versions else next(iter(known.versions))
        asked = amendment_texts.ask_text(known, language, context.voice)
        await common.ask(update, context, known, TEXT, asked, language)


@organisers_only
async def take_text(update: Update, context: Context) -> None:
    """The corrected words, shown as they will look; nothing changes yet."""
    known = await common.subject(context)
    if known is None or context.standing.details[:1] != [str(known.version)]:
        await common.told_stale(update, context, known)
        return
    language, message = context.standing.details[1], update.message
    content = known.content(language).reworded(message.text_html if message and message.text else "")
    if (over := sending_texts.too_long(content)) is not None:
        slots = {"length": over[0], "limit": over[1]}
        await context.reply(update, Message(context.voice.words("announce-too-long", **slots)))
    elif content == known.content(language):
        await context.reply(update, Message(context.voice.words("repair-same")))
    elif await show_corrected(update, context, known, {language: content}):
        await _propose(update, context, known.id, Act.EDIT, {language: content})


async def show_corrected(update: Update, context: Context, known: Announcement, versions: dict[str, Content]) -> bool:
    """Send what will be read after the correction; False, and told, where Telegram does not take it."""
    corrected = replace(known, versions={**known.versions, **versions})
    event = await reading.event_of(context.environment, known)
    try:
        for language in versions:
            voice = context.services.voice(language)
            call = sending_texts.delivered(corrected, voice, event, context.bot.username)
            await context.send(chat_id(update), call)
    except BadRequest as error:
        await context.reply(update, Message(context.voice.words("repair-refused", reason=error.message)))
        return False
    return True


@organisers_only
async def withdraw(update: Update, context: Context) -> None:
    await _propose(update, context, action(update, WithdrawDelivered).announcement, Act.WITHDRAW, {})


async def _propose(update: Update, context: Context, announcement: int, act: Act, versions: dict[str, Content]) -> None:
    result = await amendments.propose(
        context.environment,
        who=context.organiser,
        announcement=announcement,
        act=act,
        versions=versions,
        now=context.now,
    )
    if isinstance(result, Refused):
        await common.decline(update, context, result)
        return
    if update.callback_query is not None:
        await pressed(update).answer()
    proposal = result.value
    text = amendment_texts.proposed(proposal.amendment, proposal.changes, proposal.waiting, context.voice)
    await context.reply(update, text)


@organisers_only
async def drop(update: Update, context: Context) -> None:
    button = action(update, DropRepair)
    result = await amendments.drop(
        context.environment, who=context.organiser, amendment=button.repair, version=button.version
    )
    await show_dropped(update, context, result)


async def show_dropped(update: Update, context: Context, result: Done[Amendment] | Stale[Amendment] | Refused) -> None:
    if isinstance(result, Done):
        await pressed(update).answer()
        await context.show(update, Message(context.voice.words("repair-dropped")))
    else:
        await decline(update, context, result)


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    button = action(update, ConfirmRepair)
    result = await amendments.confirm(
        context.environment, who=context.organiser, amendment=button.repair, version=button.version, now=context.now
    )
    if isinstance(result, NeedsApproval):
        await _show_waiting(update, context, result)
    else:
        await show_begun(update, context, result)


async def _show_waiting(update: Update, context: Context, result: NeedsApproval[Amendment]) -> None:
    if not result.asked:
        words = context.voice.words.plain("approval-repair-nobody", above=context.services.approval_above)
        await context.answer(update, words, alert=True)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("approval-repair-waiting", count=result.count)))


async def show_begun(update: Update, context: Context, result: Done[Amendment] | Stale[Amendment] | Refused) -> None:
    """Show that what was confirmed is under way."""
    if isinstance(result, Done):
        await pressed(update).answer()
        await context.show(update, amendment_texts.confirmed(result.value, context.voice))
    else:
        await decline(update, context, result)


async def decline(update: Update, context: Context, result: Stale[Amendment] | Refused) -> None:
    """Tell why an amendment was not made."""
    if isinstance(result, Refused):
        await common.decline(update, context, result)
        return
    still = result.now is not None and result.now.stage is Stage.PROPOSED
    words = context.voice.words.plain("announce-stale" if still else "repair-already")
    await context.answer(update, words, alert=True)
