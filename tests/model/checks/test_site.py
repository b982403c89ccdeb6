"""Places and the addresses that the site keeps for itself."""

import pytest
from tests.warning_messages import PLACE

from lantian.model.checks.known import Known
from lantian.model.checks.site import place_findings
from lantian.model.place import RESERVED
from lantian.model.short_code import place_code


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_place_has_no_address_of_the_site_itself(name: str) -> None:
    """A place called like a folder of the site would write over it; the check says so."""
    place = PLACE.model_copy(update={"id": name})
    assert [finding.key for finding in place_findings(place, Known(), {})] == ["reserved_place"]


def test_an_ordinary_name_is_free() -> None:
    """Any other id passes."""
    assert not list(place_findings(PLACE, Known(), {}))


def test_two_places_never_share_a_short_address() -> None:
    """Ids whose codes are the same are told once, of the later one; a code on a wall can lead to one place alone."""
    seen: dict[str, str] = {}
    first, second = next(
        (seen[code], name)
        for name in (f"place-{number:06d}" for number in range(100_000))
        if seen.setdefault(code := place_code(name), name) != name
    )
    known = Known(places=(first, second))
    told = {name: PLACE.model_copy(update={"id": name}) for name in (first, second)}
    assert not list(place_findings(told[first], known, {}))
    (finding,) = place_findings(told[second], known, {})
    assert (finding.key, finding.fields["other"]) == ("repeated_short", first)
