"""How an ozone day differs from a day of particle pollution, point by point (ux.md 3.8)."""

from lantian.model.level import LevelId
from lantian.model.measure import Measure, Topic
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.edition import Edition

ADVICE = ("when", "masks", "outdoors", "windows")
"""The site's own explanation, the same for every place."""


@view
class ContrastRow:
    """One point: what is said on a day with a particle warning, and on a day with an ozone advisory."""

    label: Text
    particles: Text
    ozone: Text


def contrast_rows(edition: Edition) -> tuple[ContrastRow, ...]:
    """Return the explanation, then what this plan asks of schools, drivers and factories on each line."""
    return (
        *(_explained(edition, name) for name in ADVICE),
        _planned(edition, "school"),
        _planned(edition, "vehicle"),
        _planned(edition, "industry"),
        _explained(edition, "color"),
    )


def _explained(edition: Edition, name: str) -> ContrastRow:
    return ContrastRow(
        label=edition.say(f"ozone_label.{name}"),
        particles=edition.say(f"ozone_particles.{name}"),
        ozone=edition.say(f"ozone_advisory.{name}"),
    )


def _planned(edition: Edition, topic: Topic) -> ContrastRow:
    plan = edition.plan
    lowest = _lowest_required(edition, topic)
    particles = edition.say("ozone_particles.unsaid")
    if lowest is not None:
        particles = edition.say(f"ozone_particles.{topic}", level=plan.level(lowest).names)
    asked = tuple(measure for measure in plan.measures_on("ozone") if measure.topic == topic)
    return ContrastRow(edition.say(f"ozone_label.{topic}"), particles, _asked(edition, topic, asked))


def _lowest_required(edition: Edition, topic: Topic) -> LevelId | None:
    """Return the lowest level at which the plan requires anything on the subject."""
    for level in edition.plan.levels:
        duties = [measure.duty for measure in edition.plan.measures_at(level.id) if measure.topic == topic]
        if topic == "vehicle":
            duties += [rule.duty for rule in edition.plan.vehicles.rules if level.id in rule.levels]
        if "required" in duties:
            return level.id
    return None


def _asked(edition: Edition, topic: Topic, measures: tuple[Measure, ...]) -> Text:
    if not measures:
        return edition.say(f"ozone_advisory.no_{topic}")
    texts = tuple(
        edition.say(f"ozone_advisory.strength_{measure.duty}", text=measure.brief or measure.text)
        for measure in measures
    )
    return edition.wording.join(texts, "join.sentences")
