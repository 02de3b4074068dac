"""Sets of words as they are written down by hand: many to a line."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text between spaces."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """The phrases of a text between commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))
