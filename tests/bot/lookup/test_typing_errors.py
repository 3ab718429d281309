"""A slip of the finger is read as a careful person would: as what only fits there, or not at all; never as another vote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from bot.desk import Desk
from bot.reply import Reply
from store.schema import migrate
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

Ask = Callable[..., Reply]


@pytest.mark.parametrize(
    ("question", "member", "assumed"),
    [
        ("how did hungry vote on ES-11/7?", "HUN", "“hungry” was read as Hungary."),
        ("what was the vote of Yemn on ES-11/7", "YEM", "“Yemn” was read as Yemen."),
        ("Chima on ES-11/7", "CHN", "“Chima” was read as China."),
        ("ES-11/7: Irun?", "IRN", "“Irun” was read as Iran."),
        ("Canaa on ES-11/7", "CAN", "“Canaa” was read as Canada."),  # and not Sanaa
        ("Polland on ES-11/7", "POL", "“Polland” was read as Poland."),  # and not Holland
    ],
)
def test_a_word_nearly_a_state_is_that_state_where_only_a_voter_fits(ask: Ask, question: str, member: str, assumed: str) -> None:
    reply = ask(question)
    assert reply.members == (member,)
    assert assumed in reply.assumptions


@pytest.mark.parametrize("question", ["Guana on ES-11/7", "how did Ieeland vote on ES-11/7", "ES-11/7: Toga?"])
def test_a_word_as_near_to_two_states_is_asked_about(ask: Ask, question: str) -> None:
    assert ask(question).status == "choose"


@pytest.mark.parametrize("word", ["everyone", "they", "mankind"])
def test_an_ordinary_word_is_no_state_even_where_only_a_voter_fits(ask: Ask, word: str) -> None:
    assert ask(f"how did {word} vote on ES-11/7?").members == ()


@pytest.mark.parametrize(
    ("question", "symbol"),
    [
        ("Hungary on the partiton plan", "A/RES/181(II)[A]"),
        ("Hungary on the partition plna", "A/RES/181(II)[A]"),
        ("Hungary on zionism is rcism", "A/RES/3379(XXX)"),
        ("China on russia and china veto gaza", "S/2024/239"),
        ("China on russia and china veto gazza", "S/2024/239"),
    ],
)
def test_a_nickname_with_one_word_misspelt_is_that_nickname(ask: Ask, question: str, symbol: str) -> None:
    reply = ask(question)
    assert [call.symbol for call in reply.roll_calls] == [symbol]


@pytest.mark.parametrize("word", ["waht", "whta", "whaat", "wjat"])
def test_a_misspelt_question_word_is_no_topic(ask: Ask, word: str) -> None:
    reply = ask(f"{word} was the vote of Hungary on ES-11/7")
    assert (reply.status, reply.members, reply.assumptions) == ("answered", ("HUN",), ())


@pytest.mark.parametrize("question", ["A/RES/ES-11/7, March 2019: Hungary?", "Hungary on S/RES/2803(2025), March 2019"])
def test_a_symbol_and_a_day_that_contradict_each_other_are_asked_about(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert (reply.status, len(reply.choices)) == ("choose", 1)


def test_a_symbol_and_its_own_day_are_no_contradiction(ask: Ask) -> None:
    assert ask("Hungary on A/RES/ES-11/7, 24 February 2025").status == "answered"
    assert ask("Hungary on A/RES/ES-11/7, 25 February 2025").status == "answered"  # the day after, in another zone


SUPPORT = "Extension of the mandate of the UN Support Mission in Libya"
RECORD = (
    statement("A/RES/33/60", "BEN Y, FRA Y", date=dt.date(1978, 12, 14), title="Implementation of resolution 32/78 on tests"),
    statement("A/RES/34/73", "BEN N, FRA A", date=dt.date(1979, 12, 11), title="Implementation of resolution 33/60 on tests"),
    statement("A/RES/53/77U", "BEN Y, FRA A", title="Nuclear disarmament with a view to the ultimate elimination of weapons"),
    statement("A/RES/53/77X", "BEN N, FRA N", title="Nuclear disarmament"),
    statement("A/RES/44/1", "BEN Y, FRA Y", date=dt.date(1951, 3, 20), title="Place of meeting of the 6th regular session"),
    statement("S/RES/2208(2015)", "FRA Y", dataset="undl_sc", date=dt.date(2015, 3, 5), title=SUPPORT),
    statement("S/RES/2252(2015)", "FRA N", dataset="undl_sc", date=dt.date(2015, 12, 15), title=SUPPORT.replace("Support ", "")),
    statement("A/RES/58/317", "BEN Y, FRA Y", date=dt.date(2004, 8, 5), title="Reaffirming the cental role of ports"),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    url = f"sqlite:///{(tmp_path_factory.mktemp('titles') / 'store.sqlite3').as_posix()}"
    migrate(url)
    for number, dataset in enumerate(("undl_ga", "undl_sc")):
        take(url, *(s for s in RECORD if s.dataset == dataset), name=f"{number}.csv")
    with VoteStore.open(url) as store:
        desk = Desk.open(store)
        yield lambda question: desk.ask(question, today=dt.date(2025, 1, 10)).reply


@pytest.mark.parametrize(
    ("question", "symbol"),
    [
        # The number is a word of the title where the day says so.
        ("Implementation of resolution 33/60, December 11, 1979: Benin?", "A/RES/34/73"),
        ("resolution 33/60: Benin?", "A/RES/33/60"),
        ("resolution 33/60, 14 December 1978: Benin?", "A/RES/33/60"),
        # All words of the question go before a nickname that leaves some unread.
        ("Nuclear disarmament with a view to the ultimate elimination, 2024 - how did Benin vote", "A/RES/53/77U"),
        ("Nuclear disarmament with a veiw to the ultimate elimination, 2024 - how did Benin vote", "A/RES/53/77U"),
        # A session in a title is not the session of the vote.
        ("Place of meeting of the 6th regular session, 20 March 1951: Benin?", "A/RES/44/1"),
        # The very words of a title count where single words are in all of them.
        ("Extension of the mandate of the UN Support Mission in the Security Council, 2015: France?", "S/RES/2208(2015)"),
        ("Extension of the mandte of the UN Support Mission in the Security Council, 2015: France?", "S/RES/2208(2015)"),
        # A slip of the record is found as the record has it, and as it should be.
        ("Reaffirming the cental role of ports: Benin?", "A/RES/58/317"),
    ],
)
def test_the_title_that_the_words_and_the_day_fit_comes_first(asked: Ask, question: str, symbol: str) -> None:
    reply = asked(question)
    assert reply.roll_calls[0].symbol == symbol


def test_a_whole_symbol_on_a_day_of_no_fitting_title_is_asked_about(asked: Ask) -> None:
    assert asked("A/RES/33/60, December 2004: Benin?").status == "choose"
