"""Gettext catalogs of the theme, compiled in memory: message ids are the English words."""

import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lantian.model.text import Language


def load_catalogs(theme: Path) -> dict[Language, NullTranslations]:
    """Return one catalog per language; English speaks its own ids, Chinese merges every `.po` file of its folder."""
    merged = Catalog(locale="zh_Hans_CN")
    for path in sorted((theme / "translations" / "zh" / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as source:
            for message in read_po(source, locale="zh_Hans_CN"):
                merged[message.id] = message
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return {"zh": GNUTranslations(compiled), "en": NullTranslations()}
