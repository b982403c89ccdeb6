"""Which message may come next in a chain: the action that a request means there, or why there is none."""

from lantian.model.bulletin import COMMENTS, Action
from lantian.model.bulletin_request import Refusal, Request, Step
from lantian.model.plan import Plan
from lantian.model.schedule import entries
from lantian.model.timeline import Entry, Episode, strictness


def next_step(chains: tuple[Episode, ...], request: Request, plan: Plan) -> Step | Refusal:
    """Return the step that continues the last chain of a line, for a comment the chain of the message it is about."""
    chain = _chain(chains, request)
    if request.asked == "withdraw":
        return _withdrawal(chain, chains, request)
    if request.asked == "correct":
        return _correction(chain, request)
    if chain is None or not chain.standing:
        began: Action = "exercise" if request.exercise else "issue"
        return Step(began) if request.asked == "level" else Refusal("warn.nothing_in_force")
    return _after_lift(chain, request) if chain.standing[-1].action == "lift" else _live(chain, request, plan)


def _live(chain: Episode, request: Request, plan: Plan) -> Step | Refusal:
    if request.asked == "level":
        return _change(chain, request, plan)
    if request.asked == "extend":
        return _extension(chain, request)
    if request.asked == "suspend":
        return _suspension(chain, request)
    return _resumption(chain, request) if request.asked == "resume" else Step("lift", chain.messages[-1].id)


def _chain(chains: tuple[Episode, ...], request: Request) -> Episode | None:
    if request.subject is not None:
        return next((one for one in chains if any(message.id == request.subject for message in one.messages)), None)
    own = [chain for chain in chains if chain.first.line == request.line]
    return max(own, key=lambda chain: chain.messages[-1].issued_at, default=None)


def _withdrawal(chain: Episode | None, chains: tuple[Episode, ...], request: Request) -> Step | Refusal:
    """Take back the last message of the chain, or by its id the last that stands whatever was said about it since.

    A withdrawal itself is not taken back but followed by a new message.
    """
    if chain is None:
        return Refusal("warn.nothing_to_withdraw")
    head = chain.messages[-1]
    if request.subject is None or (request.subject == head.id and head.action in COMMENTS):
        if head.action == "withdraw":
            return Refusal("warn.already_withdrawn", {"id": head.id})
        return Step("withdraw", head.id)
    same = [one for one in chains if (one.first.line, one.exercise) == (chain.first.line, chain.exercise)]
    if same[-1] is not chain or not chain.standing or chain.standing[-1].id != request.subject:
        return Refusal("warn.not_the_last", {"id": request.subject})
    return Step("withdraw", head.id, request.subject)


def _correction(chain: Episode | None, request: Request) -> Step | Refusal:
    """Correct facts of a message that stands; its level is none of them."""
    about = request.subject or ""
    subject = None if chain is None else next((one for one in chain.standing if one.id == about), None)
    if chain is None or subject is None:
        known = chain is not None and any(one.id == about and one.action in COMMENTS for one in chain.messages)
        return Refusal("warn.correct_comment" if known else "warn.correct_unknown", {"id": about})
    if not request.facts.given:
        return Refusal("warn.nothing_corrected", {"id": about})
    starts = request.starts_at or subject.starts_at
    end = request.expected_end or subject.expected_end
    if starts < subject.issued_at:
        return Refusal("warn.starts_before_issued")
    if end is not None and end <= starts:
        return Refusal("warn.ends_before_start")
    if request.resumes_at is not None and (subject.action != "suspend" or request.resumes_at <= starts):
        return Refusal("warn.resumes_before_start")
    return Step("correct", chain.messages[-1].id, about)


def _after_lift(chain: Episode, request: Request) -> Step | Refusal:
    """After a lift only a new warning begins; a lift that is still to come is withdrawn before it is changed."""
    if request.asked == "level":
        return Step("exercise" if request.exercise else "issue")
    return Refusal("warn.already_lifted", {"id": chain.messages[-1].id})


def _extension(chain: Episode, request: Request) -> Step | Refusal:
    if request.expected_end is None:
        return Refusal("warn.end_missing")
    if request.expected_end == chain.expected_end:
        return Refusal("warn.same_end")
    return Step("extend", chain.messages[-1].id)


def _change(chain: Episode, request: Request, plan: Plan) -> Step | Refusal:
    """Compare with the level last announced; the same level, or advisory, with another end is an extension."""
    head = chain.messages[-1].id
    if request.line != "level":
        moved = request.expected_end not in {None, chain.expected_end}
        return Step("extend", head) if moved else Refusal("warn.same_advisory", {"line": request.line})
    held = [message.level for message in chain.standing if message.level is not None][-1]
    step = strictness(request.level) - strictness(held)
    if step:
        return Step("raise" if step > 0 else "lower", head)
    if request.expected_end is None or request.expected_end == chain.expected_end:
        return Refusal("warn.same_level", {"level": plan.level(held).names})
    return Step("extend", head)


def _suspension(chain: Episode, request: Request) -> Step | Refusal:
    """Suspend what will have begun by then; a warning that has not is withdrawn and issued with another start."""
    if chain.exercise:
        return Refusal("warn.suspend_exercise")
    if _at(chain, request) is None:
        return Refusal("warn.suspend_before_start")
    return Step("suspend", chain.messages[-1].id)


def _resumption(chain: Episode, request: Request) -> Step | Refusal:
    found = _at(chain, request)
    if found is None or found.kind != "suspended":
        return Refusal("warn.nothing_suspended")
    return Step("resume", chain.messages[-1].id)


def _at(chain: Episode, request: Request) -> Entry | None:
    """Return what the chain makes of the moment of effect, as announced so far."""
    begun = [entry for entry in entries(chain) if entry.start <= request.effective]
    return begun[-1] if begun else None
