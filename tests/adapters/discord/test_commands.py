"""The subcommands of `/vote`, from the gateway to the message."""

from __future__ import annotations

import time

import pytest

from tests.adapters.discord.conftest import Newsroom, Run, components, is_private, labels_of, options_of, plain, text_of
from tests.support.discord_events import ELSEWHERE, IN_DIRECT, IN_POST, MANAGE_SERVER, Reader

FIRST = "how did Hungary vote on A/RES/ES-11/7?"
OTHER = Reader(id="700000000000000002")


def test_a_question_is_answered_with_its_source(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST))
        said = plain(text_of(answer))
        assert "Hungary voted no" in said
        assert "https://digitallibrary.un.org/record/" in said
        assert FIRST in said  # others in the channel see only the command's name
        assert not is_private(answer)
        assert labels_of(answer) == ["Something is wrong"]

    in_newsroom(test)


def test_a_follow_up_is_understood_by_reader(in_newsroom: Run) -> None:
    """In a channel each reader has a conversation of their own."""

    async def test(room: Newsroom) -> None:
        await room.answer(await room.slash("ask", question=FIRST))
        mine = await room.answer(await room.slash("ask", question="and Slovakia?"))
        others = await room.answer(await room.slash("ask", question="and Slovakia?", reader=OTHER))
        assert "A/RES/ES-11/7" in text_of(mine)
        assert "A/RES/ES-11/7" not in text_of(others)

    in_newsroom(test)


def test_a_forum_post_is_one_conversation_of_all_its_readers(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.answer(await room.slash("ask", question=FIRST, where=IN_POST))
        others = await room.answer(await room.slash("ask", question="and Slovakia?", reader=OTHER, where=IN_POST))
        assert "A/RES/ES-11/7" in text_of(others)

    in_newsroom(test)


@pytest.mark.parametrize("name", ["Hungary", "hung", "hungry", "HUN", "Budapest"])
def test_a_member_state_typed_and_not_chosen_is_understood(in_newsroom: Run, name: str) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("country", name=name, topic="A/RES/ES-11/7"))
        assert "Hungary voted no" in text_of(answer)

    in_newsroom(test)


@pytest.mark.parametrize("topic", ["A/RES/ES-11/7", "ES-11/7", "es 11/7", "Advancing a comprehensive just and lasting peace in Ukraine"])
def test_a_resolution_typed_and_not_chosen_is_understood(in_newsroom: Run, topic: str) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("rollcall", resolution=topic))
        assert "93 in favour, 18 against, 65 abstaining" in text_of(answer)

    in_newsroom(test)


def test_a_name_that_begins_several_states_is_asked_back(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("country", name="nig", topic="ES-11/7"))
        assert "Which one do you mean" in text_of(answer)
        assert labels_of(answer)[:2] == ["Niger", "Nigeria"]
        chosen = await room.answer(await room.press(answer, "Niger"))
        assert "Niger voted no" in plain(text_of(chosen))

    in_newsroom(test)


def test_two_states_are_compared(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("compare", first="Hungary", second="france", topic="A/RES/ES-11/7"))
        said = text_of(answer)
        assert "Hungary" in said
        assert "France" in said
        assert "✗ no" in said
        assert "✓ yes" in said

    in_newsroom(test)


def test_a_text_is_checked(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("check", text="Hungary voted against A/RES/ES-11/7."))
        assert "Hungary" in text_of(answer)
        assert "https://digitallibrary.un.org/record/" in text_of(answer)

    in_newsroom(test)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Hungary voted against A/RES/ES-11/7 – as expected.".encode(), "text/plain; charset=utf-8"),
        ("Hungary voted against A/RES/ES-11/7 – as expected.".encode("utf-16"), "text/plain"),
        (b"<p>Hungary voted <b>against</b> A/RES/ES-11/7.</p>", None),
    ],
)
def test_a_file_is_checked(in_newsroom: Run, content: bytes, kind: str | None) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("check", file=room.fake.hold("article.html", content, kind)))
        assert "Hungary voted no" in plain(text_of(answer))

    in_newsroom(test)


def test_text_and_file_are_checked_together(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        file = room.fake.hold("message.txt", b"Slovakia voted against A/RES/ES-11/7.")
        said = text_of(await room.answer(await room.slash("check", text="Hungary voted against A/RES/ES-11/7.", file=file)))
        assert "Hungary" in said
        assert "Slovakia" in said

    in_newsroom(test)


def test_a_check_without_text_a_picture_and_a_lost_file_say_what_to_do(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        nothing = await room.answer(await room.slash("check"))
        picture = await room.answer(await room.slash("check", file=room.fake.hold("chart.png", b"\x89PNG", "image/png")))
        lost = room.fake.hold("message.txt", b"Hungary voted against A/RES/ES-11/7.")
        room.fake.files.clear()
        gone = await room.answer(await room.slash("check", file=lost))
        book = await room.answer(await room.slash("check", file={**room.fake.hold("book.txt", b"-"), "size": 5_000_000}))
        assert nothing["content"].startswith("Give me a text to check")
        assert plain(picture["content"]).startswith("I can read text files only")
        assert plain(gone["content"]).startswith("I could not fetch that file")
        assert plain(book["content"]).startswith("That is more text than I can read in a chat")

    in_newsroom(test)


def test_help_names_the_commands_and_how_far_the_record_reaches(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("help"))
        said = plain(text_of(answer))
        assert is_private(answer)
        for command in ("ask", "country", "rollcall", "compare", "check"):
            assert f"/vote {command}: " in said
        assert "2025-12-18" in said

    in_newsroom(test)


def test_a_question_with_several_readings_offers_them(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question="what was the vote on Ukraine?"))
        question = options_of(answer)[0]
        chosen = await room.answer(await room.pick(answer, question))
        assert question in plain(text_of(chosen))
        assert "https://digitallibrary.un.org/record/" in text_of(chosen)

    in_newsroom(test)


def test_on_wish_only_the_asker_sees_the_answer_and_may_share_it(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST, private=True))
        assert is_private(answer)
        assert "Share in the channel" in labels_of(answer)

    in_newsroom(test)


def test_in_a_direct_message_nothing_is_hidden_and_nothing_shared(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST, private=True, where=IN_DIRECT))
        assert not is_private(answer)
        assert "Share in the channel" not in labels_of(answer)
        follow_up = await room.answer(await room.slash("ask", question="and Slovakia?", where=IN_DIRECT))
        assert "A/RES/ES-11/7" in text_of(follow_up)

    in_newsroom(test)


def test_installed_to_a_user_it_answers_where_it_is_no_member(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question="who voted how on ES-11/7?", where=ELSEWHERE))
        turned = await room.press(answer, "Next", where=ELSEWHERE)
        assert (await room.first(turned)).payload["type"] == 7

    in_newsroom(test)


@pytest.mark.parametrize(
    ("path", "option", "typed", "expected"),
    [
        ("country", "name", "hun", "Hungary"),
        ("country", "name", "hungry", "Hungary"),
        ("country", "name", "ivory", "Côte d'Ivoire"),
        ("compare", "second", "czeck", "Czechia"),
        ("rollcall", "resolution", "es-11/7", "A/RES/ES-11/7"),
        ("rollcall", "resolution", "lasting peace in ukr", "A/RES/ES-11/7"),
        ("country", "topic", "lastin peace ukrane", "A/RES/ES-11/7"),
    ],
)
def test_options_complete_as_one_types(in_newsroom: Run, path: str, option: str, typed: str, expected: str) -> None:
    async def test(room: Newsroom) -> None:
        found = await room.completions(path, option, **{option: typed})
        assert expected in [choice["value"] for choice in found]
        assert len(found) <= 25

    in_newsroom(test)


def test_a_question_completes_to_what_the_reader_asked_before_and_to_examples(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.answer(await room.slash("ask", question=FIRST))
        found = [choice["value"] for choice in await room.completions("ask", "question", question="Hungary")]
        assert found == [FIRST, "how did Hungary vote?"]

    in_newsroom(test)


def test_over_the_limit_a_reader_is_told_when_to_ask_again(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        for _ in range(20):
            await room.answer(await room.slash("ask", question=FIRST))
        answer = await room.answer(await room.slash("ask", question=FIRST))
        assert is_private(answer)
        at = int(answer["content"].partition("<t:")[2].partition(":R>")[0])
        assert 0 < at - time.time() <= 62
        assert not is_private(await room.answer(await room.slash("ask", question=FIRST, reader=OTHER)))

    in_newsroom(test)


def test_managers_close_a_channel_and_open_it_again(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        manager = Reader(permissions=MANAGE_SERVER)
        changed = await room.answer(await room.slash("settings", channel="500000000000000002", answers="off", reader=manager))
        assert "Answers in <#500000000000000002>: Not at all" in changed["content"]
        refused = await room.answer(await room.slash("ask", question=FIRST, reader=OTHER))
        assert is_private(refused)
        assert "does not want it to answer in this channel" in refused["content"]
        await room.answer(await room.slash("settings", channel="500000000000000002", answers="as-server", reader=manager))
        assert "Hungary voted no" in text_of(await room.answer(await room.slash("ask", question=FIRST, reader=OTHER)))

    in_newsroom(test)


def test_a_forum_s_rule_holds_for_its_posts(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        manager = Reader(permissions=MANAGE_SERVER)
        await room.answer(await room.slash("settings", channel="500000000000000003", answers="private", reader=manager))
        answer = await room.answer(await room.slash("ask", question=FIRST, where=IN_POST))
        assert is_private(answer)
        assert "Share in the channel" not in labels_of(answer)

    in_newsroom(test)


def test_a_server_may_want_commands_private_at_first_and_in_its_language(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        manager = Reader(permissions=MANAGE_SERVER)
        changed = await room.answer(await room.slash("settings", private=True, language="fr", reader=manager))
        assert "Langue : Français" in changed["content"]
        answer = await room.answer(await room.slash("ask", question=FIRST))
        assert is_private(answer)
        assert "Partager dans le salon" in labels_of(answer)
        assert "Vote sur" in text_of(answer)
        assert not is_private(await room.answer(await room.slash("ask", question=FIRST, private=False)))

    in_newsroom(test)


def test_only_managers_see_or_change_settings(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        refused = await room.answer(await room.slash("settings", answers="off"))
        assert "Only members who may manage this server" in refused["content"]
        assert "Hungary" in text_of(await room.answer(await room.slash("ask", question=FIRST)))

    in_newsroom(test)


def test_settings_belong_to_servers_that_added_the_bot(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        manager = Reader(permissions=MANAGE_SERVER)
        for where in (IN_DIRECT, ELSEWHERE):
            refused = await room.answer(await room.slash("settings", answers="off", reader=manager, where=where))
            assert "Settings belong to a server" in refused["content"]

    in_newsroom(test)


def test_buttons_and_notices_speak_the_reader_s_language(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST, reader=Reader(locale="de")))
        assert labels_of(answer) == ["Etwas stimmt nicht"]
        nothing = await room.answer(await room.slash("ask", question=" ", reader=Reader(locale="pt-BR")))
        assert nothing["content"].startswith("Pergunte-me")

    in_newsroom(test)


def test_options_are_answered_in_the_reader_s_language_and_questions_in_their_own(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        french = Reader(locale="fr")
        chosen = await room.answer(await room.slash("country", name="Hungary", topic="A/RES/ES-11/7", reader=french))
        assert "Vote sur" in text_of(chosen)
        assert "Hungary voted no" in text_of(await room.answer(await room.slash("ask", question=FIRST, reader=french)))
        asked = await room.answer(await room.slash("ask", question="Wie hat Ungarn bei A/RES/ES-11/7 abgestimmt?"))
        assert "Ungarn" in text_of(asked)

    in_newsroom(test)


def test_a_failure_nobody_foresaw_is_one_sentence(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("Hungary")

        monkeypatch.setattr("adapters.discord.front.render", fail)
        answer = await room.answer(await room.slash("ask", question=FIRST))
        assert answer["content"].startswith("Something went wrong on my side")
        assert is_private(answer)

    in_newsroom(test)


def test_nobody_is_called_by_what_a_question_says(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question="how did Hungary vote @everyone <@123> **on** [x](https://evil.example)?"))
        shown = text_of(answer)
        assert "\\@everyone" in shown
        assert "\\<\\@123\\>" in shown
        assert "\\[x\\](" in shown
        assert components(answer)

    in_newsroom(test)
