"""A release is checked whole before it goes live: ways between its sections, and nothing lost that readers know.

Two sections that the live release has too were checked beside each other then. So only links of new sections are looked
at, and those that lead to something that is gone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.leads import Leads, who_led
from lantian.publishing.output import RELEASE_FILE, Output
from lantian.publishing.parts import Json, Owners, ReleasePlan
from lantian.publishing.placed import Placed
from lantian.publishing.seal import Manifest, lead_alike, read_manifest, read_seal

_THEME = "static/"
Links = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Comparison:
    """A release in the making beside the live one, `now` and `live` by name, parts of sections among them."""

    output: Output
    plan: ReleasePlan
    now: Mapping[str, Placed]
    live: Mapping[str, str]
    """The ids of the live sections; empty if nothing is live."""
    leads: Leads | None = None
    """Where the live sections lead, if the live release tells."""

    def check_links(self) -> None:
        """Refuse a link from one section into another that leads nowhere; PublishingFailedError names the first."""
        sections, doubted = {one.name: one for one in self.plan.sections}, self._doubted()
        for name in (name for name in sections if doubted is None or name in doubted):
            for file, anchor in self._doubtful(name):
                owner = sections[self._owners.of(file)]
                group = (self.now[one.name] for one in (owner, *owner.parts))
                if file != RELEASE_FILE and not any(one.leads(file, anchor) for one in group):
                    raise PublishingFailedError("dead_link", page=name, link=f"{file}#{anchor}" if anchor else file)

    def lost_files(self) -> tuple[str, ...]:
        """Return the files that the live release has and the new one has not, because their content was removed.

        PublishingFailedError if a section lost one while its content stayed the same, and nobody answers for that.
        """
        lost: list[str] = []
        kept = {file for name in self._new for file in self.now[name].manifest} if self._replaced else set()
        for name, before in self._replaced.items():
            gone = sorted(file for file in before or () if file not in kept and not file.startswith(_THEME))
            if gone and name in self.now and self._same_content(name) and not self.plan.removal:
                raise PublishingFailedError("lost_page", page=gone[0], number=len(gone))
            lost += gone
        return tuple(sorted(lost))

    @cached_property
    def _owners(self) -> Owners:
        return Owners(self.plan.folders)

    @cached_property
    def _new(self) -> frozenset[str]:
        return frozenset(name for name, one in self.now.items() if self.live.get(name) != one.id)

    @cached_property
    def _replaced(self) -> dict[str, Manifest | None]:
        """Return what live sections had that are not in the new release; None where nobody knows it any more."""
        gone = {name: one for name, one in self.live.items() if name in self._new or name not in self.now}
        return {name: read_manifest(self.output.section(one)) for name, one in gone.items()}

    @cached_property
    def _lost(self) -> dict[str, Links] | None:
        """Return the files and anchors that replaced sections had and the new ones have not; None if nobody knows."""
        lost: dict[str, Links] = {}
        for name, before in self._replaced.items():
            if before is None:
                return None
            now = self.now[name].manifest if name in self.now else {}
            lost[name] = frozenset(_lost_ways(before, now))
        return lost

    @cached_property
    def _gone(self) -> Links | None:
        return None if self._lost is None else frozenset().union(*self._lost.values())

    def _doubted(self) -> frozenset[str] | None:
        """Return the sections whose links are looked at: new ones, and those that lead to where something is gone.

        None if it may be any of them.
        """
        if not self._gone:
            return self._new if self._gone is not None else None
        if self.leads is None or self._lost is None:
            return None
        owners = {one.name: section.name for section in self.plan.sections for one in (*section.parts, section)}
        led = who_led(self.leads, owners, self._lost)
        return None if led is None else self._new | led

    def _doubtful(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the links out of a section that may lead nowhere: new ones, and those to what is gone."""
        if self._gone is None:
            yield from self.now[name].seal.outward
        elif name in self._new:
            yield from self._unchecked(name, self._gone)
        elif self._gone:
            yield from self._gone.intersection(self.now[name].seal.outward)

    def _unchecked(self, name: str, gone: Links) -> Iterator[tuple[str, str]]:
        """Yield the links out of a new section that were not checked when the live one was, or lead to what is gone."""
        folder = self.output.section(self.live[name]) if name in self.live else None
        before = None if folder is None else read_seal(folder)
        if folder is None or before is None:
            yield from self.now[name].seal.outward
        elif lead_alike(folder, self.now[name].folder):
            yield from gone.intersection(before.outward)
        else:
            checked = frozenset(before.outward) - gone
            yield from (link for link in self.now[name].seal.outward if link not in checked)

    def _same_content(self, name: str) -> bool:
        before = read_seal(self.output.section(self.live[name]))
        return before is not None and before.content == self.now[name].seal.content


def _lost_ways(before: Manifest, now: Manifest) -> Iterator[tuple[str, str]]:
    """Yield the files and anchors that were there and are not there now."""
    for file, known in before.items():
        here = now.get(file)
        if here is None:
            yield file, ""
        if here is None or (here.anchors != known.anchors and file.endswith(".html")):
            kept = () if here is None else here.anchors
            yield from ((file, anchor) for anchor in known.anchors if anchor not in kept)


def check_log(facts: Json, live: Json | None, *, clock: bool, removal: bool = False) -> None:
    """Refuse what was computed from an older or another log of messages, or by a clock that was set back.

    Each message that the live release knows of a place that is still there must be known, as it was published, unless
    somebody answers for the `removal`. Between demo and official mode nothing is compared: what was drilled in a demo
    is no message.
    """
    if live is None or live["mode"] != facts["mode"]:
        return
    now = {place["id"]: place for place in facts["places"]}
    for place in () if removal else live["places"]:
        here = now.get(place["id"])
        if here is not None:
            _check_messages(here, place)
    if clock and facts["generated_at"] < live["generated_at"]:
        raise PublishingFailedError("clock", now=facts["generated_at"], live=live["generated_at"])


def _check_messages(now: Json, live: Json) -> None:
    """Refuse messages of a place that are gone, or not what was published; older releases say nothing of that."""
    gone = set(live["messages"]) - set(now["messages"])
    if gone:
        raise PublishingFailedError("older_log", place=live["id"], messages=", ".join(sorted(gone)))
    known, published = now.get("hashes", {}), live.get("hashes", {})
    edited = sorted(message for message, found in published.items() if known.get(message, found) != found)
    if edited:
        raise PublishingFailedError("edited", place=live["id"], messages=", ".join(edited))
