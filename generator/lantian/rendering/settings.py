"""The few Pelican settings we use, each with its reason."""

from pathlib import Path
from typing import Any

from lantian.rendering.engine import jinja_options
from lantian.rendering.generators import Planner
from lantian.rendering.plain_markdown import PlainMarkdown

SWITCHED_OFF: dict[str, Any] = {
    # Articles, archives and feeds are a blog's; our generators plan every page.
    "ARTICLE_PATHS": [], "PAGE_PATHS": [], "DIRECT_TEMPLATES": [],
    "ARCHIVES_SAVE_AS": "", "AUTHORS_SAVE_AS": "", "CATEGORIES_SAVE_AS": "", "TAGS_SAVE_AS": "",
    "FEED_ALL_ATOM": None, "CATEGORY_FEED_ATOM": None, "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None, "AUTHOR_FEED_RSS": None,
    # Our own generator writes theme files under hashed names.
    "THEME_STATIC_PATHS": [],
    # reStructuredText complains about the language "zh"; HTML files are not content.
    "READERS": {"rst": None, "html": None, "htm": None},
    # Content is read whole each time; a cache could only be wrong.
    "LOAD_CONTENT_CACHE": False, "CACHE_CONTENT": False,
    # The command line stages and switches; Pelican never deletes.
    "DELETE_OUTPUT_DIRECTORY": False,
}  # fmt: skip


def _markdown() -> dict[str, Any]:
    """Return how running text is read; whoever writes it can not put a script onto the site."""
    extensions = ["markdown.extensions.extra", "markdown.extensions.meta", PlainMarkdown()]
    return {"extensions": extensions, "output_format": "html5"}


def pelican_settings(content: Path, theme: Path, into: Path, planner: Planner, as_of: str | None) -> dict[str, Any]:
    """Return the settings that differ from Pelican's defaults; `as_of` is RFC 3339 or None for now."""
    return {
        **SWITCHED_OFF,
        "PATH": str(content),
        "OUTPUT_PATH": str(into),
        "THEME": str(theme),
        "PLUGINS": ["lantian.rendering.plugin"],
        "SITENAME": "lantian",
        "SITEURL": "",
        "RELATIVE_URLS": True,
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": "en",
        "STATIC_PATHS": ["files"] if (content / "files").is_dir() else [],
        "JINJA_ENVIRONMENT": jinja_options(),
        "MARKDOWN": _markdown(),
        "LANTIAN_PLANNER": planner,
        "LANTIAN_AS_OF": as_of,
    }
