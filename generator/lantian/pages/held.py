"""What this site holds of a plan: only of what it holds can it say that the plan is silent."""

from lantian.pages.edition import Edition


def holds(edition: Edition, topic: str) -> bool:
    """Tell whether any measure on a subject was entered, at whatever level or on whatever line beside the levels."""
    return any(measure.topic == topic for measure in edition.plan.measures)
