"""Rules for the messages of one place: each continues the chain whose last message it replaces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lantian.model.bulletin import STARTS, Bulletin
from lantian.model.checks.comments import correction_findings, suspension_findings, withdrawal_findings
from lantian.model.checks.finding import Filling, Finding
from lantian.model.level import LEVEL_ORDER, LevelId
from lantian.model.timeline import Episode, episodes

Found = tuple[str, Finding]
"""The id of the message, and what is wrong with it."""
ENDS = frozenset({"lift", "withdraw"})


@dataclass(eq=False, slots=True)
class _Chain:
    """Messages about one warning, in order."""

    line: str
    exercise: bool
    messages: list[Bulletin] = field(default_factory=list)

    @property
    def episode(self) -> Episode:
        """Return the chain as far as it goes; there is at least one message."""
        return episodes(tuple(self.messages))[0]

    @property
    def live(self) -> bool:
        standing = self.episode.standing if self.messages else ()
        return bool(standing) and standing[-1].action != "lift"

    @property
    def level(self) -> LevelId | None:
        return next((entry.level for entry in reversed(self.episode.standing) if entry.level is not None), None)


def chain_findings(bulletins: Iterable[Bulletin]) -> Iterator[Found]:
    """Yield what is wrong in the order of the messages of one place, all of which could be read."""
    ordered = _in_order(bulletins)
    ids = {bulletin.id for bulletin in ordered}
    seen: set[str] = set()
    chains: list[_Chain] = []
    for bulletin in ordered:
        chain = _chain_of(bulletin, chains)
        if chain is None:
            findings = [*_loose(bulletin, ids, seen)]
        elif chain.messages:
            findings = [*_continued(bulletin, chain, chains)]
        else:
            findings = [*_start(bulletin), *_second(chain, chains)]
        yield from ((bulletin.id, finding) for finding in findings)
        seen.add(bulletin.id)
        if chain is not None:
            chain.messages.append(bulletin)


def _chain_of(bulletin: Bulletin, chains: list[_Chain]) -> _Chain | None:
    """Return the chain a message belongs to, a new one for a first message, None if it continues nothing."""
    if bulletin.action in STARTS:
        chains.append(_Chain(bulletin.line, bulletin.action == "exercise"))
        return chains[-1]
    replaced = (chain for chain in chains if any(entry.id == bulletin.replaces for entry in chain.messages))
    return next(replaced, None)


def _in_order(bulletins: Iterable[Bulletin]) -> list[Bulletin]:
    """Order messages by time, but none before the one that it replaces."""
    by_time = sorted(bulletins, key=lambda bulletin: (bulletin.issued_at, bulletin.id))
    by_id = {bulletin.id: bulletin for bulletin in by_time}
    ordered: dict[str, Bulletin] = {}
    for bulletin in by_time:
        trail: dict[str, Bulletin] = {}
        current: Bulletin | None = bulletin
        while current is not None and current.id not in ordered and current.id not in trail:
            trail[current.id] = current
            current = by_id.get(current.replaces or "")
        ordered.update(reversed(trail.items()))
    return list(ordered.values())


def _start(bulletin: Bulletin) -> Iterator[Finding]:
    if bulletin.replaces is not None:
        yield Finding(("replaces",), "start_replaces", {"action": bulletin.action}, at_key=True)


def _second(chain: _Chain, chains: list[_Chain]) -> Iterator[Finding]:
    """A line carries one warning at a time; an exercise is a line of its own."""
    for other in chains:
        if other is not chain and other.live and (other.line, other.exercise) == (chain.line, chain.exercise):
            yield Finding(("action",), "second_chain", {"line": chain.line, "other": other.messages[-1].id})
            return


def _loose(bulletin: Bulletin, ids: set[str], seen: set[str]) -> Iterator[Finding]:
    """A message that continues nothing; what hangs on a loose message is not reported again."""
    replaced = bulletin.replaces
    if replaced is None:
        key = "lift_without_warning" if bulletin.action in ENDS else "no_first_message"
        yield Finding(("action",), key, {"action": bulletin.action})
    elif replaced not in ids:
        yield Finding(("replaces",), "unknown_bulletin", {"id": replaced})
    elif replaced not in seen:
        yield Finding(("replaces",), "circle_of_bulletins", {"id": replaced})


def _continued(bulletin: Bulletin, chain: _Chain, chains: list[_Chain]) -> Iterator[Finding]:
    head = chain.messages[-1]
    if bulletin.replaces != head.id:
        yield Finding(("replaces",), "not_the_head", {"id": bulletin.replaces or "", "head": head.id})
    elif not chain.live:
        yield from _after_the_end(bulletin, chain, chains)
    if bulletin.line != chain.line:
        yield Finding(("line",), "other_line", {"line": bulletin.line, "expected": chain.line})
    latest = max(chain.messages, key=lambda entry: entry.issued_at)
    if bulletin.issued_at <= latest.issued_at:
        fields: dict[str, Filling] = {"id": latest.id, "issued": latest.issued_at.isoformat()}
        yield Finding(("issued_at",), "issued_backward", fields)
    yield from _change(bulletin, chain)
    yield from correction_findings(bulletin, chain.episode)


def _after_the_end(bulletin: Bulletin, chain: _Chain, chains: list[_Chain]) -> Iterator[Finding]:
    """Only a lift may be taken back once a chain has ended, and what was said may be corrected."""
    standing = chain.episode.standing
    if bulletin.action == "correct" and standing:
        return
    if bulletin.action == "withdraw" and standing:
        yield from withdrawal_findings(bulletin, chain.episode)
        yield from _second(chain, chains)
        return
    key = "lift_without_warning" if bulletin.action in ENDS else "after_the_end"
    yield Finding(("action",), key, {"action": bulletin.action, "id": chain.messages[-1].id})


def _change(bulletin: Bulletin, chain: _Chain) -> Iterator[Finding]:
    """A raise goes up, a lowering goes down, an extension moves the end; what is suspended must have begun."""
    if not chain.live:
        return
    if bulletin.action == "withdraw":
        yield from withdrawal_findings(bulletin, chain.episode)
    yield from suspension_findings(bulletin, chain.episode)
    if bulletin.action == "extend" and bulletin.expected_end == chain.episode.expected_end:
        yield Finding(("expected_end",), "nothing_extended", {"id": chain.episode.standing[-1].id})
    before, after = chain.level, bulletin.level
    if before is None or after is None or bulletin.action not in {"raise", "lower"}:
        return
    step = _rank(after) - _rank(before)
    if (step <= 0) if bulletin.action == "raise" else (step >= 0):
        yield Finding(("level",), f"{bulletin.action}_to", {"level": after, "before": before})


def _rank(level: LevelId) -> int:
    return LEVEL_ORDER.index(level)
