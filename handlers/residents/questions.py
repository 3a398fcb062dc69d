"""Answer questions: take, decide, render, reply."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from answers.dialogue.decisions import DialogueState, Outcome, Question, Slots, Unknown, UnknownReason
from answers.engine import Engine
from answers.meaning import Encoder, NotEncoded
from domain.events.events import Event
from handlers.context import Context, action, chat_id, pressed
from handlers.residents import spoken
from messages.actions.residents.questions import MoreMatches, PickAnswer, WhichArea
from messages.events import event_cards
from messages.message import Message
from messages.residents import answer_texts
from storage.events import events
from storage.people import conversations
from storage.people.conversations import HeardMessage

MISHEARD = 0.1
"""How much surer an answer to spoken words has to be: some of them may be others."""


async def ask(update: Update, context: Context) -> None:
    """Answer a question in free text."""
    message = update.message
    if message is not None and context.said(message):
        await _answer(update, context, context.said(message), message)


async def ask_command(update: Update, context: Context) -> None:
    """Answer `/chiedi`, alone or with the question behind it."""
    text = " ".join(context.args or [])
    if text and update.message is not None:
        await _answer(update, context, text, update.message)
    else:
        await context.reply(update, Message(context.voice.words("ask-me")))


async def answer_cry(update: Update, context: Context) -> bool:
    """Answer a cry for help, also where something else was to be typed; tell whether it is one."""
    message = update.message
    if message is None or not (message.text or context.spoken):
        return False
    engine = await context.services.holder.engine()
    text = context.said(message)
    outcome = engine.cry(Question(text, context.voice.language, context.now, None, context.follows, ()))
    if outcome is not None:
        await _show(update, context, outcome, (), message)
    return outcome is not None


async def _answer(update: Update, context: Context, text: str, asked: TelegramMessage) -> None:
    services, loop = context.services, asyncio.get_running_loop()
    began = loop.time()
    engine = await services.holder.engine()
    async with services.database.read() as session:
        every = await events.recent(session, context.now)
    state = DialogueState.from_json(context.standing.topic) if context.standing.topic else None
    doubt = MISHEARD if context.spoken else 0.0
    question = Question(text, context.voice.language, context.now, state, context.follows, every, doubt)
    outcome = await _second_look(engine.reply(question), question, engine, services.encoder)
    heard = HeardMessage(asked.message_id, conversations.digest(asked.text or asked.caption or ""))
    known = conversations.with_heard(context.standing.heard, heard)
    async with services.database.begin() as session:
        await conversations.talk_about(session, chat_id(update), outcome.state.to_json(), context.now, known)
    await _show(update, context, outcome, every, asked)
    services.answered.note(type(outcome.decision).__name__.lower(), loop.time() - began)


async def _second_look(outcome: Outcome, question: Question, engine: Engine, encoder: Encoder | None) -> Outcome:
    """Reply again, knowing what the message means, where its words alone leave it unsure."""
    if encoder is None or not outcome.unsure or not engine.reads(encoder.name):
        return outcome

    def look() -> Outcome:
        return engine.reply(replace(question, meaning=encoder.encode(question.text)))

    try:
        return await asyncio.to_thread(look)  # the engine, too: for a long question it takes some milliseconds
    except NotEncoded:
        return outcome


async def _show(
    update: Update, context: Context, outcome: Outcome, every: Sequence[Event], asked: TelegramMessage
) -> None:
    facts, voice = _facts(every, context), context.voice_in(outcome.language)
    message = answer_texts.whole(outcome, facts, voice)
    if context.spoken:
        message = answer_texts.below(context.spoken, message, voice)
    # Quoted, because the ✉️ button passes on what its message replies to: nothing else keeps the text.
    await context.reply(update, message, to=asked)


def _facts(every: Sequence[Event], context: Context, page: int = 0, at: int = 0) -> answer_texts.AnswerContext:
    hears = context.services.listener is not None
    return answer_texts.AnswerContext(every, context.now, context.follows, page, at, hears)


async def _instead(update: Update, context: Context, message: Message) -> None:
    """Show the message in place of the one whose button was pressed."""
    await context.show(update, spoken.below_words(update, context, message))


async def pick(update: Update, context: Context) -> None:
    """Answer one of the "did you mean" buttons."""
    await pressed(update).answer()
    chosen = action(update, PickAnswer)
    engine = await context.services.holder.engine()
    measure = int(chosen.measure) if chosen.measure.isdigit() else None
    async with context.services.database.read() as session:
        every = await events.recent(session, context.now)
    event = next((each for each in every if str(each.id) == chosen.event), None)
    area = event.area if event else chosen.area if context.services.programme.area(chosen.area) else None
    slots = Slots(area, measure, chosen.body or None, (event.id,) if event else ())
    voice = context.conversation_voice
    answer = engine.option(chosen.entry, voice.language, slots)
    if answer is not None:
        topic = DialogueState(context.now, voice.language, chosen.entry, slots)
        async with context.services.database.begin() as session:
            await conversations.talk_about(session, chat_id(update), topic.to_json(), context.now)
    facts = _facts(every, context)
    await _instead(update, context, answer_texts.reply(answer or Unknown(UnknownReason.GONE), facts, voice))


async def which_area(update: Update, context: Context) -> None:
    """Show another page of the areas to choose from."""
    await pressed(update).answer()
    asked = action(update, WhichArea)
    await _instead(update, context, answer_texts.which_area(asked.entry, context.conversation_voice, asked.page))


async def more(update: Update, context: Context) -> None:
    """Show another page of an answer; of all that lies ahead, if something else was talked about since."""
    await pressed(update).answer()
    asked, voice = action(update, MoreMatches), context.conversation_voice
    async with context.services.database.read() as session:
        every = await events.recent(session, context.now)
    state = DialogueState.from_json(context.standing.topic) if context.standing.topic else None
    facts = _facts(every, context, asked.page, asked.at)
    engine = await context.services.holder.engine()
    same = state is not None and int(state.at.timestamp()) == asked.at
    answer = engine.option(state.entry, state.language, state.slots) if same and state and state.entry else None
    if answer is None:
        await context.show(update, event_cards.listing(every, voice, context.now))
    else:
        await _instead(update, context, answer_texts.reply(answer, facts, voice))


async def none_of_these(update: Update, context: Context) -> None:
    await pressed(update).answer()
    await _instead(update, context, answer_texts.unknown(context.conversation_voice))
