from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.retention import (
    NEWEST,
    BackupKind,
    Stamp,
    aside_name,
    aside_stamp,
    backup_name,
    backup_stamp,
    dropped,
)

EARLIEST, LATEST = datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2031-01-01")
NOON = datetime.fromisoformat("2026-11-23T12:00:07")

times = st.datetimes(EARLIEST, LATEST).map(lambda one: one.replace(microsecond=0))
stamps = st.builds(Stamp, times, st.sampled_from(BackupKind))
dailies = st.builds(Stamp, times, st.just(BackupKind.DAILY))


def daily(days_ago: int) -> Stamp:
    return Stamp(NOON - timedelta(days=days_ago), BackupKind.DAILY)


def test_of_two_years_of_days_a_week_then_weeks_then_months_are_kept():
    every = {daily(ago) for ago in range(730)}
    kept = sorted((NOON - stamp.made_at).days for stamp in every - dropped(every))
    # 23 November 2026 is a Monday: seven days, then the Sundays of the three weeks before, then the ends of months.
    assert kept == [0, 1, 2, 3, 4, 5, 6, 8, 15, 23, 54, 84, 115, 146, 176, 207, 237, 268, 296, 327]


def test_days_without_a_backup_use_up_nothing():
    every = {daily(ago) for ago in range(0, 70, 10)}
    assert not dropped(every)


def test_of_a_day_the_last_one_is_kept():
    early, late = Stamp(NOON, BackupKind.DAILY), Stamp(NOON + timedelta(hours=3), BackupKind.DAILY)
    assert dropped({early, late}) == {early}


@pytest.mark.parametrize("kind", NEWEST)
def test_of_the_other_kinds_the_newest_are_kept(kind: BackupKind):
    every = [Stamp(NOON + timedelta(hours=hour), kind) for hour in range(NEWEST[kind] + 3)]
    assert dropped(every) == set(every[:3])


def test_what_a_backup_took_the_place_of_is_never_dropped():
    assert not dropped({Stamp(NOON + timedelta(hours=hour), BackupKind.RESTORE) for hour in range(50)})


@given(st.sets(stamps), stamps)
def test_what_is_made_now_stays_whatever_a_wrong_clock_has_made(every: set[Stamp], present: Stamp):
    to_come = {stamp for stamp in every if stamp.made_at > present.made_at}
    gone = dropped(every | {present}, present.made_at)
    assert not gone & {*to_come, present}
    assert gone == dropped((every | {present}) - to_come)


@given(st.sets(dailies, min_size=1))
def test_the_last_seven_days_with_a_backup_keep_their_last(every: set[Stamp]):
    kept = every - dropped(every)
    for day in sorted({stamp.made_at.date() for stamp in every})[-7:]:
        assert max(stamp for stamp in every if stamp.made_at.date() == day) in kept
    assert len(kept) <= 7 + 4 + 12


@given(st.sets(dailies), st.sets(dailies))
def test_what_is_dropped_today_is_not_missed_tomorrow(earlier: set[Stamp], later: set[Stamp]):
    after = {stamp for stamp in later if all(stamp > one for one in earlier)}
    kept = earlier - dropped(earlier)
    assert (kept | after) - dropped(kept | after) == (earlier | after) - dropped(earlier | after)


@given(st.sets(stamps))
def test_one_kind_uses_up_nothing_of_another(every: set[Stamp]):
    for kind in BackupKind:
        own = {stamp for stamp in every if stamp.kind is kind}
        assert dropped(own) == {stamp for stamp in dropped(every) if stamp.kind is kind}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), max_size=20), stamps)
def test_a_name_says_when_and_what_for(stem: str, stamp: Stamp):
    assert backup_stamp(stem, backup_name(stem, stamp)) == stamp
    kept = Stamp(stamp.made_at, BackupKind.RESTORE)
    assert aside_stamp(stem, aside_name(stem, stamp.made_at)) == kept


@pytest.mark.parametrize(
    "name",
    [
        "journal.db",
        "journal-2026-11-23-120007-weekly.db",
        "journal-2026-11-23-120007-daily.db-wal",
        "journal-2026-13-23-120007-daily.db",
        "journal-2026-11-23-daily.db",
        "other-2026-11-23-120007-daily.db",
        "journal-x-2026-11-23-120007-daily.db",
        ".journal-2026-11-23-120007-daily.db.0123abcd.part",
        "journal-\uff12\uff10\uff12\uff16-11-23-120007-daily.db",
    ],
)
def test_another_files_name_is_no_backups(name: str):
    assert backup_stamp("journal", name) is None
    assert aside_stamp("journal", name) is None


def test_the_name_is_made_of_journal_time_and_kind():
    assert backup_name("journal", Stamp(NOON, BackupKind.IMPORT)) == "journal-2026-11-23-120007-import.db"
    assert aside_name("journal", NOON) == "journal-before-restore-2026-11-23-120007.db"
