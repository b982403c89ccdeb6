"""However deep a word lies, a check says where."""

from lantian.model.checks.clauses import clause_findings
from lantian.model.checks.descent import inside
from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Known
from lantian.model.checks.vocabulary import untranslated_findings
from lantian.model.text import Record, Text

BOTH = Text(zh="\u53e5", en="A sentence")
KNOWN = Known(parts=("annex",), cited_levels=("red",), cited_grades=())


class Rule(Record):
    """A fact that is cited."""

    clause: str
    says: Text = BOTH
    more: tuple["Rule", ...] = ()
    levels: dict[str, str] | None = None


def places(findings: list[Finding]) -> list[tuple[str | int, ...]]:
    """Return where something was found."""
    return [finding.path for finding in findings]


def test_a_clause_is_found_wherever_it_stands() -> None:
    """In records of records, in lists, in dictionaries by level; what has a name, and what is no clause, is left."""
    inner = Rule(clause="2 part nowhere", levels={"red": "3 level blue", "own": "4 level red"})
    rules = (Rule(clause="1 part annex"), Rule(clause="1", more=(inner,)))
    found = list(clause_findings(("rules",), {"any": rules, "title": "5 part nowhere"}, KNOWN))
    below = ("rules", "any", 1, "more", 0)
    assert places(found) == [(*below, "clause"), (*below, "levels", "red")]
    assert [finding.key for finding in found] == ["unknown_cited_part", "unknown_cited_level"]
    assert places(list(clause_findings(("cite",), "6 grade none", KNOWN))) == [("cite",)]


def test_a_statement_left_in_chinese_is_found_wherever_it_stands() -> None:
    """In lists of lists and beside other fields; one that is the same in both languages for good reason is left."""
    left = {"zh": "\u53e5", "en": " \u53e5 ", "note": None}
    data = {"a": [["word", left]], "b": {"zh": "PM2.5", "en": "PM2.5"}, "c": None}
    assert places(list(untranslated_findings(data))) == [("a", 0, 1, "en")]


def test_what_lies_inside() -> None:
    """Fields of a record in their order, entries of lists and dictionaries; nothing of words."""
    assert dict(inside(BOTH)) == {"zh": BOTH.zh, "en": BOTH.en}
    assert [step for step, _ in inside(Rule(clause="1"))] == ["clause", "says", "more", "levels"]
    assert list(inside(("a", "b"))) == list(inside(["a", "b"])) == [(0, "a"), (1, "b")]
    assert list(inside({"a": 1})) == [("a", 1)]
    assert list(inside("word")) == list(inside(None)) == list(inside(7)) == []
