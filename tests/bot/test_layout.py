"""Answer -> Card: the right block for each kind of answer, and nothing dropped without a word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Choice, MemberVote, Ranked, Status
from bot.card import Bullets, Card, Facts, Note, Paragraph, Table
from bot.layout import lay_out
from bot.plain import plain
from bot.question import Intent
from bot.reply import SourceOut
from store.facts import Apart, ApartBy, Body, Coverage, Kind, Mode, Outcome, Position, RollCall, Tally


def roll_call(number: int = 1, mode: Mode = Mode.RECORDED, tally: Tally | None = None) -> RollCall:
    return RollCall(
        id=number,
        key=f"A/RES/79/{number}",
        symbol=f"A/RES/79/{number}",
        draft=None,
        body=Body.GA,
        date=dt.date(2024, 12, 1),
        title=f"Title {number}",
        kind=Kind.RESOLUTION,
        outcome=Outcome.ADOPTED,
        mode=mode,
        tally=tally or Tally(3, 2, 1, 0),
        url=None,
        dataset="undl_ga",
    )


def votes_on(call: RollCall, count: int, position: Position = Position.YES) -> tuple[MemberVote, ...]:
    return tuple(MemberVote(call, f"M{n}", f"Member {n}", position) for n in range(count))


def answer(**fields: object) -> Answer:
    return Answer(**{"status": Status.ANSWERED, "intent": Intent.POSITION, "lead": "The lead.", **fields})  # type: ignore[arg-type]


def only_table(card: Card) -> Table:
    (table,) = (block for block in card.blocks if isinstance(block, Table))
    return table


def test_a_few_votes_are_rows_with_their_day_symbol_and_result() -> None:
    call = roll_call()
    table = only_table(lay_out(answer(roll_calls=(call,), votes=votes_on(call, 2)), ()))
    assert table.rows[0] == ("2024-12-01", "A/RES/79/1", "Member 0", "✓ yes", "3-2-1")


def test_a_whole_roll_is_listed_by_position_and_the_few_come_first() -> None:
    call = roll_call()
    votes = (*votes_on(call, 20), *votes_on(call, 2, Position.NO))
    table = only_table(lay_out(answer(roll_calls=(call,), votes=votes), ()))
    assert [row[:2] for row in table.rows] == [("Against", "2"), ("In favour", "20")]
    assert table.title == "A/RES/79/1: Title 1"


def test_whole_rolls_of_one_symbol_say_which_is_which() -> None:
    calls = [replace(roll_call(), id=n, apart=Apart(ApartBy.DRAFT, f"A/79/L.{n}")) for n in (1, 2)]
    votes = [vote for call in calls for vote in votes_on(call, 20)]
    card = lay_out(answer(roll_calls=tuple(calls), votes=tuple(votes)), ())
    titles = [block.title for block in card.blocks if isinstance(block, Table)]
    assert titles == ["A/RES/79/1 (draft A/79/L.1): Title 1", "A/RES/79/1 (draft A/79/L.2): Title 1"]


def test_a_veto_is_marked() -> None:
    call = roll_call()
    vote = MemberVote(call, "USA", "United States", Position.NO, veto=True)
    assert only_table(lay_out(answer(roll_calls=(call,), votes=(vote,)), ())).rows[0][3] == "✗ no (veto)"


def test_a_long_table_says_how_many_rows_it_leaves_out() -> None:
    calls = tuple(roll_call(n) for n in range(100))
    table = only_table(lay_out(answer(roll_calls=calls, listed=True), ()))
    assert len(table.rows) + table.hidden_rows == 100
    assert table.hidden_rows > 0


@pytest.mark.parametrize(
    ("mode", "tally", "shown"),
    [
        (Mode.RECORDED, Tally(3, 2, None), "3-2-?"),
        (Mode.WITHOUT_VOTE, Tally(), "without a vote"),
        (Mode.NON_RECORDED, Tally(), "not recorded"),
        (Mode.NON_RECORDED, Tally(3, 2, 1), "3-2-1"),
    ],
)
def test_a_result_is_shown_as_far_as_it_is_known(mode: Mode, tally: Tally, shown: str) -> None:
    table = only_table(lay_out(answer(roll_calls=(roll_call(1, mode, tally),)), ()))
    assert table.rows[0][-1] == shown


@pytest.mark.parametrize(("unit", "shown"), [("share", "91.6%"), ("votes", "1")])
def test_a_ranking_is_shown_in_its_unit(unit: str, shown: str) -> None:
    table = only_table(lay_out(answer(ranking=(Ranked("AUT", "Austria", 0.916),), ranking_unit=unit), ()))
    assert table.rows == (("1", "Austria", shown),)


def test_coverage_is_a_row_for_each_dataset() -> None:
    held = Coverage("undl_ga", "Title", "Citation", "https://x", Body.GA, dt.date(1946, 1, 1), dt.date(2025, 1, 1), 5694, 947397)
    assert only_table(lay_out(answer(coverage=(held,)), ())).rows == (
        ("GA", "Title", "1946-01-01", "2025-01-01", "5,694", "947,397"),
    )


def test_an_answer_that_gives_no_facts_has_no_table() -> None:
    call = roll_call()
    for status in (Status.CHOOSE, Status.NOT_FOUND, Status.HELP):
        card = lay_out(answer(status=status, roll_calls=(call,), votes=votes_on(call, 2), notes=("A note.",)), ())
        assert card.blocks == (Note("A note."),)


def test_cautions_come_before_assumptions_and_after_the_facts() -> None:
    call = roll_call()
    card = lay_out(answer(roll_calls=(call,), votes=votes_on(call, 1), notes=("N",), assumptions=("A",)), ())
    assert [type(block) for block in card.blocks] == [Table, Note, Note]
    assert card.blocks[1:] == (Note("N"), Note("A", assumed=True))


def test_a_source_is_named_once_however_many_datasets_share_it() -> None:
    sources = [SourceOut(title="T", url="https://x", dataset=d, until=dt.date(2025, 1, 1)) for d in ("a", "b")]
    (source,) = lay_out(answer(), sources).sources
    assert source.reach == "data to 2025-01-01"


TEXT = st.text(min_size=1, max_size=20)
VOTES = st.lists(
    st.builds(
        lambda number, name, position, veto: MemberVote(roll_call(number), name, name, position, veto),
        st.integers(1, 5),
        TEXT,
        st.sampled_from(Position),
        st.booleans(),
    ),
    max_size=60,
)
ANSWERS = st.builds(
    lambda votes, status, intent, listed, notes, choices, ranking: Answer(
        status,
        intent,
        "lead",
        roll_calls=tuple(dict.fromkeys(v.roll_call for v in votes)),
        votes=tuple(votes),
        listed=listed,
        notes=tuple(notes),
        choices=tuple(choices),
        ranking=tuple(ranking),
        ranking_unit="share",
    ),
    VOTES,
    st.sampled_from(Status),
    st.sampled_from(Intent),
    st.booleans(),
    st.lists(TEXT, max_size=3),
    st.lists(st.builds(Choice, TEXT, TEXT), max_size=3),
    st.lists(st.builds(Ranked, TEXT, TEXT, st.floats(0, 1)), max_size=3),
)


@given(ANSWERS)
def test_any_answer_lays_out_with_its_lead_first_and_its_rows_under_their_columns(found: Answer) -> None:
    card = lay_out(found, ())
    assert card.lead == found.lead
    assert [block.text for block in card.blocks if isinstance(block, Note)] == list(found.notes)
    assert len(card.choices) == len(found.choices)
    for block in card.blocks:
        assert isinstance(block, Table | Note | Bullets | Facts | Paragraph)
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} <= {len(block.columns)}
    assert plain(card).startswith(found.lead)
