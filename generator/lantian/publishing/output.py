"""The output folder: where sections, releases, the live link, the journal and the lock lie."""

import os
from pathlib import Path
from secrets import token_hex

from lantian.model.view import view

RELEASE_FILE = "release.json"
SEAL_FILE = "seal.json"
MANIFEST_FILE = "manifest.json"
_UNFINISHED = "."
"""What begins with it belongs to nobody once its maker is gone."""


@view
class Output:
    """Paths below the output folder; sections and releases lie at the same depth, so that links between them hold."""

    root: Path

    @property
    def sections(self) -> Path:
        """Return the folder of the sealed sections."""
        return self.root / "sections"

    @property
    def releases(self) -> Path:
        """Return the folder of the releases."""
        return self.root / "releases"

    @property
    def current(self) -> Path:
        """Return the link that names the live release; a web server's root."""
        return self.root / "current"

    @property
    def journal(self) -> Path:
        """Return the journal: a line per publication."""
        return self.root / "journal.jsonl"

    @property
    def lock(self) -> Path:
        """Return the file that a publisher locks."""
        return self.root / "publish.lock"

    def section(self, section: str) -> Path:
        """Return the folder of a section."""
        return self.sections / section

    def release(self, release: str) -> Path:
        """Return the folder of a release."""
        return self.releases / release

    def live(self) -> str | None:
        """Return the id of the live release, None if there is none."""
        try:
            return Path(os.readlink(self.current)).name  # noqa: PTH115 - a name is asked for, not where it leads
        except OSError:
            return None

    def prepare(self) -> None:
        """Make the folders."""
        self.sections.mkdir(parents=True, exist_ok=True)
        self.releases.mkdir(exist_ok=True)


def unfinished(folder: Path, kind: str) -> Path:
    """Return a new name in a folder for something that is being made or removed."""
    return folder / f"{_UNFINISHED}{kind}-{token_hex(8)}"


def is_unfinished(path: Path) -> bool:
    """Tell whether something was left by a publisher that did not finish."""
    return path.name.startswith(_UNFINISHED)
