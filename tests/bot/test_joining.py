"""A message with several questions gets one reply, in which each question has its answer."""

from __future__ import annotations

from bot.desk import Desk


def test_each_question_of_a_message_is_answered(starter_desk: Desk) -> None:
    turn = starter_desk.ask("how did Hungary vote on ES-11/7?\nand Slovakia?\nwho abstained on ES-11/8?")
    cast = {(v.roll_call, v.member): v.position.value for v in turn.reply.votes}
    assert turn.reply.status == "answered"
    assert cast["A/RES/ES-11/7", "HUN"] == "no"
    assert cast["A/RES/ES-11/7", "SVK"] == "yes"
    assert [c.symbol for c in turn.reply.roll_calls] == ["A/RES/ES-11/7", "A/RES/ES-11/8"]
    assert turn.reply.text.count("ES-11/7") >= 2


def test_what_one_question_finds_the_others_need_not(starter_desk: Desk) -> None:
    turn = starter_desk.ask("how did Wakanda vote on ES-11/7?\nhow did France vote on ES-11/7?")
    assert turn.reply.status == "answered"
    assert [(v.member, v.position.value) for v in turn.reply.votes if v.member == "FRA"] == [("FRA", "yes")]


def test_the_thread_goes_on_from_the_last_question(starter_desk: Desk) -> None:
    first = starter_desk.ask("how did Hungary vote on ES-11/7?\nand how did it vote on ES-11/8?")
    then = starter_desk.ask("and Slovakia?", first.conversation)
    assert [(v.roll_call, v.member) for v in then.reply.votes] == [("A/RES/ES-11/8", "SVK")]
