"""The smallest things that are said: a language, a statement in both languages, a record that never changes."""

from typing import Annotated, Literal, final

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, Language] = ("zh", "en")

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A statement in one language: never empty."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=64)]
"""An identifier: small letters, digits, single hyphens or underscores."""


class Record(BaseModel):
    """A fact as it was read: frozen, and closed to fields nobody declared."""

    # Most records are only ever validated inside another one, and need no validator of their own.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


@final
class Text(Record):
    """One statement in both languages; `zh` is authoritative, `en` its translation."""

    zh: Words
    en: Words

    def speak(self, language: Language) -> str:
        """Return the statement in one language."""
        return self.zh if language == "zh" else self.en

    @property
    def unstopped(self) -> "Text":
        """Return the statement without a full stop, for the middle of a sentence."""
        return composed(self.zh.rstrip("\u3002"), self.en.rstrip("."))


def composed(zh: str, en: str) -> Text:
    """Return `Text(zh=zh, en=en)` of two strings at half its cost; sentences are put together by the ten thousand."""
    zh, en = zh.strip(), en.strip()
    if not (zh and en):
        return Text(zh=zh, en=en)  # which refuses it
    made = _new(Text)
    _set_values(made, {"zh": zh, "en": en})
    _set_given(made, _BOTH)
    _set_extra(made, None)
    _set_private(made, None)
    return made


_new, _BOTH = object.__new__, set(LANGUAGES)
_set_values, _set_given, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)  # a record's own slots, without the look for them that `object.__setattr__` takes for each


Duty = Literal["required", "may", "advised", "own_choice"]
"""How strong a statement is (contracts.md section 1): 必须, 可, 建议, 企业自定."""
