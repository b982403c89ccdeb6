"""The help texts in Chinese; in English they stand beside what they explain."""

from copy import copy
from functools import cache
from importlib.resources import files
from typing import TypeVar

import click
from pydantic import TypeAdapter

from lantian.model.text import Text
from lantian.reading.yaml_source import parse

Command = TypeVar("Command", bound=click.Command)


@cache
def translations() -> dict[str, str]:
    """Return the Chinese of each help text by its English."""
    data, _ = parse(files(__package__).joinpath("help.yaml").read_text("utf-8"))
    texts = TypeAdapter(dict[str, tuple[Text, ...]]).validate_python(data)["texts"]
    return {text.en: text.zh for text in texts}


def in_chinese(command: Command) -> Command:
    """Return a command that explains itself in Chinese."""
    chinese = copy(command)
    chinese.help = _translated(command.help)
    chinese.params = [_in_chinese(param) for param in command.params]
    return chinese


def _in_chinese(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option) or param.help is None:
        return param
    chinese = copy(param)
    chinese.help = _translated(param.help)
    return chinese


def _translated(text: str | None) -> str | None:
    return translations().get(text, text) if text is not None else None
