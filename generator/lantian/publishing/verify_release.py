"""A release is checked whole before it goes live: ways between its sections, and nothing lost that readers know."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import RELEASE_FILE, Output
from lantian.publishing.page_links import read_page
from lantian.publishing.parts import Json, ReleasePlan, owner_of
from lantian.publishing.release import Placed
from lantian.publishing.seal import Seal, read_manifest, read_seal


def check_release(plan: ReleasePlan, placed: Mapping[str, Placed]) -> None:
    """Check every link from one section into another; PublishingFailedError names the first that leads nowhere."""
    folders = plan.folders
    for one in placed.values():
        for file, anchor in one.seal.outward:
            if file == RELEASE_FILE:
                continue
            target = placed[owner_of(file, folders)].folder
            if not (target / file).is_file():
                raise PublishingFailedError("dead_link", page=one.seal.name, link=file)
            if anchor and anchor not in _anchors(target, file):
                raise PublishingFailedError("dead_link", page=one.seal.name, link=f"{file}#{anchor}")


@cache
def _anchors(folder: Path, file: str) -> frozenset[str]:
    """Return the anchors of a page; a sealed section never changes, and one in the making has a name of its own."""
    return read_page(folder, file, None).anchors


def check_log(facts: Json, live: Json | None, *, clock: bool) -> None:
    """Refuse what was computed from an older log of messages, or by a clock that was set back.

    Each message that the live release knows of a place that is still there must be known. Between demo and official
    mode nothing is compared: what was drilled in a demo is no message.
    """
    if live is None or live["mode"] != facts["mode"]:
        return
    now = {place["id"]: set(place["messages"]) for place in facts["places"]}
    for place in live["places"]:
        gone = set(place["messages"]) - now.get(place["id"], set(place["messages"]))
        if gone:
            raise PublishingFailedError("older_log", place=place["id"], messages=", ".join(sorted(gone)))
    if clock and facts["generated_at"] < live["generated_at"]:
        raise PublishingFailedError("clock", now=facts["generated_at"], live=live["generated_at"])


def lost_pages(output: Output, placed: Mapping[str, Placed], live: Json | None) -> tuple[str, ...]:
    """Return the files that the live release has and the new one has not, because their content was removed.

    PublishingFailedError if a section lost one while its content stayed the same.
    """
    return () if live is None else tuple(sorted(_lost(output, placed, live)))


def _lost(output: Output, placed: Mapping[str, Placed], live: Json) -> Iterator[str]:
    for name, section in live["sections"].items():
        if name in placed and placed[name].seal.id == section:
            continue
        before = output.section(section)
        gone = read_manifest(before) - (read_manifest(placed[name].folder) if name in placed else frozenset())
        gone = frozenset(file for file in gone if not file.startswith("static/"))
        if gone and name in placed and _same_content(read_seal(before), placed[name].seal):
            raise PublishingFailedError("lost_page", page=min(gone), number=len(gone))
        yield from gone


def _same_content(before: Seal | None, now: Seal) -> bool:
    return before is not None and before.content == now.content
