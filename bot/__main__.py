"""`python -m bot`, also installed as `campanile`."""

import gc
import sys
from types import ModuleType

# Imports make a hundred thousand objects that live for ever; looking for garbage among them is wasted time.
gc.disable()

from bot.settings import SettingsError  # noqa: E402
from domain.yaml_file import ContentError  # noqa: E402
from storage.database import DatabaseError  # noqa: E402


def main() -> None:
    """A mistake of the one who runs it ends in one plain sentence and exit code 2."""
    try:
        if sys.argv[1:] == ["run"]:
            _run()
        else:
            _command()
    except (SettingsError, ContentError, DatabaseError) as error:
        print(f"campanile: {error}", file=sys.stderr)
        sys.exit(2)


def _run() -> None:
    """Without the command line's library: this process has to start quickly, and stays for months."""
    sys.modules.setdefault("httpx", _httpx())
    from bot import service

    service.run()


def _httpx() -> ModuleType:
    """In place of httpx, which the Telegram library imports for a transport that nobody uses here.

    A megabyte and 20 ms; with rich installed, as typer has it, 7 MB and 60 ms. It has what annotations name.
    """
    httpx = ModuleType("httpx")
    vars(httpx).update(AsyncClient=object, Proxy=object, URL=object)
    return httpx


def _command() -> None:
    from bot.cli import app

    gc.enable()
    app()


if __name__ == "__main__":
    main()
