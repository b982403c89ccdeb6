"""From planned sections to a live release: build what is not there yet, check it, seal it, switch, read back."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from shutil import rmtree

from lantian.publishing.disk import point_link, sync_file_system, sync_folder
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.mounts import show_parts
from lantian.publishing.output import Output, unfinished
from lantian.publishing.parts import Json, ReleasePlan, Section
from lantian.publishing.placed import Placed
from lantian.publishing.read_back import read_back
from lantian.publishing.release import fill_release, live_release, require_whole
from lantian.publishing.seal import is_sealed, new_seal, read_seal, seal_section
from lantian.publishing.verify import Surroundings, check_section
from lantian.publishing.verify_release import Comparison
from lantian.publishing.workers import Message, Send, can_share, share_out

_MANY = 6
"""From how many missing sections on they are built by several processes; a change has one, and its followers."""
_TIDY_EVERY = 10
"""After how many built sections garbage is collected, which the command turns off for the few of an ordinary change."""
Tell = Callable[[str], None]
"""Hears the name of each stage as it begins."""


@dataclass
class Delivery:
    """A release in the making: finished sections and parts of them by name, and what is to be told of it."""

    output: Output
    plan: ReleasePlan
    placed: dict[str, Placed] = field(default_factory=dict)
    built: list[str] = field(default_factory=list)
    heavy: list[str] = field(default_factory=list)
    lost: tuple[str, ...] = ()
    folder: Path | None = None
    live: Json | None = None

    def make(self, tell: Tell) -> None:
        """Build and check everything that is not there yet, beside what is live; nothing can be seen of it."""
        self.live = live_release(self.output)
        gc.freeze()  # the content stays: only what the sections leave behind is looked through
        try:
            self._build_many(tell)
            for section in self.plan.sections:
                self._provide(section, tell)
        finally:
            gc.unfreeze()
        tell("verify")
        compared = Comparison(self.output, self.plan, self.placed, self._live_ids)
        compared.check_links()
        self.lost = compared.lost_files()
        if not self.output.release(self.plan.id).is_dir():
            self.folder = unfinished(self.output.releases, "new")
            self.folder.mkdir()
            fill_release(self.folder, self.plan, self.placed, self.live)

    def place(self) -> None:
        """Give everything its name, after all of it has reached the disk."""
        sync_file_system(self.output.root)
        for name in self.built:
            final = self.output.section(self.placed[name].id)
            self.placed[name].folder.rename(final)
            self.placed[name] = self.placed[name].named(final)
        sync_folder(self.output.sections)
        if self.folder is not None:
            self.folder.rename(self.output.release(self.plan.id))
            self.folder = None
            sync_folder(self.output.releases)

    def drop(self) -> None:
        """Remove what was made and did not get its name; what can not be removed is collected later."""
        for one in (self.placed[name] for name in self.built):
            if one.folder != self.output.section(one.id):
                rmtree(one.folder, ignore_errors=True)
        if self.folder is not None:
            rmtree(self.folder, ignore_errors=True)

    @cached_property
    def _live_ids(self) -> dict[str, str]:
        return {} if self.live is None else self.live["sections"]

    @cached_property
    def _ids(self) -> dict[str, str]:
        return self.plan.ids

    @cached_property
    def _folders(self) -> dict[str, str]:
        return self.plan.folders

    def _provide(self, section: Section, tell: Tell) -> None:
        """Find or build a section, its parts first."""
        for part in section.parts:
            self._supply(part, section.name, (), tell)
        self._supply(section, section.name, tuple(self.placed[part.name] for part in section.parts), tell)

    def _supply(self, section: Section, owner: str, parts: tuple[Placed, ...], tell: Tell) -> None:
        if section.name not in self.placed:
            self.placed[section.name] = self._there(section) or self._build(section, owner, parts, tell)

    def _build_many(self, tell: Tell) -> None:
        """Where many sections are not there, have them built by children, all but the last, which may show the others.

        What a child could not build is left; whoever tries again here meets the reason.
        """
        missing = [one for one in self.plan.sections[:-1] if not is_sealed(self.output.section(one.id))]
        if len(missing) < _MANY or not can_share():
            return

        def build(section: Section, send: Send) -> None:
            known = len(self.built)
            try:
                self._provide(section, lambda _: None)
            finally:
                for name in self.built[known:]:
                    one = self.placed[name]
                    send({"name": name, "id": one.id, "folder": str(one.folder), "heavy": one.seal.heavy})

        def built(told: Message) -> None:
            self.placed[told["name"]] = Placed(told["id"], Path(told["folder"]))
            self.built.append(told["name"])
            self.heavy += told["heavy"]

        tell("render")
        self.plan.get_ready()
        share_out(missing, build, built)
        self.built.sort(key=list(self._ids).index)

    def _there(self, section: Section) -> Placed | None:
        """Return a section that lies there sealed; one that is live is not looked into."""
        folder = self.output.section(section.id)
        if self._live_ids.get(section.name) == section.id and is_sealed(folder):
            return Placed(section.id, folder)
        seal = read_seal(folder)
        if seal is None and folder.exists():
            raise PublishingFailedError("damaged", folder=str(folder))
        return None if seal is None else Placed(section.id, folder, seal=seal)

    def _build(self, section: Section, owner: str, parts: tuple[Placed, ...], tell: Tell) -> Placed:
        folder = unfinished(self.output.sections, "new")
        folder.mkdir()
        try:
            around = Surroundings(owner, self._folders, self.plan.address, parts)
            placed = self._filled(folder, section, around, tell)
        except BaseException:
            rmtree(folder, ignore_errors=True)
            raise
        self.placed[section.name] = placed
        self.built.append(section.name)
        if len(self.built) % _TIDY_EVERY == 0:
            gc.collect()
        self.heavy += placed.seal.heavy
        return placed

    def _filled(self, folder: Path, section: Section, around: Surroundings, tell: Tell) -> Placed:
        tell("render")
        written = section.write(folder)
        tell("verify")
        checked = check_section(folder, section, written, around)
        tell("seal")
        seal = new_seal(section, checked.outward, checked.heavy)
        seal_section(folder, seal, checked.manifest)
        show_parts(folder, checked.manifest, around.parts)
        return Placed(section.id, folder, seal=seal, manifest=checked.manifest)


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
