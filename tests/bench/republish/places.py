"""Content of many places, made from the real plans under other names.

Every place has its own files on the disk, as large as a real one's, so reading them costs what it would cost. The
places are the real ones in turn; a place that follows another follows the copy made just before it.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LETTERS = "abcdefghij"
_COMPARED = 3
"""Only the first places are set side by side, as many as in the real content (DECISIONS 23: pairs are chosen)."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A real place: its id, its names in the files, the longest first, and the real place that it follows."""

    id: str
    names: tuple[tuple[str, str], ...]
    follows: str | None = None


PATTERNS = (
    Pattern("yangquan", (("阳泉市", "示例市{}"), ("阳泉", "示例市{}"), ("Yangquan", "Example {}"))),
    Pattern("liaocheng", (("聊城市", "示例市{}"), ("聊城", "示例市{}"), ("Liaocheng", "Example {}"))),
    Pattern(
        "liaocheng-resort",
        (
            ("聊城江北水城旅游度假区", "示例区{}"),
            ("Liaocheng Jiangbei Shuicheng Resort District", "Example {} District"),
        ),
        follows="liaocheng",
    ),
)


@dataclass(frozen=True, slots=True)
class Clone:
    """One place of the made site; `number` counts from 1."""

    number: int
    pattern: Pattern

    @property
    def id(self) -> str:
        """Return the id of the place."""
        return f"example-{self.number:03d}"

    @property
    def words(self) -> Iterator[tuple[str, str]]:
        """Yield what is replaced by what in the files of the place, in this order."""
        yield from ((name, other.format(f"{self.number:03d}")) for name, other in self.pattern.names)
        yield self.pattern.id, self.id
        if self.pattern.follows is not None:
            yield from Clone(self.number - 1, _pattern(self.pattern.follows)).words

    def renamed(self, text: str) -> str:
        """Return the text of a real file under the names of this place."""
        for name, other in self.words:
            text = text.replace(name, other)
        spelled = "".join(_LETTERS[int(digit)] for digit in f"{self.number:03d}")
        text = re.sub(r"(?m)^pinyin: .*$", f"pinyin: example {spelled}", text)
        return re.sub(r"(?m)^code: .*\d.*$", f"code: '99{self.number:04d}'", text)


def _pattern(place: str) -> Pattern:
    return next(pattern for pattern in PATTERNS if pattern.id == place)


def clones(count: int) -> tuple[Clone, ...]:
    """Return the places of a site of this size."""
    return tuple(Clone(number, PATTERNS[(number - 1) % len(PATTERNS)]) for number in range(1, count + 1))


def make_content(real: Path, folder: Path, count: int) -> tuple[Clone, ...]:
    """Write content of this many places into a folder that is not there yet; return the places."""
    for part in ("vocabulary", "pages"):
        shutil.copytree(real / part, folder / part)
    made = clones(count)
    for clone in made:
        for file in real_files(real, clone.pattern.id):
            target = folder / clone.renamed(file.relative_to(real).as_posix())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(clone.renamed(file.read_text("utf-8")), "utf-8")
    site = (real / "site.yaml").read_text("utf-8")
    compared = [clone.id for clone in made[:_COMPARED]] if count >= _COMPARED else []
    group = f"compare:\n  - [{', '.join(compared)}]\n" if compared else ""
    (folder / "site.yaml").write_text(re.sub(r"(?ms)^compare:.*?(?=^\S|\Z)", "", site) + group, "utf-8")
    return made


def real_files(real: Path, place: str) -> Iterator[Path]:
    """Yield the files of the real content that belong to one place, without its messages: all begin calm."""
    yield real / "places" / f"{place}.yaml"
    yield from sorted((real / "plans" / place).glob("*.yaml"))
    for head in sorted((real / "campaigns").glob("*/campaign.yaml")):
        if re.search(rf"(?m)^place: {place}$", head.read_text("utf-8")):
            yield from sorted(head.parent.glob("*.yaml"))
