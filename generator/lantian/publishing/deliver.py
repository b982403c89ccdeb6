"""From planned sections to a live release: build what is not there yet, check it, seal it, switch, read back."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree

from lantian.publishing.disk import point_link, sync_file_system, sync_folder
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output, unfinished
from lantian.publishing.parts import Json, ReleasePlan, Section
from lantian.publishing.read_back import read_back
from lantian.publishing.release import Placed, fill_release, live_release, require_whole
from lantian.publishing.seal import Seal, new_seal, read_seal, seal_section
from lantian.publishing.verify import check_section
from lantian.publishing.verify_release import check_release, lost_pages

_TIDY_EVERY = 10
"""After how many built sections garbage is collected, which the command turns off for the few of an ordinary change."""
Tell = Callable[[str], None]
"""Hears the name of each stage as it begins."""


@dataclass(slots=True)
class Delivery:
    """A release in the making: finished sections by name, and what is to be told of it."""

    output: Output
    plan: ReleasePlan
    placed: dict[str, Placed] = field(default_factory=dict)
    built: list[str] = field(default_factory=list)
    heavy: list[str] = field(default_factory=list)
    lost: tuple[str, ...] = ()
    folder: Path | None = None

    def make(self, tell: Tell) -> None:
        """Build and check everything that is not there yet, beside what is live; nothing can be seen of it."""
        live = live_release(self.output)
        gc.freeze()  # the content stays: only what the sections leave behind is looked through
        try:
            for section in self.plan.sections:
                self.placed[section.name] = self._there(section) or self._build(section, tell)
        finally:
            gc.unfreeze()
        tell("verify")
        check_release(self.plan, self.placed)
        self.lost = lost_pages(self.output, self.placed, live)
        if not self.output.release(self.plan.id).is_dir():
            self.folder = unfinished(self.output.releases, "new")
            self.folder.mkdir()
            fill_release(self.folder, self.plan, self.placed, live)

    def place(self) -> None:
        """Give everything its name, after all of it has reached the disk."""
        sync_file_system(self.output.root)
        for name in self.built:
            seal = self.placed[name].seal
            self.placed[name].folder.rename(self.output.section(seal.id))
            self.placed[name] = Placed(seal, self.output.section(seal.id))
        sync_folder(self.output.sections)
        if self.folder is not None:
            self.folder.rename(self.output.release(self.plan.id))
            self.folder = None
            sync_folder(self.output.releases)

    def drop(self) -> None:
        """Remove what was made and did not get its name; what can not be removed is collected later."""
        for one in self.placed.values():
            if one.folder != self.output.section(one.seal.id):
                rmtree(one.folder, ignore_errors=True)
        if self.folder is not None:
            rmtree(self.folder, ignore_errors=True)

    def _there(self, section: Section) -> Placed | None:
        """Return a section that lies there sealed."""
        folder = self.output.section(section.id)
        seal = read_seal(folder)
        if seal is None and folder.exists():
            raise PublishingFailedError("damaged", folder=str(folder))
        return None if seal is None else Placed(seal, folder)

    def _build(self, section: Section, tell: Tell) -> Placed:
        folder = unfinished(self.output.sections, "new")
        folder.mkdir()
        try:
            seal = self._filled(folder, section, tell)
        except BaseException:
            rmtree(folder, ignore_errors=True)
            raise
        self.built.append(section.name)
        if len(self.built) % _TIDY_EVERY == 0:
            gc.collect()
        self.heavy += seal.heavy
        return Placed(seal, folder)

    def _filled(self, folder: Path, section: Section, tell: Tell) -> Seal:
        tell("render")
        notes: Mapping[str, Json] = {name: one.seal.notes for name, one in self.placed.items()}
        written = section.write(folder, notes)
        tell("verify")
        checked = check_section(folder, section, written, self.plan)
        tell("seal")
        seal = new_seal(section, checked.outward, written.notes, checked.heavy)
        seal_section(folder, seal)
        return seal


@contextmanager
def delivery(output: Output, plan: ReleasePlan) -> Iterator[Delivery]:
    """Yield a delivery, and leave nothing unfinished behind whatever happens in the block."""
    one = Delivery(output, plan)
    try:
        yield one
    finally:
        one.drop()


def go_live(output: Output, release: str, fronts: tuple[str, ...], address: str | None) -> str | None:
    """Switch to a release that lies there and read it back; return the release that was live before.

    PublishingFailedError, and the earlier release live again, if it does not come back as it should.
    """
    require_whole(output, release)
    before = output.live()
    point_link(output.current, Path("releases") / release)
    try:
        read_back(output, release, fronts, address)
    except BaseException:
        if before is None:
            output.current.unlink(missing_ok=True)
        else:
            point_link(output.current, Path("releases") / before)
        raise
    return before
