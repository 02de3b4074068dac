"""What students are promised, in the same words everywhere, and where they find support."""

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

VOLUNTARY = "It is voluntary and never part of an evaluation."
NOT_LIVE = "Nobody reads replies as they come in, so this is no way to report anything or to get help."
OWN_JOURNAL = "What you write stays in your journal unless you choose to share it."
POOLED = (
    "What you share is pooled and confidential. Once a week your preceptors get one digest; it shows nothing unless at "
    "least {voices} students shared something, and it never says who wrote what."
)
RESIDUAL = (
    "A few risks remain. Somebody may know your style, or a thing that only you could know. Colleagues could put "
    "their heads together, and a digest that shows something tells that at least {voices} of you took part. Whoever "
    "owns this workspace or runs Bedside could get at more than a preceptor sees."
)
MORE = "The Home tab says more, under “How sharing works”."


def pooled(voices: int) -> str:
    """Who sees shared replies, and when."""
    return POOLED.format(voices=in_words(voices))


def residual(voices: int) -> str:
    """What the rule can't rule out, in short."""
    return RESIDUAL.format(voices=in_words(voices))


def in_words(number: int) -> str:
    """A number as one would say it."""
    spelled = dict(enumerate(NUMBERS, 1))
    return spelled.get(number, str(number))


def counted(number: int, unit: str) -> str:
    """So many of a unit: "one week", "four weeks"."""
    return f"{in_words(number)} {unit}{'' if number == 1 else 's'}"
