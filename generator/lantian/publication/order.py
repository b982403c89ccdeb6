"""What is to be published, and what came of it."""

from dataclasses import field
from datetime import datetime
from pathlib import Path

from lantian.model.view import view
from lantian.problems import Problem
from lantian.publishing.journal import Line
from lantian.publishing.lock import WAIT_SECONDS


@view
class Order:
    """What is to be published where; `as_of` is given by hand, `now` is the clock's."""

    content: Path
    theme: Path
    output: Path
    now: datetime
    as_of: datetime | None = None
    address: str | None = None
    """Where the site is read back, ending with a slash; its own address if absent, the disk alone if empty."""
    dry_run: bool = False
    removal: str | None = None
    """Why messages that were published may be gone or changed, for the journal; if absent, they may not."""
    wait: float = WAIT_SECONDS
    command: str = "publish"
    checks: int | None = None
    """At most so many places are made anew at once of which nothing but a check is due, and none beside others."""
    unattended: bool = False
    """Nobody looks on: what was rolled back stays so, and a broken content keeps no moment from being published."""

    @property
    def moment(self) -> datetime:
        """Return the moment to speak for."""
        return self.as_of or self.now

    def line(self, **more: object) -> Line:
        """Return a line of the journal."""
        given = {} if self.as_of is None else {"as_of": self.as_of.isoformat()}
        return {"at": self.now.isoformat(), "command": self.command, **given, **more}


@view
class Publication:
    """What came of it."""

    release: str
    before: str | None
    """The release that was live before; the same one if nothing had to change."""
    sections: int
    """How many there are, parts of sections among them; `built` names those that did not lie there."""
    built: tuple[str, ...] = ()
    heavy: tuple[str, ...] = ()
    """Pages that weigh more than promised."""
    lost: tuple[str, ...] = ()
    """Files that are gone because their content was removed."""
    later: tuple[str, ...] = ()
    """Messages that are dated after the moment, and so left out."""
    until: datetime | None = None
    """The first moment at which the site must differ though its content does not; absent after a rollback."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in the content; what was published is the last content in which nothing was."""
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def switched(self) -> bool:
        """Tell whether another release is live than before."""
        return self.before != self.release
