"""Kill the journal at its work, many times: `python -m tests.torture`, or `make torture`.

A child process does what the program does and says so after each step. It is killed at a random moment, or at one of
its calls of the system, some in the middle of a write, some with the loss of all that wasn't held to the disk. The
exit status is 1 when anything acknowledged is lost, or a file doesn't open.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from random import SystemRandom
from tempfile import TemporaryDirectory

from tests.quick_key import derive_keys_quickly
from tests.torture.backing import BACKING
from tests.torture.beginning import BEGINNING
from tests.torture.changing import CHANGING
from tests.torture.importing import IMPORTING
from tests.torture.key_press import TYPING
from tests.torture.migrating import MIGRATING
from tests.torture.saving import PASSPHRASE, saving
from tests.torture.trial import tortured

KINDS = (
    BEGINNING,
    saving("saving", 200, None),
    saving("saving, encrypted", 200, PASSPHRASE),
    MIGRATING,
    IMPORTING,
    CHANGING,
    BACKING,
    TYPING,
)

HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
"""Where the settings of the person would be, which are none of the business here."""


def main(arguments: Sequence[str]) -> int:
    """Torture every kind that is wanted, say what was found, and return the exit status."""
    wanted = _parsed(arguments)
    _say(f"Seed {wanted.seed}")
    lost = 0
    derive_keys_quickly()  # nothing is written meanwhile that a kill could spoil
    with TemporaryDirectory() as home:
        os.environ |= {**dict.fromkeys(HOMES, home), "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
        for kind in KINDS:
            if wanted.only in kind.name:
                tally = tortured(kind, wanted.rounds or kind.rounds, wanted.seed)
                _say("\n  ".join([tally.line(), *tally.losses]))
                lost += len(tally.losses)
    return int(lost > 0)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--rounds", type=int, help="of each kind; without it, as many as each deserves")
    parser.add_argument("--seed", type=int, default=SystemRandom().getrandbits(32), help="for the same rounds again")
    parser.add_argument("--only", default="", metavar="WORDS", help="kinds whose name holds these words")
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
