"""Every further statement of the plan, by subject: who must, may or should do what, and where it says so."""

from lantian.model.citation import Citation
from lantian.model.provision import Statement
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Link
from lantian.pages.plan_doubts import doubts_about


@view
class Clause:
    """One statement; `duty` is empty where the plan states a fact and asks for nothing."""

    id: str
    text: Text
    duty: str
    power: bool
    """A `may` that leaves the choice to the one who acts."""
    actor: Text | None
    condition: Text | None
    citation: Citation


@view
class ClauseGroup:
    """The statements on one subject."""

    id: str
    heading: Text
    rows: tuple[Clause, ...]


@view
class ClausesView:
    """All statements of the plan by subject, and where its rules stand."""

    heading: Text
    contents: tuple[Link, ...]
    groups: tuple[ClauseGroup, ...]
    elsewhere: tuple[Link, ...]
    doubts: tuple[Link, ...]


def clauses_view(edition: Edition) -> ClausesView:
    """Return the statements in the order of the plan's subjects."""
    place = edition.place.id
    groups = statements_on(edition, tuple(subject.id for subject in edition.plan.subjects))
    return ClausesView(
        heading=edition.say("plan_clauses.heading", number=sum(len(group.rows) for group in groups)),
        contents=tuple(Link(addresses.plan(place, "clauses"), group.heading, anchor=group.id) for group in groups),
        groups=groups,
        elsewhere=(
            Link(addresses.plan(place, "levels"), edition.say("plan_topic.levels")),
            Link(addresses.plan(place, "deadlines"), edition.say("plan_topic.deadlines")),
            Link(addresses.levels(place), edition.say("plan_page.measures")),
        ),
        doubts=doubts_about(edition, (statement.cite for statement in edition.plan.statements)),
    )


def statements_on(edition: Edition, subjects: tuple[str, ...]) -> tuple[ClauseGroup, ...]:
    """Return the statements on certain subjects, in the order of the plan; a subject without any is left out."""
    groups = (
        ClauseGroup(
            id=f"subject-{subject.id}",
            heading=subject.names,
            rows=tuple(_clause(edition, one) for one in edition.plan.statements if one.subject == subject.id),
        )
        for subject in edition.plan.subjects
        if subject.id in subjects
    )
    return tuple(group for group in groups if group.rows)


def _clause(edition: Edition, statement: Statement) -> Clause:
    return Clause(
        id=f"statement-{statement.id}",
        text=statement.text,
        duty=statement.duty or "",
        power=statement.duty == "may",
        actor=statement.actor,
        condition=statement.condition,
        citation=edition.cite(statement.cite),
    )
