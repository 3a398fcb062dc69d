"""`python -m bot`, also installed as `campanile`."""

import gc
import sys
from io import TextIOWrapper
from typing import NoReturn


def main() -> None:
    """Run a command. A mistake in settings, content or database ends in one plain sentence and exit code 2."""
    # Imports make a hundred thousand objects that live for ever: to look for garbage among them takes long.
    gc.disable()
    from sqlalchemy.exc import SQLAlchemyError

    from bot.settings import SettingsError
    from domain.files.yaml_file import ContentError
    from storage.database import DatabaseError, reason

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that knows few letters
    try:
        match sys.argv[1:]:
            case ["run"]:
                _run()
            case ["run", "--programmes", folder]:
                _run_several(folder)
            case _:
                _command()
    except (SettingsError, ContentError, DatabaseError) as error:
        _end(str(error))
    except SQLAlchemyError as error:
        _end(f"the database fails: {reason(error)}")


def _end(sentence: str) -> NoReturn:
    print(f"campanile: {sentence}", file=sys.stderr)
    sys.exit(2)


def _run() -> None:
    """Run the bot without importing the command line: it has to start quickly, and what it imports stays for months."""
    from bot import service

    service.run()


def _run_several(folder: str) -> None:
    """Run the programmes of a folder, without the command line as well."""
    from pathlib import Path

    from bot.several import process

    process.run(Path(folder))


def _command() -> None:
    from bot.commands.cli import app

    gc.enable()
    app()


if __name__ == "__main__":
    main()
