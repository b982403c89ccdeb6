"""The measurement: rounds in which our build, the rival's and the bare writing of bytes take turns."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.aside import set_aside
from tests.bench.process import Cost, measure
from tests.bench.rival import Rival
from tests.bench.stages import STAGES, measure_stages


@dataclass(slots=True)
class Contest:
    """Who takes part, and what each round brought."""

    content: Path
    moment: str
    folder: Path
    ours: list[Cost] = field(default_factory=list)
    theirs: list[Cost] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    stages: list[dict[str, float]] = field(default_factory=list)

    @property
    def site(self) -> Path:
        """Return the folder of our site."""
        return self.folder / "ours"

    def build_ours(self) -> Cost:
        """Build our whole site into a fresh folder, in a fresh process, as users do."""
        set_aside(self.site)
        command = str(Path(sys.executable).with_name("lantian"))
        return measure(
            command, "--content", str(self.content), "build", "--into", str(self.site), "--as-of", self.moment
        )

    def run(self, rounds: int, rival: Rival, tell: Callable[[], None]) -> None:
        """Take turns for a number of rounds; `tell` hears of each one that is over."""
        files = {file.relative_to(self.site): file.read_bytes() for file in self.site.rglob("*") if file.is_file()}
        for _ in range(rounds):
            self.ours.append(self.build_ours())
            self.theirs.append(rival.build())
            self.floor.append(write(files, self.folder / "floor"))
            set_aside(self.folder / "staged")
            staged = self.folder / "staged"
            self.stages.append(measure_stages(sys.executable, self.content, staged, self.moment))
            tell()

    def median_stages(self) -> dict[str, float]:
        """Return the median of each stage, in seconds."""
        return {stage: median(one[stage] for one in self.stages) for stage in STAGES}


def write(files: dict[Path, bytes], folder: Path) -> float:
    """Write files into a fresh folder; return the seconds it took."""
    set_aside(folder)
    started = perf_counter()
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return perf_counter() - started
