"""One Pelican run in this process."""

from pathlib import Path

from lantian.rendering.bare_pelican import Pelican, console, read_settings
from lantian.rendering.generators import Planner
from lantian.rendering.settings import pelican_settings
from lantian.rendering.theme_fault import located


def render(content: Path, theme: Path, into: Path, planner: Planner, as_of: str) -> None:
    """Fill an empty folder with the whole site; raises what the planner raises, and ThemeFault."""
    console.quiet = True  # its closing line counts articles, of which there are none
    settings = read_settings(override=pelican_settings(content, theme, into, planner, as_of))
    with located(theme):
        Pelican(settings).run()
