"""Places and the addresses that the site keeps for itself."""

import pytest
from tests.warning_messages import PLACE

from lantian.model.checks.known import Known
from lantian.model.checks.site import place_findings
from lantian.model.place import RESERVED


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_place_has_no_address_of_the_site_itself(name: str) -> None:
    """A place called like a folder of the site would write over it; the check says so."""
    place = PLACE.model_copy(update={"id": name})
    assert [finding.key for finding in place_findings(place, Known(), {})] == ["reserved_place"]


def test_an_ordinary_name_is_free() -> None:
    """Any other id passes."""
    assert not list(place_findings(PLACE, Known(), {}))
