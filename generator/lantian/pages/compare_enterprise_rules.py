"""Rules for companies beside the sectors: grades, small and essential companies, guidance for others."""

from collections.abc import Iterator

from lantian.model.industry import EnterpriseClass, Grade, GuidanceRow
from lantian.model.reduction_sentence import brief
from lantian.model.text import Text
from lantian.pages.compare_asked import asked
from lantian.pages.compare_plans import no_level
from lantian.pages.compare_rows import ComparedRow, ComparedTable, Pair, Statement, compared
from lantian.pages.compare_vehicles import common_levels
from lantian.pages.edition import Edition

Asked = tuple[tuple[Statement, ...], tuple[Statement, ...], tuple[Text, ...]]
"""What both sides say of a grade, and in what they differ."""


def enterprise_tables(pair: Pair) -> tuple[ComparedTable, ...]:
    """Return the rules that stand beside the sectors, side by side; a table that no plan fills is left out."""
    return tuple(
        ComparedTable(name, pair.say(f"compare_enterprises.{name}"), rows)
        for name, rows in (
            ("grades", tuple(_grades(pair))),
            ("classes", tuple(_classes(pair))),
            ("guidance", tuple(_guidance(pair))),
        )
        if rows
    )


def _grades(pair: Pair) -> Iterator[ComparedRow]:
    """Yield a row per rule; grades of which both sides say the same stand together."""
    together: dict[Asked, list[Grade]] = {}
    for grade in dict.fromkeys(grade for side in pair.sides for grade in _known_grades(side)):
        sides = tuple(tuple(_grade(side, grade)) for side in pair.sides)
        together.setdefault((sides[0], sides[1], _grade_details(pair, grade)), []).append(grade)
    names = pair.left.content.vocabulary.grades
    for (left, right, details), grades in together.items():
        label = pair.left.wording.join(tuple(names[grade].names for grade in grades), "join.list")
        yield compared(pair, label, (left, right), details)


def _grade_details(pair: Pair, grade: Grade) -> tuple[Text, ...]:
    left, right = (side.plan.industry.grade_rules.get(grade) for side in pair.sides)
    if (left is None) != (right is None):
        return (pair.say("compare_enterprises.aspect_way"),)
    if left and right and left.cell.effective_kind != right.cell.effective_kind:
        return (pair.say("compare_enterprises.aspect_kind"),)
    return ()


def _known_grades(edition: Edition) -> Iterator[Grade]:
    industry = edition.plan.industry
    yield from industry.grades
    yield from (grade for row in industry.sectors for grade in row.grades)
    yield from industry.grade_rules


def _grade(edition: Edition, grade: Grade) -> Iterator[Statement]:
    industry = edition.plan.industry
    rule = industry.grade_rules.get(grade)
    if rule is not None:
        notes = (rule.note,) if rule.note is not None else ()
        yield Statement(brief(rule.cell, edition.wording), notes=notes, citation=edition.cite(rule.cite))
    own = sum(1 for row in industry.sectors if any(cells.get(grade) for cells in row.cells.values()))
    if own:
        yield Statement(edition.say("compare_enterprises.own_cells", number=own))
    elif rule is None and any(grade in row.grades for row in industry.sectors):
        yield Statement(edition.say("compare_enterprises.no_cells"))


def _classes(pair: Pair) -> Iterator[ComparedRow]:
    found = tuple({one.id: one for one in side.plan.industry.classes} for side in pair.sides)
    for known in dict.fromkeys((*found[0], *found[1])):
        both = tuple(side.get(known) for side in found)
        named = both[0] or both[1]
        if named is None:
            continue
        sides = tuple(() if one is None else (_class(side, one),) for side, one in zip(pair.sides, both, strict=True))
        unlike = both[0] is not None and both[1] is not None and both[0].duty != both[1].duty
        details = (pair.say("compare.aspect_duty"),) if unlike else ()
        yield compared(pair, named.names, (sides[0], sides[1]), details)


def _class(edition: Edition, one: EnterpriseClass) -> Statement:
    notes = tuple(edition.say("compare.only_if", text=condition) for condition in one.conditions)
    return Statement(one.text, one.duty, one.duty == "may", notes, edition.cite(one.cite))


def _guidance(pair: Pair) -> Iterator[ComparedRow]:
    found = tuple({row.id: row for row in side.plan.industry.guidance} for side in pair.sides)
    for known in dict.fromkeys((*found[0], *found[1])):
        both = tuple(side.get(known) for side in found)
        named = both[0] or both[1]
        if named is None:
            continue
        sides = tuple(
            () if row is None else tuple(_guided(side, row, pair)) for side, row in zip(pair.sides, both, strict=True)
        )
        details = tuple(_guided_details(pair, both[0], both[1])) if both[0] and both[1] else ()
        yield compared(pair, named.names, (sides[0], sides[1]), details)


def _guided_details(pair: Pair, left: GuidanceRow, right: GuidanceRow) -> Iterator[Text]:
    """Name each level at which the rows differ in kind, shares, transport or strength, or at which one is silent."""
    for level in common_levels(pair):
        rules = (left.levels.get(level), right.levels.get(level))
        told = tuple(None if one is None else (one.duty, asked(one.cells)) for one in rules)
        if told[0] != told[1]:
            names = pair.left.plan.level(level).names
            yield pair.say("compare_enterprises.aspect_level", level=names)


def _guided(edition: Edition, row: GuidanceRow, pair: Pair) -> Iterator[Statement]:
    for level in common_levels(pair) or tuple(row.levels):
        names = edition.plan.level(level).names if edition.plan.has_level(level) else None
        if names is None:
            yield no_level(edition)
            continue
        rule = row.levels.get(level)
        if rule is None:
            yield Statement(edition.say("compare_enterprises.at", level=names, text=edition.say("compare.unsaid")))
            continue
        text = edition.wording.join(tuple(brief(cell, edition.wording) for cell in rule.cells), "join.briefs")
        yield Statement(
            edition.say("compare_enterprises.at", level=names, text=text), rule.duty, citation=edition.cite(rule.cite)
        )
