"""The layout of the content folder: which files are read, and which of them belong together."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import PurePosixPath

from lantian.model.view import view

_VOCABULARY = ("audiences", "sectors", "industry", "vehicles", "school", "health")
PLAN_PARTS = ("plan", "measures", "vehicles", "industry")
CAMPAIGN_HEAD = "campaign.yaml"
_READ = tuple(
    tuple(re.compile(step) for step in pattern)
    for pattern in (
        (r"site\.yaml",),
        ("vocabulary", rf"(?:{'|'.join(_VOCABULARY)})\.yaml"),
        ("vocabulary", r"glossary\.csv"),
        ("vocabulary", r"inventory\.yaml"),
        ("vocabulary", "wording", r".+\.yaml"),
        ("places", r".+\.yaml"),
        ("plans", ".+", rf"(?:{'|'.join(PLAN_PARTS)})\.yaml"),
        ("campaigns", ".+", r".+\.yaml"),
        ("enterprises", r".+\.(?:yaml|csv)"),
        ("enterprises", "earlier|undone", ".+", r".+\.(?:yaml|csv)"),
        ("bulletins", ".+", r".+\.yaml"),
        ("pages", "zh|en", r".+\.md"),
    )
)
_PATHS = 65_536
"""How many paths are remembered."""
REQUIRED = ("site.yaml", *(f"vocabulary/{name}.yaml" for name in _VOCABULARY), "vocabulary/glossary.csv")
_SHARED = frozenset({"site.yaml", "vocabulary", "pages"})
MESSAGES = "bulletins"
PLACE, PLAN, CAMPAIGN = "place", "plan", "campaign"
_OWNERS = {"places": PLACE, MESSAGES: PLACE, "enterprises": PLACE, "plans": PLAN, "campaigns": CAMPAIGN}
_KEPT = frozenset({("enterprises", "earlier"), ("enterprises", "undone")})
"""Inventories that no longer count: nothing is made from them."""


@view
class Unit:
    """Files that belong together: those of a place, of a plan or of a campaign, by the name of its folder or file."""

    kind: str
    name: str
    files: tuple[PurePosixPath, ...]

    @property
    def still(self) -> tuple[PurePosixPath, ...]:
        """Return the files without messages."""
        return tuple(path for path in self.files if path.parts[0] != MESSAGES)


def place_of_message(name: str) -> str:
    """Return the place to whose messages a file or a folder belongs, by its name; nothing if it is something else."""
    top, _, rest = name.partition("/")
    return rest.partition("/")[0] if top == MESSAGES else ""


def units_of(files: Iterable[PurePosixPath]) -> tuple[Unit, ...]:
    """Return all units, in the order of the files."""
    found: dict[tuple[str, str], list[PurePosixPath]] = {}
    for path in files:
        if path.parts[0] not in _SHARED and path.parts[:2] not in _KEPT:
            own = path.stem if len(path.parts) == len((path.parts[0], path.name)) else path.parts[1]
            found.setdefault((_OWNERS[path.parts[0]], own), []).append(path)
    return tuple(Unit(kind, name, tuple(listed)) for (kind, name), listed in found.items())


def shared_files(files: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    """Return the files that every place is read with: settings, vocabulary, running text."""
    return tuple(path for path in files if path.parts[0] in _SHARED)


@view
class Way:
    """What a path below the content folder is for: `read` as a file, or, as a folder, it `leads` to such files."""

    path: PurePosixPath
    read: bool
    leads: bool


@lru_cache(maxsize=_PATHS)
def way(name: str) -> Way:
    """Return what a path is for; each look at a content of hundreds of places asks for all of them again."""
    path = PurePosixPath(name)
    fitting = [pattern for pattern in _patterns(path.parts[0]) if _fits(path, pattern)]
    steps = len(path.parts)
    return Way(path, any(len(one) == steps for one in fitting), any(len(one) > steps for one in fitting))


@cache
def _patterns(top: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return the patterns that begin with a name; hundreds of places ask again and again."""
    return tuple(pattern for pattern in _READ if pattern[0].fullmatch(top))


def _fits(path: PurePosixPath, pattern: tuple[re.Pattern[str], ...]) -> bool:
    return all(step.fullmatch(part) for part, step in zip(path.parts, pattern, strict=False))
