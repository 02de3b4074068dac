"""Says how many voices a digest could have, so that a quiet digest surprises nobody."""

from dataclasses import dataclass

from bot.practice.classmates import Classmates

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Voices:
    """How many classmates answer, how many students people play, and what a digest needs."""

    simulated: int
    played: int
    needed: int

    @property
    def are_too_few(self) -> bool:
        """Whether no digest can show anything, even if everybody answers."""
        return self.simulated + self.played < self.needed

    @property
    def line(self) -> str:
        """The whole matter in two or three short sentences."""
        who = "classmate takes" if self.simulated == 1 else "classmates take"
        needs = f"A digest needs {_word(self.needed)} voices."
        line = f"{_word(self.simulated).capitalize()} {who} part. {needs}"
        if self.are_too_few:
            return f"{line} Even with you that is too few: it will say so."
        return line if self.simulated >= self.needed else f"{line} It takes yours too."


def voices(classmates: Classmates, *, needed: int) -> Voices:
    """Count the voices there could be; whoever tries this out counts as one from the start."""
    return Voices(len(classmates.simulated), max(1, classmates.played_students), needed)


def _word(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)
