"""What may be referred to; `None` stands for what could not be read, and nothing is reported against it."""

from lantian.model.level import LevelId
from lantian.model.vehicle import VehicleClass
from lantian.model.view import view

Ids = tuple[str, ...] | None


@view
class Known:
    """Ids by kind: those of all places together, and those of the plan that is looked at."""

    places: Ids = None
    plans: Ids = None
    audiences: Ids = None
    sectors: Ids = None
    grades: Ids = None
    counted_by: Ids = None
    baselines: Ids = None
    cited_levels: Ids = None
    """Names of levels that the wording can spell in a citation."""
    cited_grades: Ids = None
    vehicle_classes: tuple[VehicleClass, ...] | None = None
    levels: tuple[LevelId, ...] | None = None
    tracks: Ids = None
    anomalies: Ids = None
    parts: Ids = None
