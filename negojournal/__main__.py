"""Start the program: `python -m negojournal`."""

from __future__ import annotations

import sys

from negojournal import app


def main() -> None:
    """Run with the arguments of the process and leave with the exit status."""
    sys.exit(app.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
