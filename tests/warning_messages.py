"""Messages for tests: short to write, and random chains that an office could have issued."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from tests.plan_frame import read_frame

from lantian.model.bulletin import Bulletin, Facts
from lantian.model.measure import Measure
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.text import Text

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 20, tzinfo=ZONE)
ISSUER = Text(zh="指挥部办公室", en="Command office")
PLACE = Place(
    id="yangquan", code="140300", names=Text(zh="阳泉市", en="Yangquan City"), pinyin="yang quan",
    timezone="Asia/Shanghai", plan="yangquan-2023", issuer=ISSUER, hotline="12369", hotline_name=ISSUER,
    air_quality_note=ISSUER,
)  # fmt: skip
STOP = Measure(
    id="school-stop", kind="health", topic="school", audiences=("schools",), duty="required",
    levels={"yellow": "5.3.1", "orange": "5.3.2", "red": "5.3.3"},
    text=Text(zh="停止室外活动。", en="No outdoor activities."),
)  # fmt: skip
TIMES = {"starts": "starts_at", "end": "expected_end", "resumes": "resumes_at"}
LEVELS = ("yellow", "orange", "red")


def plan(*measures: Measure, **fields: Any) -> Plan:  # noqa: ANN401 - any field of a plan
    """Return the real frame with school measures (the usual one if none is given) and other fields changed."""
    return read_frame("yangquan").model_copy(update={"measures": measures or (STOP,), **fields})


def at(text: str) -> datetime:
    """Return `11-21 11:40` (of 2026) or `2027-01-01 00:00` in the place's time."""
    return datetime.fromisoformat(text if text[:2] == "20" else f"2026-{text}").replace(tzinfo=ZONE)


def message(number: int, given: dict[str, Any]) -> Bulletin:
    """Return the message with a running number; `after` is that of the one it replaces, `about` of its subject."""
    told = dict(given)
    after, about, corrected = (told.pop(name, None) for name in ("after", "about", "corrected"))
    issued = at(told.pop("issued"))
    times = _times(told)
    return Bulletin(
        id=f"m-{number}", place="yangquan", issuer=ISSUER, issued_at=issued, replaces=f"m-{after}" if after else None,
        about=f"m-{about}" if about else None, corrected=facts(corrected) if corrected else None,
        **{"starts_at": issued, **times}, **told,
    )  # fmt: skip


def facts(given: dict[str, Any]) -> Facts:
    """Return what a correction states, its times written as in the cases."""
    told = dict(given)
    return Facts(**_times(told), **told)


def _times(told: dict[str, Any]) -> dict[str, Any]:
    """Take the times out of what is told of a message, under the names of its fields."""
    return {field: at(told.pop(name)) for name, field in TIMES.items() if name in told}


def messages(given: list[dict[str, Any]]) -> tuple[Bulletin, ...]:
    """Return a log; messages are numbered from 1."""
    return tuple(message(number, one) for number, one in enumerate(given, start=1))


def hours(number: int) -> datetime:
    """Return a moment counted in hours from the start of all random logs."""
    return START + timedelta(hours=number)


@st.composite
def logs(
    draw: st.DrawFn, *, withdrawals: bool = True, exercise: bool = False, interrupted: bool = False
) -> tuple[Bulletin, ...]:
    """Draw a log of one to three chains, each begun after the one before was lifted or taken back.

    `interrupted` ones are suspended, resumed and corrected too, in every order that an office could hit upon.
    """
    log: list[Bulletin] = []
    chain: list[Bulletin] = []
    clock = draw(st.integers(0, 200))
    for _ in range(draw(st.integers(1, 9))):
        standing = _standing(chain)
        if not standing or standing[-1].action == "lift":
            chain, standing = [], []
            action = "exercise" if exercise else "issue"
        else:
            usual = ["raise", "lower", "extend", "lift", *(["suspend", "resume", "correct"] if interrupted else [])]
            action = draw(st.sampled_from([*usual, "withdraw"] if withdrawals and chain[-1] in standing else usual))
        name = f"{'x' if exercise else 'm'}-{len(log)}"
        fields = {"id": name, "place": "yangquan", "issuer": ISSUER, "action": action}
        fields |= draw(_drawn(action, clock, standing))
        chain.append(Bulletin(**fields, issued_at=hours(clock), replaces=chain[-1].id if chain else None))
        log.append(chain[-1])
        clock += draw(st.integers(1, 60))
    return tuple(log)


@st.composite
def _drawn(draw: st.DrawFn, action: str, clock: int, standing: list[Bulletin]) -> dict[str, Any]:
    """Draw the level and the times of a message, or what it corrects."""
    begins = clock + draw(st.integers(0, 40))
    later = hours(begins + draw(st.integers(1, 80))) if draw(st.booleans()) else None
    fields: dict[str, Any] = {"starts_at": hours(begins)}
    if action in {"issue", "exercise", "raise", "lower"}:
        return {**fields, "level": draw(st.sampled_from(LEVELS)), "expected_end": later}
    if action == "extend":
        return {**fields, "expected_end": later}
    if action == "suspend":
        return {**fields, "resumes_at": later}
    if action == "correct":
        right = hours(clock + draw(st.integers(-20, 60)))
        about = draw(st.sampled_from([one.id for one in standing if one.action != "correct"]))
        return {"starts_at": hours(clock), "about": about, "corrected": Facts(starts_at=right, number="9")}
    return fields


def _standing(chain: list[Bulletin]) -> list[Bulletin]:
    """Return the messages of a chain that stand, corrections among them."""
    gone = {one.replaces for one in chain if one.action == "withdraw"}
    return [one for one in chain if one.action != "withdraw" and one.id not in gone]
