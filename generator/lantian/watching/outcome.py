"""What came of one try to publish; plain records, so that they can be sent from a process to another."""

from lantian.model.view import view
from lantian.problems import Problem
from lantian.publication.order import Publication


@view
class Live:
    """The content as it is now is live."""

    publication: Publication


@view
class BadContent:
    """The content is not sound; at least one problem."""

    problems: tuple[Problem, ...]
    meanwhile: Publication | None = None
    """What the last sound content says now; None if nothing is known of one."""

    @property
    def kind(self) -> str:
        """Return what tells it from other failures: the problems themselves."""
        return "\n".join(problem.sentence("en") for problem in self.problems)


@view
class BadTheme:
    """A line of the theme stopped the build."""

    file: str
    line: int
    reason: str

    @property
    def kind(self) -> str:
        """Return what tells it from other failures: the line and what is wrong with it."""
        return f"{self.file}:{self.line}: {self.reason}"


@view
class Failed:
    """Something else stopped it; `key` names a sentence of `publish_failed` of the command line."""

    key: str
    fields: dict[str, str | int]

    @property
    def kind(self) -> str:
        """Return what tells it from other failures: the sentence without its figures, and what the system said."""
        return f"{self.key} {self.fields.get('reason', '')}"


Failure = BadContent | BadTheme | Failed
Outcome = Live | Failure
