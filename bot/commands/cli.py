"""The command line."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import given, load

app = typer.Typer(
    name="campanile",
    help="A Telegram bot for one community programme: it answers, reminds and announces.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
content = typer.Typer(help="The programme and the answers.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(content, name="content")


Programmes = Annotated[
    Path | None, typer.Option(help="A folder of programmes: each is a folder with a .env of its own.")
]


@app.command()
def run(programmes: Programmes = None) -> None:
    """Run the bot with the token in .env, or the programmes of a folder in one process."""
    from bot import service
    from bot.several import process

    if programmes is None:
        service.run()
    else:
        process.run(programmes)


@app.command()
def sandbox(
    host: str = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8080,
    address: Annotated[str, typer.Option(help="HOST:PORT in the browser, behind a port mapping.")] = "",
) -> None:
    """Try everything without a token: a pretend Telegram in the browser."""
    from bot.commands.sandbox import run as play

    play(load(), host, port, address)


@app.command(hidden=True)
def has_token() -> None:
    """Exit with code 0 if a token is set: `make run` asks."""
    raise typer.Exit(0 if load().telegram_bot_token else 1)


@app.command()
def check(programmes: Programmes = None) -> None:
    """Check settings, content and database; of several programmes each, with exit code 1 if one is not in order."""
    from bot.commands import operations

    if programmes is None:
        print("\n".join(asyncio.run(operations.everything(load()))))
        return
    lines, good = asyncio.run(operations.several(programmes, given()))
    print("\n".join(lines))
    raise typer.Exit(0 if good else 1)


@app.command()
def healthy(programmes: Programmes = None) -> None:
    """Say how the running bot is; exit code 1 if it is not well or not there."""
    from bot.health import heartbeat
    from bot.several import folders

    if programmes is None:
        file = heartbeat.file(load())
    else:
        file = heartbeat.of_several(programmes, folders.process(given()).http_port)
    good, said = heartbeat.read(file)
    print(said)
    raise typer.Exit(0 if good else 1)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema. `run` does it by itself."""
    from bot.commands import operations

    print(asyncio.run(operations.migrate(load())))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="A new file; nothing is overwritten.")],
    verify: Annotated[bool, typer.Option("--verify", help="Read a backup to its end instead, and count.")] = False,
) -> None:
    """Copy the database into a file, also while the bot runs."""
    from bot.commands import backup

    print(backup.verify(file) if verify else backup.save(load(), file))


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file made by backup.")]) -> None:
    """Put a backup in the database's place (SQLite); stop the bot first."""
    from bot.commands.backup import restore

    print(restore(load(), file))


@app.command()
def ask(
    question: str,
    language: Annotated[str, typer.Option(help="The resident's usual language.")] = "it",
    explain: Annotated[bool, typer.Option(help="Show scores and entities.")] = False,
) -> None:
    """Answer a question as the bot would."""
    from bot.commands import authors

    print(authors.ask(load(), question, language, explain=explain))


@app.command()
def announce(
    text: Annotated[str, typer.Option(help="Plain text; with a tag in it (<b>...</b>) it is Telegram HTML.")],
    area: Annotated[
        list[str] | None, typer.Option("--area", "--town", help="Again for each area; none means all.")
    ] = None,
    at: Annotated[datetime | None, typer.Option(help="By the programme's wall clock; now if empty.")] = None,
    plain: Annotated[bool, typer.Option(help="No HTML, whatever it looks like.")] = False,
) -> None:
    """Schedule an announcement to everyone who follows the areas."""
    from bot.commands import operations

    print(asyncio.run(operations.announce(load(), text, tuple(area or ()), at, plain=plain)))


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(exists=True, help="Labelled questions, or a folder of them.")],
    cross_validate: Annotated[
        bool, typer.Option(help="Judge each question by a calibration fitted without its entry.")
    ] = False,
) -> None:
    """Measure the answers on labelled questions; exit code 1 under a target."""
    from bot.commands import authors

    report, met = authors.evaluate(load(), file, cross_validate=cross_validate)
    print(report)
    raise typer.Exit(0 if met else 1)


@content.command("check")
def content_check() -> None:
    """Check the content and advise its authors; exit code 1 on an error."""
    from bot.commands import authors

    report, good = authors.check(load())
    print(report)
    raise typer.Exit(0 if good else 1)


@content.command("read")
def content_read(
    sources: Annotated[
        list[str], typer.Argument(help="Files (.ics, .csv, .xlsx, .xml, .txt) or a calendar's address.")
    ],
    into: Annotated[Path | None, typer.Option(help="Write DIR/programme.yaml, or bring it up to date.")] = None,
    columns: Annotated[list[str] | None, typer.Option("--map", help="area=Ortsteil,title=SUMMARY")] = None,
    zone: Annotated[str, typer.Option(help="The time zone, where the file names none.")] = "",
    language: Annotated[str, typer.Option(help="The programme's language.")] = "",
    dates: Annotated[str, typer.Option(help="day-first or month-first, where 03/04 may be either.")] = "",
) -> None:
    """Read a programme from a calendar, a table or a conference's schedule; print it, or write it into DIR."""
    from bot.commands import reading_in

    with _refused():
        text, notes = reading_in.run(sources, into, columns or [], zone=zone, language=language, dates=dates)
    print(text.rstrip("\n"))
    for note in notes:
        print(note, file=sys.stderr)


@content.command("new")
def content_new(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a programme's folder by asking six questions."""
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
        raise typer.Exit(2) from error


@content.command("diff")
def content_diff() -> None:
    """List the differences between the database and programme.yaml."""
    from bot.commands import event_files

    print(asyncio.run(event_files.diff(load())))


@content.command("import")
def content_import(
    overwrite: Annotated[bool, typer.Option(help="Also what organisers changed. Nobody is told.")] = False,
) -> None:
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
    from bot.commands import authors

    print(authors.learn(load()))


@content.command("prune")
def content_prune() -> None:
    """Call off the meetings to come that have left programme.yaml. Nobody is told."""
    from bot.commands import event_files

    print(asyncio.run(event_files.prune(load())))
