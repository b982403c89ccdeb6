"""The figures as tables, and the verdict on each target."""

from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table
from tests.bench.process import Cost
from tests.bench.rounds import Contest
from tests.bench.shape import Shape
from tests.bench.weights import Weight

MEGABYTE = 1_000_000
SIZES_ALIKE = 0.05


@dataclass(frozen=True, slots=True)
class Target:
    """A figure and the most it may be."""

    name: str
    value: float
    limit: float
    unit: str

    @property
    def met(self) -> bool:
        """Say whether the figure stays within its limit."""
        return self.value <= self.limit


def targets(contest: Contest, weights: list[Weight]) -> list[Target]:
    """Return the targets with what was measured."""
    times = [median(cost.seconds for cost in costs) for costs in (contest.ours, contest.theirs)]
    heaviest = max(weights, key=lambda weight: weight.page)
    return [
        Target("time of a cold build", times[0] / times[1], 3, "x Hugo"),
        Target("memory of a cold build", max(cost.peak for cost in contest.ours) / MEGABYTE, 200, "MB"),
        Target(f"heaviest status page, HTML and style ({heaviest.address})", heaviest.page / 1000, 14, "kB gz"),
        Target("scripts of a status page", max(weight.scripts for weight in weights) / 1000, 10, "kB gz"),
        Target("requests of a status page", max(weight.requests for weight in weights), 4, ""),
    ]


def show_builds(console: Console, contest: Contest) -> None:
    """Print what the builds cost: medians, range, ratio to Hugo."""
    table = Table(title="Cold builds, a fresh process each; medians", title_justify="left")
    for heading in ("", "wall s", "least–most s", "processor s", "peak MB", "x Hugo", "x floor"):
        table.add_column(heading, justify="right" if heading else "left")
    hugo, floor = median(cost.seconds for cost in contest.theirs), median(contest.floor)
    for name, costs in (("lantian build", contest.ours), ("hugo", contest.theirs)):
        table.add_row(name, *_row(costs), *_ratios(median(cost.seconds for cost in costs), hugo, floor))
    span = f"{min(contest.floor):.3f}–{max(contest.floor):.3f}"
    table.add_row("floor: the same bytes written", f"{floor:.3f}", span, "", "", *_ratios(floor, hugo, floor))
    console.print(table)


def _row(costs: list[Cost]) -> tuple[str, ...]:
    seconds = [cost.seconds for cost in costs]
    processor, peak = median(cost.processor for cost in costs), median(cost.peak for cost in costs) / MEGABYTE
    span = f"{min(seconds):.3f}–{max(seconds):.3f}"
    return f"{median(seconds):.3f}", span, f"{processor:.3f}", f"{peak:.0f}"


def _ratios(seconds: float, hugo: float, floor: float) -> tuple[str, str]:
    return f"{seconds / hugo:.2f}", f"{seconds / floor:.1f}"


def show_likeness(console: Console, ours: list[Shape], theirs: list[Shape], sources: tuple[int, int]) -> None:
    """Print how alike the two sites are; RuntimeError if all pages together differ by more than five per cent."""
    sizes = [sum(shape.size for shape in shapes) for shapes in (ours, theirs)]
    elements = [sum(shape.elements for shape in shapes) for shapes in (ours, theirs)]
    twins = {shape.address: shape.size for shape in theirs}
    if len(ours) != len(theirs) or abs(sizes[1] / sizes[0] - 1) > SIZES_ALIKE:
        raise RuntimeError(
            f"the rival is no match: {len(ours)} and {len(theirs)} pages, {sizes[0]} and {sizes[1]} bytes"
        )
    close = sum(abs(twins[shape.address] / shape.size - 1) <= SIZES_ALIKE for shape in ours)
    table = Table(title="The two sites", title_justify="left")
    for heading in ("", "pages", "HTML bytes", "elements", "YAML bytes"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, index in (("lantian", 0), ("hugo", 1)):
        table.add_row(name, str(len(ours)), *(f"{pair[index]:,}" for pair in (sizes, elements, sources)))
    console.print(table)
    console.print(f"{close} of {len(ours)} pages weigh the same as their twin within 5 %.\n")


def show_stages(console: Console, stages: dict[str, float]) -> None:
    """Print where our build spends its time."""
    table = Table(title="Stages of lantian build; medians", title_justify="left")
    table.add_column("stage")
    table.add_column("s", justify="right")
    for name, seconds in stages.items():
        table.add_row(name, f"{seconds:.3f}")
    console.print(table)


def show_targets(console: Console, found: list[Target]) -> None:
    """Print each target with pass or fail."""
    table = Table(title="Targets", title_justify="left")
    for heading in ("", "measured", "at most", ""):
        table.add_column(heading)
    for target in found:
        verdict = "[green]pass[/]" if target.met else "[bold red]FAIL[/]"
        table.add_row(target.name, f"{target.value:.2f} {target.unit}", f"{target.limit:g} {target.unit}", verdict)
    console.print(table)
