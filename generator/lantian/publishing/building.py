"""The sections of a release: found where they lie, else built, checked and sealed under a name that nobody reads."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from shutil import rmtree

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.mounts import show_parts
from lantian.publishing.output import Output, unfinished
from lantian.publishing.parts import Owners, ReleasePlan, Section
from lantian.publishing.placed import Placed
from lantian.publishing.seal import is_sealed, new_seal, read_seal, seal_section
from lantian.publishing.verify import Surroundings, check_section
from lantian.publishing.workers import Message, Send, alongside, can_share, share_out

Tell = Callable[[str], None]
"""Hears the name of each stage as it begins."""
_MANY = 6
"""From how many missing sections on they are built by several processes; a change has one, and its followers."""


class Building:
    """Finished sections and parts of them by name; `live` are the ids of the live ones."""

    def __init__(self, output: Output, plan: ReleasePlan, live: dict[str, str]) -> None:
        """Nothing is looked at yet."""
        self.placed: dict[str, Placed] = {}
        self.built: list[str] = []
        self.heavy: list[str] = []
        self._output, self._plan, self._live = output, plan, live
        self._sections = str(output.sections)

    def provide_all(self, tell: Tell) -> None:
        """Find or build every section; in children where many are missing, and the portal beside the others."""
        gc.freeze()  # the content stays: only what the sections leave behind is looked through
        try:
            self._find_live()
            found, sections = self.placed, self._plan.sections
            missing = [one for one in sections if one.name not in found and not is_sealed(self._path(one))]
            self._build_many(missing, tell)
            *others, portal = sections
            with self._portal_beside(missing, tell):
                for section in others:
                    self._provide(section, tell)
            self._provide(portal, tell)
        finally:
            gc.unfreeze()

    def drop(self) -> None:
        """Remove what was made and did not get its name; what can not be removed is collected later."""
        for one in (self.placed[name] for name in self.built):
            if one.folder != self._output.section(one.id):
                rmtree(one.folder, ignore_errors=True)

    @cached_property
    def _owners(self) -> Owners:
        return Owners(self._plan.folders)

    def _provide(self, section: Section, tell: Tell) -> None:
        """Find or build a section, its parts first."""
        for part in section.parts:
            self._supply(part, section.name, (), tell)
        self._supply(section, section.name, tuple(self.placed[part.name] for part in section.parts), tell)

    def _supply(self, section: Section, owner: str, parts: tuple[Placed, ...], tell: Tell) -> None:
        if section.name not in self.placed:
            self.placed[section.name] = self._there(section) or self._build(section, owner, parts, tell)

    def _build_many(self, missing: Sequence[Section], tell: Tell) -> None:
        """Where many sections are not there, have them built by children, the last (the portal, a long one) first.

        What a child could not build is left; whoever tries again here meets the reason.
        """
        if len(missing) >= _MANY and can_share():
            tell("render")
            self._plan.get_ready()
            share_out([*missing[-1:], *missing[:-1]], self._build_apart, self._hear)
            self.built.sort(key=list(self._plan.ids).index)

    @contextmanager
    def _portal_beside(self, missing: Sequence[Section], tell: Tell) -> Iterator[None]:
        """Have the portal built by a child where others are missing too: it shows what is planned of them.

        If the child fails, the portal is left for here.
        """
        portal = self._plan.sections[-1]
        if not (1 < len(missing) < _MANY and missing[-1] is portal and can_share()):
            yield
            return
        with alongside(lambda send: self._build_apart(portal, send), self._hear):
            yield
            tell("render")  # it is waited for

    def _build_apart(self, section: Section, send: Send) -> None:
        """Build a section in a child, and tell what was built, though something fails behind it."""
        known = len(self.built)
        try:
            self._provide(section, lambda _: None)
        finally:
            for name in self.built[known:]:
                one = self.placed[name]
                send({"name": name, "id": one.id, "folder": str(one.folder), "heavy": one.seal.heavy})

    def _hear(self, told: Message) -> None:
        """Note what a child has built."""
        self.placed[told["name"]] = Placed(told["id"], Path(told["folder"]))
        self.built.append(told["name"])
        self.heavy += told["heavy"]

    def _find_live(self) -> None:
        """Note the sections and parts that are live and lie there sealed; they are not looked into."""
        for section in self._plan.sections:
            for one in (*section.parts, section):
                if self._live.get(one.name) == one.id and is_sealed(path := self._path(one)):
                    self.placed[one.name] = Placed(one.id, path)

    def _path(self, section: Section) -> str:
        return f"{self._sections}/{section.id}"

    def _there(self, section: Section) -> Placed | None:
        """Return a section that lies there sealed."""
        folder = self._output.section(section.id)
        seal = read_seal(folder)
        if seal is None and folder.exists():
            raise PublishingFailedError("damaged", folder=str(folder))
        return None if seal is None else Placed(section.id, folder, seal=seal)

    def _build(self, section: Section, owner: str, parts: tuple[Placed, ...], tell: Tell) -> Placed:
        folder = unfinished(self._output.sections, "new")
        folder.mkdir()
        try:
            placed = self._filled(folder, section, Surroundings(owner, self._owners, self._plan.address, parts), tell)
        except BaseException:
            rmtree(folder, ignore_errors=True)
            raise
        self.placed[section.name] = placed
        self.built.append(section.name)
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
