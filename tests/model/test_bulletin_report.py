"""What the operator is told of a new message: what changes for readers, and what looks odd; nothing is forbidden."""

from typing import Any

from tests.model.test_next_bulletin import ISSUED, PLAN, WORDING, ask
from tests.warning_messages import PLACE, messages, plan

from lantian.model.bulletin import Bulletin
from lantian.model.bulletin_report import Report, report
from lantian.model.situation import situation
from lantian.model.text import Text
from lantian.model.vehicle import VehicleRule


def told(log: list[dict[str, Any]], bulletin: Bulletin) -> Report:
    """Return the report on a message that follows a log."""
    rule = VehicleRule(
        id="trucks", levels={"orange": "5.3.2"}, classes=("heavy_truck",), fuels=None, stages=None, areas=("roads",),
        text=Text(zh="重型货车禁行。", en="No heavy trucks."), effect="ban", duty="required",
    )  # fmt: skip
    rules = plan(vehicles=PLAN.vehicles.model_copy(update={"rules": (rule,)}))
    before = situation(PLACE, rules, messages(log), bulletin.issued_at)
    after = situation(PLACE, rules, (*messages(log), bulletin), bulletin.issued_at)
    return report(before, after, bulletin, rules, WORDING)


def test_report_says_what_changes() -> None:
    """A first warning changes status, schools, vehicles and enterprises; an extension changes none of them."""
    found = ask([], "level", "11-20 08:00", level="orange", starts="11-21 12:00", end="11-24 12:00", pollutant="pm25",
                forecast=(160, 170, 165), official_text="全文")  # fmt: skip
    assert isinstance(found, Bulletin)
    first = told([], found)
    assert [one.subject.en for one in first.differences] == ["Status", "Schools", "Vehicles", "Enterprises"]
    assert first.differences[2].before == WORDING.pattern("warn.no_rule")
    assert first.differences[2].after.zh == "重型货车禁行。"
    assert first.notes == ()
    extended = ask([ISSUED], "extend", "11-20 09:00", end="11-25 08:00")
    assert isinstance(extended, Bulletin)
    assert told([ISSUED], extended) == Report((), ())


def test_an_exercise_moves_no_truck() -> None:
    """The report on a drill shows the mark and leaves vehicles and enterprises as they are."""
    found = ask([], "level", "11-20 08:00", level="orange", exercise=True)
    assert isinstance(found, Bulletin)
    lines = told([], found).differences
    assert [one.subject.en for one in lines] == ["Status", "Schools"]
    assert all(one.after.zh.startswith("【演练】") for one in lines)


def test_report_notes_what_is_odd() -> None:
    """Times that cannot be right, a long span, short notice and missing contents are each told; none is forbidden."""
    (odd,) = messages([{"action": "issue", "level": "red", "issued": "11-20 08:00", "starts": "11-20 07:00",
                        "end": "11-20 06:00"}])  # fmt: skip
    notes = [note.en for note in told([], odd).notes]
    assert notes[:4] == [
        "It takes effect before it is issued.",
        "The expected end is not later than the start.",
        "The expected end has already passed.",
        "Short notice: the plan asks for at least 24 hours, unless its rule on an early start applies.",
    ]
    assert notes[4].startswith("The plan wants these in a warning")
    assert len(notes) == 5
    (long,) = messages([{**ISSUED, "end": "11-26 12:01"}])
    assert told([], long).notes[0].en == "It is expected to last more than five days."
