"""The tables of a campaign that has ended, as they are printed: targets, households, coal, tasks."""

from lantian.model.campaign_tables import TaskRow
from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.archived import Archived, Ended, File
from lantian.pages.page import Link


@view
class FigureRow:
    """A district and its figures, in the order of the columns."""

    names: Text
    figures: tuple[Text, ...]
    whole: bool
    doubts: tuple[Link, ...]


@view
class FigureTable:
    """A table of figures by district; `notes` are what has to be known to read it."""

    id: str
    heading: Text
    columns: tuple[Text, ...]
    rows: tuple[FigureRow, ...]
    notes: tuple[Text, ...]
    citation: Citation
    file: File


@view
class TablesView:
    """All tables by district."""

    ended: Ended
    tables: tuple[FigureTable, ...]


@view
class Task:
    """A row of the task table."""

    id: str
    work: Text
    task: Text
    departments: Text
    due: Text
    measure: Text
    citation: Citation
    doubts: tuple[Link, ...]


@view
class TaskGroup:
    """The tasks of one category."""

    id: str
    heading: Text
    tasks: tuple[Task, ...]


@view
class TasksView:
    """The task table by category."""

    ended: Ended
    groups: tuple[TaskGroup, ...]
    contents: tuple[Link, ...]
    file: File


COAL = ("used_2012", "used_2016", "growth", "cut_against_2012", "net_cut", "cap")


def tables_view(archived: Archived) -> TablesView:
    """Return targets, households and coal."""
    return TablesView(
        ended=archived.ended(archived.say("archive.tables_heading")),
        tables=(_targets(archived), _households(archived), _coal(archived)),
    )


def tasks_view(archived: Archived) -> TasksView:
    """Return the task table."""
    tables = archived.campaign.tables
    page = archived.address("tasks")
    groups = tuple(
        TaskGroup(
            id=f"category-{category.id}",
            heading=category.names,
            tasks=tuple(_task(archived, one) for one in tables.tasks if one.category == category.id),
        )
        for category in tables.task_categories
    )
    return TasksView(
        ended=archived.ended(archived.say("archive.tasks_heading", number=len(tables.tasks))),
        groups=groups,
        contents=tuple(Link(page, group.heading, anchor=group.id) for group in groups),
        file=archived.files("tasks")[0],
    )


def _task(archived: Archived, one: TaskRow) -> Task:
    departments = archived.bodies(one.departments)
    return Task(
        id=f"task-{one.id}",
        work=one.work,
        task=one.task,
        departments=departments or archived.say("archive.unsaid"),
        due=one.due,
        measure=one.measure,
        citation=archived.cite(one.cite),
        doubts=archived.doubts(one.doubts),
    )


def _targets(archived: Archived) -> FigureTable:
    tables = archived.campaign.tables
    rows = tuple(
        FigureRow(one.names, (_percent(one.pm25), _percent(one.heavy_days)), whole=False, doubts=())
        for one in tables.targets
    )
    return _table(archived, "targets", ("pm25", "heavy_days"), rows, (archived.say("archive.targets_note"),))


def _households(archived: Archived) -> FigureTable:
    tables = archived.campaign.tables
    rows = tuple(
        FigureRow(one.names, (_number(one.households),), whole=False, doubts=archived.doubts(one.doubts))
        for one in tables.households
    )
    total = _number(sum(one.households for one in tables.households))
    notes = (
        archived.say("archive.households_target", text=tables.households_total),
        archived.say("archive.households_sum", total=total),
    )
    return _table(archived, "households", ("households",), rows, notes)


def _coal(archived: Archived) -> FigureTable:
    tables = archived.campaign.tables
    rows = tuple(
        FigureRow(
            one.names,
            tuple(_printed(getattr(one, name)) for name in COAL),
            whole=one.whole,
            doubts=archived.doubts(one.doubts),
        )
        for one in tables.coal
    )
    return _table(archived, "coal", COAL, rows, (tables.coal_note,))


def _table(
    archived: Archived, name: str, columns: tuple[str, ...], rows: tuple[FigureRow, ...], notes: tuple[Text, ...]
) -> FigureTable:
    return FigureTable(
        id=name,
        heading=archived.say(f"archive_table.{name}"),
        columns=tuple(archived.say(f"archive_column.{column}") for column in columns),
        rows=rows,
        notes=notes,
        citation=archived.cite(getattr(archived.campaign.tables, f"{name}_cite")),
        file=archived.files(name)[0],
    )


def _printed(figure: str) -> Text:
    return Text(zh=figure, en=figure)


def _percent(figure: str) -> Text:
    return _printed(f"{figure}%")


def _number(number: int) -> Text:
    return Text(zh=str(number), en=f"{number:,}")
