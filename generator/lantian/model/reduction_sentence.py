"""Put a cell of the industry annex into plain words: the one place that does, so that data and pages cannot differ."""

from functools import lru_cache

from lantian.model.content import Vocabulary
from lantian.model.industry import Action, Cell, GuidanceRow, IndustryChapter, SectorRow
from lantian.model.text import Text, composed
from lantian.model.wording import Wording


def compose(
    cell: Cell, row: SectorRow | GuidanceRow, industry: IndustryChapter, vocabulary: Vocabulary, wording: Wording
) -> Text:
    """Say all that a cell asks, whole sentences, with the branch in front if the cell speaks of one.

    KeyError if the cell names a branch, process, condition, unit, baseline or pattern that nobody wrote.
    """
    branch = None if cell.branch is None else _branch(cell.branch, row)
    return sentence(cell, branch, industry, vocabulary, wording)


def sentence(
    cell: Cell, branch: Text | None, industry: IndustryChapter, vocabulary: Vocabulary, wording: Wording
) -> Text:
    """Say what `compose` says, of a branch by its name; once, since an annex repeats a few cells over and over."""
    known = _sentences(industry, vocabulary, wording)
    said = known.get((cell, branch))
    if said is None:
        said = known[cell, branch] = _put(cell, branch, industry, vocabulary, wording)
    return said


@lru_cache(maxsize=8)
def _sentences(
    industry: IndustryChapter, vocabulary: Vocabulary, wording: Wording
) -> dict[tuple[Cell, Text | None], Text]:
    """Return what was said of a chapter so far; of a few, so that memory does not grow with the number of places."""
    del industry, vocabulary, wording
    return {}


def _put(cell: Cell, branch: Text | None, industry: IndustryChapter, vocabulary: Vocabulary, wording: Wording) -> Text:
    parts = tuple(compose_action(action, industry, vocabulary, wording) for action in cell.actions)
    if cell.transport != "none":
        parts += (wording.pattern(f"industry.transport_{cell.transport}"),)
    body = wording.join(parts, "industry.join_actions") if parts else _without_actions(cell, wording)
    if branch is not None:
        body = wording.say("industry.of_branch", branch=branch, body=body)
    return wording.say("industry.sentence", body=composed(body.zh, body.en[0].upper() + body.en[1:]))


def compose_action(action: Action, industry: IndustryChapter, vocabulary: Vocabulary, wording: Wording) -> Text:
    """Say one action with its manner in brackets; a part of a sentence, without a full stop."""
    fields: dict[str, Text] = {}
    if action.scope is not None:
        fields["scope"] = industry.processes[action.scope]
    if action.percent is not None:
        fields["share"] = _share(action, wording)
    key = "_".join((action.do, *sorted(fields)))
    said = wording.say(f"industry.{key}", **fields)
    manner = _manner(action, industry, vocabulary, wording)
    if not manner:
        return said
    return wording.say("industry.with_manner", action=said, manner=wording.join(manner, "industry.join_manner"))


def brief(cell: Cell, wording: Wording) -> Text:
    """Say a cell in a few words for a table; several actions are called several, and transport is always named."""
    parts: tuple[Text, ...] = ()
    if cell.effective_kind != "transport_only":
        parts += (_brief_production(cell, wording),)
    if cell.transport != "none":
        parts += (wording.pattern(f"industry.brief_transport_{cell.transport}"),)
    return wording.join(parts, "industry.join_brief")


def _brief_production(cell: Cell, wording: Wording) -> Text:
    kind = cell.effective_kind
    if any(action.do == "unclear" for action in cell.actions):
        return wording.pattern("industry.brief_unclear")
    if kind == "partial" and len(cell.actions) == 1 and cell.actions[0].do in {"stop", "limit"}:
        return _brief_action(cell.actions[0], wording)
    return wording.pattern(f"industry.brief_{_unlisted_or(kind, cell)}")


def _brief_action(action: Action, wording: Wording) -> Text:
    reach = "part" if action.scope is not None else "whole"
    if action.percent is None:
        return wording.pattern(f"industry.brief_{action.do}_{reach}")
    return wording.say(f"industry.brief_{action.do}_{reach}_share", share=_share(action, wording))


def _without_actions(cell: Cell, wording: Wording) -> Text:
    if cell.kind == "self_directed" and not cell.encouraged:
        return wording.pattern("industry.self_directed_stated")
    return wording.pattern(f"industry.{_unlisted_or(cell.effective_kind, cell)}")


def _unlisted_or(kind: str, cell: Cell) -> str:
    """Tell a dash under doubt from a plain one: it lists no measure, which is not the same as unrestricted."""
    return "not_listed" if kind == "not_applicable" and cell.doubt is not None else kind


def _share(action: Action, wording: Wording) -> Text:
    key = "industry.share_at_least" if action.at_least else "industry.share"
    return wording.say(key, percent=action.percent or 0)


def _manner(action: Action, industry: IndustryChapter, vocabulary: Vocabulary, wording: Wording) -> tuple[Text, ...]:
    parts: list[Text] = []
    if action.counted_by is not None:
        parts.append(wording.say("industry.counted_by", unit=vocabulary.counted_by[action.counted_by]))
    if action.condition is not None:
        parts.append(industry.conditions[action.condition])
    if action.baseline is not None:
        parts.append(wording.say("industry.baseline", baseline=vocabulary.baselines[action.baseline]))
    return tuple(parts)


def _branch(branch: str, row: SectorRow | GuidanceRow) -> Text:
    for candidate in row.branches if isinstance(row, SectorRow) else ():
        if candidate.id == branch:
            return candidate.names
    raise KeyError(branch)
