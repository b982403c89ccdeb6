"""Where the words of the plan are doubtful, what is wrong with them and how they were read."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lantian.model.citation import Citation
from lantian.model.plan import Plan
from lantian.model.provision import Anomaly
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Link

_ROW = re.compile(r"\brow (\d+)\b")
_ENDS = re.compile("[ .]")
"""What follows a larger clause in the clauses that it holds."""


@view
class DoubtEntry:
    """One doubt; `anchor` is its id on the page, `words` stand in the document as they are."""

    anchor: str
    number: str
    words: str
    note: Text
    reading: Text
    citation: Citation


@view
class DoubtGroup:
    """The doubts of the main text or of the annexes."""

    id: str
    heading: Text
    entries: tuple[DoubtEntry, ...]


@view
class DoubtsView:
    """All doubts of a plan."""

    heading: Text
    groups: tuple[DoubtGroup, ...]


def doubts_view(edition: Edition) -> DoubtsView:
    """Return every doubt of the plan; each has its anchor, for links from all other pages."""
    kinds = {"text": tuple(one for one in edition.plan.anomalies if not _in_annex(one)),
             "annexes": tuple(one for one in edition.plan.anomalies if _in_annex(one))}  # fmt: skip
    return DoubtsView(
        heading=edition.say("plan_doubts.heading", number=len(edition.plan.anomalies)),
        groups=tuple(
            DoubtGroup(kind, edition.say(f"plan_doubts.{kind}"), tuple(_entry(edition, one) for one in members))
            for kind, members in kinds.items()
            if members
        ),
    )


def doubts_about(edition: Edition, clauses: Iterable[str]) -> tuple[Link, ...]:
    """Return links to the doubts that concern any of the clauses: what is wrong, and how it is read as their note."""
    touched = {larger for clause in clauses for one in clause.split("; ") for larger in _holding(one)}
    return tuple(
        Link(
            addresses.plan(edition.place.id, "doubts"),
            edition.say("plan_doubts.link", number=_number(anomaly), text=anomaly.note),
            anchor=anomaly.id,
            note=edition.say("plan_doubts.reading", text=anomaly.reading),
        )
        for anomaly in edition.plan.anomalies
        if not touched.isdisjoint(anomaly.clause.split("; "))
    )


def _holding(cited: str) -> Iterator[str]:
    """Yield the clause that is cited and every larger one that holds it: its doubts concern what is cited."""
    yield cited
    yield from (cited[: end.start()] for end in _ENDS.finditer(cited))


@lru_cache(maxsize=8)
def doubted_rows(plan: Plan) -> tuple[tuple[Anomaly, frozenset[int]], ...]:
    """Return the doubts of a plan with the rows of the annex that their clauses name: all sectors ask for them."""
    annex = re.compile(rf"\bannex {plan.industry.annex}\b([^;]*)")
    return tuple(
        (one, frozenset(int(row) for below in annex.findall(one.clause) for row in _ROW.findall(below)))
        for one in plan.anomalies
    )


def _in_annex(anomaly: Anomaly) -> bool:
    return all(one.startswith("annex ") for one in anomaly.clause.split("; "))


def _entry(edition: Edition, anomaly: Anomaly) -> DoubtEntry:
    return DoubtEntry(
        anchor=anomaly.id,
        number=_number(anomaly),
        words=anomaly.words,
        note=anomaly.note,
        reading=anomaly.reading,
        citation=edition.cite(anomaly.clause),
    )


def _number(anomaly: Anomaly) -> str:
    return anomaly.id.rpartition("-")[2].lstrip("0")
