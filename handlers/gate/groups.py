"""Handle groups and channels: who lets the bot in, what it listens to, who decides for all."""

from __future__ import annotations

import logging

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, MessageEntity, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop

from domain import feeds
from domain.delivery import MessageKind
from domain.residents.groups import ChatKind, Group
from domain.team.organisers import Role
from handlers.context import Context, action, chat_id
from handlers.gate import floods
from handlers.gate.permissions import organisers_only
from handlers.results import acknowledged
from messages import actions, commands
from messages.actions.events.groups import LinkGroup
from messages.message import Message, as_name
from messages.residents import group_texts
from services.team import group_links
from storage.database import Session
from storage.outbox import queue
from storage.people import groups, residents
from storage.people.conversations import ChatState
from storage.people.residents import SenderProfile
from storage.team import organisers

log = logging.getLogger(__name__)

_ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
# Whatever else a button does in a group, it does for everyone there: an administrator must press it.
_FREE_BUTTONS = {
    kind.code
    for kind in (
        actions.attendance.Come,
        actions.cards.ShowEvents,
        actions.groups.Introduce,
        actions.cards.ShowEvent,
        actions.questions.PickAnswer,
        actions.questions.WhichArea,
        actions.questions.MoreMatches,
        actions.questions.NoneOfThese,
        actions.questions.PassOn,
        actions.language.ShowHelp,
        actions.language.ShowLanguages,
        actions.subscriptions.ShowReminders,
        actions.privacy.ShowPrivacy,
    )
}
_ADMINS_COMMANDS = {"stop"}


# --- let in, and put out ---


async def membership(update: Update, context: Context, change: ChatMemberUpdated) -> None:
    """Note that the bot was added to a group or channel, or removed from it."""
    chat = change.chat
    if not _inside(change.new_chat_member):
        async with context.services.database.begin() as session:
            await residents.set_reachable(session, chat.id, False)
        return
    async with context.services.database.begin() as session:
        group = await _described(session, context, change)
        if await groups.enter(session, group, context.now):
            await session.flush()
            await _greet(session, context, group, change.from_user.id)
    context.services.wake()


def _inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in (*_ADMINS, ChatMemberStatus.MEMBER)


async def _described(session: Session, context: Context, change: ChatMemberUpdated) -> Group:
    """Return the group in the language of whoever added the bot; an organiser's own is linked at once."""
    adder, services = change.from_user, context.services
    language = await residents.language(session, adder.id) or services.catalog.language(adder.language_code)
    organiser = await organisers.one(session, adder.id)
    linked = adder.id in services.owners or (
        organiser is not None and organiser.role.may(Role.ORGANISER) and organiser.responsible(())
    )
    kind = ChatKind.CHANNEL if change.chat.type == ChatType.CHANNEL else ChatKind.GROUP
    return Group(change.chat.id, kind, as_name(change.chat.title or ""), language, linked)


async def _greet(session: Session, context: Context, group: Group, adder: int) -> None:
    """Introduce the bot to a group, and the group to the organisers: to them once a day at most."""
    services, key = context.services, f"group:{group.chat_id}:{int(context.now.timestamp())}"
    today = context.now.astimezone(services.programme.zone).date()
    news_key = f"group:{group.chat_id}:{today}{':linked' if group.linked else ''}"
    if group.kind is ChatKind.GROUP:
        text = group_texts.introduction(services.voice(group.language, group=True))
        said = queue.OutboxMessage(f"intro:{key}", MessageKind.GROUP, None, group.language, "sendMessage", text.payload)
        await queue.add_one(session, await queue.add(session, said, context.now), group.chat_id, context.now)

    def news(language: str) -> queue.OutboxMessage:
        payload = group_texts.entered(group, services.voice(language)).payload
        return queue.OutboxMessage(news_key, MessageKind.GROUP, None, language, "sendMessage", payload)

    to_tell = await organisers.addressees(session, services.owners, Role.ORGANISER, ())
    if group.linked:
        to_tell = {each: language for each, language in to_tell.items() if each == adder}
    await queue.tell(session, to_tell, news, context.now, services.quiet.hold(context.now))


@organisers_only
async def link(update: Update, context: Context) -> None:
    group, now = action(update, LinkGroup).group, context.now
    result = await group_links.link(context.environment, who=context.organiser, group=group, now=now)
    linked = await acknowledged(update, context, result, stale="group-gone")
    if linked is not None:
        await context.show(update, group_texts.linked(linked.value, context.voice))


# --- what is said in a group ---


async def enter(update: Update, context: Context) -> None:
    """Let through what is meant for the bot and may be done; everything else stops here, in silence."""
    message = update.message or update.edited_message
    if update.message is not None:
        await _note(update.message, context)
    if update.callback_query is None and not (message and _addressed(message, context)):
        raise ApplicationHandlerStop
    await floods.check(update, context)
    visit = await _visit(update, context)
    context.voice = context.services.voice(visit.language, group=True)
    context.standing, context.follows = visit.standing, feeds.followed_areas(visit.feeds, context.services.programme)
    if message is not None and _privately(message, context):
        await context.reply(update, group_texts.write_privately(context.voice))
        raise ApplicationHandlerStop
    if message is not None and visit.standing.expects and not await _is_admin(update, context):
        context.standing = ChatState(topic=visit.standing.topic)  # what an administrator was asked for
    if _for_admins(update, context) and not await _is_admin(update, context):
        await _refuse(update, context)
        raise ApplicationHandlerStop


async def _note(message: TelegramMessage, context: Context) -> None:
    """Note the new id of a group that became a supergroup, and a new title."""
    old, new = message.migrate_from_chat_id, message.migrate_to_chat_id
    if old is None and new is None and message.new_chat_title is None:
        return
    async with context.services.database.begin() as session:
        if message.new_chat_title is not None:
            await groups.rename(session, message.chat.id, as_name(message.new_chat_title))
        else:
            await groups.move(session, old or message.chat.id, new or message.chat.id)


def _addressed(message: TelegramMessage, context: Context) -> bool:
    """Return True for one of the bot's commands, its name, or a reply to it."""
    bot = context.bot.username
    if (command := _command(message)) is not None:
        whose = command.partition("@")[2]
        return whose.lower() == bot.lower() or (not whose and _known(message, context) is not None)
    parse = message.parse_entities if message.text else message.parse_caption_entities
    names = parse([MessageEntity.MENTION]).values()
    if any(name.lower() == f"@{bot}".lower() for name in names):
        return True
    quoted = message.reply_to_message
    author = quoted.from_user if quoted is not None and quoted.via_bot is None else None
    return author is not None and (author.username or "").lower() == bot.lower()


def _command(message: TelegramMessage) -> str | None:
    """Return the command that a message begins with: "incontri@campanile_bot"."""
    for entity, text in message.parse_entities([MessageEntity.BOT_COMMAND]).items():
        if entity.offset == 0:
            return text.removeprefix("/")
    return None


def _known(message: TelegramMessage, context: Context) -> commands.Command | None:
    name = (_command(message) or "").partition("@")[0]
    return commands.named(name, context.services.programme)


def _privately(message: TelegramMessage, context: Context) -> bool:
    """Return True for an organiser's command, which is for private chats."""
    known = _known(message, context)
    return known is not None and known.least is not None


async def _visit(update: Update, context: Context) -> SenderProfile:
    async with context.services.database.read() as session:
        visit = await residents.visit(session, chat_id(update))
    if visit is not None and visit.reachable:
        return visit
    # Nobody told us that we are in: the database is younger than the group, or the update was lost.
    chat, user = update.effective_chat, update.effective_user
    language = context.services.catalog.language(user.language_code if user else None)
    group = Group(chat_id(update), ChatKind.GROUP, as_name((chat.title if chat else None) or ""), language)
    async with context.services.database.begin() as session:
        await groups.enter(session, group, context.now)
        await session.flush()
        return await residents.visit(session, group.chat_id) or SenderProfile(language, True, context.standing, None)


def _for_admins(update: Update, context: Context) -> bool:
    if update.callback_query is not None:
        return (update.callback_query.data or "").split(":")[0] not in _FREE_BUTTONS
    command = _known(update.message, context) if update.message else None
    return command is not None and command.key in _ADMINS_COMMANDS


async def _is_admin(update: Update, context: Context) -> bool:
    """Return True for an administrator; an anonymous one writes as the group itself."""
    message, user = update.message, update.effective_user
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    try:
        # get_chat_member is not promised to work while the bot itself is a plain member.
        admins = await context.bot.get_chat_administrators(chat_id(update))
    except TelegramError:
        return False
    return user is not None and any(admin.user.id == user.id for admin in admins)


async def _refuse(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        text = context.voice.words.plain("group-admins-only")
        await context.answer(update, text, alert=True)
    else:
        await context.reply(update, Message(context.voice.words("group-admins-only")))
