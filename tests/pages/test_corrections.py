"""Messages that are corrected keep their page, and the correction has one of its own with both values."""

from typing import Any

from tests.pages.test_bulletins import facts, message
from tests.real_site import ORANGE, edition_at

from lantian.formats.bulletins_data import bulletins_body
from lantian.formats.json_file import data_file
from lantian.pages.bulletins import BulletinsView, bulletin_pages
from lantian.pages.home import HomeView, home_pages

CORRECT: dict[str, Any] = {
    "id": "2026-11-20-02",
    "place": "yangquan",
    "action": "correct",
    "issued_at": "2026-11-20T11:00:00+08:00",
    "starts_at": "2026-11-20T11:00:00+08:00",
    "replaces": ORANGE["id"],
    "about": ORANGE["id"],
    "issuer": ORANGE["issuer"],
    "corrected": {"number": "2026-8", "expected_end": "2026-11-25T12:00:00+08:00", "official_text": "正确的原文"},
}
SUSPEND: dict[str, Any] = {
    **CORRECT,
    "id": "2026-11-21-03",
    "action": "suspend",
    "issued_at": "2026-11-21T13:00:00+08:00",
    "starts_at": "2026-11-21T14:00:00+08:00",
    "resumes_at": "2026-11-22T14:00:00+08:00",
    "replaces": CORRECT["id"],
    "about": None,
    "corrected": None,
}


def test_the_corrected_message_stays_readable_and_is_marked() -> None:
    """Its page shows what was issued, says first that it was corrected and when, and leads to the correction."""
    now = edition_at("11-20 12:00", ORANGE, CORRECT)
    view = message(now, ORANGE)
    assert facts(view)["Number"] == "2026-7"
    assert facts(view)["Expected end"].startswith("Around 12:00 on Tuesday 24 November")
    assert view.mark is not None
    assert view.mark.en.startswith("Facts of this message were corrected at 11:00 on Friday 20 November")
    assert view.later is not None
    assert view.later.address.endswith(f"{CORRECT['id']}/")
    assert message(edition_at("11-20 10:59", ORANGE, CORRECT), ORANGE).mark is None


def test_the_correction_says_what_is_right_and_what_it_had_said() -> None:
    """Each corrected fact stands with both values, others do not appear, and the level is said to be unchanged."""
    view = message(edition_at("11-20 12:00", ORANGE, CORRECT), CORRECT)
    told = facts(view)
    assert view.headline.en == "Correction of the message of 10:00 on Friday 20 November"
    assert told["Expected end"] == "12:00 on Wednesday 25 November (it had said: 12:00 on Tuesday 24 November)"
    assert "Primary pollutant" not in told
    assert told["Level"].startswith("Unchanged")
    assert told["Text of the notice"] == "Corrected, see below"
    assert view.paragraphs == ("正确的原文",)
    assert [fact.value.en for fact in view.facts if fact.label.en == "Number"][-1] == "2026-8 (it had said: 2026-7)"


def test_what_holds_is_told_with_the_corrected_facts() -> None:
    """The front page names the corrected number and end, and leads to the message."""
    edition = edition_at("11-21 12:00", ORANGE, CORRECT)
    view = next(iter(home_pages(edition))).shown
    assert isinstance(view, HomeView)
    assert "2026-8" in [fact.value.en for fact in view.source]
    assert "25 November" in view.strip.second_line.en
    assert view.source_address is not None
    assert view.source_address.endswith(f"{ORANGE['id']}/")


def test_a_suspension_has_its_page() -> None:
    """Its page says from when and until when nothing of the warning is in force, and that it is not lifted."""
    edition = edition_at("11-21 15:00", ORANGE, CORRECT, SUSPEND)
    view = message(edition, SUSPEND)
    assert view.tone == "none"
    assert view.headline.en.startswith("Orange warning suspended from 14:00 on Saturday 21 November until 14:00")
    told = facts(view)
    assert told["Suspended from"] == "14:00 on Saturday 21 November"
    assert told["Applies again"] == "14:00 on Sunday 22 November"
    assert told["Level after"] == "Orange warning, Level II response (suspended, not lifted)"
    listed = next(page.shown for page in bulletin_pages(edition) if page.address.endswith("/bulletin/"))
    assert isinstance(listed, BulletinsView)
    assert [row.address.split("/")[-2] for row in listed.episodes[0].rows] == [
        SUSPEND["id"], CORRECT["id"], ORANGE["id"],
    ]  # fmt: skip


def test_the_data_tell_both() -> None:
    """`bulletins.json` keeps the facts as published, names what corrects them, and fits its schema."""
    edition = edition_at("11-21 15:00", ORANGE, CORRECT, SUSPEND)
    body = bulletins_body(edition.messages, edition.as_of)
    assert data_file("bulletins", body, "yangquan", "demo", edition.as_of).data
    first, correction, suspension = body["bulletins"]
    assert (first["number"], first["corrected_by"], first["corrected"]) == ("2026-7", [CORRECT["id"]], None)
    assert (correction["about"], correction["corrected"]["number"]) == (ORANGE["id"], "2026-8")
    assert correction["corrected"]["expected_end"] == "2026-11-25T12:00:00+08:00"
    assert suspension["resumes_at"] == "2026-11-22T14:00:00+08:00"
