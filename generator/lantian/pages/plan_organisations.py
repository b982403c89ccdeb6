"""Who does what: the command, its office, the member units, the counties and the working groups of the plan."""

from lantian.model.citation import Citation
from lantian.model.organisation import Organisation, WorkingGroup
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Link
from lantian.pages.plan_doubts import doubts_about

KINDS = ("command", "office", "member", "county", "outside")


@view
class Unit:
    """An organisation with its duties and duty lines; `within` leads to the one that it is part of."""

    id: str
    names: Text
    duties: tuple[Text, ...]
    phones: tuple[str, ...]
    citation: Citation
    phones_citation: Citation | None
    within: Link | None
    note: Text | None


@view
class Group:
    """A working group: who leads, who belongs, what it does."""

    id: str
    names: Text
    leads: tuple[Text, ...]
    members: tuple[Text, ...]
    duties: tuple[Text, ...]
    citation: Citation
    note: Text | None


@view
class UnitKind:
    """The organisations of one kind."""

    id: str
    heading: Text
    units: tuple[Unit, ...]


@view
class OrganisationsView:
    """All organisations of the plan and its working groups."""

    heading: Text
    hotline: str
    hotline_name: Text
    contents: tuple[Link, ...]
    kinds: tuple[UnitKind, ...]
    groups: tuple[Group, ...]
    doubts: tuple[Link, ...]


def organisations_view(edition: Edition) -> OrganisationsView:
    """Return the organisations by kind, each in the order of the plan."""
    plan = edition.plan
    kinds = tuple(kind for kind in (_kind(edition, name) for name in KINDS) if kind.units)
    here = addresses.plan(edition.place.id, "organisations")
    groups = tuple(_group(edition, group) for group in plan.working_groups)
    contents = [Link(here, kind.heading, anchor=kind.id) for kind in kinds]
    if groups:
        contents.append(Link(here, edition.say("plan_units.groups"), anchor="groups"))
    cited = [clause for unit in plan.organisations for clause in (unit.cite, unit.phones_cite) if clause is not None]
    return OrganisationsView(
        heading=edition.say("plan_units.heading", number=len(plan.organisations), groups=len(groups)),
        hotline=edition.place.hotline,
        hotline_name=edition.place.hotline_name,
        contents=tuple(contents),
        kinds=kinds,
        groups=groups,
        doubts=doubts_about(edition, (*cited, *(group.cite for group in plan.working_groups))),
    )


def _kind(edition: Edition, kind: str) -> UnitKind:
    units = tuple(_unit(edition, one) for one in edition.plan.organisations if one.kind == kind)
    return UnitKind(kind, edition.say(f"plan_units.{kind}"), units)


def _unit(edition: Edition, unit: Organisation) -> Unit:
    return Unit(
        id=f"unit-{unit.id}",
        names=unit.names,
        duties=unit.duties,
        phones=unit.phones,
        citation=edition.cite(unit.cite),
        phones_citation=edition.cite(unit.phones_cite) if unit.phones_cite is not None else None,
        within=_within(edition, unit),
        note=unit.note,
    )


def _within(edition: Edition, unit: Organisation) -> Link | None:
    whole = next((one for one in edition.plan.organisations if one.id == unit.within), None)
    if whole is None:
        return None
    return Link(addresses.plan(edition.place.id, "organisations"), whole.names, anchor=f"unit-{whole.id}")


def _group(edition: Edition, group: WorkingGroup) -> Group:
    return Group(
        id=f"group-{group.id}",
        names=group.names,
        leads=group.leads,
        members=group.members,
        duties=group.duties,
        citation=edition.cite(group.cite),
        note=group.note,
    )
