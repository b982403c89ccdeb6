"""What is said where the warnings are another place's: whose warning, whose measures, and who is stricter."""

from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.situation import Situation
from lantian.model.text import Text
from lantian.model.wording import Wording


def inheritance_line(situation: Situation, place: Place, followed: Place, plan: Plan, wording: Wording) -> Text:
    """Say in one sentence what holds here and by whom (ux.md 3.2); the level is never anybody's but the issuer's."""
    fields = {
        "city": _whose(followed, wording),
        "here": wording.pattern(f"inherit.here_{place.kind}"),
    }
    if situation.level is not None and situation.level != situation.followed_level:
        return _stricter(situation, place, followed, wording)
    if situation.suspended_level is not None:
        return wording.say("inherit.suspended", level=plan.level(situation.suspended_level).names, **fields)
    shown = situation.level or situation.pending_level
    if shown is not None:
        issued_here = situation.source is not None and situation.source.place == place.id
        name = "own" if issued_here else "active" if situation.holds else "pending"
        return wording.say(f"inherit.{name}", level=plan.level(shown).names, **fields)
    if situation.exercise_level is not None:
        return wording.say("inherit.exercise", **fields)
    return wording.say("inherit.none" if plan.tightening is None else "inherit.none_own_possible", **fields)


def _whose(followed: Place, wording: Wording) -> Text:
    """Name the place that issues with what it is, unless its English name says so already (Example City)."""
    if followed.names.en.endswith(wording.pattern(f"inherit.tier_{followed.kind}").en):
        return followed.names
    return wording.say(f"inherit.whose_{followed.kind}", names=followed.names)


def _stricter(situation: Situation, place: Place, followed: Place, wording: Wording) -> Text:
    fields = {
        "tier": wording.pattern(f"inherit.tier_{followed.kind}"),
        "here": wording.pattern(f"inherit.here_{place.kind}"),
        "by": wording.pattern(f"inherit.by_{place.kind}"),
        "color": wording.pattern(f"state.color_{situation.level}"),
    }
    if situation.followed_level is None:
        return wording.say("inherit.alone", **fields)
    theirs = wording.pattern(f"state.color_{situation.followed_level}")
    return wording.say("inherit.stricter", theirs=theirs, **fields)
