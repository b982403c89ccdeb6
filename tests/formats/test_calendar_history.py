"""Calendars over time: a subscriber who looks twice loses nothing, whatever messages came between."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.calendar_cases import events
from tests.real_site import real_content
from tests.warning_messages import hours, logs

from lantian.model.bulletin import Bulletin
from lantian.pages.edition import edition


@settings(max_examples=60)
@given(logs(interrupted=True), st.integers(0, 200), st.integers(0, 100))
def test_nothing_vanishes_and_numbers_only_grow(log: tuple[Bulletin, ...], first: int, later: int) -> None:
    """Whatever messages come, an event of an earlier edition is in the later one, with the same or a higher number.

    With the same number it says the same of its start, its end and its status.
    """
    content = real_content()
    entry = content.place("yangquan").model_copy(update={"bulletins": log})
    before, after = (edition(content, entry, hours(number)) for number in (first, first + later))
    for file in ("event.ics", "schools.en.ics"):
        earlier, then = ({str(one["UID"]): one for one in events(told, file)} for told in (before, after))
        assert earlier.keys() <= then.keys()
        for uid, one in earlier.items():
            assert then[uid]["SEQUENCE"] >= one["SEQUENCE"]
            if then[uid]["SEQUENCE"] == one["SEQUENCE"]:
                assert (then[uid].start, then[uid].end) == (one.start, one.end)
                assert then[uid]["STATUS"] == one["STATUS"]
