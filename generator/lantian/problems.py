"""What is wrong in the content, where, and how to mend it."""

from collections.abc import Iterable

from lantian.model.text import Language, Text
from lantian.model.view import view


@view
class Problem:
    """One mistake and how to mend it, in two sentences.

    `file` is relative to the parent of the content folder; `line` and `column` count from 1. In a spreadsheet they are
    the row and the number of the column, and `cell` says them as people do: `C12`, empty for the whole file or sheet.
    """

    file: str
    line: int
    column: int
    what: Text
    mend: Text
    cell: str | None = None

    def sentence(self, language: Language) -> str:
        """Return `file:line:column: what — how to mend it`; for a spreadsheet `file[sheet]!C12: …`."""
        place = f"{self.file}:{self.line}:{self.column}"
        if self.cell is not None:
            place = f"{self.file}!{self.cell}" if self.cell else self.file
        return f"{place}: {self.what.speak(language)} — {self.mend.speak(language)}"


class ProblemsFound(Exception):  # noqa: N818 - it carries many problems, none of them an error of the program
    """Raised once, with every problem that was found, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and keep them as `problems`."""
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column)))
        super().__init__("\n".join(problem.sentence("en") for problem in self.problems))


class ThemeFault(Exception):  # noqa: N818 - like problems, a mistake of the theme's author, not of the program
    """A mistake in a template or a catalog that stopped the build: file below the theme's parent, line from 1.

    `reason` is what the template engine says, in English, since names of the theme are English too.
    """

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Keep where it is and why."""
        self.file, self.line, self.reason = file, line, reason
        super().__init__(f"{file}:{line}: {reason}")
