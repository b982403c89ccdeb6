"""Why a publication did not take place, as a sentence that the command line speaks."""


class PublishingFailedError(Exception):
    """The earlier site is still live; `key` names a sentence of the command line, `fields` fill it in."""

    def __init__(self, key: str, /, **fields: str | int) -> None:
        """Remember the sentence."""
        super().__init__(f"{key} {fields}")
        self.key = key
        self.fields = fields
