"""Administrative areas that the site speaks for."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from lantian.model.organisation import Phone
from lantian.model.text import Id, Record, Text

RESERVED: frozenset[str] = frozenset({
    "about", "accessibility", "assets", "cap", "compare", "contact", "data", "embed", "en", "glossary", "q", "sitemap",
    "theme", "zh",
})  # fmt: skip
"""Names that stand beside the places in an address, so that no place can have them."""


class Place(Record):
    """An area with a plan; `code` is its six-digit national code, `follows` the place whose warnings it takes over.

    A development zone or resort district is no administrative division: its code is the word `none`.
    """

    id: Id
    code: Annotated[str, StringConstraints(pattern=r"^(?:\d{6}|none)$")]
    kind: Literal["city", "county", "district"] = "city"
    names: Text
    pinyin: Annotated[str, StringConstraints(pattern=r"^[a-z ]+$")]
    timezone: str
    plan: Id
    follows: Id | None = None
    issuer: Text
    """Who issues the warnings, as pages name the source."""
    hotline: Phone
    hotline_name: Text
    air_quality_note: Text
    """Where the current air quality of this place is published."""

    @property
    def national_code(self) -> str | None:
        """Return the code, None where there is none."""
        return None if self.code == "none" else self.code
