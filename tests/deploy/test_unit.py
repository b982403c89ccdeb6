"""The unit, the nginx file and the instructions speak of the same folders, and the unit may do no more than it must."""

import re
import shlex
from configparser import ConfigParser
from pathlib import Path

import click
from tests.deploy.web_server import DEPLOY, SITE_FILE

from lantian.cli.main import COMMANDS, main
from lantian.cli.watch import watch

UNIT = DEPLOY / "lantian-watch.service"
INSTRUCTIONS = (DEPLOY / "README.md").read_text("utf-8")


def service() -> dict[str, str]:
    """Return what the unit says of the service; of a repeated name the last."""
    unit = ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    unit.optionxform = str  # type: ignore[assignment, method-assign]  # names keep their capitals
    unit.read_string(UNIT.read_text("utf-8"))
    return dict(unit["Service"])


def option(name: str) -> Path:
    """Return a folder that the unit gives to the command."""
    words = shlex.split(service()["ExecStart"])
    return Path(words[words.index(name) + 1])


def test_the_command_is_one_of_ours() -> None:
    """The unit starts `watch` with options that exist."""
    words = shlex.split(service()["ExecStart"])
    known = {name for command in (main, watch) for param in command.params for name in param.opts}
    assert isinstance(watch, click.Command)
    assert words[-1] == "watch"
    assert "watch" in COMMANDS
    assert {word for word in words if word.startswith("--")} <= known


def test_all_speak_of_the_same_folders() -> None:
    """What is written is what is served, it is all that may be written, and the instructions name it."""
    output = option("--output")
    assert service()["ReadWritePaths"] == str(output)
    assert output == Path("/var/lib") / service()["StateDirectory"]
    assert f"\n    root {output}/current;\n" in SITE_FILE.read_text("utf-8")
    assert all(f"`{folder}`" in INSTRUCTIONS for folder in (output, option("--content")))


def test_the_service_is_supervised_and_bound() -> None:
    """It is restarted whatever ends it, watched over, and has no right that it does not need."""
    told = service()
    needed = {
        "Type": "notify", "Restart": "always", "WatchdogSec": "60", "ProtectSystem": "strict",
        "NoNewPrivileges": "yes", "CapabilityBoundingSet": "", "KillMode": "mixed", "User": "lantian",
    }  # fmt: skip
    assert {name: told.get(name) for name in needed} == needed


def test_it_takes_ten_commands() -> None:
    """The instructions are ten lines to type, and each file of ours that they name is there."""
    commands = INSTRUCTIONS.split("```")[1].strip().splitlines()
    assert len(commands) == 10
    named = re.findall(r"/opt/lantian/((?:deploy|content)[\w./-]*)", "\n".join(commands))
    assert len(named) == 3
    assert all((DEPLOY.parent / name).exists() for name in named)
