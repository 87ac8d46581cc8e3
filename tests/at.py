"""Run the program at another time: python -m tests.at 2026-12-24T09:00 --journal FILE agenda."""

import sys

import time_machine

from negojournal.app import main


def run(argv):
    """Run the program with the clock set to an instant of this machine's, from which it goes on."""
    instant, *arguments = argv
    with time_machine.travel(instant, tick=True):
        return main(arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
