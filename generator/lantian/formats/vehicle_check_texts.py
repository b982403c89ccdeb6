"""The sentences of `vehicle-check.json`, each once, and what names them: statements, exemptions, answers."""

from typing import Literal

from lantian.formats.json_file import Json
from lantian.model.text import Text
from lantian.model.vehicle import Exemption, Scope, VehicleRule
from lantian.model.vehicle_verdict import Answer
from lantian.model.wording import Wording
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.vehicle_cards import exempt
from lantian.pages.vehicle_words import verdict_word

Kind = Literal["rule", "release", "silence"]


class Texts:
    """Texts in the order in which they were first added."""

    def __init__(self, wording: Wording) -> None:
        """Begin with none."""
        self._wording = wording
        self._numbers: dict[Text, int] = {}

    @property
    def every(self) -> tuple[Text, ...]:
        """Return the texts; the number of each is its place here."""
        return tuple(self._numbers)

    def add(self, text: Text) -> int:
        """Return the number of a text."""
        return self._numbers.setdefault(text, len(self._numbers))

    def say(self, key: str, /, **fields: Text | str) -> int:
        """Return the number of a sentence of the wording."""
        return self.add(self._wording.say(key, **fields))


def statement_bodies(edition: Edition, texts: Texts) -> list[Json]:
    """Return rules, releases and silences of the plan, in this order; `citations` by level."""
    return [_statement(kind, scope, edition, texts) for kind, scope in _statements(edition)]


def exemption_bodies(edition: Edition, texts: Texts) -> list[Json]:
    """Return every different exemption: what it takes, who it is for, what is doubtful about it."""
    found = []
    for exemption in _exemptions(edition):
        shown = exempt(edition, exemption)
        found.append(
            {
                "id": exemption.id,
                "code": shown.code,
                "word": texts.add(shown.word),
                "text": texts.add(shown.text),
                "doubt": _doubt(edition, exemption.doubt, texts),
            }
        )
    return found


def answer_body(answer: Answer, fuel: str, edition: Edition, texts: Texts) -> Json:
    """Return an answer: verdict, why, statements by number, and which exemptions may help the fuel."""
    ids, every = _statement_numbers(edition), _exemption_numbers(edition)
    rules = sorted((rule for rule in edition.plan.vehicles.rules if rule.id in answer.rules), key=_strength)
    offered = [one for rule in rules for one in rule.exemptions]
    unhelpful = [one for one in offered if one.fuels and fuel not in one.fuels]
    claims = [one for one in offered if not one.fuels or fuel in one.fuels]
    return {
        "verdict": answer.verdict,
        "word": texts.add(verdict_word(edition, answer)),
        "reason": answer.reason,
        "statements": [ids[one] for one in (*(rule.id for rule in rules), *answer.releases, *answer.silences)],
        "claims": list(dict.fromkeys(every[one] for one in claims)),
        "unhelpful": list(dict.fromkeys(every[one] for one in unhelpful)),
        "carry": texts.say(f"vehicle_check.carry_{_carry(answer, claims)}"),
    }


def _strength(rule: VehicleRule) -> tuple[bool, int]:
    """Put the rule that decides first: what is required, the strictest of it, then what may come."""
    return rule.duty != "required", ("ban", "hours", "site_ban", "odd_even").index(rule.effect)


def _carry(answer: Answer, claims: list[Exemption]) -> str:
    if answer.verdict == "with_permit":
        return "proof"
    return "if_claimed" if any(one.needs_permit for one in claims) else "unsaid"


def _exemptions(edition: Edition) -> tuple[Exemption, ...]:
    return tuple(dict.fromkeys(one for rule in edition.plan.vehicles.rules for one in rule.exemptions))


@once
def _exemption_numbers(edition: Edition) -> dict[Exemption, int]:
    return {one: number for number, one in enumerate(_exemptions(edition))}


@once
def _statement_numbers(edition: Edition) -> dict[str, int]:
    return {scope.id: number for number, (_, scope) in enumerate(_statements(edition))}


def _statements(edition: Edition) -> list[tuple[Kind, Scope]]:
    chapter = edition.plan.vehicles
    return [
        *(("rule", one) for one in chapter.rules),
        *(("release", one) for one in chapter.releases),
        *(("silence", one) for one in chapter.silences),
    ]


def _statement(kind: Kind, scope: Scope, edition: Edition, texts: Texts) -> Json:
    rule = scope if isinstance(scope, VehicleRule) else None
    condition = rule.condition if rule is not None else None
    return {
        "kind": kind,
        "id": scope.id,
        "text": texts.add(scope.text),
        "duty": rule.duty if rule is not None else None,
        "condition": None if condition is None else texts.add(condition),
        "hours": texts.say("vehicle_page.hours", hours=rule.hours) if rule is not None and rule.hours else None,
        "citations": {level: texts.add(edition.cite(clause).label) for level, clause in scope.levels.items()},
        "doubt": _doubt(edition, getattr(scope, "doubt", None), texts),
    }


def _doubt(edition: Edition, doubt: str | None, texts: Texts) -> Json | None:
    return None if doubt is None else {"anchor": doubt, "note": texts.add(edition.plan.anomaly(doubt).note)}
