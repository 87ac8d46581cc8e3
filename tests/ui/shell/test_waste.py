"""When Python looks for waste."""

import gc
import weakref

import pytest

from negojournal.ui.shell.tasks import Worker
from negojournal.ui.shell.waste import look_at_all, settling


class Knot:
    """Refer to itself, so that only a look for waste finds that nothing else does."""

    def __init__(self):
        self.end = self


@pytest.fixture(autouse=True)
def _thawed():
    yield
    look_at_all()


def test_no_waste_is_looked_for_while_much_is_made_and_again_afterwards():
    with settling():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_looked_for_again_where_the_making_failed():
    with pytest.raises(ValueError, match="broken"), settling():
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_has_settled_is_left_alone_until_all_is_looked_at():
    with settling():
        seen = weakref.ref(Knot())
    gc.collect()
    assert seen() is not None
    look_at_all()
    assert seen() is None
    assert gc.get_freeze_count() == 0


def test_long_work_settles(qapp):
    worker, looking = Worker(), []
    worker.run_long("Importing", lambda _progress: looking.append(gc.isenabled()), lambda _done: None)
    assert worker.drain()
    worker.close()
    assert looking == [False]
    assert gc.isenabled()
