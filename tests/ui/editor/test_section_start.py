"""What of the form is built when it begins."""


def test_a_part_that_there_is_not_for_a_record_is_not_built(desk):
    assert desk.form._frames["plan"]._part is None


def test_a_part_that_there_is_for_a_record_is_open_where_it_begins(desk):
    plan = desk.open(review=None)
    assert plan.preparation is not None
    assert desk.form._frames["plan"]._part is not None
