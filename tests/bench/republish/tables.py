"""The figures as tables of Markdown, the same on the screen and in the docs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from statistics import median

from tests.bench.republish.contest import (
    ELEVENTY,
    FIRST,
    FLOOR,
    HUGO,
    INCREMENTAL,
    PELICAN,
    PUBLISH,
    SEGMENT,
    WATCH,
    Result,
)
from tests.bench.republish.targets import Target

STAGES = ("read", "plan", "render", "verify", "seal", "switch", "read_back")
_MEGABYTE = 1_000_000
_LONGEST = 200
"""Signs of what a rival said."""
Results = Mapping[int, Result]


def tables(results: Results, judged: Iterable[Target]) -> Iterator[str]:
    """Yield all tables, each with its heading."""
    yield _table("One place changed: from the rename to the read-back, seconds", _sizes(results), _changes(results))
    yield _table("The whole site, seconds", _sizes(results), _whole(results))
    yield _table("Peak memory, MB", _sizes(results), _memory(results))
    yield _table("Stages of ours, seconds", _sizes(results), _stages(results))
    yield _table("What one change writes", _sizes(results), _written(results))
    yield _table("Sites and machine", _sizes(results), _sites(results))
    yield from _failures(results)
    yield _table("Promises", ("", "measured", "promised", ""), ((one.name, *one.words) for one in judged))


def _failures(results: Results) -> Iterator[str]:
    """Yield who did not finish and what it said, without the folders of the machine."""
    found = [(one.count, name, reason) for one in results.values() for name, reason in one.failed.items()]
    if found:
        told = (f"- {count} places, {name}: {_reason(reason)}" for count, name, reason in found)
        yield "\n".join(("## Did not finish\n", *told, ""))


def _reason(printed: str) -> str:
    """Return the first line and the one that names an error, the last one if none does."""
    first, *others = [line for line in re.sub(r"(file:/)?/\S*/", "", printed).splitlines() if line.strip()]
    telling = [line for line in others if "rror" in line or "FATAL" in line] or others[-1:]
    return "; ".join((first, *telling[:1]))[:_LONGEST]


def _table(title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    first, *others = heads
    lines = [f"| {' | '.join((first, *others))} |", f"|---|{'---:|' * len(others)}"]
    return "\n".join([f"## {title}\n", *lines, *(f"| {' | '.join(row)} |" for row in rows), ""])


def _sizes(results: Results) -> tuple[str, ...]:
    return ("", *("1 place" if count == 1 else f"{count} places" for count in results))


def _row(name: str, cells: Iterable[str]) -> tuple[str, ...]:
    return (name, *cells)


def _changes(results: Results) -> Iterator[tuple[str, ...]]:
    for name in (WATCH, PUBLISH, SEGMENT, INCREMENTAL, FLOOR):
        yield _row(name, (_said(one, name) for one in results.values()))


def _whole(results: Results) -> Iterator[tuple[str, ...]]:
    for name in (FIRST, HUGO, ELEVENTY, PELICAN):
        yield _row(name, (_said(one, name) for one in results.values()))


def _memory(results: Results) -> Iterator[tuple[str, ...]]:
    for name in (FIRST, PUBLISH, HUGO, SEGMENT, ELEVENTY, PELICAN):
        yield _row(name, (_megabytes(one.peak.get(name, 0)) for one in results.values()))


def _stages(results: Results) -> Iterator[tuple[str, ...]]:
    for name in (WATCH, PUBLISH, FIRST):
        for stage in STAGES:
            yield _row(f"{name}: {stage}", (_seconds(one.stage(name, stage)) for one in results.values()))
        yield _row(f"{name}: the rest (start, waiting, checks)", (_rest(one, name) for one in results.values()))


def _written(results: Results) -> Iterator[tuple[str, ...]]:
    names = ("place", "portal", "links", "release", "beside", "kept", "beforehand", "foreign")
    words = (
        "files of the place", "files of the portal", "links", "release.json", "journal, lock, live link",
        "kept for the next publication", "links laid out for the next publication, and their list", "others",
    )  # fmt: skip
    for name, said in zip(names, words, strict=True):
        yield _row(said, (_count(one, name) for one in results.values()))


def _sites(results: Results) -> Iterator[tuple[str, ...]]:
    yield _row("pages", (f"{one.pages[0]:,}" for one in results.values()))
    yield _row("bytes of pages", (f"{one.pages[1]:,}" for one in results.values()))
    yield _row("bytes of a change (floor)", (f"{one.floor_bytes:,}" for one in results.values()))
    yield _row("rounds, whole sites", (str(len(one.seconds.get(HUGO, []))) for one in results.values()))
    yield _row("rounds, changes", (str(len(one.seconds.get(FLOOR, []))) for one in results.values()))
    yield _row("publications left out as disturbed", (str(one.disturbed) for one in results.values()))
    yield _row("load average, least–most", (_span(one.load) for one in results.values()))


def _said(one: Result, name: str) -> str:
    return "did not finish" if name in one.failed else _spread(one.seconds.get(name, []))


def _spread(seconds: list[float]) -> str:
    """Return the median, and the least and the most where there are several."""
    if not seconds:
        return "–"
    middle = f"{median(seconds):.3f}"
    return middle if len(seconds) == 1 else f"{middle} ({min(seconds):.3f}–{max(seconds):.3f})"


def _span(values: list[float]) -> str:
    return f"{min(values):.1f}–{max(values):.1f}" if values else "–"


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _megabytes(value: int) -> str:
    return f"{value / _MEGABYTE:.0f}" if value else "–"


def _rest(one: Result, name: str) -> str:
    whole, told = one.median(name), one.stage(name, *STAGES)
    return "–" if whole is None or told is None else f"{whole - told:.3f}"


def _count(one: Result, name: str) -> str:
    if one.written is None:
        return "–"
    found = getattr(one.written, name)
    return str(len(found) if name == "foreign" else found)
