"""Rules for messages about other messages of their chain, and for interruptions: what they may speak of."""

from collections.abc import Iterator

from lantian.model.bulletin import Bulletin
from lantian.model.checks.finding import Finding, below
from lantian.model.correction import as_corrected
from lantian.model.schedule import entries
from lantian.model.timeline import Episode


def suspension_findings(bulletin: Bulletin, chain: Episode) -> Iterator[Finding]:
    """Yield what is wrong in a suspension or its end; `chain` is that of a warning as known before, still live."""
    if bulletin.action not in {"suspend", "resume"}:
        return
    if chain.exercise:
        yield Finding(("action",), "no_suspended_exercise", {"action": bulletin.action})
        return
    begun = [entry for entry in entries(chain) if entry.start <= bulletin.starts_at]
    if not begun:
        yield Finding(("starts_at",), "suspended_before_start", {"action": bulletin.action})
    elif bulletin.action == "resume" and begun[-1].kind != "suspended":
        yield Finding(("action",), "nothing_suspended", {"id": chain.messages[-1].id})


def withdrawal_findings(bulletin: Bulletin, chain: Episode) -> Iterator[Finding]:
    """Yield what is wrong in a withdrawal: it takes back the last message that stands, or a correction just made."""
    about = bulletin.about or bulletin.replaces or ""
    head, last = chain.messages[-1], chain.standing[-1].id
    if about == last or (about == head.id and head.action == "correct"):
        return
    withdrawn = about == head.id and head.action == "withdraw"
    path = ("about",) if bulletin.about is not None else ("replaces",)
    yield Finding(path, "withdrawal_withdrawn" if withdrawn else "withdrawn_out_of_turn", {"id": about, "last": last})


def correction_findings(bulletin: Bulletin, chain: Episode) -> Iterator[Finding]:
    """Yield what is wrong in a correction: what it is about, and the times that would be right."""
    if bulletin.action != "correct" or bulletin.about is None or bulletin.corrected is None:
        return
    subject = next((one for one in chain.standing if one.id == bulletin.about), None)
    if subject is None:
        known = tuple(one.id for one in chain.standing)
        yield Finding(("about",), "nothing_to_correct", {"id": bulletin.about, "known": known})
        return
    corrected = as_corrected(subject, (bulletin,))
    if corrected.resumes_at is not None and subject.action != "suspend":
        yield Finding(("corrected", "resumes_at"), "resumes_not_wanted", {"action": subject.action})
    told = (one for one in time_findings(corrected) if one.path[0] in bulletin.corrected.given)
    yield from below(("corrected",), told)


def time_findings(bulletin: Bulletin) -> Iterator[Finding]:
    """Yield times of a message that run backward."""
    if bulletin.starts_at < bulletin.issued_at:
        yield Finding(("starts_at",), "starts_before_issued", {"issued": bulletin.issued_at.isoformat()})
    start = bulletin.starts_at.isoformat()
    if bulletin.expected_end is not None and bulletin.expected_end <= bulletin.starts_at:
        yield Finding(("expected_end",), "ends_before_start", {"start": start})
    if bulletin.resumes_at is not None and bulletin.resumes_at <= bulletin.starts_at:
        yield Finding(("resumes_at",), "resumes_before_start", {"start": start})
