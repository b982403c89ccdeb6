"""The one store of sentence patterns; every sentence that is put together passes through `Wording.say`."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from string import Formatter

from pydantic import Field

from lantian.model.text import Record, Text, composed


class MissingSentenceError(KeyError):
    """Nobody wrote a sentence that the program needs: the content is older than the program."""

    def __init__(self, section: str, name: str) -> None:
        """Keep the section, which is the name of a file, and the name in it."""
        self.section, self.name = section, name
        super().__init__(f"{section}.{name}")


Filler = Callable[[Mapping[str, Text | str | int]], str]
"""Puts values, which are told in its language, in the place of the fields of a pattern."""


class Wording(Record):
    """Sentence patterns by section and name, each in both languages, with `{fields}` in braces."""

    patterns: dict[str, dict[str, Text]] = Field(default_factory=dict)

    __hash__ = object.__hash__  # told apart by identity; there is one in a run

    @cached_property
    def _by_key(self) -> dict[str, Text]:
        """The patterns as they are asked for, by `section.name`."""
        return {f"{section}.{name}": said for section, names in self.patterns.items() for name, said in names.items()}

    @cached_property
    def _fillers(self) -> dict[str, tuple[Filler, Filler]]:
        """What fills the patterns asked for so far, in Chinese and in English."""
        return {}

    @cached_property
    def _separators(self) -> dict[str, tuple[str, str]]:
        """The separators asked for so far: a dot in the middle is a space in English and nothing in Chinese."""
        return {}

    def __copy__(self) -> "Wording":
        """Return a wording of which nothing is known yet: a copy may be given other patterns."""
        return Wording.model_construct(patterns=self.patterns)

    def pattern(self, key: str) -> Text:
        """Return the pattern called `section.name`; MissingSentenceError if nobody wrote it."""
        try:
            return self._by_key[key]
        except KeyError:
            section, _, name = key.partition(".")
            raise MissingSentenceError(section, name) from None

    def say(self, key: str, /, **fields: Text | str | int) -> Text:
        """Fill the pattern `section.name` in both languages; a Text field is spoken in each."""
        pattern = self.pattern(key)
        if not fields and "{" not in pattern.zh and "{" not in pattern.en:
            return pattern
        zh, en = self._fillers.get(key) or self._fillers.setdefault(key, (_filler(pattern.zh), _filler(pattern.en)))
        spoken = fields.copy()
        for name, value in fields.items():
            if type(value) is Text:  # which nothing is derived from; `isinstance` of a record takes long to say no
                spoken[name], fields[name] = value.zh, value.en
        return composed(zh(spoken), en(fields))

    def join(self, parts: Sequence[Text], key: str = "join.sentences") -> Text:
        """Put several statements behind each other with the separator of each language."""
        if len(parts) == 1:
            return parts[0]
        zh, en = self.separator(key)
        return composed(zh.join([part.zh for part in parts]), en.join([part.en for part in parts]))

    def separator(self, key: str) -> tuple[str, str]:
        """Return what stands between statements, in Chinese and in English."""
        known = self._separators.get(key)
        if known is None:
            written = self.pattern(key)
            known = self._separators[key] = (written.zh.replace("·", ""), written.en.replace("·", " "))
        return known


def _filler(pattern: str) -> Filler:
    """Return what fills a pattern as `str.format` does, at half its cost where all fields are plain names."""
    pieces = tuple(Formatter().parse(pattern))
    fields = [(name, form) for _, name, *form in pieces if name is not None]
    if not fields or any(not name.isidentifier() or any(form) for name, form in fields):
        return pattern.format_map
    template = "".join(f"{words.replace('%', '%%')}{'' if name is None else '%s'}" for words, name, *_ in pieces)
    chosen = itemgetter(*(name for name, _ in fields))
    return lambda values: template % chosen(values)
