"""Files that are small to write and large to read: import bombs of every shape, by the number of bytes wanted.

The long version of test_bounds.py: python -m tests.bombs FOLDER [MEGABYTES].
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 10**6
HEAD = '{"format": "negojournal", "version": 1, "exported_at": "2026-01-01T00:00:00Z", '
ID = "019b8d2b-8c01-7000-9e37-{:012x}"


def _repeated(before: str, piece: str, after: str) -> Callable[[int], bytes]:
    def build(size: int) -> bytes:
        times = (size - len(before) - len(after)) // len(piece.encode())
        return (before + piece * times + after).encode()

    return build


def _numbered(before: str, piece: str, after: str) -> Callable[[int], bytes]:
    def build(size: int) -> bytes:
        each = len(piece.format(0)) + 6
        return (before + ",".join(piece.format(number) for number in range(size // each)) + after).encode()

    return build


JOURNALS: Mapping[str, Callable[[int], bytes]] = {
    "one string": _repeated(HEAD + '"negotiations": [{"title": "', "x", '"}]}'),
    "one string with an emoji": _repeated(HEAD + '"negotiations": [{"title": "👍', "x", '"}]}'),
    "one key": _repeated(HEAD + '"', "x", '": 1}'),
    "many keys": _numbered(HEAD, '"k{}": 1', "}"),
    "many keys in a record": _numbered(HEAD + '"negotiations": [{', '"k{}": 1', "}]}"),
    "many answers": _numbered(
        HEAD + '"negotiations": [{"title": "a", "review": {"assessment": {"questionnaire": "quick", "revision": 1, '
        '"answers": {',
        '"k{}": 1',
        "}}}}]}",
    ),
    "empty records": _repeated(HEAD + '"negotiations": [', "{},", "{}]}"),
    "numbers for records": _repeated(HEAD + '"negotiations": [', "0,", "0]}"),
    "tiny records": _numbered(HEAD + '"negotiations": [', '{{"id": "x{}", "title": "a"}}', "]}"),
    "tiny good records": _numbered(
        HEAD + '"negotiations": [', '{{"id":"' + ID + '","title":"a","held_at":"2026-01-01"}}', "]}"
    ),
    "tiny notes": _numbered(HEAD + '"notes": [', '{{"subject": "counterpart", "key": "n{}", "text": ""}}', "]}"),
    "tiny milestones": _numbered(HEAD + '"milestones": [', '{{"id":"' + ID + '","on":"2026-01-01","title":"a"}}', "]}"),
    "tiny choices": _numbered(HEAD + '"catalog": {"areas": [', '{{"key": "k{}", "label": "a"}}', "]}}"),
    "many tags": _numbered(HEAD + '"negotiations": [{"title": "a", "tags": [', '"t{}"', "]}]}"),
    "arrays in an array": _repeated(HEAD + '"negotiations": [[', "[],", "[]]]}"),
    "objects in a field": _repeated(HEAD + '"negotiations": [{"title": [', "{},", "{}]}]}"),
    "pairs in a field": _repeated(HEAD + '"negotiations": [{"title": [', "[[]],", "0]}]}"),
    "spaces": _repeated(HEAD, " ", "}"),
    "blank lines": _repeated(HEAD + '"negotiations": [', "\n", "]}"),
    "escapes": _repeated(HEAD + '"negotiations": [{"title": "', "\\u0000", '"}]}'),
    "no end of a string": _repeated(HEAD + '"negotiations": [{"title": "', "x", ""),
    "only brackets": _repeated("", "[", ""),
    "only braces": _repeated("", '{"a":', ""),
    "only a number": _repeated("", "1", ""),
    "a long fraction": _repeated("[0.", "1", "]"),
    "zeros": _repeated("", "\0", ""),
}
"""What is imported: journals that are none, or that are far too much of one."""

NUMBERS = (
    "1e999999999", "-1e999999999", "1e-999999999", "1" * 400, "0." + "0" * 400 + "1", "1" * 100_000, "9e15", "1E400",
    "-0", "1.7976931348623157e309", "123456789012345678", "1e18", "NaN", "Infinity", "-Infinity",
)  # fmt: skip

DEEP = 10**6


def deep(depth: int = DEEP) -> Mapping[str, bytes]:
    """Return texts that are nested so deep."""
    return {
        "lists": HEAD.encode() + b'"negotiations": ' + b"[" * depth + b"]" * depth + b"}",
        "objects": HEAD.encode() + b'"negotiations": [' + b'{"preparation":' * depth + b"0" + b"}" * depth + b"]}",
        "unclosed": b"[" * depth,
        "in a record": b'{"title": ' + b"[" * depth + b"]" * depth + b"}",
    }


@dataclass(frozen=True)
class Ended:
    """Hold how a process ended: status, what it said, how long it took, and the most memory it had."""

    status: int
    out: str
    err: str
    seconds: float
    megabytes: float


def measured(*argv: object, stdin: Path | None = None, most_megabytes: int = 4000) -> Ended:
    """Run the program and measure it; at `most_megabytes` the system refuses it more."""
    words = [sys.executable, "-c", _START.format(most=most_megabytes * MEGABYTE), *map(str, argv)]
    before = time.monotonic()
    with (stdin or Path(os.devnull)).open("rb") as source:
        child = subprocess.Popen(words, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = child.communicate(timeout=170)
    peak = err.rpartition(b"PEAK ")[2]
    return Ended(
        child.returncode,
        out.decode(),
        err.rpartition(b"PEAK ")[0].decode(),
        time.monotonic() - before,
        float(peak or "nan") / 1000,
    )


_START = """
import atexit, resource, sys
resource.setrlimit(resource.RLIMIT_DATA, ({most}, {most}))
from pathlib import Path
def peak():
    return next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
atexit.register(lambda: sys.stderr.write(f"PEAK {{peak()}}"))
from negojournal.__main__ import main
main()
"""


def main(folder: str, size: str = "100") -> None:
    """Import every bomb of so many megabytes, and print what was said of it, how long it took, and what it held."""
    bomb, journal = Path(folder) / "bomb.json", Path(folder) / "journal.db"
    for name, build in JOURNALS.items():
        bomb.write_bytes(build(int(size) * MEGABYTE))
        ended = measured("--journal", journal, "import", bomb)
        sys.stdout.write(
            f"{name:28} {ended.status} {ended.seconds:6.1f} s {ended.megabytes:6.0f} MB  {ended.err.strip()[:120]}\n"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
