"""The sentences of `lantian watch`: one line for what is live, one for what keeps the earlier site."""

from collections.abc import Iterator

from lantian.cli.session import Session
from lantian.watching.outcome import BadContent, BadTheme, Failure, Live


def live_sentence(session: Session, outcome: Live, *, mended: bool) -> str:
    """Say what is live now, and what was built for it."""
    done = outcome.publication
    built = ", ".join(done.built) if done.built else session.words("publish.nothing")
    seconds = f"{sum(done.seconds.values()):.2f}"
    key = "watch.mended" if mended else "watch.live"
    return session.words(key, release=done.release, built=built, seconds=seconds)


def failure_sentence(session: Session, failure: Failure) -> str:
    """Say in one sentence what stopped a publication: where, what, and how to mend it."""
    if isinstance(failure, BadContent):
        return session.join((_problem(session, failure), *_meanwhile(session, failure)))
    if isinstance(failure, BadTheme):
        return session.words("failed.theme", file=failure.file, line=failure.line, reason=failure.reason)
    reason = session.words(f"publish_failed.{failure.key}", **failure.fields)
    return session.words("publish.failed", reason=reason)


def _meanwhile(session: Session, failure: BadContent) -> Iterator[str]:
    """Say what went live though the content is not sound."""
    done = failure.meanwhile
    if done is not None and done.switched:
        built = ", ".join(done.built) if done.built else session.words("publish.nothing")
        seconds = f"{sum(done.seconds.values()):.2f}"
        yield session.words("watch.meanwhile", release=done.release, built=built, seconds=seconds)


def _problem(session: Session, failure: BadContent) -> str:
    """Name the first problem with file, line and column, and how many there are beside it."""
    first = failure.problems[0].sentence(session.language)
    more = len(failure.problems) - 1
    key = "watch.problems" if more else "watch.problem"
    return session.words(key, problem=first, more=more, command=session.command("check"))
