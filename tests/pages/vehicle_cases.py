"""What the tests of the vehicle pages share: a vehicle's view in a situation, and chapters unlike the real one."""

from dataclasses import replace

from tests.real_site import PLACE, edition_at

from lantian.model.vehicle import Exemption, Plates, Stage, VehicleChapter, VehicleClass, VehicleRule
from lantian.model.vehicle_decisions import Decisions
from lantian.pages.edition import Edition
from lantian.pages.vehicle_result import ResultView, result_view


def vehicle_class(edition: Edition, wanted: str) -> VehicleClass:
    """Return a class of the vocabulary."""
    (found,) = (entry for entry in edition.content.vocabulary.vehicle_classes if entry.id == wanted)
    return found


def result(edition: Edition, wanted: str, stage: Stage | None) -> ResultView:
    """Return the view of the result page of a class with a standard."""
    return result_view(edition, vehicle_class(edition, wanted), stage)


def with_chapter(edition: Edition, chapter: VehicleChapter) -> Edition:
    """Return the edition with another vehicle chapter in its plan."""
    plan = edition.entry.plan.model_copy(update={"vehicles": chapter})
    assert edition.entry.place.id == PLACE
    decisions = Decisions(plan.vehicles, edition.content.vocabulary.vehicle_classes)
    entry = edition.entry.model_copy(update={"plans": (plan,)})
    return replace(edition, entry=entry, plan=plan, decisions=decisions)


def with_rule(edition: Edition, wanted: str, **changes: object) -> Edition:
    """Return the edition with one rule of its plan changed."""
    chapter = edition.plan.vehicles
    assert any(rule.id == wanted for rule in chapter.rules)
    rules: tuple[VehicleRule, ...] = tuple(
        rule.model_copy(update=changes) if rule.id == wanted else rule for rule in chapter.rules
    )
    return with_chapter(edition, chapter.model_copy(update={"rules": rules}))


def with_plates(moment: str, *messages: dict[str, object]) -> Edition:
    """Return an edition whose plan has an odd-even rule at red."""
    edition = edition_at(moment, *messages)
    text = edition.plan.vehicles.summary
    plates = Plates(
        levels={"red": "5.3.3 ③"},
        area="urban_area",
        rule="odd_even",
        even_digits=(0, 2, 4, 6, 8),
        text=text,
        exemptions=(Exemption(id="buses", text=text, needs_permit=True),),
    )
    return with_chapter(edition, edition.plan.vehicles.model_copy(update={"plates": plates}))
