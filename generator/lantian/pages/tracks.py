"""The advisory tracks of a plan: lines beside the levels, which never have a level's colour."""

from collections.abc import Iterator
from functools import partial

from lantian.model.level import Track
from lantian.model.moment_sentence import moment
from lantian.model.status_sentence import advisory_headline
from lantian.model.text import Text
from lantian.model.timeline import Episode
from lantian.model.trigger_sentence import compose_trigger
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact, Said, said
from lantian.pages.bulletin_words import headline
from lantian.pages.bulletins import issued_chains
from lantian.pages.edition import Edition
from lantian.pages.page import Later, Link, Page
from lantian.pages.plan_doubts import doubts_about
from lantian.pages.track_contrast import ContrastRow, contrast_rows


@view
class TrackView:
    """One track: whether an advisory is known, when it is called for, what follows and what the plan leaves unsaid."""

    names: Text
    headline: Text
    in_force: bool
    """An advisory holds or is announced."""
    note: Text
    messages: tuple[Link, ...]
    facts: tuple[Fact, ...]
    duty: str
    measures: tuple[Said, ...]
    no_measures: Text
    contrast: tuple[ContrastRow, ...]
    doubts: tuple[Link, ...]
    doubts_page: str
    levels_page: str


def track_pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per track of the plan."""
    for track in edition.plan.tracks:
        title = edition.say("track_page.title", place=edition.place.names, track=track.names)
        view = Later(partial(_view, edition, track))
        yield edition.live(addresses.track(edition.place.id, track.id), "track", title, view)


def _view(edition: Edition, track: Track) -> TrackView:
    advisory = next((one for one in edition.situation.advisories if one.track == track.id), None)
    said_now = edition.say("track_page.none", track=track.names)
    measures = edition.plan.measures_on(track.id)
    if advisory is not None:
        said_now = advisory_headline(advisory, edition.plan, edition.situation.as_of, edition.wording)
    return TrackView(
        headline=said_now,
        in_force=advisory is not None,
        names=track.names,
        note=edition.say(f"track_page.{track.kind}" if advisory else "track_page.not_clean"),
        messages=tuple(_messages(edition, track)),
        facts=tuple(_facts(edition, track)),
        duty=track.duty,
        measures=tuple(said(one, edition.plan, edition.audiences, edition.wording) for one in measures),
        no_measures=edition.say("track_page.no_measures"),
        contrast=contrast_rows(edition) if track.id == "ozone" else (),
        doubts=doubts_about(edition, (track.cite, *(one.clause for one in measures))),
        doubts_page=addresses.plan(edition.place.id, "doubts"),
        levels_page=addresses.plan(edition.place.id, "levels"),
    )


def _facts(edition: Edition, track: Track) -> Iterator[Fact]:
    say = edition.say
    yield Fact(say("track_page.when"), track.trigger_text, edition.cite(track.cite))
    yield Fact(say("track_page.composed"), compose_trigger(track.trigger, edition.wording))
    yield Fact(say("track_page.consequence"), track.consequence)
    if track.reduction_text is not None and track.reduction_cite is not None:
        yield Fact(say("track_page.share"), track.reduction_text, edition.cite(track.reduction_cite))
    yield Fact(say("track_page.color"), say("track_page.no_color"))


def _messages(edition: Edition, track: Track) -> Iterator[Link]:
    """Yield the messages on this track, newest first, with the time of issue as their note."""
    for chain in reversed(issued_chains(edition)):
        if chain.first.line == track.id and not chain.exercise:
            yield from _of_chain(edition, chain)


def _of_chain(edition: Edition, chain: Episode) -> Iterator[Link]:
    for message in reversed(chain.messages):
        issued = moment(message.issued_at, edition.situation.as_of, "full", edition.wording)
        yield Link(
            addresses.bulletin(message.place, message.id),
            headline(edition, chain, message),
            note=edition.say("track_page.issued", issued=issued),
        )
