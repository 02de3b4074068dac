"""Says how many voices a digest could have, so that a quiet digest surprises nobody."""

from dataclasses import dataclass

from bot.practice.classmates import Classmates

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Voices:
    """How many classmates answer, how many others answer now and then, how many students people play, and what a digest
    needs; and whether anybody is placed."""

    simulated: int
    others: int
    played: int
    needed: int
    is_anybody_placed: bool

    @property
    def are_too_few(self) -> bool:
        """Whether no digest can show anything, even if everybody answers."""
        return self.simulated + self.others + self.played < self.needed

    @property
    def line(self) -> str:
        """The whole matter in two or three short sentences."""
        needs = f"A digest needs {_word(self.needed)} voices."
        if not self.is_anybody_placed:
            return f"Nobody is on a rotation yet, so nobody answers. {needs}"
        line = f"{self._who()}. {needs}"
        if self.are_too_few:
            return f"{line} Even with you that is too few: it will say so."
        return line if self.simulated + self.others >= self.needed else f"{line} It takes yours too."

    def _who(self) -> str:
        part = "classmate takes part" if self.simulated == 1 else "classmates take part"
        answer = "other answers" if self.others == 1 else "others answer"
        others = f"{_word(self.others)} {answer} about every second question"
        said = [f"{_word(self.simulated)} {part}"] if self.simulated or not self.others else []
        line = ", and ".join([*said, *([others] if self.others else [])])
        return line[0].upper() + line[1:]


def voices(classmates: Classmates, *, needed: int) -> Voices:
    """Count the voices there could be; whoever tries this out counts as one from the start."""
    return Voices(
        len(classmates.placed),
        len(classmates.others_placed),
        max(1, classmates.played_students),
        needed,
        is_anybody_placed=classmates.is_anybody_placed,
    )


def _word(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)
