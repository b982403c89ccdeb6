"""What every command knows: the folders, the language, and how to speak."""

import json
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from lantian.cli.catalog import sentence
from lantian.model.content import Content, PlaceContent
from lantian.model.text import Language, Text
from lantian.reading.content import read_content


class WrongUse(click.ClickException):
    """The command can not do what it was told; one sentence says why (exit code 2)."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Print the sentence on the error stream."""
        del file
        click.echo(f"lantian: {self.message}", err=True)


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line; `language` is that of its messages."""

    content_folder: Path
    output: Path
    language: Language

    @property
    def site(self) -> Path:
        """Return the folder of the whole site as plain files."""
        return self.output / "site"

    def speak(self, text: Text) -> str:
        """Return a statement in the language of the session."""
        return text.speak(self.language)

    def words(self, key: str, /, **fields: Text | str | int) -> str:
        """Return a sentence of the catalog in the language of the session."""
        return self.speak(sentence(key, **fields))

    def join(self, parts: tuple[str, ...]) -> str:
        """Put several things that are lacking behind each other."""
        return ("；" if self.language == "zh" else "; ").join(parts)

    def tell(self, key: str, /, **fields: Text | str | int) -> None:
        """Print a sentence of the catalog."""
        click.echo(self.words(key, **fields))

    def tell_below(self, key: str, /, **fields: Text | str | int) -> None:
        """Print a sentence that belongs to the one before it."""
        click.echo(f"  {self.words(key, **fields)}")

    def tell_aside(self, key: str, /, **fields: Text | str | int) -> None:
        """Print a sentence of the catalog on the error stream, where it does not mix with results."""
        click.echo(self.words(key, **fields), err=True)

    def refuse(self, key: str, /, **fields: Text | str | int) -> NoReturn:
        """End the command with a sentence and exit code 2."""
        raise self.wrong_use(sentence(key, **fields))

    def wrong_use(self, text: Text) -> WrongUse:
        """Return the error that ends the command with a statement and exit code 2."""
        return WrongUse(self.speak(text))

    def command(self, name: str) -> str:
        """Return a command as it must be typed here: folders that are not the usual ones are named."""
        folders = (("--content", self.content_folder, "content"), ("--output", self.output, "output"))
        options = [part for option, folder, usual in folders if str(folder) != usual for part in (option, str(folder))]
        return shlex.join(("lantian", *options, name))

    def read(self) -> Content:
        """Read all content; ProblemsFound if it is not sound."""
        return read_content(self.content_folder)

    def place(self, content: Content, place: str) -> PlaceContent:
        """Return one place; ends the command with a sentence if there is none of that id."""
        try:
            return content.place(place)
        except KeyError:
            known = ", ".join(entry.place.id for entry in content.places)
            self.refuse("misuse.no_such_place", place=place, known=known)


def print_json(data: object) -> None:
    """Print data as JSON, readable and safe for every terminal."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(data, ensure_ascii=plain, indent=2))
