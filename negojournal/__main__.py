"""Start the program: `python -m negojournal`."""

from __future__ import annotations

import os
import sys

from negojournal import app
from negojournal.fault import keep_words

OTHERS = 0o077
"""What no file or folder that the program makes allows: to be read or written by anyone but its owner."""


def main() -> None:
    """Run with the arguments of the process and leave with the exit status."""
    os.umask(OTHERS)
    keep_words()
    sys.exit(app.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
