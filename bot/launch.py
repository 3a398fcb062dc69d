"""Start the installed command `campanile`."""

import sys
from pathlib import Path


def main() -> None:
    """Run the command line with the packages around this one, which an installed copy keeps to itself."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from bot.__main__ import main

    main()
