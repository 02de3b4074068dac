"""How the practice workspace says no: to the app with Slack's error codes, to a person in words."""


class Refused(Exception):
    """The app asked for something that Slack refuses with `code`; `details` stand beside it in the answer."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details

    @classmethod
    def because(cls, code: str, problems: list[str]) -> "Refused":
        """Build a refusal that lists its `problems` where Slack lists them."""
        return cls(code, errors=problems, response_metadata={"messages": problems})


class OutOfReach(LookupError):
    """Nothing like that is on this person's screen."""
