"""Wrong use of the command line, told in the language of the session; exit code 2."""

from typing import IO, Any

import click
from click.exceptions import NoSuchCommand

from lantian.cli.catalog import sentence
from lantian.model.text import Language


class Misuse(click.UsageError):
    """Wrong use, already in words."""

    def __init__(self, words: str, language: Language, ctx: click.Context | None) -> None:
        """Keep the words and the language of the line about help."""
        super().__init__(words, ctx)
        self.language: Language = language

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence, and where help is."""
        del file
        click.echo(f"lantian: {self.message}", err=True)
        command = self.ctx.command_path if self.ctx is not None else "lantian"
        click.echo(sentence("misuse.help", command=f"{command} --help").speak(self.language), err=True)


def bad_value(
    ctx: click.Context | None, param: click.Parameter | None, key: str, /, **fields: str
) -> click.BadParameter:
    """Return the error of a value that can not be read, in the language of the session."""
    chosen = ctx.find_root().params.get("language") if ctx is not None else None
    language: Language = "zh" if chosen == "zh" else "en"
    return click.BadParameter(sentence(key, **fields).speak(language), ctx, param)


def misuse(error: click.UsageError, language: Language) -> Misuse:
    """Return an error of click in our words."""
    return Misuse(_words(error, language), language, error.ctx)


def _words(error: click.UsageError, language: Language) -> str:
    if isinstance(error, click.NoSuchOption):
        return sentence("misuse.no_such_option", option=error.option_name).speak(language)
    if isinstance(error, NoSuchCommand):
        known = ", ".join(_commands(error.ctx))
        return sentence("misuse.no_such_command", command=error.command_name, known=known).speak(language)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return sentence("misuse.missing", name=_name(error.param)).speak(language)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return sentence("misuse.bad", name=_name(error.param), reason=_reason(error, language)).speak(language)
    return sentence("misuse.other", reason=error.format_message()).speak(language)


def _commands(ctx: click.Context | None) -> list[str]:
    group = ctx.command if ctx is not None else None
    return group.list_commands(ctx) if isinstance(group, click.Group) and ctx is not None else []


def _reason(error: click.BadParameter, language: Language) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return sentence("misuse.choice", known=", ".join(map(str, kind.choices))).speak(language)
    return error.message


def _name(param: click.Parameter) -> str:
    return (param.metavar or param.human_readable_name) if isinstance(param, click.Argument) else param.opts[0]
