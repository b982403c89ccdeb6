"""What a page is before anyone writes it: an address shared by both languages, a template, a view."""

from collections.abc import Callable
from datetime import datetime

from lantian.model.text import Text
from lantian.model.view import view


@view
class Link:
    """A way to another page; `address` is below the language folder, `anchor` an id on that page."""

    address: str
    text: Text
    anchor: str = ""
    note: Text | None = None


@view
class Strip:
    """The status of a place in one block: what holds, since when, until when."""

    state: str
    """A state code of contracts.md (`active`, `pending`, …)."""
    tone: str
    """Which colour tokens and shape: red orange yellow blue advice none lifted exercise withdrawn."""
    headline: Text
    second_line: Text
    rank: int | None = None
    levels_total: int | None = None
    rank_text: Text | None = None
    pending: bool = False
    """Issued, but not yet in force: outline instead of fill."""


@view
class Segment:
    """A stretch of known time with one level, half-open; for the script that marks the current one."""

    starts: datetime
    ends: datetime | None
    text: Text
    tone: str


@view
class Clock:
    """When a page was generated, and by when it promises the next check (status pages only)."""

    generated_at: datetime
    next_check_by: datetime | None
    generated_text: Text
    """The clock line, whole, as a sentence."""


@view
class Inheritance:
    """Whose warnings a place takes over: the sentence, the place that issues them, and both plans."""

    text: Text
    links: tuple[Link, ...]


@view
class PlaceFrame:
    """What the shell of a place's page shows around the content."""

    id: str
    names: Text
    clock: Clock
    plan_line: Text
    """Which plan version the page stands on, and that a newer one may exist outside."""
    hotline: str
    hotline_name: Text
    exercise: Text | None
    """The mark of a running exercise, on pages that speak of what holds."""
    strip: Strip | None = None
    """The compact status, on pages that are about something else but change with the warning."""
    inheritance: Inheritance | None = None
    """On pages that change with the warning, where the warnings are another place's."""


class Later:
    """Something that is worked out when it is first asked for, so that two processes can share the work."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], object]) -> None:
        """Remember how it is made."""
        self._make: Callable[[], object] | None = make
        self._made: object = None

    def get(self) -> object:
        """Return it, always the same."""
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made

    def __eq__(self, other: object) -> bool:
        """Tell whether both are the same once they are made."""
        return isinstance(other, Later) and self.get() == other.get()

    def __hash__(self) -> int:
        """Return the hash of what is made."""
        return hash(self.get())


@view
class Page:
    """One page in both languages; `address` ends with a slash (a folder) or is a file name such as `404.html`."""

    address: str
    template: str
    title: Text
    view: object
    """What the page shows, or a `Later` that makes it; `shown` is the thing itself."""
    place: PlaceFrame | None = None
    crumbs: tuple[Link, ...] = ()
    description: Text | None = None
    prose: str | None = None
    """The Markdown file of a page of running text, the same name in both languages."""
    rules: bool = False
    """The page states rules: the English one says that the Chinese text prevails."""
    short: str = ""
    """The short address of both languages, from the root of the site, ending with a slash; empty if it has none."""

    @property
    def file(self) -> str:
        """Return the file below the language folder."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"

    @property
    def shown(self) -> object:
        """Return the view."""
        return self.view.get() if isinstance(self.view, Later) else self.view


@view
class Document:
    """A file for machines: address from the root of the site, and its bytes."""

    address: str
    data: bytes


@view
class FooterEntry:
    """A line that official mode requires: label and value, and where the value leads if it is a link."""

    label: Text
    value: Text
    link: str = ""


@view
class SiteFrame:
    """What every page knows of the site."""

    names: Text
    mode: str
    address: str | None
    generated_at: datetime
    clock_text: Text
    footer: tuple[FooterEntry, ...]
    """The lines that official mode requires."""
    places: tuple[Link, ...]


@view
class Site:
    """All pages of a site and the moment it speaks for."""

    frame: SiteFrame
    pages: tuple[Page, ...]
    files: Callable[[], tuple[Document, ...]] = tuple
    """Makes the files for machines."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the files for machines, made anew each time."""
        return self.files()
