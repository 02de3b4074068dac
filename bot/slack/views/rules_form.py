"""The form for the rules: what holds now, what would be another rule then and what that means, and what was changed."""

import io
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from slack_sdk.models.blocks import Block, InputBlock, NumberInputElement, PlainTextInputElement
from slack_sdk.models.views import View

from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.errors import PolicyWrong
from bot.domain.rules import BOUNDS, LONGEST_TYPED, Rule, Rules, RulesChange, changes_between, in_words, typed_lines
from bot.slack.views.notice import notice
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong

OPEN_ID: Final = "desk_policy"
CALLBACK_ID: Final = "rules_form"
PREVIEW_ID: Final = "rules_preview"

TITLE = "Rules for sharing"
LOOK, SAVE, CANCEL, BACK = "See the change", "Change the rules", "Cancel", "Back"
INTRO = (
    "These rules hold for the whole program. A stricter one holds at once. A looser one holds for what is written from "
    "a day later on, when students were told. Nothing is saved before you have seen what it means."
)
LABELS: Final = {
    Rule.VOICES: "How many students a digest needs",
    Rule.SETTLE: "Hours to think again",
    Rule.CARRY_OVER: "Weeks that replies wait for enough students",
    Rule.RETENTION: "Days until replies are deleted",
    Rule.SUPPORT: "Support lines",
    Rule.ROUTES: "Where mistreatment is reported",
}
HINTS: Final = {
    Rule.VOICES: f"From 4 to 50. A roster needs {SPARE_STUDENTS} more than that.",
    Rule.SETTLE: "From 1 to 144. So long a reply rests after its last change before a digest may use it.",
    Rule.CARRY_OVER: "From 1 to 4. After that a reply stays in its writer's journal for good.",
    Rule.RETENTION: "From 30 to 365, counted from a student's last rotation. A message says so seven days before.",
    Rule.SUPPORT: "One a line: the name, a colon, and how to reach it. They stand below every form.",
    Rule.ROUTES: "One a line, the same way. Leave it empty if your school names none.",
}
NOW_IT_IS = "Now it is: {value}. "
MEANWHILE = (
    "Somebody has changed the rules since you opened this form. What you typed still stands here; below it you can "
    "read what holds now."
)

TO_READ = (
    "You also teach here and read digests. So these rules are for another coordinator to change, and you can read them:"
)

PREVIEW_TITLE = "What would change"
FROM_TO = ": {before}, then {after}"
STRICTER = "What gets stricter holds at once, also for what students have written already and no digest has used."
LOOSER = (
    "What gets looser holds for what is written from this time tomorrow on. What was written before keeps what its "
    "writer was promised."
)
DELETION = (
    "The days until replies are deleted hold for everybody, also for what is written already; only whoever was told "
    "their day before keeps it."
)
TELLS = (
    "Students who have started get a message that says so, up to {students} on the rosters. The change also stands in "
    "the list of changes, with your name."
)
TOO_SMALL = "With this rule the digest of these cohorts could only teach; pool each of them with another one:"
MORE = "and {number} more"
MOST_NAMED: Final = 10
LONGEST_HINT: Final = 1500
"""A hint holds 2,000 characters."""
NOTHING_DIFFERENT = "These are the rules as they are already, so nothing would change."
CHANGED = "The rules are changed. Students who have started are told inside their hours."


def rules_form(
    rules: Rules, *, changeable: Collection[Rule] = tuple(Rule), typed: Mapping[Rule, str] | None = None
) -> View:
    """The rules as they are, those that somebody may change in fields, and what they typed over others that held
    before. The form remembers which rules it showed, and which of its fields hold something else from the beginning."""
    fields = [_field(rule, rules, typed) for rule in Rule if rule in changeable and _fits(rules, rule)]
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=" ".join((rules.edition, *(typed or ()))),
        title=plain(TITLE),
        submit=plain(LOOK),
        close=plain(CANCEL),
        blocks=[
            paragraph(INTRO) if typed is None else paragraph(strong(MEANWHILE)),
            *_to_read(rules, changeable),
            *fields,
        ],
    )


def rules_preview(change: RulesChange, typed: Mapping[Rule, str], *, students: int, too_small: tuple[str, ...]) -> View:
    """What would be another rule and what that means; it remembers what was typed."""
    return View(
        type="modal",
        callback_id=PREVIEW_ID,
        private_metadata=remembered(change.before.edition, typed),
        title=plain(PREVIEW_TITLE),
        submit=plain(SAVE),
        close=plain(BACK),
        blocks=[*_changes(change), *map(paragraph, _meanings(change)), *_too_small(too_small), _tells(students)],
    )


def errors_for(problems: Mapping[Rule, PolicyWrong], *, edition: str) -> dict[str, str]:
    """Each problem under its field, in the form that was opened with an edition of the rules."""
    return {_block_of(rule, edition): str(problem) for rule, problem in problems.items()}


def nothing_different(first_field: str) -> dict[str, str]:
    """Said under the first field, so that the form stays."""
    return {first_field: NOTHING_DIFFERENT}


def changed_notice() -> View:
    """That it is done."""
    return notice(CHANGED)


def wrong_notice(problems: Mapping[Rule, PolicyWrong]) -> View:
    """What has come in the way between the preview and its button; the form below still holds what was typed."""
    return notice(" ".join(map(str, problems.values())))


def remembered(edition: str, typed: Mapping[Rule, str]) -> str:
    """What a preview keeps, to be read by `kept_in`."""
    # How long each text is stands before all of them: signs between them would have to be told from what was typed,
    # and a form remembers little more than all the fields hold.
    lengths = (f"{rule}:{len(text)}" for rule, text in typed.items())
    return "\n".join((" ".join((edition, *lengths)), "".join(typed.values())))


def kept_in(metadata: str) -> tuple[str, dict[Rule, str]]:
    """The edition and what was typed. Raises ValueError for anything else."""
    head, _, rest = metadata.partition("\n")
    edition, *fields = head.split(" ")
    lengths = {Rule(rule): int(length) for rule, _, length in (each.partition(":") for each in fields)}
    if not edition or sum(lengths.values()) != len(rest):
        raise ValueError("this is no preview of rules")
    texts = io.StringIO(rest, newline="")
    return edition, {rule: texts.read(length) for rule, length in lengths.items()}


def _to_read(rules: Rules, changeable: Collection[Rule]) -> list[Block]:
    others = [f"{LABELS[rule]}: {in_words(rules, rule)}" for rule in Rule if rule not in changeable]
    return [paragraph(TO_READ), bullets(others)] if others else []


def _fits(rules: Rules, rule: Rule) -> bool:
    """Whether a rule can be changed here: of very long lines only the program's file has room."""
    return rule in BOUNDS or len(_text(rules, rule)) <= LONGEST_TYPED


def _field(rule: Rule, rules: Rules, typed: Mapping[Rule, str] | None) -> InputBlock:
    now = _text(rules, rule)
    text = now if typed is None else typed.get(rule, now)
    hint = HINTS[rule] if text == now else NOW_IT_IS.format(value=in_words(rules, rule)[:LONGEST_HINT]) + HINTS[rule]
    element = _number(rule, text) if rule in BOUNDS else _lines(rule, text)
    return InputBlock(
        block_id=_block_of(rule, rules.edition),
        label=plain(LABELS[rule]),
        element=element,
        hint=plain(hint),
        optional=rule is Rule.ROUTES,
    )


def _block_of(rule: Rule, edition: str) -> str:
    """Slack keeps what stands in a field as long as its block is the same, whatever a form is updated to."""
    return f"{rule}-{edition}"


def _number(rule: Rule, text: str) -> NumberInputElement:
    bounds = BOUNDS[rule]
    return NumberInputElement(
        action_id=rule,
        is_decimal_allowed=False,
        initial_value=text or None,
        min_value=str(bounds.least),
        max_value=str(bounds.most),
    )


def _lines(rule: Rule, text: str) -> PlainTextInputElement:
    return PlainTextInputElement(action_id=rule, multiline=True, initial_value=text or None, max_length=LONGEST_TYPED)


def _text(rules: Rules, rule: Rule) -> str:
    value: Any = getattr(rules, rule)
    return str(value) if rule in BOUNDS else typed_lines(value)


def _changes(change: RulesChange) -> Iterator[Block]:
    lines = (
        (strong(each.what.capitalize()), FROM_TO.format(before=each.before, after=each.after))
        for each in changes_between(change.before, change.after)
    )
    yield bullets(lines)


def _meanings(change: RulesChange) -> Iterator[str]:
    if change.tightens:
        yield STRICTER
    if change.loosens:
        yield LOOSER
    if change.before.retention_days != change.after.retention_days:
        yield DELETION


def _too_small(names: tuple[str, ...]) -> list[Block]:
    if not names:
        return []
    more = len(names) - MOST_NAMED
    listed = [*names[:MOST_NAMED], *([MORE.format(number=more)] if more > 0 else [])]
    return [paragraph(TOO_SMALL), bullets(listed)]


def _tells(students: int) -> Block:
    return quiet(TELLS.format(students=students))
