"""Commands for whoever runs the bot: check, migrate, announce."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from pathlib import Path

from answers import knowledge
from bot.app import wall_clock
from bot.commands import backup
from bot.content import loaded_content, programme_events
from bot.settings import Given, Settings, SettingsError
from bot.several import folders
from domain import programmes
from domain.announcements.announcements import Audience, Content
from domain.files.yaml_file import ContentError
from messages import catalog, markup
from messages.announcements.sending_texts import TEXT_LIMIT
from messages.dates import clock, day
from services.announcements import sending
from storage import ownership, schema
from storage.database import Database, DatabaseError, prepare
from storage.events import events


async def everything(settings: Settings) -> list[str]:
    """Return one line for each part that is in order. Raise the error of the first that is not."""
    content = loaded_content.load(settings.programme_dir)
    programme = content.programme
    known = knowledge.load(programme, settings.programme_dir)
    languages = ", ".join(f"{language} {len(entries)}" for language, entries in known.entries.items())
    name = programme.say(programme.name, programme.language)
    lines = [
        f"settings: good{'' if settings.telegram_bot_token else ' (no token: only the sandbox can run)'}",
        f"programme: {name}, {len(programme.events)} events in {len(programme.areas)} areas",
        f"answers: {languages}",
        f"prepared announcements: {len(content.prepared)}",
    ]
    prepare(settings.database_url)
    database = Database(settings.database_url, programme.id)
    try:
        changed = await ownership.bring_up(database)
        async with database.read() as session:
            count = len(await events.every(session))
        lines.append(f"database: good{', brought up to date' if changed else ''}, {count} events")
        lines.append(f"backups: {backup.newest(settings, wall_clock().astimezone(programme.zone).date())}")
    finally:
        await database.close()
    return lines


async def several(directory: Path, common: Given) -> tuple[list[str], bool]:
    """Return the same for each programme of a folder, or its mistake, and whether there was none."""
    lines, good = [], True
    for id, folder in folders.found(directory).items():
        try:
            said = await everything(folders.load(folder, common))
        except (SettingsError, ContentError, DatabaseError) as error:
            said, good = [str(error)], False
        lines += [f"[{id}] {line}" for line in said]
    return lines, good


async def migrate(settings: Settings) -> str:
    prepare(settings.database_url)
    database = Database(settings.database_url)
    try:
        async with ownership.owned(settings.database_url):
            changed = await schema.upgrade(database)
    finally:
        await database.close()
    return f"schema {schema.newest()}: {'brought up to date' if changed else 'nothing to do'}"


def _written(text: str, *, plain: bool) -> Content:
    """Return what was typed as it will go out. Raise `SettingsError` for what Telegram would refuse."""
    try:
        html = markup.html_of(text, plain=plain)
        said = markup.words(html)
        length = len(said.encode("utf-16-le")) // 2
    except markup.BrokenHtml as error:
        raise SettingsError(f"--text cannot be sent as HTML: {error}. As it stands: --plain") from error
    except UnicodeEncodeError as error:
        raise SettingsError("--text is not UTF-8") from error
    if not any(unicodedata.category(sign)[0] in "LMNPS" for sign in said):
        raise SettingsError("--text is empty: there is nothing to announce")
    if length > TEXT_LIMIT:
        raise SettingsError(f"--text is too long: {length} characters, and Telegram allows {TEXT_LIMIT}")
    return Content(html)


async def announce(
    settings: Settings, text: str, areas: tuple[str, ...], at: datetime | None, *, plain: bool = False
) -> str:
    """Schedule an announcement; the running bot sends it. `at` is a wall-clock time in the programme's zone."""
    content, programme = _written(text, plain=plain), programmes.load(settings.programme_dir)
    for area in areas:
        if programme.area(area) is None:
            known = ", ".join(each.id for each in programme.areas)
            raise SettingsError(f'"{area}" is not an area of the programme (known: {known})')
    now = wall_clock()
    due = at.replace(tzinfo=programme.zone) if at else now
    if due < now:
        raise SettingsError(f"{at} lies in the past")
    prepare(settings.database_url)
    database = Database(settings.database_url, programme.id)
    try:
        await ownership.bring_up(database)
        await programme_events.settle(database, programme, settings.programme_year, now)
        audience = Audience(tuple(dict.fromkeys(areas)))
        done = await sending.announce(database, programme, {programme.language: content}, audience, due, now)
    finally:
        await database.close()
    words = catalog.load(programme).words("en")
    when = f"{day(due, words, programme.zone)} at {clock(due, words, programme.zone)}"
    return f"announcement {done.value.id}: {done.count} recipients as of now, goes out {when}"
