"""Answers that are kept: the same as worked out alone, and one object wherever they are equal."""

from itertools import product

import pytest
from tests.vehicle_plans import CASE_FILES, CLASSES, LEVELS, chapter, questions

from lantian.model.vehicle_decisions import Decisions, decisions_on
from lantian.model.vehicle_verdict import Question, answer
from lantian.model.vehicle_weighing import Given

EVERY_PLAN = pytest.mark.parametrize("place", CASE_FILES)
DRIVES = tuple(Given(*given) for given in product((None, True, False), (None, 0, 8 * 60)))
"""What may be known of a drive: its plate, and the hour."""


@EVERY_PLAN
def test_kept_answers_are_those_of_the_evaluator(place: str) -> None:
    """Every question, whatever is given of the drive, gets the answer that the evaluator gives to it alone."""
    decisions = Decisions(chapter(place), CLASSES)
    asked = tuple(product(questions(place), DRIVES))
    assert len(asked) == 142 * len(chapter(place).areas) * len(LEVELS) * len(DRIVES)
    for question, given in asked:
        assert decisions.answer(question, given) == answer(question, chapter(place), CLASSES, given), (question, given)


@EVERY_PLAN
def test_equal_answers_are_one_object(place: str) -> None:
    """No two objects stand for one answer, so that whoever compares answers can do without comparing them."""
    decisions = Decisions(chapter(place), CLASSES)
    found = [decisions.answer(question) for question in questions(place)]
    assert len({id(one) for one in found}) == len(set(found)) < len(found)


def test_a_vehicle_that_does_not_exist_is_answered_as_ever() -> None:
    """A standard that the class does not have is no fault: the answer is the evaluator's, though no sheet holds it."""
    asked = Question("orange", "tractor", "diesel", "6", chapter("yangquan").areas[0].id)
    assert Decisions(chapter("yangquan"), CLASSES).answer(asked) == answer(asked, chapter("yangquan"), CLASSES)


def test_the_same_records_share_their_answers() -> None:
    """Sections of the same chapter and vocabulary have the same answers; a copy of the chapter has its own."""
    own, copy = chapter("yangquan"), chapter("yangquan").model_copy()
    classes = tuple(CLASSES)
    assert decisions_on(own, classes) is decisions_on(own, classes)
    assert decisions_on(copy, classes) is not decisions_on(own, classes)
