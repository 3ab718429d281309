"""The vote with the most of something, turns in a course, and numbers beside the body that they belong to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from bot.conversation import EMPTY
from bot.desk import Desk
from bot.reply import Reply
from store.facts import Body, Tally
from store.importers.fragment import Fragment
from store.schema import migrate
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

Ask = Callable[..., Reply]
TODAY = dt.date(2023, 6, 1)
VOTES = {
    2015: ("USA Y,FIN Y,MEX Y", Tally(150, 2, 5, 36)),
    2016: ("USA N,FIN Y,MEX A", Tally(180, 1, 2, 10)),
    2017: ("USA N,FIN A,MEX A", Tally(180, 9, 1, 3)),
    2018: ("USA N,FIN A,MEX Y", Tally(120, 60, 9, 4)),
}


def outer_space(year: int) -> Fragment:
    votes, tally = VOTES[year]
    day, symbol = dt.date(year, 12, 5), f"A/RES/{year - 1945}/31"
    return statement(symbol, votes, date=day, tally=tally, title="No first placement of weapons in outer space")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    url = f"sqlite:///{tmp_path_factory.mktemp('extremes') / 'store.sqlite3'}"
    migrate(url)
    take(
        url,
        *map(outer_space, VOTES),
        statement("A/RES/73/99", "USA Y,FIN N", date=dt.date(2018, 12, 20), tally=Tally(80, 79, 20, 14), title="The right to food"),
        statement("A/RES/49/20", "IND Y,FRA Y", date=dt.date(1994, 11, 1), title="Report of the Agency"),
        statement("A/RES/1973(XVIII)", "CHN Y,FRA Y", date=dt.date(1963, 12, 16), title="Offers of study"),
        statement(
            "S/RES/1973(2011)", "CHN A,FRA Y,GBR Y,RUS A,USA Y,IND A", date=dt.date(2011, 3, 17), title="Ban on flights in Libya"
        ),
    )
    at_council = {"dataset": "ohchr", "body": Body.HRC, "date": dt.date(2022, 3, 24), "session": "49"}
    take(url, statement("A/HRC/RES/49/20", "IND A,FRA Y,CHN N", title="Situation of human rights in Sri Lanka", **at_council))
    with VoteStore.open(url) as store:
        desk = Desk.open(store)

        def asked(question: str, *context: str) -> Reply:
            conversation = EMPTY
            for earlier in context:
                conversation = desk.ask(earlier, conversation, TODAY).conversation
            return desk.ask(question, conversation, TODAY).reply

        yield asked


@pytest.mark.parametrize(
    ("question", "symbols", "value"),
    [
        ("biggest yes vote on no first placement of weapons in outer space", ["A/RES/72/31", "A/RES/71/31"], 180),
        ("fewest yes votes ever on no first placement of weapons in outer space", ["A/RES/73/31"], 120),
        ("in which year did the most countries vote against no first placement of weapons", ["A/RES/73/31"], 60),
        ("narrowest vote in the Assembly in 2018", ["A/RES/73/99"], 1),
        ("which resolution got the most abstentions in 2018", ["A/RES/73/99"], 20),
    ],
)
def test_the_vote_with_the_most_of_something(ask: Ask, question: str, symbols: list[str], value: int) -> None:
    reply = ask(question)
    assert [call.symbol for call in reply.roll_calls] == symbols
    assert reply.value == value
    assert str(reply.roll_calls[0].date.year) in reply.text.splitlines()[0]


def test_in_a_thread_the_series_of_the_vote_spoken_of_is_meant(ask: Ask) -> None:
    reply = ask("in which year did the most countries vote against it?", "how did Finland vote on A/RES/71/31?")
    assert [call.symbol for call in reply.roll_calls] == ["A/RES/73/31"]


def test_who_did_something_most_is_another_question(ask: Ask) -> None:
    assert ask("which country voted no most often in 2018").intent == "ranking"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("in which year did Finland slide from yes to abstaining on no first placement of weapons?", "then abstained on 5 December 2017"),
        ("when did Mexico return to a yes on no first placement of weapons?", "then yes on 5 December 2018"),
        ("when did the US stop voting yes on no first placement of weapons?", "then no on 5 December 2016"),
        ("when did Finland flip to no on no first placement of weapons?", "Finland made no such change"),
        ("first US no on no first placement of weapons, when?", "first voted no on 5 December 2016"),
        ("when did Mexico last abstain on no first placement of weapons?", "last abstained on 5 December 2017"),
    ],
)
def test_a_turn_is_told_with_the_votes_on_both_sides_of_it(ask: Ask, question: str, told: str) -> None:
    reply = ask(question)
    assert reply.intent == "timeline"
    assert told in reply.text
    assert len(reply.votes) == len(VOTES)


@pytest.mark.parametrize(
    ("question", "symbol", "verdict"),
    [
        ("India backed the HRC's Sri Lanka resolution of March 2022 (49/20), true?", "A/HRC/RES/49/20", False),
        ("did India vote for A/RES/49/20?", "A/RES/49/20", True),
        ("did all permanent members vote for 1973?", "S/RES/1973(2011)", False),
    ],
)
def test_a_number_is_that_of_the_body_spoken_of(ask: Ask, question: str, symbol: str, verdict: bool) -> None:
    reply = ask(question)
    assert [call.symbol for call in reply.roll_calls] == [symbol]
    assert reply.verdict is verdict


def test_permanent_members_vote_in_the_council(ask: Ask) -> None:
    assert [call.symbol for call in ask("which P5 members abstained on 1973").roll_calls] == ["S/RES/1973(2011)"]


def test_no_verdict_on_a_vote_of_another_day_than_the_text_says(ask: Ask) -> None:
    reply = ask("did India vote for A/RES/49/20 in October 2021?")
    assert reply.verdict is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("did China and Russia stand alone on S/RES/1973(2011)?", False),
        ("did China, Russia and India stand alone on S/RES/1973(2011)?", True),
        ("was India with Russia on S/RES/1973(2011)?", True),
        ("was India with France on S/RES/1973(2011)?", False),
        ("was it only China and Russia who abstained on S/RES/1973(2011)?", False),
        ("check: China abstained on S/RES/1973(2011)", True),
    ],
)
def test_company_is_checked(ask: Ask, question: str, verdict: bool) -> None:
    assert ask(question).verdict is verdict
