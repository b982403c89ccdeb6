"""The one store of sentence patterns; every sentence that is put together passes through `Wording.say`."""

from pydantic import Field

from lantian.model.text import Record, Text, composed


class MissingSentenceError(KeyError):
    """Nobody wrote a sentence that the program needs: the content is older than the program."""

    def __init__(self, section: str, name: str) -> None:
        """Keep the section, which is the name of a file, and the name in it."""
        self.section, self.name = section, name
        super().__init__(f"{section}.{name}")


class Wording(Record):
    """Sentence patterns by section and name, each in both languages, with `{fields}` in braces."""

    patterns: dict[str, dict[str, Text]] = Field(default_factory=dict)

    def __hash__(self) -> int:
        """Tell wordings apart by identity; there is one in a run."""
        return id(self)

    def pattern(self, key: str) -> Text:
        """Return the pattern called `section.name`; MissingSentenceError if nobody wrote it."""
        section, _, name = key.partition(".")
        try:
            return self.patterns[section][name]
        except KeyError:
            raise MissingSentenceError(section, name) from None

    def say(self, key: str, /, **fields: Text | str | int) -> Text:
        """Fill the pattern `section.name` in both languages; a Text field is spoken in each."""
        pattern = self.pattern(key)
        if not fields and "{" not in pattern.zh and "{" not in pattern.en:
            return pattern
        spoken = {name: value.zh if isinstance(value, Text) else value for name, value in fields.items()}
        zh = pattern.zh.format_map(spoken)
        spoken = {name: value.en if isinstance(value, Text) else value for name, value in fields.items()}
        return composed(zh, pattern.en.format_map(spoken))

    def join(self, parts: tuple[Text, ...], key: str = "join.sentences") -> Text:
        """Put several statements behind each other with the separator of each language."""
        separator = self.pattern(key)
        return composed(
            separator.zh.replace("·", "").join([part.zh for part in parts]),
            separator.en.replace("·", " ").join([part.en for part in parts]),
        )
