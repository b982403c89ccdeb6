"""A campaign that has ended is one record in as many files as it needs; a long list may go on in the next file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath

from pydantic import TypeAdapter, ValidationError

from lantian.model.campaign import Campaign
from lantian.model.checks.campaign import campaign_findings
from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Known
from lantian.model.checks.vocabulary import untranslated_findings
from lantian.model.view import view
from lantian.reading.files import Folder
from lantian.reading.layout import CAMPAIGN_HEAD
from lantian.reading.report import Report
from lantian.reading.schema_errors import schema_findings
from lantian.reading.shelf import Shelf
from lantian.reading.yaml_source import Data, YamlSource

_CAMPAIGN = TypeAdapter(Campaign)
_KIND = "campaign"


@dataclass(slots=True)
class CampaignFiles:
    """The files of a campaign joined: its fields, and for each field the files that hold it, with what lies before."""

    head: YamlSource
    data: dict[str, Data] = field(default_factory=dict)
    origins: dict[str, list[tuple[YamlSource, int]]] = field(default_factory=dict)

    def join(self, source: YamlSource, report: Report) -> None:
        """Add a file; a list goes on where the file before left off, anything else may stand only once."""
        for name, value in source.data.items():
            earlier = self.data.get(name)
            if name not in self.data:
                self.data[name] = value
                self.origins[name] = [(source, 0)]
            elif isinstance(earlier, list) and isinstance(value, list):
                self.origins[name].append((source, len(earlier)))
                self.data[name] = [*earlier, *value]
            else:
                file = PurePosixPath(self.origins[name][0][0].file).name
                fields = {"name": name, "file": file}
                report.add_findings(source, [Finding((name,), "field_of_other_file", fields, at_key=True)])

    def report(self, findings: Iterable[Finding], report: Report) -> None:
        """Tell each finding of the file and line that it is about."""
        for finding in findings:
            source, local = self._place(finding)
            report.add_findings(source, [local])

    def _place(self, finding: Finding) -> tuple[YamlSource, Finding]:
        origins = self.origins.get(str(finding.path[0]), []) if finding.path else []
        index = finding.path[1] if len(finding.path) > 1 else 0
        if not isinstance(index, int):
            index = 0
        for source, before in reversed(origins):
            if index >= before:
                path = finding.path if before == 0 else (finding.path[0], index - before, *finding.path[2:])
                return source, replace(finding, path=path)
        return self.head, finding


@view
class CampaignDraft:
    """A campaign by its files, read when asked for if it was kept; `campaign` is None if it is not well formed."""

    files: Callable[[], CampaignFiles | None]
    campaign: Campaign | None

    def check(self, known: Known, report: Report) -> None:
        """Report what is inconsistent in the campaign, and an id that a plan has already."""
        if self.campaign is None:
            return
        # A campaign names no headings of its own, so that no clause can go by one.
        findings = [*campaign_findings(self.campaign, replace(known, parts=()))]
        if known.plans is not None and self.campaign.id in known.plans:
            findings.append(Finding(("id",), "repeated_id", {"id": self.campaign.id}))
        files = self.files() if findings else None
        if files is not None:
            files.report(findings, report)


def read_campaigns(folder: Folder, report: Report, shelf: Shelf) -> tuple[CampaignDraft, ...]:
    """Read every campaign, in the order of the folders; a campaign without a readable head is left out."""
    drafts = (read_campaign(folder, name, report, shelf) for name in folder.campaigns)
    return tuple(draft for draft in drafts if draft is not None)


def read_campaign(folder: Folder, name: str, report: Report, shelf: Shelf) -> CampaignDraft | None:
    """Read a campaign; one of which the same bytes were read before, and were well formed, is taken from the shelf."""
    key = folder.hash_of(*folder.below("campaigns", name))
    kept = take_campaign(shelf, key)
    if kept is not None:
        return CampaignDraft(partial(_read_files, folder, name, Report()), kept)
    before = len(report.problems)
    draft = _read_campaign(folder, name, report)
    if draft is not None and draft.campaign is not None and len(report.problems) == before:
        shelf.put(_CAMPAIGN, _KIND, key, draft.campaign)
    return draft


def take_campaign(shelf: Shelf, key: str) -> Campaign | None:
    """Return a campaign that was kept, by the hash of its files."""
    return shelf.take(_CAMPAIGN, _KIND, key)


def check_campaigns(drafts: tuple[CampaignDraft, ...], known: Known, report: Report) -> None:
    """Check every campaign; no two have the same id."""
    seen: tuple[str, ...] = known.plans or ()
    for draft in drafts:
        draft.check(replace(known, plans=seen), report)
        seen = (*seen, draft.campaign.id) if draft.campaign is not None else seen


def _read_campaign(folder: Folder, name: str, report: Report) -> CampaignDraft | None:
    files = _read_files(folder, name, report)
    if files is None:
        return None
    try:
        return CampaignDraft(lambda: files, Campaign.model_validate(files.data))
    except ValidationError as error:
        files.report(schema_findings(error, files.data), report)
        return CampaignDraft(lambda: files, None)


def _read_files(folder: Folder, name: str, report: Report) -> CampaignFiles | None:
    where = PurePosixPath("campaigns", name)
    head_path = where / CAMPAIGN_HEAD
    others = [path for path in folder.below("campaigns", name) if path != head_path]
    sources = [folder.read_yaml(path) for path in (head_path, *others)]
    for source in sources:
        if source is not None:
            report.add_findings(source, untranslated_findings(source.data))
    head = sources[0]
    if head is None or None in sources:  # what a broken file holds would be reported as missing
        return None
    files = CampaignFiles(head)
    for source in sources:
        if source is not None:
            files.join(source, report)
    return files
