"""The sentences of the command line in both languages."""

from functools import cache
from importlib.resources import files

from lantian.model.text import Text
from lantian.model.wording import Wording
from lantian.reading.yaml_source import parse


@cache
def catalog() -> Wording:
    """Return every sentence pattern by `section.name`."""
    data, _ = parse(files(__package__).joinpath("sentences.yaml").read_text("utf-8"))
    return Wording.model_validate({"patterns": data})


def sentence(key: str, /, **fields: Text | str | int) -> Text:
    """Return a sentence with its fields filled in."""
    return catalog().say(key, **fields)
