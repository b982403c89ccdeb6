"""The next official message of a made place, written beside the content and renamed into it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from tests.bench.rows import dump

_STEP = timedelta(seconds=20)
_BEFORE = timedelta(minutes=20)
"""Messages are dated back a little and then apart, so that none lies ahead however fast the rounds are."""


@dataclass(slots=True)
class Chain:
    """The messages of one place: a warning is issued at the lowest level, then raised and lowered in turn."""

    content: Path
    place: str
    approvals: list[dict[str, Any]]
    levels: list[str]
    begun: datetime
    made: int = 0
    last: str | None = None

    def add(self) -> str:
        """Rename the next message into the content; return its place and id."""
        return self.put(self.prepare())

    def prepare(self) -> Path:
        """Write the next message where nothing reads it; return the file."""
        number = self.made
        self.made += 1
        issued = self.begun + number * _STEP
        action = "issue" if number == 0 else "raise" if number % 2 else "lower"
        level = self.levels[number % 2]
        name = f"{issued:%Y-%m-%d}-{number + 11}"
        file = self.content.parent / f"{name}.yaml"
        file.write_text(dump(self._message(action, level, issued, number)), "utf-8")
        return file

    def put(self, file: Path) -> str:
        """Rename a message that was prepared into the content; return its place and id."""
        file.rename(self.content / "bulletins" / self.place / file.name)
        self.last = file.stem
        return f"{self.place}/{file.stem}"

    def _message(self, action: str, level: str, issued: datetime, number: int) -> dict[str, Any]:
        role = next(one["role"] for one in self.approvals if one["action"] == "issue" and level in one["levels"])
        told = {
            "action": action,
            "level": level,
            "issued_at": issued.isoformat(),
            "starts_at": issued.isoformat(),
            "number": f"测2026-{number}",
            "issuer": {"zh": "示例指挥部办公室", "en": "Office of the example command"},
            "approved_by": role,
            "pollutant": "pm25",
            "forecast": [160, 172, 165],
            "area": {"zh": "全市", "en": "Whole city"},
            "reason": {"zh": "不利气象条件。", "en": "Unfavourable weather."},
            "official_text": "测试用消息：不是真实预警。污染预计持续三天，采取相应级别的措施。",
        }
        return told if self.last is None else {**told, "replaces": self.last}


def chain(content: Path, place: str) -> Chain:
    """Return the messages to come of a made place; its folder of messages is there afterwards."""
    (content / "bulletins" / place).mkdir(parents=True, exist_ok=True)
    plan = yaml.load((content / "plans" / place / "plan.yaml").read_text("utf-8"), yaml.CSafeLoader)
    levels = [level["id"] for level in sorted(plan["levels"], key=lambda level: int(level["rank"]))]
    now = datetime.now(ZoneInfo("Asia/Shanghai")).replace(microsecond=0)  # noqa: TID251 - `watch` asks the clock too
    return Chain(content, place, plan["approvals"], levels[:2], now - _BEFORE)
