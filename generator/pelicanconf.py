"""Settings for people who know Pelican: `pelican -s generator/pelicanconf.py -o <folder>` builds the same site.

`-e LANTIAN_AS_OF='"2026-11-22T12:00:00+08:00"'` builds it for a moment; without it, for now.
"""

from pathlib import Path

from lantian.build import THEME, planner
from lantian.cli.moments import read_moment
from lantian.rendering.settings import pelican_settings

_TOP = Path(__file__).resolve().parents[1]
_CONTENT = _TOP / "content"
_SITE = _TOP / "output" / "site"
globals().update(pelican_settings(_CONTENT, THEME, _SITE, planner(_CONTENT, read_moment), None))
