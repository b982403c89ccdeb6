"""A section as it lies on the disk: read no further than it has to be, because most of a release has not changed."""

from pathlib import Path

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.seal import Manifest, Seal, read_manifest, read_seal


class Placed:
    """A sealed section, in the folder where it lies now and under the id that names it when it is live."""

    def __init__(
        self, section: str, folder: Path | str, *, seal: Seal | None = None, manifest: Manifest | None = None
    ) -> None:
        """Remember where it lies; seal and manifest are read when they are asked for, unless they are known."""
        self.id = section
        self._where = folder
        self._seal = seal
        self._manifest = manifest

    @property
    def folder(self) -> Path:
        """Return where it lies."""
        return Path(self._where)  # made when it is asked for: most of a release is only linked

    @property
    def seal(self) -> Seal:
        """Return the seal; PublishingFailedError if there is none of that name."""
        if self._seal is None:
            self._seal = read_seal(self.folder, self.id)
        if self._seal is None:
            raise self._damaged()
        return self._seal

    @property
    def manifest(self) -> Manifest:
        """Return the files; PublishingFailedError if nobody knows them."""
        if self._manifest is None:
            self._manifest = read_manifest(self.folder)
        if self._manifest is None:
            raise self._damaged()
        return self._manifest

    def leads(self, file: str, anchor: str) -> bool:
        """Tell whether it has a file, and the page that anchor."""
        found = self.manifest.get(file)
        return found is not None and (not anchor or not file.endswith(".html") or anchor in found.anchors)

    def named(self, folder: Path) -> "Placed":
        """Return the same section in another folder."""
        return Placed(self.id, folder, seal=self._seal, manifest=self._manifest)

    def _damaged(self) -> PublishingFailedError:
        return PublishingFailedError("damaged", folder=str(self.folder))
