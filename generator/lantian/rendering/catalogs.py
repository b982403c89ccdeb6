"""Gettext catalogs of the theme, compiled in memory: message ids are the English words."""

import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lantian.model.text import Language


def load_catalogs(theme: Path) -> dict[Language, NullTranslations]:
    """Return one catalog per language; English speaks its own ids, Chinese merges every `.po` file of its folder."""
    chinese = NullTranslations()
    for path in sorted((theme / "translations" / "zh" / "LC_MESSAGES").glob("*.po")):
        catalog = _compile(path)
        catalog.add_fallback(chinese)
        chinese = catalog
    return {"zh": chinese, "en": NullTranslations()}


def _compile(path: Path) -> GNUTranslations:
    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale="zh_Hans_CN"))
    compiled.seek(0)
    return GNUTranslations(compiled)
