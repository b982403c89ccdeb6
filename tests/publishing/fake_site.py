"""A site of a few tiny pages, made without content and without Pelican: what a publisher is given, and nothing more."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from lantian.publication.alone import done_alone
from lantian.publication.going_live import bring_live
from lantian.publication.order import Order, Publication
from lantian.publication.stages import Stages
from lantian.publishing.output import Output
from lantian.publishing.parts import PORTAL, ReleasePlan, Section, Shown, Written

BEGIN = datetime.fromisoformat("2026-11-22T12:00:00+08:00")
LANGUAGES = ("zh", "en")
PLACES = ("east", "west")


def page(title: str, *links: str, state: str = "none", version: int = 0) -> str:
    """Return a page with an anchor, a state, a promise and links."""
    ways = "".join(f'<a href="{link}">way</a>' for link in links)
    mark = f'<p data-next-check="later" data-generated="{moment(version)}" data-state="{state}">{title}</p>'
    body = f'<body data-template="fake"><h1 id="top">{title}</h1>{mark}{ways}</body>'
    return f"<!doctype html><html><head><title>{title}</title></head>{body}"


def moment(version: int) -> str:
    """Return the moment that a version speaks for."""
    return (BEGIN + timedelta(hours=version)).isoformat()


@dataclass(frozen=True)
class FakePlace:
    """One place: pages in each language and two data files, some of them in a still part; `extra` are more files."""

    name: str
    version: int
    extra: tuple[tuple[str, str], ...] = ()
    shown: str | None = None
    content: str = "content"
    still: int = 0
    more: tuple[tuple[str, str], ...] = ()
    """More files of the still part."""

    def write(self, into: Path) -> Written:
        """Write the files of the place."""
        words = f"{self.name} {self.version}"
        files = {}
        for language in LANGUAGES:
            home = f"{language}/{self.name}/index.html"
            files[home] = page(words, "plan/#top", "../", "../../static/site.css", version=self.version)
        files[f"data/{self.name}/status.json"] = json.dumps({"place": self.name, "version": self.version})
        write_files(into, {**files, **dict(self.extra)})
        shown = Shown((self.shown or words,), "none", moment(self.version))
        return Written(
            shown={f"{language}/{self.name}/index.html": shown for language in LANGUAGES},
            facts={f"data/{self.name}/status.json": {"version": self.version}},
        )

    def write_still(self, into: Path) -> Written:
        """Write the files that do not change with the version."""
        files = {f"data/{self.name}/plan.json": json.dumps({"place": self.name, "plan": self.still})}
        for language in LANGUAGES:
            files[f"{language}/{self.name}/plan/index.html"] = page(f"plan {self.still}", "../#top", "#top")
            files[f"{language}/{self.name}/plan/more/index.html"] = page("more", "../../", "../#top", "../../../")
        write_files(into, {**files, **dict(self.more)})
        return Written()

    @property
    def section(self) -> Section:
        """Return the section."""
        folders = (*(f"{language}/{self.name}" for language in LANGUAGES), f"data/{self.name}")
        still = Section(f"{self.name}-still", f"{self.name}-still-{self.still}", (), self.content, self.write_still)
        name = f"{self.name}-{self.version}" + (f"-{self.still}" if self.still else "")
        return Section(self.name, name, folders, self.content, self.write, (still,))


def write_files(into: Path, files: Mapping[str, str]) -> None:
    """Write files by name."""
    for name, text in files.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_text(text, "utf-8")


def write_portal(version: int, places: tuple[FakePlace, ...], into: Path) -> Written:
    """Write the portal, which names the version of every place."""
    told = " ".join(f"{one.name} {one.version}" for one in places)
    ways = tuple(f"{one.name}/plan/#top" for one in places)
    files = {f"{language}/index.html": page(told, *ways, "../static/site.css") for language in LANGUAGES}
    files |= {
        "index.html": page(told, *(f"{language}/" for language in LANGUAGES)),
        "zh/about/index.html": page("about"),
    }
    files |= {"en/about/index.html": page("about"), "data/index.json": json.dumps({"version": version})}
    write_files(into, {**files, "static/site.css": "p {}", f"static/{version}.js": f"// {version}"})
    return Written(shown={f"{language}/index.html": Shown((told,)) for language in LANGUAGES})


def plan_of(version: int, *places: FakePlace, messages: int | None = None) -> ReleasePlan:
    """Return the release of a version: `east` changes with it, `west` stays as it is, and the portal follows."""
    parts = places or (FakePlace("east", version), FakePlace("west", 0))
    ids = "-".join(str(one.version) for one in parts)
    portal = Section(PORTAL, f"{PORTAL}-{ids}", (), "content", partial(write_portal, version, parts))
    known = [f"m{number}" for number in range(version if messages is None else messages)]
    facts = {
        "generated_at": moment(version),
        "mode": "official",
        "places": [{"id": one.name, "messages": known if one.name == "east" else []} for one in parts],
    }
    return ReleasePlan(f"r{ids}", (*(one.section for one in parts), portal), facts, ("zh/index.html", "en/index.html"))


def order(root: Path, *, dry_run: bool = False, wait: float = 0) -> Order:
    """Return an order for an output folder; content and theme are never read."""
    return Order(content=root, theme=root, output=root, now=BEGIN, address="", dry_run=dry_run, wait=wait)


def publish(root: Path, plan: ReleasePlan, given: Order | None = None) -> Publication:
    """Publish a release as the command does."""
    wanted = given or order(root)

    def work(output: Output, stages: Stages) -> Publication:
        return bring_live(wanted, plan, output, stages, lambda: None)

    return done_alone(wanted, work, Stages(lambda _: None))


def live_tree(root: Path) -> dict[str, bytes]:
    """Return every file that a reader can get, by address; nothing if no release is live."""
    current = root / "current"
    return {name: (current / name).read_bytes() for name in sorted(_names(current, ""))}


def _names(folder: Path, inside: str) -> list[str]:
    found = []
    for path in (folder / inside).iterdir() if folder.exists() else ():
        name = f"{inside}/{path.name}" if inside else path.name
        found += _names(folder, name) if path.is_dir() else [name]
    return found


def with_places(plan: ReleasePlan, **changed: object) -> ReleasePlan:
    """Return a plan with other facts."""
    return replace(plan, facts={**plan.facts, **changed})
