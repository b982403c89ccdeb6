"""A rival is measured for so long and no longer: what hangs or takes for ever is a result too."""

from tests.bench.process import Cost, measure

SECONDS = 600
"""How long one turn of a rival may take."""
_TIMEOUT = "/usr/bin/timeout"
_OUT_OF_TIME = f"{_TIMEOUT} ended with 124\n"


def measure_rival(*command: str) -> Cost:
    """Run a command from the top of the repository; RuntimeError if it fails or is not done in time."""
    try:
        return measure(_TIMEOUT, str(SECONDS), *command)
    except RuntimeError as error:
        if str(error).startswith(_OUT_OF_TIME):
            raise RuntimeError(f"stopped after {SECONDS} s") from error
        raise
