"""Messages of a place continue each other: each case is a short history and what is wrong with it."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from itertools import pairwise

import pytest

from lantian.model.bulletin import Bulletin
from lantian.model.checks.bulletins import chain_findings
from lantian.model.checks.messages import message_findings

BEIJING = timezone(timedelta(hours=8))
FIRST = datetime(2026, 1, 5, 0, tzinfo=BEIJING)


def history(lines: Sequence[str]) -> list[Bulletin]:
    """Make messages, called a, b, c … in this order, from lines such as `2 raise red >a until 40 on ozone`.

    The first word is the hour of issue and the second the action; the rest is optional: level, `>` with the message
    that is replaced, `until` with the hour of the end, `on` with the line.
    """
    return [_message(line.split(), "abcdefgh"[index]) for index, line in enumerate(lines)]


def _message(words: list[str], letter: str) -> Bulletin:
    hour, action, *rest = words
    issued = FIRST + timedelta(hours=int(hour))
    fields: dict[str, object] = {"id": letter, "place": "sample", "action": action, "issuer": {"zh": "甲", "en": "A"}}
    fields |= {"issued_at": issued, "starts_at": issued}
    named = dict(pairwise(rest))
    if "until" in named:
        fields["expected_end"] = FIRST + timedelta(hours=int(named["until"]))
    if "on" in named:
        fields["line"] = named["on"]
    for word in rest:
        if word in {"yellow", "orange", "red"}:
            fields["level"] = word
        elif word.startswith(">"):
            fields["replaces"] = word[1:]
    return Bulletin.model_validate(fields)


SOUND = {
    "a whole episode": ["0 issue yellow", "1 raise red >a", "2 lower orange >b", "3 extend >c until 40", "4 lift >d"],
    "one episode after another": ["0 issue yellow", "1 lift >a", "2 issue red", "3 lift >c"],
    "an exercise beside a warning": ["0 issue yellow", "1 exercise red", "2 lift >b", "3 lift >a"],
    "an advisory beside a warning": ["0 issue yellow", "1 issue on ozone", "2 lift >b on ozone", "3 lift >a"],
    "a withdrawn raise leaves the first warning": ["0 issue yellow", "1 raise red >a", "2 withdraw >b", "3 lift >c"],
    "after a withdrawn raise the level is the first": [
        "0 issue yellow",
        "1 raise red >a",
        "2 withdraw >b",
        "3 raise orange >c",
    ],
    "a withdrawn lift leaves the warning": ["0 issue yellow", "1 lift >a", "2 withdraw >b", "3 lift >c"],
    "a withdrawn warning makes room for another": ["0 issue yellow", "1 withdraw >a", "2 issue red"],
    "an end that is taken back": ["0 issue yellow until 9", "1 extend >a"],
    "files in another order": ["3 lift >c", "0 issue yellow", "1 raise red >b"],
}
WRONG = {
    "no first message": (["0 raise red"], [("a", "no_first_message")]),
    "an extension of nothing": (["0 extend until 9"], [("a", "no_first_message")]),
    "a lift of nothing": (["0 lift"], [("a", "lift_without_warning")]),
    "a withdrawal of nothing": (["0 withdraw"], [("a", "lift_without_warning")]),
    "a first message that replaces": (["0 issue yellow", "1 lift >a", "2 issue red >b"], [("c", "start_replaces")]),
    "a second warning on the line": (["0 issue yellow", "1 issue red"], [("b", "second_chain")]),
    "a second exercise": (["0 exercise yellow", "1 exercise red"], [("b", "second_chain")]),
    "a second advisory": (["0 issue on ozone", "1 issue on ozone"], [("b", "second_chain")]),
    "a lift withdrawn beside a new warning": (
        ["0 issue yellow", "1 lift >a", "2 issue red", "3 withdraw >b"],
        [("d", "second_chain")],
    ),
    "an unknown message": (["0 issue yellow", "1 lift >z"], [("b", "unknown_bulletin")]),
    "a message of itself": (["0 lift >a"], [("a", "circle_of_bulletins")]),
    "a circle": (["0 lift >b", "1 raise red >a"], [("b", "circle_of_bulletins")]),
    "two continuations": (["0 issue yellow", "1 raise red >a", "2 lift >a"], [("c", "not_the_head")]),
    "a raise after the end": (["0 issue yellow", "1 lift >a", "2 raise red >b"], [("c", "after_the_end")]),
    "a lift after the end": (["0 issue yellow", "1 lift >a", "2 lift >b"], [("c", "lift_without_warning")]),
    "an extension after a withdrawal": (["0 issue yellow", "1 withdraw >a", "2 extend >b"], [("c", "after_the_end")]),
    "a withdrawal of a withdrawal": (
        ["0 issue yellow", "1 withdraw >a", "2 withdraw >b"],
        [("c", "lift_without_warning")],
    ),
    "another line": (["0 issue yellow", "1 lift >a on ozone"], [("b", "other_line")]),
    "the same moment": (["0 issue yellow", "0 lift >a"], [("b", "issued_backward")]),
    "earlier than the one replaced": (["5 issue yellow", "3 lift >a"], [("b", "issued_backward")]),
    "earlier than one before": (
        ["0 issue yellow", "9 raise red >a", "8 lower orange >b", "8 lift >c"],
        [("c", "issued_backward"), ("d", "issued_backward")],
    ),
    "a raise downward": (["0 issue orange", "1 raise yellow >a"], [("b", "raise_to")]),
    "a raise to the same": (["0 issue orange", "1 raise orange >a"], [("b", "raise_to")]),
    "a lowering upward": (["0 issue orange", "1 lower red >a"], [("b", "lower_to")]),
    "an extension to the same end": (["0 issue yellow until 9", "1 extend >a until 9"], [("b", "nothing_extended")]),
    "an extension from no end to none": (["0 issue yellow", "1 extend >a"], [("b", "nothing_extended")]),
}


@pytest.mark.parametrize("lines", SOUND.values(), ids=SOUND.keys())
def test_sound_histories_have_no_finding(lines: list[str]) -> None:
    """What an authority may do is accepted."""
    assert list(chain_findings(history(lines))) == []


@pytest.mark.parametrize(("lines", "expected"), WRONG.values(), ids=WRONG.keys())
def test_impossible_histories_are_found(lines: list[str], expected: list[tuple[str, str]]) -> None:
    """Each impossible step is told once, of the message that takes it."""
    assert [(bulletin, finding.key) for bulletin, finding in chain_findings(history(lines))] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0 issue yellow until 9", []),
        ("0 issue", ["level_needed"]),
        ("0 exercise", ["level_needed"]),
        ("0 raise >x", ["level_needed"]),
        ("0 issue red", ["unknown_level"]),
        ("0 lift red >x", ["level_not_wanted"]),
        ("0 extend yellow >x until 9", ["level_not_wanted"]),
        ("0 withdraw yellow >x", ["level_not_wanted"]),
        ("0 issue on notice", []),
        ("0 issue on ozone", ["unknown_track"]),
        ("0 raise >x on notice", ["track_has_no_level"]),
        ("0 issue yellow on notice", ["track_has_no_level"]),
        ("0 issue yellow until 0", ["ends_before_start"]),
    ],
)
def test_a_message_by_itself(line: str, expected: list[str]) -> None:
    """Only messages that change the level of a coloured warning carry one, and times run forward."""
    bulletin = history([line])[0]
    assert [finding.key for finding in message_findings(bulletin, ("yellow", "orange"), ("notice",))] == expected


def test_nothing_is_unknown_where_the_plan_could_not_be_read() -> None:
    """Levels and tracks of a plan that is not known are not reported."""
    bulletins = history(["0 issue red", "0 issue on so2"])
    assert [list(message_findings(bulletin, None, None)) for bulletin in bulletins] == [[], []]
