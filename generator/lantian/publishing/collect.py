"""What no kept release names is removed: after a publication, never on the way of one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from lantian.publishing.journal import went_live
from lantian.publishing.output import Output, is_unfinished, unfinished
from lantian.publishing.parts import Json
from lantian.publishing.release import links_of, read_release
from lantian.publishing.spare import SPARE, is_spare, lay_out_spare

KEPT_RELEASES = 20


def collect(output: Output, kept: int = KEPT_RELEASES) -> tuple[str, ...]:
    """Remove what a killed publisher left, old releases, and sections that no release names; return what went.

    Kept are the last releases that were made, every one that was the first to know a message, the live one and the one
    before it. The links of the live one are laid out for the next. The caller holds the lock.
    """
    releases = _releases(output)
    live = output.live()
    named = went_live(output.journal)
    before = next((name for name in reversed(named) if name != live), None)
    keep = {
        *list(releases)[max(len(releases) - kept, 0) :],
        *_announcing(releases),
        *(name for name in (live, before) if name is not None),
    }
    gone = [_remove(output.release(name)) for name in releases if name not in keep]
    sections = {section for name in releases if name in keep for section in _sections(releases[name])}
    gone += [_remove(folder) for folder in _finished(output.sections) if folder.name not in sections]
    for path in _left_over(output):
        _delete(path)
    if live is not None:
        lay_out_spare(output, links_of(output.release(live)))
    return tuple(gone)


def _left_over(output: Output) -> Iterator[Path]:
    """Yield what killed publishers left, and spares of releases that are not live."""
    for folder in (output.sections, output.releases):
        yield from (path for path in list(folder.iterdir()) if is_unfinished(path))
    for path in list(output.root.iterdir()):
        if path.name.startswith((f".{output.current.name}-", SPARE)) and not is_spare(output, path):
            yield path


def _releases(output: Output) -> dict[str, Json]:
    """Return all releases with what they say of themselves, the oldest made first."""
    folders = sorted(_finished(output.releases), key=lambda folder: folder.stat().st_mtime_ns)
    return {folder.name: read_release(folder) or {} for folder in folders}


def _finished(folder: Path) -> Iterator[Path]:
    yield from (path for path in list(folder.iterdir()) if not is_unfinished(path))


def _announcing(releases: dict[str, Json]) -> Iterator[str]:
    """Yield the releases that were the first to know a message."""
    known: set[str] = set()
    for name, told in sorted(releases.items(), key=lambda item: item[1].get("generated_at", "")):
        messages = {f"{place['id']}/{message}" for place in told.get("places", ()) for message in place["messages"]}
        if messages - known:
            yield name
        known |= messages


def _sections(told: Json) -> Iterator[str]:
    yield from told.get("sections", {}).values()
    yield from (section for _, section in told.get("earlier_assets", ()))


def _remove(folder: Path) -> str:
    """Take a folder out of sight in one step, then delete it."""
    gone = unfinished(folder.parent, "gone")
    folder.rename(gone)
    _delete(gone)
    return folder.name


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
