"""The content folder becomes one checked record, or every problem in it at once."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from lantian.model.checks.known import Ids
from lantian.model.checks.site import site_findings
from lantian.model.content import Content, SiteSettings
from lantian.model.wording import Wording
from lantian.problems import ProblemsFound
from lantian.reading.files import Folder
from lantian.reading.part import read_part
from lantian.reading.prose import read_prose
from lantian.reading.records import read_record
from lantian.reading.report import Report
from lantian.reading.shelf import Shelf
from lantian.reading.vocabulary import read_vocabulary

_SITE = TypeAdapter(SiteSettings)


def read_content(folder: Path) -> Content:
    """Read and check all content below a folder; raises ProblemsFound with every problem of every file."""
    report = Report()
    files = Folder(folder, report)
    if not files.list_files():
        raise ProblemsFound(report.problems)
    words = read_vocabulary(files, report)
    places = place_ids(files, report)
    part = read_part(files, places, report, Shelf(None))
    site = read_site(files, places, report)
    prose = read_prose(files, report)
    part.check(replace(words.known, plans=part.plan_ids, places=places), report)
    if report.problems:
        raise ProblemsFound(report.problems)
    return Content.model_validate(
        {
            "site": site,
            "wording": words.wording or Wording(),
            "vocabulary": words.vocabulary(),
            "places": part.contents(),
            "prose": prose,
        }
    )


def place_ids(files: Folder, report: Report) -> tuple[str, ...]:
    """Return the ids of all places, which are the names of their files; none is a problem."""
    ids = tuple(path.stem for path in files.below("places"))
    if not ids:
        report.add_file(files.name_of("places"), "no_place")
    return ids


def read_site(files: Folder, places: Ids, report: Report) -> SiteSettings | None:
    """Read the settings; None if they are not well formed."""
    source = files.read_yaml(PurePosixPath("site.yaml"))
    site = read_record(_SITE, source, report)
    if source is not None and site is not None:
        report.add_findings(source, site_findings(site, places))
    return site
