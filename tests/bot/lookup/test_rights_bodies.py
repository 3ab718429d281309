"""The Human Rights Council, the Commission and vetoes: the body's name is no topic, parts are not texts, counts say what they count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.desk import Desk
from bot.reply import Reply
from store.facts import Body, Kind, Outcome, Remark, RemarkKind, Tally
from store.importers.fragment import Fragment
from store.schema import migrate
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

Ask = Callable[[str], Reply]
MARCH = dt.date(2022, 3, 24)


def at_council(symbol: str, title: str, votes: str, **facts: Any) -> Fragment:
    given = {"dataset": "ohchr", "body": Body.HRC, "date": MARCH, "title": title, "session": "49"}
    return statement(symbol, votes, **(given | facts))


def vetoed(symbol: str, day: dt.date, by: tuple[str, ...], title: str = "Draft resolution: Syria") -> Fragment:
    members = ("CHN", "FRA", "GBR", "SUN" if day.year < 1991 else "RUS", "USA")
    votes = ",".join(f"{code} {'N' if code in by else 'U'}" for code in members)
    facts = {"dataset": "dppa", "body": Body.SC, "date": day, "title": title, "kind": Kind.DRAFT, "outcome": Outcome.VETOED}
    remark = Remark(RemarkKind.ROLL_INCOMPLETE, "13", "dppa")
    return statement(symbol, votes, **facts, draft=symbol, vetoed_by=by, tally=Tally(), remarks=(remark,))


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    url = f"sqlite:///{tmp_path_factory.mktemp('rights') / 'store.sqlite3'}"
    migrate(url)
    amendment = {"kind": Kind.AMENDMENT, "outcome": Outcome.REJECTED, "parent": "A/HRC/49/L.20"}
    take(
        url,
        at_council("A/HRC/RES/49/20", "Situation of human rights in Sri Lanka", "IND A,FRA Y,CHN N", draft="A/HRC/49/L.20/Rev.1"),
        at_council("A/HRC/49/L.60", "Amendment to “Situation of human rights in Sri Lanka”", "IND Y,FRA N,CHN Y", **amendment),
        at_council("A/HRC/RES/49/21", "The right to food", "IND Y,FRA Y,CHN Y"),
        at_council(
            "A/HRC/RES/S-9/1", "Grave violations in the Gaza Strip", "IND Y,CAN N", date=dt.date(2009, 1, 12), session="S-9"
        ),
        at_council("E/CN.4/RES/1987/58", "Human rights in Afghanistan", "SUN N,FRA Y", body=Body.CHR, date=dt.date(1987, 3, 11)),
    )
    take(
        url,
        statement("A/RES/42/135", "SUN Y,FRA Y", date=dt.date(1987, 12, 7), title="Human rights in Afghanistan"),
        statement("A/RES/64/901", "SUN Y,FRA Y,USA N", title="Situation of human rights in Sri Lanka"),
    )
    take(
        url,
        vetoed("S/16351", dt.date(1984, 2, 29), ("SUN",), "Draft resolution: Lebanon"),
        vetoed("S/2017/172", dt.date(2017, 2, 28), ("CHN", "RUS")),
        vetoed("S/2018/321", dt.date(2018, 4, 10), ("RUS",)),
    )
    with VoteStore.open(url) as store:
        desk = Desk.open(store)
        yield lambda question: desk.ask(question, today=dt.date(2022, 9, 1)).reply


@pytest.mark.parametrize(
    "question",
    [
        "HRC: India on Sri Lanka, March 2022",
        "how did India vote on Sri Lanka at the Human Rights Council?",
        "UN rights body on Sri Lanka 2022: India",
        "india vote on sri lanka, unhrc march 2022",
    ],
)
def test_the_councils_name_says_whose_vote_it_is_and_not_on_what(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert [(vote.roll_call, vote.member, vote.position) for vote in reply.votes] == [("A/HRC/RES/49/20", "IND", "abstain")]


def test_the_commissions_vote_is_not_answered_with_the_assemblys(ask: Ask) -> None:
    reply = ask("How did the USSR vote at the Commission on Human Rights on Afghanistan in 1987")
    assert [(vote.roll_call, vote.position) for vote in reply.votes] == [("E/CN.4/RES/1987/58", "no")]


def test_of_two_states_before_votes_the_first_is_asked_about(ask: Ask) -> None:
    assert ask("india china votes at the human rights council in 2022").members[:1] == ("IND",)


def test_a_state_without_a_seat_has_no_vote(ask: Ask) -> None:
    (vote,) = ask("how did Brazil vote on A/HRC/RES/49/20?").votes
    assert vote.position == "not_member"


def test_an_amendment_is_found_by_its_own_symbol_only(ask: Ask) -> None:
    assert [call.symbol for call in ask("how did India vote on A/HRC/49/L.60?").roll_calls] == ["A/HRC/49/L.60"]
    assert [call.symbol for call in ask("which HRC votes were there on Sri Lanka?").roll_calls] == ["A/HRC/RES/49/20"]


def test_text_and_amendment_name_each_other(ask: Ask) -> None:
    assert any("amendments to A/HRC/RES/49/20" in note for note in ask("how did India vote on A/HRC/RES/49/20?").notes)
    part = ask("how did India vote on A/HRC/49/L.60?")
    assert any("need not be a yes on that text" in note for note in part.notes)


def test_the_amendments_to_a_text_are_its_parts(ask: Ask) -> None:
    assert [call.symbol for call in ask("amendments to A/HRC/RES/49/20").roll_calls] == ["A/HRC/49/L.60"]


def test_a_text_is_no_answer_to_a_question_on_amendments_that_the_store_lacks(ask: Ask) -> None:
    reply = ask("how did India vote on the amendments to A/HRC/RES/49/21?")
    assert (reply.status, reply.votes) == ("not_found", ())


def test_amendments_stay_out_of_agreement(ask: Ask) -> None:
    assert ask("how often do India and France vote alike at the HRC?").value == 0.5


def test_states_that_never_both_voted_have_no_agreement(ask: Ask) -> None:
    reply = ask("how often did the US and France vote the same at the human rights council?")
    assert reply.status == "not_found"
    assert "never both cast a vote" in reply.text


def test_a_seat_is_told_from_the_rolls(ask: Ask) -> None:
    assert ask("was India a member of the Human Rights Council in 2022?").verdict is True
    assert ask("was Brazil a member of the Human Rights Council in 2022?").verdict is False


def test_a_special_session_of_the_council_is_told_by_the_day(ask: Ask) -> None:
    assert [call.symbol for call in ask("who voted no on S-9/1 in January 2009?").roll_calls] == ["A/HRC/RES/S-9/1"]


def test_how_many_voted_against_is_a_number(ask: Ask) -> None:
    assert ask("how many members voted against A/HRC/RES/49/20?").value == 1


def test_a_count_of_vetoes_gives_its_definition_its_end_and_the_other_count(ask: Ask) -> None:
    reply = ask("how many vetoes have there been?")
    assert (reply.status, reply.value, len(reply.roll_calls)) == ("answered", 3, 3)
    assert any("4 vetoes cast" in note and "each once (3)" in note for note in reply.notes)
    assert any("ends on 10 April 2018" in note for note in reply.notes)


def test_the_soviet_unions_vetoes_stand_beside_russias(ask: Ask) -> None:
    reply = ask("how many vetoes has Russia cast?")
    assert reply.value == 2
    # A draft that China vetoed as well is one of Russia's vetoes, not two.
    assert any("each once (2)" in note and " 2 vetoes cast" in note for note in reply.notes)
    assert "The Soviet Union, which held the seat before, vetoed 1: 3 for the seat." in reply.text


def test_the_most_vetoes_are_ranked_by_member(ask: Ask) -> None:
    assert [(one.member, one.value) for one in ask("who has cast the most vetoes?").ranking] == [
        ("RUS", 2),
        ("CHN", 1),
        ("SUN", 1),
    ]


def test_a_position_that_no_source_gives_is_unknown(ask: Ask) -> None:
    (vote,) = ask("how did France vote on S/2017/172?").votes
    assert vote.position == "unknown"


def test_a_roll_known_in_part_is_not_told_as_a_whole(ask: Ask) -> None:
    assert "no source at hand states what the other members did" in ask("who voted against S/2017/172?").text
    assert ask("was Russia the only one to vote against S/2018/321?").verdict is None


def test_who_vetoed_is_known_even_so(ask: Ask) -> None:
    assert ask("did only Russia veto S/2017/172?").verdict is False


def test_an_old_file_is_said_to_be_old_and_where_a_newer_one_is(ask: Ask) -> None:
    notes = ask("how did India vote at the human rights council?").notes
    assert any("161 days ago" in note and "https://searchlibrary.ohchr.org/" in note for note in notes)
    assert not any("days ago" in note for note in ask("how did India vote on A/HRC/RES/49/20?").notes)
