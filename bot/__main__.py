"""`python -m bot`, also installed as `campanile`."""

import gc
import sys

# httpx, which the Telegram library imports though we send through aiohttp, looks for its own command line and
# finds it once rich is installed: 40 ms and 6 MB for nothing. None makes it believe that there is none.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

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
    from bot import service

    service.run()


def _command() -> None:
    from bot.cli import app

    gc.enable()
    app()


if __name__ == "__main__":
    main()
