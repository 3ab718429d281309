"""A question in a chat: asked in its thread, answered once, never in the way of the event loop, told politely what fails."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from adapters.chat.answering import Unanswered
from adapters.chat.desk import Answered, Asked, ChatDesk, Common
from adapters.chat.rules import Rule
from adapters.chat.wording import ANSWER_GONE, FAILED, NOTHING_ASKED, QUESTIONS_TO_START, STORE_DOWN, TOO_LONG, TOO_SLOW
from adapters.settings import Settings
from bot.desk import Desk
from store.chat_state import Event
from tests.adapters.chat.conftest import Run
from tests.store.conftest import statement, take

FIRST = "how did Hungary vote on A/RES/ES-11/7?"


def asked(text: str, thread: str | None = "C1:1", asker: str = "U1") -> Asked:
    return Asked("slack:T1", asker, text, thread)


async def answer(chat: ChatDesk, text: str, thread: str | None = "C1:1") -> Answered:
    answered = await chat.ask(asked(text, thread))
    assert isinstance(answered, Answered), answered
    return answered


def members_of(answered: Answered) -> list[str]:
    assert answered.reply is not None
    return [vote.member for vote in answered.reply.votes]


def test_a_follow_up_is_understood_in_its_thread_and_only_there(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        await answer(chat, FIRST)
        here = await answer(chat, "and Slovakia?")
        elsewhere = await answer(chat, "and Slovakia?", "C1:2")
        assert here.reply is not None
        assert elsewhere.reply is not None
        assert [call.symbol for call in here.reply.roll_calls] == ["A/RES/ES-11/7"]
        assert [call.symbol for call in elsewhere.reply.roll_calls] != ["A/RES/ES-11/7"]

    with_chat(test)


def test_a_reply_comes_in_the_language_wanted_also_when_it_comes_again(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        french = await chat.ask(Asked("slack:T1", "U1", FIRST, language="fr"))
        assert isinstance(french, Answered)
        assert french.card.language == "fr"
        assert await chat.again("slack:T1", french.id) == french
        assert (await answer(chat, FIRST, None)).card.language == "en"

    with_chat(test)


def test_a_question_may_follow_up_an_earlier_answer_than_the_thread_s_last(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        first = await answer(chat, FIRST)
        await answer(chat, "how did Hungary vote on A/RES/ES-11/8?")
        after = await chat.ask(Asked("slack:T1", "U2", "and Slovakia?", "C1:U2", after=first.id))
        assert isinstance(after, Answered)
        assert after.reply is not None
        assert [call.symbol for call in after.reply.roll_calls] == ["A/RES/ES-11/7"]
        gone = await chat.ask(Asked("slack:T1", "U1", "and Austria?", "C1:1", after="gone"))
        assert isinstance(gone, Answered)
        assert members_of(gone) == ["AUT"]

    with_chat(test)


def test_another_replica_goes_on_with_the_thread(with_chat: Run, settings: Settings) -> None:
    async def test(chat: ChatDesk) -> None:
        await answer(chat, FIRST)
        other = ChatDesk(settings)
        await other.start()
        assert await other.was_asked_in("slack:T1", "C1:1")
        assert members_of(await answer(other, "and Slovakia?")) == ["SVK"]
        await other.stop()

    with_chat(test)


def test_questions_of_one_thread_are_answered_in_the_order_asked(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        _, second, third = await asyncio.gather(*(answer(chat, text) for text in (FIRST, "and Slovakia?", "and Austria?")))
        assert (members_of(second), members_of(third)) == (["SVK"], ["AUT"])

    with_chat(test)


def test_the_same_answer_comes_again_by_its_id(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        await answer(chat, FIRST)
        follow_up = await answer(chat, "and Slovakia?")
        await answer(chat, "what do you cover?")
        again = await chat.again("slack:T1", follow_up.id)
        assert again == follow_up
        assert len(follow_up.id) <= 22
        assert await chat.again("slack:T2", follow_up.id) == Unanswered(ANSWER_GONE)

    with_chat(test)


def test_one_event_is_admitted_once_by_all_replicas(with_chat: Run, settings: Settings) -> None:
    async def test(chat: ChatDesk) -> None:
        other = ChatDesk(settings)
        await other.start()
        admissions = await asyncio.gather(*(desk.admit(Event("slack:T1", "Ev1", "U1")) for desk in (chat, other, chat, other, chat)))
        assert sorted(admission.taken for admission in admissions) == [False] * 4 + [True]
        await other.stop()

    with_chat(test)


def test_over_the_limit_a_reader_is_told_when(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        waits = [(await chat.admit(Event("slack:T1", f"Ev{at}", "U1"))).wait for at in range(6)]
        assert waits[:5] == [0] * 5
        assert 0 < waits[5] <= 60

    with_chat(test)


def test_while_an_import_writes_it_answers_and_keeps_the_thread_for_later(store_file: Path, settings: Settings) -> None:
    async def test() -> None:
        chat = ChatDesk(settings)
        await chat.start()
        with closing(sqlite3.connect(store_file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert (await chat.admit(Event("slack:T1", "Ev1", "U1"))).taken
            assert not (await chat.admit(Event("slack:T1", "Ev1", "U1"))).taken
            first = await answer(chat, FIRST)
            assert members_of(await answer(chat, "and Slovakia?")) == ["SVK"]
            assert await chat.again("slack:T1", first.id) == first
            other.execute("ROLLBACK")
        await chat.stop()
        later = ChatDesk(settings)
        await later.start()
        assert members_of(await answer(later, "and Austria?")) == ["AUT"]
        await later.stop()

    asyncio.run(test())


def test_a_store_that_is_down_gives_one_polite_sentence_and_recovers_without_a_restart(
    with_chat: Run, store_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def test(chat: ChatDesk) -> None:
        away = store_file.rename(store_file.with_suffix(".away"))
        assert (await chat.admit(Event("slack:T1", "Ev1", "U1"))).taken
        assert await chat.ask(asked(FIRST)) == Unanswered(STORE_DOWN)
        assert await chat.complete_members("hun", 5) == ()
        assert await chat.recent("slack:T1", "U1") == ()
        away.rename(store_file)
        assert members_of(await answer(chat, FIRST)) == ["HUN"]

    with_chat(test)
    assert "Hungary" not in caplog.text


def test_a_slow_store_keeps_nobody_else_waiting(with_chat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """While every answering thread is busy, events are admitted, and the loop turns."""

    async def test(chat: ChatDesk) -> None:
        release = threading.Event()
        ask = Desk.ask
        monkeypatch.setattr(Desk, "ask", lambda *given: release.wait(30) and ask(*given))
        slow = [asyncio.create_task(chat.ask(asked(FIRST, f"C1:{at}"))) for at in range(8)]
        await asyncio.sleep(0)
        assert (await chat.admit(Event("slack:T1", "Ev1", "U1"))).taken
        assert await chat.recent("slack:T1", "U1") == ()
        assert not any(task.done() for task in slow)
        release.set()
        assert all(isinstance(answered, Answered) for answered in await asyncio.gather(*slow))

    with_chat(test)


def test_front_ends_of_one_process_open_the_record_once_and_count_together(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, open_desk = [], Desk.open
    monkeypatch.setattr(Desk, "open", lambda *given: opened.append(given) or open_desk(*given))

    async def test() -> None:
        common = Common.of(settings)
        slack, discord = ChatDesk(settings, common=common), ChatDesk(settings, common=common)
        await slack.start()
        await discord.start()
        assert isinstance(await slack.ask(asked(FIRST)), Answered)
        await slack.stop()
        assert isinstance(await discord.ask(asked(FIRST, thread="D1")), Answered)
        assert b'votedesk_answer_seconds_count{kind="ask"} 2.0' in discord.metrics.text(())
        await discord.stop()
        assert len(opened) == 1

    asyncio.run(test())


def test_an_answer_that_never_comes_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        chat = ChatDesk(settings)
        await chat.start()
        release = threading.Event()
        monkeypatch.setattr(Desk, "ask", lambda *given: release.wait(30))
        chat.answering._patience = 0.01
        assert await chat.ask(asked(FIRST)) == Unanswered(TOO_SLOW)
        release.set()
        await chat.stop()

    asyncio.run(test())


def test_an_unforeseen_failure_is_a_sentence_and_leaves_the_question_out_of_the_log(
    with_chat: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Desk, text: str, *rest: object) -> None:
        raise RuntimeError(text)

    async def test(chat: ChatDesk) -> None:
        monkeypatch.setattr(Desk, "ask", fail)
        assert await chat.ask(asked(FIRST)) == Unanswered(FAILED)

    caplog.set_level(logging.INFO)
    with_chat(test)
    assert "RuntimeError" in caplog.text
    assert "Hungary" not in caplog.text


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_asked_is_answered_with_an_example(with_chat: Run, text: str) -> None:
    async def test(chat: ChatDesk) -> None:
        assert await chat.ask(asked(text)) == Unanswered(NOTHING_ASKED)

    with_chat(test)


def test_a_book_is_refused_and_told_where_it_can_be_checked(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        book = "Hungary voted no. " * 300_000
        assert await chat.check(asked(book)) == Unanswered(TOO_LONG)
        assert await chat.ask(asked(book)) == Unanswered(TOO_LONG)

    with_chat(test)


@pytest.mark.parametrize("question", QUESTIONS_TO_START)
def test_the_questions_offered_to_start_with_are_answered(with_chat: Run, question: str) -> None:
    async def test(chat: ChatDesk) -> None:
        reply = (await answer(chat, question, None)).reply
        assert reply is not None
        assert reply.status in ("answered", "help")

    with_chat(test)


def test_recent_questions_are_the_user_s_own(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        for text in (FIRST, "what do you cover?"):
            await chat.ask(asked(text, None))
        await chat.ask(asked("who voted against A/RES/ES-11/8?", None, asker="U2"))
        assert await chat.recent("slack:T1", "U1") == ("what do you cover?", FIRST)

    with_chat(test)


def test_the_workspace_s_own_rules_come_before_the_settings(settings: Settings) -> None:
    async def test() -> None:
        chat = ChatDesk(settings, rules={"*": Rule.PRIVATE, "C1": Rule.OPEN})
        await chat.start()
        assert [await chat.rule("slack:T1", channel) for channel in ("C1", "C2")] == [Rule.OPEN, Rule.PRIVATE]
        await chat.state.set_rule("slack:T1", "C1", "off")
        assert [await chat.rule("slack:T1", channel) for channel in ("C1", "C2")] == [Rule.OFF, Rule.PRIVATE]
        await chat.stop()

    asyncio.run(test())


def test_what_was_asked_a_moment_ago_is_asked_anew_once_the_record_has_changed(with_chat: Run, settings: Settings) -> None:
    async def test(chat: ChatDesk) -> None:
        first = await answer(chat, "what was the vote on lighthouses?", None)
        assert first.reply is not None
        assert first.reply.status == "not_found"
        voted = statement("A/RES/80/901", "HUN Y, SVK N", title="Maintenance of lighthouses", date=dt.date(2025, 12, 19))
        await asyncio.to_thread(take, settings.store_url, voted)
        second = await answer(chat, "what was the vote on lighthouses?", None)
        assert second.reply is not None
        assert [call.symbol for call in second.reply.roll_calls] == ["A/RES/80/901"]
        third = await answer(chat, "what was the vote on lighthouses?", None)
        assert third.reply is second.reply

    with_chat(test)
