"""The command line."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from bot.settings import given, load

MOMENTS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S")
FILE = click.Path(path_type=Path)
of_several = click.option(
    "--programmes", type=FILE, help="A folder of programmes: each is a folder with a .env of its own."
)


class Commands(click.Group):
    """A group whose help lists its commands in the order of this file, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they were given."""
        return [*self.commands]


@click.group(name="campanile", cls=Commands, no_args_is_help=True)
def app() -> None:
    """A Telegram bot for one community programme: it answers, reminds and announces."""


@app.command()
@of_several
def run(programmes: Path | None) -> None:
    """Run the bot with the token in .env, or the programmes of a folder in one process."""
    from bot import service
    from bot.several import process

    if programmes is None:
        service.run()
    else:
        process.run(programmes)


@app.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True)
@click.option("--address", default="", help="HOST:PORT in the browser, behind a port mapping.")
def sandbox(host: str, port: int, address: str) -> None:
    """Try everything without a token: a pretend Telegram in the browser."""
    from bot.commands.sandbox import run as play

    play(load(), host, port, address)


@app.command(hidden=True)
def has_token() -> None:
    """Exit with code 0 if a token is set: `make run` asks."""
    sys.exit(0 if load().telegram_bot_token else 1)


@app.command()
@of_several
def check(programmes: Path | None) -> None:
    """Check settings, content and database; of several programmes each, with exit code 1 if one is not in order."""
    from bot.commands import operations

    if programmes is None:
        print("\n".join(asyncio.run(operations.everything(load()))))
        return
    lines, good = asyncio.run(operations.several(programmes, given()))
    print("\n".join(lines))
    sys.exit(0 if good else 1)


@app.command()
@of_several
def healthy(programmes: Path | None) -> None:
    """Say how the running bot is; exit code 1 if it is not well or not there."""
    from bot.health import heartbeat
    from bot.several import folders

    if programmes is None:
        file = heartbeat.file(load())
    else:
        file = heartbeat.of_several(programmes, folders.process(given()).http_port)
    good, said = heartbeat.read(file)
    print(said)
    sys.exit(0 if good else 1)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema. `run` does it by itself."""
    from bot.commands import operations

    print(asyncio.run(operations.migrate(load())))


@app.command()
@click.argument("file", type=FILE)
@click.option("--verify", is_flag=True, help="Read a backup to its end instead, and count.")
def backup(file: Path, verify: bool) -> None:
    """Copy the database into a new file, also while the bot runs."""
    from bot.commands import backup

    print(backup.verify(file) if verify else backup.save(load(), file))


@app.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Put a backup in the database's place (SQLite); stop the bot first."""
    from bot.commands.backup import restore

    print(restore(load(), file))


@app.command()
@click.argument("question")
@click.option("--language", default="it", show_default=True, help="The resident's usual language.")
@click.option("--explain", is_flag=True, help="Show how it came to the reply, in five boxes.")
def ask(question: str, language: str, explain: bool) -> None:
    """Answer a question as the bot would."""
    from bot.authoring import authors

    print(authors.ask(load(), question, language, explain=explain))


@app.command()
@click.option("--text", required=True, help="Plain text; with a tag in it (<b>...</b>) it is Telegram HTML.")
@click.option("--area", "--town", "areas", multiple=True, help="Again for each area; none means all.")
@click.option(
    "--at",
    type=click.DateTime(MOMENTS),
    metavar="2027-10-22T18:00",
    help="By the programme's wall clock; now if empty.",
)
@click.option("--plain", is_flag=True, help="No HTML, whatever it looks like.")
def announce(text: str, areas: tuple[str, ...], at: datetime | None, plain: bool) -> None:
    """Schedule an announcement to everyone who follows the areas."""
    from bot.commands import operations

    print(asyncio.run(operations.announce(load(), text, areas, at, plain=plain)))


@app.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--cross-validate", is_flag=True, help="Judge each question by a calibration fitted without its entry.")
def evaluate(file: Path, cross_validate: bool) -> None:
    """Measure the answers on a file or folder of labelled questions; exit code 1 under a target."""
    from bot.authoring import authors

    report, met = authors.evaluate(load(), file, cross_validate=cross_validate)
    print(report)
    sys.exit(0 if met else 1)


@app.group(cls=Commands, no_args_is_help=True)
def content() -> None:
    """The programme and the answers."""


@content.command("check")
def content_check() -> None:
    """Check the content and advise its authors; exit code 1 on an error."""
    from bot.authoring import authors

    report, good = authors.check(load())
    print(report)
    sys.exit(0 if good else 1)


@content.command("read")
@click.argument("sources", nargs=-1, required=True)
@click.option("--into", type=FILE, metavar="DIR", help="Write DIR/programme.yaml, or bring it up to date.")
@click.option("--map", "columns", multiple=True, help="area=Ortsteil,title=SUMMARY")
@click.option("--zone", default="", help="The time zone, where the file names none.")
@click.option("--language", default="", help="The programme's language.")
@click.option("--dates", default="", help="day-first or month-first, where 03/04 may be either.")
def content_read(
    sources: tuple[str, ...], into: Path | None, columns: tuple[str, ...], zone: str, language: str, dates: str
) -> None:
    """Read a programme from a calendar, a table or a conference's schedule; print it, or write it into DIR.

    SOURCES are files (.ics, .csv, .xlsx, .xml, .txt) or a calendar's address.
    """
    from bot.commands import reading_in

    with _refused():
        text, notes = reading_in.run(sources, into, columns, zone=zone, language=language, dates=dates)
    print(text.rstrip("\n"))
    for note in notes:
        print(note, file=sys.stderr)


@content.command("new")
@click.argument("folder", type=FILE)
def content_new(folder: Path) -> None:
    """Make a programme's FOLDER by asking six questions."""
    from bot.commands import new_programme

    with _refused():
        said = new_programme.make(folder)
    print(said)


@contextmanager
def _refused() -> Iterator[None]:
    """End with exit code 2 and the sentence of what cannot be read."""
    from reading.errors import SourceError

    try:
        yield
    except SourceError as error:
        print(f"campanile: {error}", file=sys.stderr)
        sys.exit(2)


@content.command("diff")
def content_diff() -> None:
    """List the differences between the database and programme.yaml."""
    from bot.commands import event_files

    print(asyncio.run(event_files.diff(load())))


@content.command("import")
@click.option("--overwrite", is_flag=True, help="Also what organisers changed. Nobody is told.")
def content_import(overwrite: bool) -> None:
    """Take meetings of programme.yaml into the database."""
    from bot.commands import event_files

    print(asyncio.run(event_files.take_over(load(), overwrite=overwrite)))


@content.command("export")
def content_export() -> None:
    """Print the meetings of the database, ready for programme.yaml."""
    from bot.commands import event_files

    print(asyncio.run(event_files.export(load())))


@content.command("learn")
def content_learn() -> None:
    """Train the layer that tells the answers apart, after a change of their phrasings. It takes a minute."""
    from bot.authoring import authors

    print(authors.learn(load()))


@content.command("prune")
def content_prune() -> None:
    """Call off the meetings to come that have left programme.yaml. Nobody is told."""
    from bot.commands import event_files

    print(asyncio.run(event_files.prune(load())))
