import re
from collections.abc import Mapping

import pytest

from bot.domain.screening import Verdict, screen
from bot.practice.cast import PRECEPTOR, STUDENTS, practice_workspace
from bot.practice.classmates import Classmates
from bot.practice.forms import Value
from bot.practice.hands import Hands
from bot.practice.reflections import REFLECTIONS
from bot.practice.school import CLASS, populate
from bot.practice.wire import Ack, Json
from bot.practice.workspace import Workspace
from tests.practice.page_stand_ins import SHARING, ReflectingApp, choices, labelled
from tests.practice.stand_ins import MONDAY_NOON, RecordingApp, actions, entry, home, modal, section

ALICE, BOB, CAROL = STUDENTS[:3]


@pytest.fixture
def app(workspace: Workspace) -> ReflectingApp:
    app = ReflectingApp(workspace)
    workspace.delivery = app
    return app


@pytest.fixture
def classmates(workspace: Workspace, hands: Hands) -> Classmates:
    return Classmates(hands, workspace)


def ask_everyone(app: ReflectingApp, question: str = "What helped?") -> None:
    for student in STUDENTS:
        app.ask(student, question)


def sharing_of(app: ReflectingApp) -> list[str]:
    return [values["sharing"]["share"]["selected_option"]["text"]["text"] for _, values in app.answers]


async def test_everyone_who_takes_part_starts_once(app: ReflectingApp, classmates: Classmates) -> None:
    for student in STUDENTS:
        app.welcome(student)
    assert await classmates.act() == 7
    assert await classmates.act() == 0
    assert sorted(app.started) == sorted(STUDENTS[1:])


async def test_they_begin_with_the_first_start_button(app: ReflectingApp, workspace: Workspace, hands: Hands) -> None:
    recording = RecordingApp()
    workspace.delivery = recording
    app.welcome(BOB)
    await Classmates(hands, workspace).act()
    assert [payload["actions"][0]["value"] for _, payload in recording.delivered] == ["three"]


async def test_whoever_a_coordinator_places_takes_part_as_well_unless_nobody_does_or_a_human_plays_them(
    workspace: Workspace, hands: Hands, app: ReflectingApp
) -> None:
    ada, amir, anya, ben = (each.id for each in CLASS[:4])
    populate(workspace)
    classmates = Classmates(hands, workspace, others=[ada, amir, anya, ben])
    for student in (ada, amir, anya):
        app.welcome(student)
    workspace.deactivate(amir)
    classmates.played.add(anya)
    classmates.taking_part = 0
    assert await classmates.act() == 0
    classmates.taking_part = 1
    await classmates.act()
    assert app.started == [ada]
    for number in range(20):
        app.ask(ada, f"Question {number}")
        await classmates.act()
    assert 0 < len(app.answers) < 20, "they answer about every second question"
    assert await classmates.act() == 0


async def test_a_preceptor_confirms_what_is_to_be_read_once_whoever_plays_them(
    workspace: Workspace, hands: Hands
) -> None:
    recording = RecordingApp()
    workspace.delivery = recording
    classmates = Classmates(hands, workspace)
    classmates.taking_part = 0
    classmates.played.add(PRECEPTOR)
    briefing = [actions(labelled("read", "I have read this"))]
    for person in (PRECEPTOR, ALICE):
        workspace.post(workspace.open_im(person).id, "Read this first", blocks=briefing)
    assert await classmates.act() == 1
    assert await classmates.act() == 0
    assert [payload["user"]["id"] for _, payload in recording.delivered] == [PRECEPTOR]


async def test_they_answer_a_question_through_its_form(app: ReflectingApp, classmates: Classmates) -> None:
    ask_everyone(app)
    await classmates.act()
    assert [user for user, _ in app.answers] == list(STUDENTS[1:])
    for _, values in app.answers:
        assert 1 <= len(values["themes"]["ticks"]["selected_options"]) <= 3


async def test_a_question_is_answered_once_though_two_messages_carry_it(
    app: ReflectingApp, classmates: Classmates
) -> None:
    ask_everyone(app)
    ask_everyone(app)
    await classmates.act()
    await classmates.act()
    assert len(app.answers) == 7


async def test_a_second_question_is_answered_too(app: ReflectingApp, classmates: Classmates) -> None:
    ask_everyone(app, "What helped?")
    await classmates.act()
    ask_everyone(app, "What was hard?")
    await classmates.act()
    assert len(app.answers) == 14


async def test_who_shares_words_has_written_some_and_sends_the_preview_as_it_is(
    app: ReflectingApp, classmates: Classmates
) -> None:
    for number in range(6):
        ask_everyone(app, f"Question {number}?")
        await classmates.act()
    written = {(user, values["text"]["typed"]["value"]) for user, values in app.answers}
    assert len(app.previews) == sharing_of(app).count("Share words too") > 0
    assert all(text in REFLECTIONS for _, text in app.previews)
    assert set(app.previews) <= written


async def test_most_share_themes_or_words_and_few_keep_it_to_themselves(
    app: ReflectingApp, classmates: Classmates
) -> None:
    for number in range(12):
        ask_everyone(app, f"Question {number}?")
        await classmates.act()
    journal, themes, words = (sharing_of(app).count(label) for label in SHARING)
    assert journal < themes / 2
    assert journal < words / 2


async def test_nobody_repeats_what_a_classmate_just_wrote(app: ReflectingApp, classmates: Classmates) -> None:
    for number in range(2):
        ask_everyone(app, f"Question {number}?")
        await classmates.act()
    written = [values["text"]["typed"]["value"] for _, values in app.answers if values["text"]["typed"]["value"]]
    assert len(written) == len(set(written)) > 0


async def test_refused_words_are_left_out_and_the_themes_still_go(app: ReflectingApp, classmates: Classmates) -> None:
    app.refuse_words = True
    ask_everyone(app)
    await classmates.act()
    assert len(app.answers) == 7
    assert {values["text"]["typed"]["value"] for _, values in app.answers} == {None}


async def test_no_form_is_left_open(app: ReflectingApp, classmates: Classmates, hands: Hands) -> None:
    ask_everyone(app)
    await classmates.act()
    for student in STUDENTS:
        assert await hands.open_views(student) == []


@pytest.mark.parametrize("taking_part", [0, 1, 4])
async def test_only_as_many_answer_as_take_part(app: ReflectingApp, classmates: Classmates, taking_part: int) -> None:
    classmates.taking_part = taking_part
    ask_everyone(app)
    await classmates.act()
    assert len({user for user, _ in app.answers}) == taking_part


@pytest.mark.parametrize("wanted", [-1, 8])
def test_there_are_seven_classmates_at_most(classmates: Classmates, wanted: int) -> None:
    with pytest.raises(ValueError, match="Between 0 and 7"):
        classmates.taking_part = wanted


async def test_whom_a_human_plays_is_never_simulated(app: ReflectingApp, classmates: Classmates) -> None:
    classmates.played |= {ALICE, BOB}
    ask_everyone(app)
    await classmates.act()
    assert [user for user, _ in app.answers] == list(STUDENTS[2:])
    assert classmates.played_students == 2


async def test_somebody_whose_account_is_closed_is_passed_over(
    app: ReflectingApp, classmates: Classmates, workspace: Workspace
) -> None:
    ask_everyone(app)
    workspace.deactivate(BOB)
    await classmates.act()
    assert BOB not in {user for user, _ in app.answers}
    assert CAROL in {user for user, _ in app.answers}


async def test_a_form_that_vanishes_ends_only_that_persons_turn(
    app: ReflectingApp, classmates: Classmates, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = Hands.submit

    async def vanish(hands: Hands, user: str, view_id: str, values: Mapping[str, Value] | None = None) -> Ack:
        if user == BOB:
            workspace.views.clear(BOB)
        return await send(hands, user, view_id, values)

    monkeypatch.setattr(Hands, "submit", vanish)
    ask_everyone(app)
    await classmates.act()
    assert [user for user, _ in app.answers] == list(STUDENTS[2:])


async def test_alice_is_left_to_the_human_from_the_beginning(app: ReflectingApp, classmates: Classmates) -> None:
    ask_everyone(app)
    await classmates.act()
    assert ALICE not in {user for user, _ in app.answers}


async def story(*, seed: int) -> list[tuple[str, Json]]:
    workspace = practice_workspace(lambda: MONDAY_NOON)
    app = workspace.delivery = ReflectingApp(workspace)
    ask_everyone(app)
    await Classmates(Hands(workspace), workspace, seed=seed).act()
    return app.answers


async def test_the_same_seed_tells_the_same_story() -> None:
    assert await story(seed=3) == await story(seed=3)
    assert await story(seed=3) != await story(seed=4)


async def test_an_app_that_does_not_answer_is_tried_again_later(
    app: ReflectingApp, classmates: Classmates, workspace: Workspace
) -> None:
    app.ask(BOB, "What helped?")
    workspace.delivery = RecordingApp(Ack(ok=False, reason="timed_out"))
    assert await classmates.act() == 1
    workspace.delivery = app
    await classmates.act()
    assert [user for user, _ in app.answers] == [BOB]


async def test_a_form_that_never_opens_stops_nobody(app: ReflectingApp, workspace: Workspace, hands: Hands) -> None:
    recording = RecordingApp()
    workspace.delivery = recording
    app.ask(BOB, "What helped?")
    app.ask(CAROL, "What helped?")
    await Classmates(hands, workspace, patience=0.01).act()
    assert [payload["user"]["id"] for _, payload in recording.delivered] == [BOB, CAROL]


async def test_a_form_that_shares_by_a_button_is_shared_and_closed(
    app: ReflectingApp, workspace: Workspace, hands: Hands, classmates: Classmates
) -> None:
    recording = RecordingApp()
    workspace.delivery = recording
    app.ask(BOB, "What helped?")
    shared = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Share this"}}
    preview = modal(section("As a digest would show it"), actions(shared))
    del preview["submit"]
    workspace.views.open(BOB, preview)
    await classmates.act()
    assert "go" in [payload["actions"][0]["action_id"] for _, payload in recording.delivered]
    assert await hands.open_views(BOB) == []


async def test_a_notice_without_anything_to_send_is_closed(
    app: ReflectingApp, workspace: Workspace, hands: Hands, classmates: Classmates
) -> None:
    recording = RecordingApp()
    workspace.delivery = recording
    app.ask(BOB, "What helped?")
    notice = modal(section("This question has closed."), actions(labelled("more", "Read more")))
    del notice["submit"]
    workspace.views.open(BOB, notice)
    await classmates.act()
    assert "more" not in [payload["actions"][0]["action_id"] for _, payload in recording.delivered]
    assert await hands.open_views(BOB) == []


async def test_a_choice_that_must_be_made_is_made_and_no_other(
    app: ReflectingApp, workspace: Workspace, classmates: Classmates
) -> None:
    recording = RecordingApp()
    workspace.delivery = recording
    app.ask(BOB, "What helped?")
    listed = {"type": "static_select", "action_id": "where", "options": choices(("Ward", "Clinic"))}
    optional = {"type": "static_select", "action_id": "when", "options": choices(("Early", "Late"))}
    box = {"type": "checkboxes", "action_id": "copy", "options": choices(("Keep no copy",))}
    alone = entry("copy", box, optional=True)
    workspace.views.open(BOB, modal(entry("must", listed), entry("may", optional, optional=True), alone))
    await classmates.act()
    values = recording.delivered[-1][1]["view"]["state"]["values"]
    assert values["must"]["where"]["selected_option"]["text"]["text"] == "Ward"
    assert values["may"]["when"]["selected_option"] is None
    assert values["copy"]["copy"]["selected_options"] == []


async def test_nobody_outside_the_students_is_ever_moved(app: ReflectingApp, classmates: Classmates) -> None:
    for user in ("U0KIM", "U0JO", "U0MALLORY"):
        app.welcome(user)
        app.ask(user, "What helped?")
    assert await classmates.act() == 0


async def test_a_home_tab_is_none_of_their_business(workspace: Workspace, classmates: Classmates) -> None:
    workspace.delivery = RecordingApp()
    workspace.views.publish(BOB, home(actions({"type": "button", "action_id": "x", "text": section("Start")["text"]})))
    assert await classmates.act() == 0


def test_reflections_hold_nothing_that_points_at_anyone() -> None:
    # In six weeks seven classmates write about ninety.
    assert len(set(REFLECTIONS)) == len(REFLECTIONS) >= 100
    for text in REFLECTIONS:
        assert screen(text) == Verdict(findings=(), concerns=())
        assert len(text) <= 200
        assert not re.search(r"[\d@:/]", text)
        # A capital that begins no sentence and is no "I" would be a name.
        assert re.findall(r"(?<![.!?] )(?<!^)\b(?!I\b)[A-Z]", text) == []
