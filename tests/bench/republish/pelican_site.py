"""Plain Pelican as a rival: our plug-in through the `pelican` command, the whole site each time."""

import sys
from pathlib import Path

from tests.bench.aside import set_aside
from tests.bench.process import Cost
from tests.bench.republish.limit import measure_rival

COMMAND = str(Path(sys.executable).with_name("pelican"))
_SETTINGS = """from pathlib import Path
from lantian.build import THEME, planner
from lantian.cli.moments import read_moment
from lantian.rendering.settings import pelican_settings
_CONTENT = Path({content!r})
globals().update(pelican_settings(_CONTENT, THEME, Path({site!r}), planner(_CONTENT, read_moment), None))
"""


class PelicanSite:
    """A settings file beside the folder that Pelican writes."""

    def __init__(self, folder: Path, content: Path) -> None:
        """Write the settings: those of generator/pelicanconf.py, with other folders."""
        folder.mkdir()
        self.site = folder / "site"
        self.settings = folder / "settings.py"
        self.settings.write_text(_SETTINGS.format(content=str(content), site=str(self.site)), "utf-8")

    def build(self) -> Cost:
        """Build the whole site into a fresh folder."""
        set_aside(self.site)
        return measure_rival(COMMAND, "--quiet", "--settings", str(self.settings), "--output", str(self.site))
