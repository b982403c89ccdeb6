"""The Pelican plug-in: name it in PLUGINS, and Pelican builds the site of this content."""

from lantian.rendering.bare_pelican import signals
from lantian.rendering.generators import SitePages, SiteWriter, ThemeFiles


def _generators(pelican_object: object) -> tuple[type, ...]:
    del pelican_object
    return SitePages, ThemeFiles


def _writer(pelican_object: object) -> type:
    del pelican_object
    return SiteWriter


def register() -> None:
    """Connect our generators and our writer to Pelican's signals."""
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
