"""Hugo as a rival: the whole site, or the changed place with `--renderSegments`, into a fresh folder each time."""

import shutil
from pathlib import Path

from tests.bench.aside import set_aside
from tests.bench.process import Cost
from tests.bench.republish.limit import measure_rival
from tests.bench.rival import hugo

SKELETON = Path(__file__).with_name("hugo")


class HugoSite:
    """A Hugo site in a folder of its own; `data` lies elsewhere and is linked in."""

    def __init__(self, folder: Path, data: Path) -> None:
        """Put the skeleton there."""
        self.folder = folder
        self.source = folder / "source"
        shutil.copytree(SKELETON, self.source)
        (self.source / "data").symlink_to(data, target_is_directory=True)

    @property
    def site(self) -> Path:
        """Return the folder of the pages."""
        return self.folder / "site"

    def build(self, segment: str | None = None) -> Cost:
        """Build into a fresh folder without any cache."""
        cache = self.folder / "cache"
        for folder in (self.site, cache):
            set_aside(folder)
        options = [f"--source={self.source}", f"--destination={self.site}", f"--cacheDir={cache}"]
        if segment is not None:
            options.append(f"--renderSegments={segment}")
        return measure_rival(str(hugo()), "--quiet", "--noBuildLock", *options)
