"""Which records a section is planned from: its own and those that it shows, and nothing else."""

from collections.abc import Callable
from datetime import datetime

from lantian.model.content import Content, PlaceContent
from lantian.model.inventory import Enterprise
from lantian.model.view import view
from lantian.publication.inputs import digest, program_digest


def silent(entry: PlaceContent) -> PlaceContent:
    """Return a place without its messages."""
    return entry.model_copy(update={"bulletins": ()})


def still_hash(entry: PlaceContent) -> str:
    """Return the hash of the records of a place without its messages."""
    return digest(silent(entry).model_dump_json())


@view
class Ground:
    """What every section stands on, as one hash: program, theme, settings, vocabulary, sentence patterns."""

    content: Content
    hash: str
    records: Callable[[PlaceContent], str] = still_hash
    """Returns the hash of a place without its messages; who plans many sections works it out once a place."""


def ground_of(content: Content, theme_hash: str) -> Ground:
    """Return the common ground of all sections; groups to compare and running texts are the portal's own."""
    settings = content.site.model_copy(update={"compare": ()})
    words = (content.vocabulary.model_dump_json(), content.wording.model_dump_json())
    return Ground(content, digest(program_digest(), theme_hash, settings.model_dump_json(), *words))


def unread(place: str) -> tuple[Enterprise, ...]:
    """Stand where nobody said how the companies of a place are read: what has none needs none."""
    raise LookupError(f"the companies of {place} can not be read here")


def narrowed(content: Content, *entries: PlaceContent) -> Content:
    """Return the content with these places only, without groups to compare and running texts."""
    site = content.site.model_copy(update={"compare": ()})
    return content.model_copy(update={"site": site, "places": entries, "prose": ()})


def known_until(entry: PlaceContent, moment: datetime) -> PlaceContent:
    """Return a place with the messages that are known at a moment."""
    known = tuple(message for message in entry.bulletins if message.issued_at <= moment)
    return entry.model_copy(update={"bulletins": known})
