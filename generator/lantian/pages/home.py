"""The front page of a place: what holds, four answers, what changed, what is known to come."""

from collections.abc import Iterator
from functools import partial
from itertools import zip_longest

from lantian.model.level import LevelId
from lantian.model.moment_sentence import moment
from lantian.model.status_sentence import advisory_headline
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.answers import question_rows
from lantian.pages.blocks import Fact, QuestionRow, Said
from lantian.pages.edition import Edition
from lantian.pages.level_marks import marked
from lantian.pages.level_tags import suspended_note
from lantian.pages.page import Later, Link, Page, Segment, Strip
from lantian.pages.status_strip import TONES

DATA_FILES = (
    "status.json",
    "plan.json",
    "measures.json",
    "vehicles.json",
    "enterprise.json",
    "bulletins.json",
    "stats.csv",
)


@view
class ChangeLine:
    """A change of the last 24 hours and the message that made it."""

    text: Text
    address: str


@view
class HomeView:
    """What the front page shows, in the order of ux.md section 7."""

    strip: Strip
    rows: tuple[QuestionRow, ...]
    rows_note: Text | None
    changes: tuple[ChangeLine, ...]
    now_new: tuple[Said, ...]
    """What the level in force adds to the one before, where it was raised within the last 24 hours."""
    advisories: tuple[ChangeLine, ...]
    segments: tuple[Segment, ...]
    source: tuple[Fact, ...]
    source_address: str | None
    last_episode: Text | None
    links: tuple[Link, ...]
    data: tuple[str, ...]
    doubts: str


def home_pages(edition: Edition) -> Iterator[Page]:
    """Yield the front page."""
    place = edition.place
    strip = edition.live_frame.strip
    if strip is None:  # the live frame always carries one
        raise ValueError(place.id)
    title = edition.say("home.title", place=place.names, state=strip.headline)
    yield edition.live(addresses.home(place.id), "home", title, Later(partial(home_view, edition, strip)))


def home_view(edition: Edition, strip: Strip) -> HomeView:
    """Return what the front page shows."""
    return HomeView(
        strip=strip,
        rows=question_rows(edition),
        rows_note=_rules_note(edition),
        changes=tuple(_changes(edition)),
        now_new=_now_new(edition),
        advisories=tuple(_advisories(edition)),
        segments=tuple(_segments(edition)),
        source=tuple(_source(edition)),
        source_address=_source_address(edition),
        last_episode=_last_episode(edition),
        links=_links(edition),
        data=tuple(addresses.data(edition.place.id, name) for name in DATA_FILES),
        doubts=addresses.plan(edition.place.id, "doubts"),
    )


def _rules_note(edition: Edition) -> Text | None:
    """Say that what stands below are rules and nothing that holds, where no level is shown or one is suspended."""
    note = suspended_note(edition)
    if note is not None or edition.situation.shown_level is not None:
        return note
    return edition.say("home.rules_note_beside" if edition.situation.advisories else "home.rules_note")


def level_name(edition: Edition, level: LevelId | None) -> Text:
    """Return the name of a level, or the words for none."""
    return edition.plan.level(level).names if level is not None else edition.say("home.no_warning")


def _changes(edition: Edition) -> Iterator[ChangeLine]:
    situation = edition.situation
    if situation.withdrawal is not None and situation.state != "withdrawn":  # there the headline says it
        taken_back, mistake = situation.withdrawal
        issued = moment(mistake.issued_at, situation.as_of, "full", edition.wording)
        yield ChangeLine(edition.say("state.withdrawn", at=issued), addresses.bulletin(taken_back.place, taken_back.id))
    for change in reversed(situation.changes):
        at = moment(change.at, situation.as_of, "full", edition.wording)
        before = _changed_level(edition, change.before, suspended=change.before_suspended)
        after = _changed_level(edition, change.after, suspended=change.after_suspended)
        text = edition.say("home.change", at=at, before=before, after=after)
        yield ChangeLine(text, addresses.bulletin(change.bulletin.place, change.bulletin.id))


def _changed_level(edition: Edition, level: LevelId | None, *, suspended: bool) -> Text:
    name = level_name(edition, level)
    return edition.say("home.suspended", level=name) if suspended else name


def _now_new(edition: Edition) -> tuple[Said, ...]:
    if edition.situation.state != "raised" or edition.situation.level is None:
        return ()
    return tuple(row for row in marked(edition, edition.situation.level) if row.mark)


def _advisories(edition: Edition) -> Iterator[ChangeLine]:
    for advisory in edition.situation.advisories:
        text = advisory_headline(advisory, edition.plan, edition.situation.as_of, edition.wording)
        yield ChangeLine(text, edition.advisory_address(advisory))


def _segments(edition: Edition) -> Iterator[Segment]:
    """Yield the known times; that there is no warning now is no time that anybody announced."""
    situation = edition.situation
    known = situation.segments if situation.state != "none" else ()
    for segment, following in zip_longest(known, known[1:]):
        start = moment(following.start, situation.as_of, "full", edition.wording) if following else ""
        text = edition.say(f"segment.{segment.told}", level=level_name(edition, segment.level), start=start)
        tone = TONES.get(segment.state) or segment.level or "none"
        yield Segment(starts=segment.start, ends=segment.until, text=text, tone=tone)


def _source(edition: Edition) -> Iterator[Fact]:
    situation = edition.situation
    bulletin = situation.announcement
    if bulletin is None:
        return
    yield Fact(edition.say("home.issuer"), bulletin.issuer)
    if bulletin.number:
        yield Fact(edition.say("home.number"), Text(zh=bulletin.number, en=bulletin.number))
    yield Fact(edition.say("home.issued"), moment(bulletin.issued_at, situation.as_of, "full", edition.wording))


def _source_address(edition: Edition) -> str | None:
    source = edition.situation.announcement
    if source is None:
        return None
    drilled = edition.situation.state == "exercise"
    return (addresses.drill if drilled else addresses.bulletin)(source.place, source.id)


def _last_episode(edition: Edition) -> Text | None:
    situation = edition.situation
    ended = [entry for entry in situation.timeline if entry.ends and entry.start <= situation.as_of]
    if situation.state not in {"none", "advisory", "exercise"} or not ended:
        return None
    at = moment(ended[-1].start, situation.as_of, "full", edition.wording)
    return edition.say("home.last", level=level_name(edition, ended[-1].level), at=at)


def _links(edition: Edition) -> tuple[Link, ...]:
    place, say = edition.place.id, edition.say
    tracks = tuple(Link(addresses.track(place, track.id), track.names) for track in edition.plan.tracks)
    return (
        Link(addresses.construction(place), say("home.construction")),
        Link(addresses.levels(place), say("home.levels")),
        Link(addresses.COMPARE, say("compare.way")),
        *tracks,
        Link(addresses.bulletins(place), say("home.bulletins")),
        Link(addresses.plan(place), say("home.plan")),
        Link(addresses.easy(place), say("home.easy")),
    )
