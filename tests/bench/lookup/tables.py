"""The figures as tables of Markdown, the same on the screen and in the docs."""

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.bench.lookup.asked import Answers
from tests.bench.lookup.first_results import SLOWDOWN
from tests.bench.lookup.import_bench import MEGABYTES_PROMISED, SECONDS_PROMISED, ImportFigure, lines
from tests.bench.lookup.pagefind_rival import RivalFigures
from tests.bench.lookup.postings_rival import PostingsFigures
from tests.bench.lookup.questions import Spread

BYTES_PROMISED, MILLISECONDS_PROMISED, INDEX_SECONDS_PROMISED = 30_000, 100, 30
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Figures:
    """Everything that one run measured."""

    companies: int
    questions: int
    timed: int
    asked_of_rivals: int
    index_seconds: float
    index_peak: int
    kinds: dict[str, tuple[int, int]]
    """By kind of file, how many there are and what they weigh compressed."""
    site_seconds: float
    answers: Answers
    first: Spread
    pagefind: tuple[RivalFigures, ...]
    postings: PostingsFigures
    imports: tuple[ImportFigure, ...]


def tables(figures: Figures) -> tuple[str, bool]:
    """Return the tables, and whether every promise was kept."""
    promises = tuple(_promises(figures))
    rows = ((name, told, promised, "kept" if kept else "MISSED") for name, told, promised, kept in promises)
    parts = (
        _head(figures),
        _table("Promises", ("", "measured", "promised", ""), rows),
        _table("A search, network apart where it is timed", ("", "median", "95th of 100", "most"), _search(figures)),
        _table("The files of the index", ("", "files", "MB compressed"), _kinds(figures)),
        _table(f"Beside others, {figures.asked_of_rivals} questions", _RIVAL_HEADS, _rivals(figures)),
        "## Import of a spreadsheet\n\n" + "\n".join(lines(figures.imports)) + "\n" if figures.imports else "",
    )
    return "\n".join(part for part in parts if part), all(kept for *_, kept in promises)


def _promises(figures: Figures) -> Iterator[tuple[str, str, str, bool]]:
    found = figures.questions - len(figures.answers.wrong)
    share = f"{found:,} of {figures.questions:,}"
    yield "answers equal to a plain scan, every page of them", share, "all", not figures.answers.wrong
    high = figures.answers.fetched.high
    yield "bytes fetched, 95th of 100", f"{high:,.0f}", f"{BYTES_PROMISED:,}", high <= BYTES_PROMISED
    wait = figures.first.high
    name = f"milliseconds to the first results, 95th of 100, processor {SLOWDOWN} times slower"
    yield name, f"{wait:.0f}", str(MILLISECONDS_PROMISED), wait <= MILLISECONDS_PROMISED
    seconds = figures.index_seconds
    yield "index: processor seconds", f"{seconds:.1f}", str(INDEX_SECONDS_PROMISED), seconds <= INDEX_SECONDS_PROMISED
    for one in figures.imports:
        told = f"{one.processor_seconds:.1f} s, {one.peak_megabytes:.0f} MB"
        kept = one.processor_seconds <= SECONDS_PROMISED and one.peak_megabytes <= MEGABYTES_PROMISED
        promised = f"{SECONDS_PROMISED} s, {MEGABYTES_PROMISED} MB"
        yield f"import of {one.rows:,} rows, {one.format}: processor seconds, memory", told, promised, kept


def _head(figures: Figures) -> str:
    cores, load = os.cpu_count(), os.getloadavg()[0]
    return (
        "# Finding a company: figures\n\n"
        f"Measured by `make bench-lookup` with {figures.companies:,} invented companies on {platform.machine()}, "
        f"{cores} cores, load {load:.1f} at the end; others used the machine meanwhile. Bytes are compressed as gzip -6"
        f" does. {figures.questions:,} random parts of names, of 2 to 12 signs; {figures.timed} of them timed, "
        "the least of three, from the last key to the first company on the page of a phone, the pause after a key "
        "included.\n"
    )


def _search(figures: Figures) -> Iterator[tuple[str, ...]]:
    yield ("bytes fetched", *_spread(figures.answers.fetched))
    yield ("files fetched", *_spread(figures.answers.requests))
    yield ("milliseconds to the first results", *_spread(figures.first))


def _kinds(figures: Figures) -> Iterator[tuple[str, ...]]:
    for kind, (files, size) in figures.kinds.items():
        yield kind, f"{files:,}", f"{size / _MEGABYTE:.2f}"
    yield "memory while it is built, MB", "", f"{figures.index_peak / _MEGABYTE:.0f}"
    yield "all pages and the index built, seconds", "", f"{figures.site_seconds:.0f}"


_RIVAL_HEADS = (
    "", "found of a scan's", "exactly", "bytes: median", "95th", "most", "index, MB", "build, s", "ms: median", "95th",
)  # fmt: skip


def _rivals(figures: Figures) -> Iterator[tuple[str, ...]]:
    names = {"words": "Pagefind, names as they are", "signs": "Pagefind, every sign a word, asked as a phrase"}
    weight = sum(size for kind, (_, size) in figures.kinds.items() if kind in {"names", "rows"})
    seconds = f"{figures.index_seconds:.0f} (three indexes)"
    own = _spread(figures.answers.fetched)
    right = f"{1 - len(figures.answers.wrong) / figures.questions:.0%}"
    yield "lantian (names and rows)", right, right, *own, f"{weight / _MEGABYTE:.1f}", seconds, "", ""
    weight = figures.postings.index_bytes + figures.kinds["rows"][1]
    fetched, built = _spread(figures.postings.fetched), f"{figures.postings.build_seconds:.0f}"
    yield (
        "two-character postings, 256 shards",
        "by design",
        "by design",
        *fetched,
        f"{weight / _MEGABYTE:.1f}",
        built,
        "",
        "",
    )
    for one in figures.pagefind:
        times = (f"{one.milliseconds.median:.0f}", f"{one.milliseconds.high:.0f}")
        fetched, built = _spread(one.fetched), f"{one.build_seconds:.0f}"
        size = f"{one.index_bytes / _MEGABYTE:.1f}"
        yield names[one.mode], f"{one.recall:.0%}", f"{one.exact:.0%}", *fetched, size, built, *times


def _spread(figures: Spread) -> tuple[str, str, str]:
    return f"{figures.median:,.0f}", f"{figures.high:,.0f}", f"{figures.top:,.0f}"


def _table(title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    first, *others = heads
    marks = [f"| {' | '.join((first, *others))} |", f"|---|{'---:|' * len(others)}"]
    return "\n".join([f"## {title}\n", *marks, *(f"| {' | '.join(row)} |" for row in rows), ""])
