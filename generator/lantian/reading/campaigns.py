"""A campaign that has ended is one record in as many files as it needs; a long list may go on in the next file."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from pydantic import ValidationError

from lantian.model.campaign import Campaign
from lantian.model.checks.campaign import campaign_findings
from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Known
from lantian.model.checks.vocabulary import untranslated_findings
from lantian.model.view import view
from lantian.reading.files import CAMPAIGN_HEAD, Folder
from lantian.reading.report import Report
from lantian.reading.schema_errors import schema_findings
from lantian.reading.yaml_source import Data, YamlSource


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
    """A campaign by its files; `campaign` is None if it is not well formed."""

    files: CampaignFiles
    campaign: Campaign | None

    def check(self, known: Known, report: Report) -> None:
        """Report what is inconsistent in the campaign, and an id that a plan has already."""
        if self.campaign is None:
            return
        # A campaign names no headings of its own, so that no clause can go by one.
        self.files.report(campaign_findings(self.campaign, replace(known, parts=())), report)
        if known.plans is not None and self.campaign.id in known.plans:
            self.files.report([Finding(("id",), "repeated_id", {"id": self.campaign.id})], report)


def read_campaigns(folder: Folder, report: Report) -> tuple[CampaignDraft, ...]:
    """Read every campaign, in the order of the folders; a campaign without a readable head is left out."""
    drafts = (_read_campaign(folder, name, report) for name in folder.campaigns)
    return tuple(draft for draft in drafts if draft is not None)


def check_campaigns(drafts: tuple[CampaignDraft, ...], known: Known, report: Report) -> None:
    """Check every campaign; no two have the same id."""
    seen: tuple[str, ...] = known.plans or ()
    for draft in drafts:
        draft.check(replace(known, plans=seen), report)
        seen = (*seen, draft.campaign.id) if draft.campaign is not None else seen


def _read_campaign(folder: Folder, name: str, report: Report) -> CampaignDraft | None:
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
    try:
        return CampaignDraft(files, Campaign.model_validate(files.data))
    except ValidationError as error:
        files.report(schema_findings(error, files.data), report)
        return CampaignDraft(files, None)
