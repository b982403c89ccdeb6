"""Gettext catalogs of the theme, compiled in memory: message ids are the English words."""

import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from lantian.model.text import Language
from lantian.problems import ThemeFault
from lantian.rendering.unchanged import while_unchanged


@while_unchanged("translations")
def load_catalogs(theme: Path) -> dict[Language, NullTranslations]:
    """Return one catalog per language; English speaks its own ids, Chinese merges every `.po` file of its folder."""
    merged = Catalog(locale="zh_Hans_CN")
    for path in sorted((theme / "translations" / "zh" / "LC_MESSAGES").glob("*.po")):
        for message in _messages(path, theme):
            merged[message.id] = message
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return {"zh": GNUTranslations(compiled), "en": NullTranslations()}


def _messages(path: Path, theme: Path) -> Catalog:
    """Read one file; a line that can not be read is a mistake in the theme, never a word silently left in English."""
    with path.open("rb") as source:
        try:
            return read_po(source, locale="zh_Hans_CN", abort_invalid=True)
        except PoFileError as error:
            place = path.relative_to(theme.parent).as_posix()
            raise ThemeFault(place, error.lineno + 1, str(error)) from error
