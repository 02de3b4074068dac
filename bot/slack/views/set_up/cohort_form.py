"""The form for a cohort: where and when its digest comes, and which rotations share it."""

from typing import Final

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ConversationFilter,
    ConversationSelectElement,
    Option,
    StaticMultiSelectElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.domain.calendar import Weekday
from bot.domain.people import Cohort
from bot.domain.roster import LONGEST_NAME
from bot.domain.set_up import Field
from bot.flows.set_up.cohort import CohortForm
from bot.slack.views.desk_buttons import short
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong
from bot.slack.views.set_up.fields import changed_meanwhile, field, text_field, time_field
from bot.slack.views.set_up.rotation_form import CANCEL, LOOK, NEXT
from bot.slack.views.set_up.zones import ZONE, zone_menu

CALLBACK_ID: Final = "cohort_form"
NEXT_BLOCK_ID: Final = "next_block"
REMOVE_ID: Final = "remove_cohort"
REMOVAL_ID: Final = "remove_cohort_form"
CHANNEL, DIGEST_DAY = "channel", "digest_day"

TITLE_NEW, TITLE = "New cohort", "Cohort"
WHAT_IT_IS = "The students of a cohort share one digest. The more there are, the safer it is for each of them."
SIZE, SIZE_OF_ONE = "It has {number} students on its roster now or later.", "It has 1 student on its roster."
TOO_SMALL = "A full digest needs {needed}: until then digests only teach. Let other rotations join it."
ITS_ROTATIONS = "Its rotations"
NAME_LABEL, NAME_HINT = "Name", "It stands above each digest, such as Medicine, fall."
CHANNEL_LABEL = "Channel for the digest"
CHANNEL_HINT = (
    "A private channel of preceptors, without students; invite Bedside there. Leave it empty, and each preceptor gets "
    "the digest as a message."
)
ZONE_LABEL, DAY_LABEL, TIME_LABEL = "Time zone of the digest", "Digest on", "Digest at"
POOLED_LABEL = "Let these rotations join it"
POOLED_HINT = "What their students shared so far stays with the cohort that it was written for."
NEXT_BLOCK = "Copy all to the next block"
NEXT_BLOCK_TO_A_READER = "Copy all to the next block: {name}"
REMOVE, REMOVE_TO_A_READER = "Remove…", "Remove…: {name}"
TITLE_REMOVE, REMOVE_IT, KEEP_IT = "Remove a cohort", "Remove it", "Keep it"
REMOVAL = "{name} is removed for good. There never was anybody in it, so nothing goes with it."
CHOICE = "{name} ({cohort})"


def cohort_form(form: CohortForm) -> View:
    """Everything about one cohort, as a draft has it."""
    cohort = form.draft.cohort
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=" ".join((f"{cohort.id} {cohort.edition}", *sorted(form.draft.touched or ()))),
        title=plain(TITLE_NEW if form.draft.is_new else TITLE),
        submit=plain(LOOK),
        close=plain(CANCEL),
        blocks=[
            *changed_meanwhile(form.differs),
            *_beginning(form),
            text_field(Field.NAME, NAME_LABEL, cohort.name, longest=LONGEST_NAME, hint=NAME_HINT),
            field(CHANNEL, CHANNEL_LABEL, _channel(cohort), hint=CHANNEL_HINT, optional=True),
            field(ZONE, ZONE_LABEL, zone_menu(cohort.zone)),
            field(DIGEST_DAY, DAY_LABEL, _days(cohort.digest_day)),
            time_field(Field.DIGEST_AT, TIME_LABEL, cohort.digest_at),
            *_pooled(form),
            quiet(NEXT),
        ],
    )


def removal_form(cohort: Cohort) -> View:
    """Asks whether a cohort in which nobody ever was is to go."""
    return View(
        type="modal",
        callback_id=REMOVAL_ID,
        private_metadata=f"{cohort.id} {cohort.edition}",
        title=plain(TITLE_REMOVE),
        submit=plain(REMOVE_IT),
        close=plain(KEEP_IT),
        blocks=[paragraph(REMOVAL.format(name=cohort.name))],
    )


def too_small(students: int, needed: int) -> str:
    """That a cohort has too few students for a full digest, and what to do; empty where it has enough."""
    return TOO_SMALL.format(needed=needed) if students < needed else ""


def _beginning(form: CohortForm) -> list[Block]:
    if form.draft.is_new:
        return [paragraph(WHAT_IT_IS)]
    size = SIZE_OF_ONE if form.students == 1 else SIZE.format(number=form.students)
    said: list[Block] = [paragraph(" ".join(filter(None, (size, too_small(form.students, form.needed)))))]
    if form.rotations:
        said += [paragraph(strong(ITS_ROTATIONS)), bullets(form.rotations)]
    if form.differs is None:
        said.append(ActionsBlock(elements=[_button(form)]))
    return said


def _button(form: CohortForm) -> ButtonElement:
    """What runs goes on to the next block; what is empty may be removed, or it is said why not."""
    cohort = form.draft.cohort
    action_id, label, to_a_reader = (
        (NEXT_BLOCK_ID, NEXT_BLOCK, NEXT_BLOCK_TO_A_READER)
        if form.rotations
        else (REMOVE_ID, REMOVE, REMOVE_TO_A_READER)
    )
    read = to_a_reader.format(name=short(cohort.name, 30))
    return ButtonElement(text=plain(label), action_id=action_id, accessibility_label=read, value=f"{cohort.id}")


def _channel(cohort: Cohort) -> ConversationSelectElement:
    return ConversationSelectElement(
        action_id=CHANNEL,
        initial_conversation=cohort.digest_channel or None,
        filter=ConversationFilter(include=["private"], exclude_bot_users=True),
    )


def _days(chosen: int) -> StaticSelectElement:
    options = [Option(text=plain(day.in_full), value=f"{int(day)}") for day in Weekday]
    return StaticSelectElement(action_id=DIGEST_DAY, options=options, initial_option=options[chosen])


def _pooled(form: CohortForm) -> list[Block]:
    if not form.choices:
        return []
    named = {each.id: CHOICE.format(name=short(each.name), cohort=short(each.cohort, 30)) for each in form.choices}
    options = {each: Option(text=plain(label), value=f"{each}") for each, label in named.items()}
    chosen = [option for each, option in options.items() if each in form.draft.pooled]
    menu = StaticMultiSelectElement(
        action_id=Field.POOLED, options=list(options.values()), initial_options=chosen or None
    )
    return [field(Field.POOLED, POOLED_LABEL, menu, hint=POOLED_HINT, optional=True)]
