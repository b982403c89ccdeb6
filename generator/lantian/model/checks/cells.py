"""Rules for one cell of the annex: a share where one is needed, a kind that its actions bear out."""

from collections.abc import Iterator

from lantian.model.checks.finding import Finding, below, missing
from lantian.model.checks.known import Known
from lantian.model.industry import Action, Cell, IndustryChapter

_BARE = frozenset({"not_applicable", "self_directed", "see_inventory"})
"""Kinds that say everything, so that no action stands beside them."""


def cell_findings(cell: Cell, chapter: IndustryChapter, known: Known) -> Iterator[Finding]:
    """Yield what is wrong in one cell."""
    yield from _kind(cell)
    if cell.doubt is not None:
        yield from missing(("doubt",), cell.doubt, known.anomalies, "unknown_anomaly")
    for index, action in enumerate(cell.actions):
        yield from below(("actions", index), _action(action, chapter, known))


def _kind(cell: Cell) -> Iterator[Finding]:
    if cell.kind in _BARE:
        if cell.actions:
            yield Finding(("kind",), "kind_with_actions", {"kind": cell.kind})
        elif cell.kind == "not_applicable" and cell.transport != "none":
            yield Finding(("transport",), "kind_with_transport", {"kind": cell.kind})
        return
    if not cell.actions and cell.transport == "none":
        yield Finding((), "cell_says_nothing")
    if cell.kind is None:
        return
    worked_out = cell.model_copy(update={"kind": None}).effective_kind
    if cell.kind != worked_out:
        yield Finding(("kind",), "kind_against_actions", {"kind": cell.kind, "expected": worked_out})


def _action(action: Action, chapter: IndustryChapter, known: Known) -> Iterator[Finding]:
    if action.percent is None and _needs_share(action):
        yield Finding((), "missing_percent", {"do": action.do})
    references = (
        ("scope", action.scope, tuple(chapter.processes), "unknown_process"),
        ("condition", action.condition, tuple(chapter.conditions), "unknown_condition"),
        ("counted_by", action.counted_by, known.counted_by, "unknown_counted_by"),
        ("baseline", action.baseline, known.baselines, "unknown_baseline"),
    )
    for name, entry, listed, key in references:
        if entry is not None:
            yield from missing((name,), entry, listed, key)


def _needs_share(action: Action) -> bool:
    """Tell whether a share is missing: a cut without one must say so, and in which manner."""
    if action.do == "limit" and action.unmeasured:
        return action.condition is None
    if action.do == "limit":
        return True
    return action.do == "cap" or (action.do == "stop" and _shares(action))


def _shares(action: Action) -> bool:
    """Tell whether a stop speaks of a share: it says what is counted, from which amount, or at least how much."""
    return action.at_least or action.counted_by is not None or action.baseline is not None
