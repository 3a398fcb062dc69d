"""`python -m bot`, also installed as `campanile`."""

import gc
import sys

# httpx, which the Telegram library imports though we send through aiohttp, looks for its own command line and
# finds it once rich is installed: 40 ms and 6 MB for nothing. None makes it believe that there is none.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

# Imports make a hundred thousand objects that live for ever; looking for garbage among them is wasted time.
gc.disable()

from bot.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
