"""The large-text page: home, school and health on one page, one column, no chips."""

from collections.abc import Iterator
from functools import partial

from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.answers import answered_level, framed, question_rows
from lantian.pages.edition import Edition
from lantian.pages.page import Later, Page, Strip


@view
class EasyPart:
    """One question in large letters: the answer, then whole sentences, then the way to all of it."""

    heading: Text
    answer: Text
    lines: tuple[Text, ...]
    address: str


@view
class EasyView:
    """What the large-text page shows."""

    strip: Strip
    parts: tuple[EasyPart, ...]


def easy_pages(edition: Edition) -> Iterator[Page]:
    """Yield the large-text page."""
    place = edition.place
    strip = edition.live_frame.strip
    if strip is None:  # the live frame always carries one
        raise ValueError(place.id)
    title, view = edition.say("easy.title", place=place.names), Later(partial(_view, edition, strip))
    yield edition.live(addresses.easy(place.id), "easy", title, view)


def _view(edition: Edition, strip: Strip) -> EasyView:
    rows = (EasyPart(row.question, row.word, (row.sentence,), row.address) for row in question_rows(edition))
    return EasyView(strip=strip, parts=(*rows, *_advice(edition)))


def _advice(edition: Edition) -> Iterator[EasyPart]:
    level = answered_level(edition)
    if level is None:
        return
    measures = [measure for measure in edition.plan.measures_at(level) if measure.topic == "health"]
    for audience in edition.content.vocabulary.audiences:
        own = tuple(measure.text for measure in measures if audience.id in measure.audiences)
        if own and audience.slug:
            text = framed(edition, edition.wording.join(own))
            yield EasyPart(audience.names, text, (), addresses.health(edition.place.id, audience.slug))
