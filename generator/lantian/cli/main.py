"""The command `lantian`: what all commands share, and what ends them."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from lantian import __version__
from lantian.cli.check import print_problems
from lantian.cli.help import in_chinese
from lantian.cli.misuse import Misuse, misuse
from lantian.cli.session import Session, WrongUse
from lantian.model.text import LANGUAGES, Language
from lantian.problems import ProblemsFound, ThemeFault
from lantian.publishing.folder import ForeignFolderError
from lantian.reading.missing_sentence import missing_sentence_told

COMMANDS = (
    "check", "build", "publish", "watch", "serve", "status", "warn", "rollback", "assess", "new-place",
    "import-enterprises",
)  # fmt: skip
"""In the order of the help; each lives in the module of its name, imported when it is called."""
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


class LantianGroup(click.Group):
    """Turns what stops a command into sentences and exit codes: 1 problems in content or theme, 2 wrong use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; only what is called is imported."""
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"lantian.cli.{module}"), module)
        return in_chinese(command) if _language(ctx) == "zh" else command

    def get_help(self, ctx: click.Context) -> str:
        """Return the help of the program in the language that was asked for."""
        spoken = in_chinese(self) if _language(ctx) == "zh" else self
        return click.Group.get_help(spoken, ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # click's own signature
        """Run, on terminals that can not show Chinese too."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command and speak for what it raises."""
        language: Language = ctx.params["language"]
        session = Session(ctx.params["content"], ctx.params["output"], language)
        try:
            with missing_sentence_told(session.content_folder):
                return super().invoke(ctx)
        except ProblemsFound as found:
            print_problems(session, found.problems, aside=True)
            ctx.exit(1)
        except ThemeFault as fault:
            session.tell_aside("failed.theme", file=fault.file, line=fault.line, reason=fault.reason)
            ctx.exit(1)
        except ForeignFolderError as folder:
            raise WrongUse(session.words("failed.foreign_folder", folder=str(folder))) from folder
        except Misuse:
            raise
        except click.UsageError as error:
            raise misuse(error, language) from error
        except BrokenPipeError:  # the reader of a pipe has gone; click ends quietly
            raise
        except OSError as error:
            raise WrongUse(_failed(session, error)) from error


def _failed(session: Session, error: OSError) -> str:
    """Say what the system refused; a full disk names no file."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return session.words("failed.system", reason=reason)
    return session.words("failed.file", file=str(error.filename), reason=reason)


def default_language() -> Language:
    """Return Chinese where the terminal is set to Chinese, English elsewhere."""
    locale = next((os.environ[name] for name in _LOCALES if os.environ.get(name)), "")
    return "zh" if locale.startswith("zh") else "en"


def _language(ctx: click.Context) -> Language:
    """Return the language that was asked for, as far as the words have been read."""
    chosen: Language | None = ctx.params.get("language")
    return chosen or default_language()


@click.group(cls=LantianGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--content", type=click.Path(path_type=Path), default=Path("content"), help="Folder of the content.")
@click.option("--output", type=click.Path(path_type=Path), default=Path("output"), help="Folder for what is built.")
@click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default=default_language,
    is_eager=True,
    help="Language of messages; that of the terminal if absent.",
)
@click.version_option(__version__, package_name="lantian", message="lantian %(version)s")
@click.pass_context
def main(ctx: click.Context, content: Path, output: Path, language: Language) -> None:
    """Turn emergency plans and warnings into a public site in Chinese and English."""
    ctx.obj = Session(content, output, language)
