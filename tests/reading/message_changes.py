"""Changes of a content: of its messages alone, and such as look like it."""

import shutil
from pathlib import Path

from tests.reading.surveys import edit


def messages(content: Path) -> Path:
    """Return the folder of the messages that there are."""
    return content / "bulletins" / "yangquan"


def nothing(content: Path) -> None:
    """Leave everything as it is."""


def reword(content: Path) -> None:
    """Say something else in a message."""
    file = next(messages(content).glob("*.yaml"))
    file.write_text(f"{file.read_text('utf-8')}\n# looked at again\n", "utf-8")


def add(content: Path) -> None:
    """Rename a further message into the folder."""
    file = next(messages(content).glob("*.yaml"))
    shutil.copy(file, content.parent / "fresh")
    edit(content.parent / "fresh", "action: exercise\nlevel: orange", "action: lift\nreplaces: 2026-11-16-01")
    edit(content.parent / "fresh", "issued_at: 2026-11-16T08", "issued_at: 2026-11-17T08")
    edit(content.parent / "fresh", "starts_at: 2026-11-16T09", "starts_at: 2026-11-17T09")
    (content.parent / "fresh").rename(messages(content) / "2026-11-17-01.yaml")


def remove(content: Path) -> None:
    """Remove all messages of a place."""
    for file in messages(content).glob("*.yaml"):
        file.unlink()


def draft(content: Path) -> None:
    """Leave a hidden file, as editors do."""
    (messages(content) / ".2019-01-01-01.yaml.swp").write_text("half", "utf-8")


def broken(content: Path) -> None:
    """Break a message."""
    edit(next(messages(content).glob("*.yaml")), "action:", "acton:")


def stray(content: Path) -> None:
    """Lay a file beside the messages that nobody reads."""
    (messages(content) / "notes.txt").write_text("x", "utf-8")


def strange_folder(content: Path) -> None:
    """Lay a folder behind a link beside the messages."""
    (messages(content) / "more").symlink_to(content / "places")


def empty_folder(content: Path) -> None:
    """Make a folder that nobody reads."""
    (content / "drafts").mkdir()


def first_of_nobody(content: Path) -> None:
    """Make the folder of the first message of a place that there is not."""
    (content / "bulletins" / "nowhere").mkdir()


def message_of_nobody(content: Path) -> None:
    """Lay a message beside the folders of the places."""
    shutil.copy(next(messages(content).glob("*.yaml")), content / "bulletins")


def strange_top(content: Path) -> None:
    """Lay a folder behind a link into the content."""
    (content / "more").symlink_to(content / "places")


def strange_place(content: Path) -> None:
    """Lay a folder behind a link among those of the places."""
    (content / "bulletins" / "liaocheng").symlink_to(messages(content))


def no_messages(content: Path) -> None:
    """Take away a whole folder of messages."""
    shutil.rmtree(messages(content))


def other_title(content: Path) -> None:
    """Change a running text."""
    file = next((content / "pages" / "en").glob("*.md"))
    edit(file, "Title:", "Title: Our")


OF_MESSAGES = (nothing, reword, add, remove, draft)
OTHERS = (
    broken, stray, strange_folder, empty_folder, first_of_nobody,
    message_of_nobody, strange_top, strange_place, no_messages, other_title,
)  # fmt: skip
