"""One question, read as a whole; and that any text is read, in time, with every part where it says it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation import EMPTY
from bot.question import ANY_EMERGENCY_SESSION, Flag, Intent, Question
from bot.understand.clean import LONGEST, Word, clean
from bot.understand.patterns import any_of, any_word, compiled, in_order
from bot.understand.reading import understand
from bot.understand.shape import Mention
from bot.understand.spans import Spans
from store.facts import Position
from tests.bot.understand.question_tables import KNOWLEDGE, TODAY, answered, codes, lines, read
from tests.effort import QUADRATIC, growth

# intent; states; body; position; topic and nicknames
WHOLE = """
how did Hungary vote on ES-11/7? => position; HUN; -; -; -
how did Hungary and Slovakia vote in the General Assembly => position; HUN SVK; GA; -; -
who voted against the Cuba embargo in 2023? => roll_call; -; -; no; cuba-embargo
which EU states abstained on A/RES/79/7 => roll_call; eu; GA; abstain; -
Chile on torture in Sudan => position; CHL; -; -; torture Sudan
UNSC vote on Sudan, 22 March 2024 => roll_call; -; SC; -; Sudan
didn't Israel abstain on ES-11/7? => verify; ISR; -; abstain; -
how often do France and Germany vote the same way => agreement; FRA DEU; -; -; -
Cuba embargo - Ukraine? => position; UKR; -; -; cuba-embargo
who broke ranks in the EU on ES-11/7 => roll_call; eu; -; -; -
Comment la France a-t-elle voté sur A/RES/79/7 ? => position; FRA; -; -; -
wer stimmte gegen A/RES/79/7? => roll_call; -; -; no; -
hello => about; -; -; -; -
"""


@lines(WHOLE)
def test_a_question_is_read_whole(text: str, expected: str) -> None:
    question = read(text)
    about = " ".join([*(n.key for n in question.names), *(t.word for t in question.topic)]) or "-"
    states = codes((*question.members, *question.groups))
    assert "; ".join([question.intent, states, question.body or "-", question.position or "-", about]) == expected


def test_a_state_alone_may_say_which_vote_is_meant() -> None:
    question = read("Grenada 1983, who voted no")
    assert question.members == ()
    assert [t.about for t in question.topic] == ["GRD"]


def test_a_state_inside_a_nickname_is_not_asked_about() -> None:
    question = read("the Cuba embargo")
    assert question.members == ()
    assert codes(read("Mexico on the Cuba embargo").members) == "MEX"


def test_a_number_that_may_be_a_year_leaves_the_words_before_it_to_the_topic() -> None:
    assert [n.key for n in read("zionism resolution 1975").names] == ["zionism-is-racism"]


def test_emergency_sessions_are_known_without_a_number() -> None:
    assert read("votes of the emergency special session").session == ANY_EMERGENCY_SESSION
    assert read("who voted no on torture").session is None


def test_a_vote_that_no_record_here_holds_is_told() -> None:
    assert read("how did Hungary vote in the Third Committee on torture").outside == "committee"
    assert read("how did Hungary vote on torture").outside is None


def test_times_that_are_no_dates_are_told() -> None:
    assert read("how did Hungary vote under Trump").vague
    assert read("how did Hungary vote on 31 February 2024").impossible


FLAGS = """
has the US always voted no => all_time
when did Hungary change => turning_point
was it the first time => first
who agrees least with the US => least
was Hungary alone => only_one
was it unanimous => unanimous
did Russia veto the Gaza text => veto
the most isolated of all => isolated
which resolutions did Hungary oppose => own_votes
the latest one => last_one
how many of them => how_many
how many were not unanimous => divided
how many countries voted no => states
the other one => sibling
who broke ranks in the EU => dissent
which EU states didn't back it => not_it
why did Hungary abstain => why
the amendment to the Sudan text => amendments
which General Assembly drafts were rejected in 1995? => failed
permanent members on Sudan => permanent
the full list, please => everybody
the very first text on Sudan => earliest
the second resolution on Sudan => second
both texts on Sudan => both
how often did China veto => vetoes
the last time China vetoed something => vetoes
how many vetoes has Russia cast => vetoes
the biggest yes vote on the cuba embargo => extreme
the narrowest vote of 2024 => margin
fewest yes votes ever on the cuba embargo => fewest
how did Hungary vote on ES-11/7 => -
"""


@lines(FLAGS)
def test_small_things_are_noted(text: str, expected: str) -> None:
    flags = {flag.value for flag in read(text).flags}
    assert expected in flags if expected != "-" else not flags


def test_every_flag_of_a_text_has_a_line() -> None:
    elsewhere = {Flag.BEFORE, Flag.AFTER, Flag.ARTICLE}  # of the thread, and of test_articles
    assert {flag.value for flag in set(Flag) - elsewhere} == {line.split(" => ")[1] for line in FLAGS.split("\n") if line} - {
        "-"
    }


def _mentions(question: Question) -> Iterator[Mention]:
    yield from (*question.members, *question.groups, *question.non_members, *question.symbols, *question.tallies)
    yield from (*question.days, *question.names, *question.strays)


WORDS = st.sampled_from(
    [
        "how",
        "did",
        "Hungary",
        "vote",
        "on",
        "the",
        "Cuba",
        "embargo",
        "who",
        "abstained",
        "ES-11/7",
        "in",
        "2023",
        "EU",
        "except",
        "Russia",
        "France's",
        "and",
        ",",
        "?",
        "(",
        ")",
        "93-18-65",
        "the",
        "Security",
        "Council",
        "A/RES/79/7",
        "last",
        "March",
        "torture",
        "is",
        "it",
        "true",
        "that",
        "nobody",
        "against",
        "Kosovo",
        "🇭🇺",
        "not",
        "with",
        "like",
        "most",
        "often",
        "comment",
        "la",
        "hungray",
        "resoluton",
        "242",
        "Gaza",
        "same",
        "all",
        "Israël",
        "voté",
        "gegen",
        "since",
        "then",
        "-",
        "–",
        "/",
        "&",
        "vs",
        "veto",
        "P5",
        "won't",
        "\n",
        "\t",
        "¿",
        "中国",
        "النمسا",
    ]
)
TEXTS = st.text(max_size=300) | st.lists(WORDS, max_size=40).map(" ".join)


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_any_text_is_a_question_whose_parts_stand_where_they_say(text: str) -> None:
    question = understand(text, EMPTY, KNOWLEDGE, TODAY)
    assert question.text == clean(text)
    for mention in _mentions(question):
        assert question.text[mention.start : mention.end] == mention.words
    for term in question.topic:
        assert 0 <= term.start < term.end <= len(question.text)
    # "did they vote the same way" compares, and asserts that they did.
    assert question.intent is Intent.COMPARE or (question.assertion is not None) == (question.intent is Intent.VERIFY)


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_can_follow_any_other(first: str, second: str) -> None:
    thread = answered(understand(first, EMPTY, KNOWLEDGE, TODAY), EMPTY)
    question = understand(second, thread, KNOWLEDGE, TODAY)
    assert question.text == clean(second)
    assert set(question.carried) <= {"vote", "topic", "members", "period", "days", "body", "intent"}


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_same_text_is_always_read_the_same(text: str) -> None:
    assert understand(text, EMPTY, KNOWLEDGE, TODAY) == understand(text, EMPTY, KNOWLEDGE, TODAY)


@given(TEXTS, st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)))
@settings(max_examples=200, deadline=None)
def test_any_day_can_be_today(text: str, today: dt.date) -> None:
    assert understand(text, EMPTY, KNOWLEDGE, today).text == clean(text)


@pytest.mark.parametrize(
    "piece",
    [
        "UK ", "UK, ", "UK/", "UK and ", "UK (", "EU ", "🇭🇺", "Kosovo ", "the all ", "did the ", "did UK also really ", ",", "? ", "a", "'",
        "24 February 2025 ", "2025 ", "93-18-65 ", "A/RES/79/7 ", "Cuba embargo ", "ukrain resoluton ", "unesco ", "security council ",
        "how many ", "how often ", "which ", "list all the ", "was it 12-3 ", "nobody ", "sided with UK ", "didn't ", "comment la France ",
    ],
)  # fmt: skip
def test_as_long_a_text_as_is_read_is_not_much_more_work_than_four_of_a_quarter(piece: str) -> None:
    assert growth(lambda text: understand(text, EMPTY, KNOWLEDGE, TODAY), piece, LONGEST // 4) < 0.6 * QUADRATIC


SMALL = st.text("ab ", max_size=8)


@given(SMALL)
def test_parts_in_order_are_found_as_a_plain_expression_finds_them(text: str) -> None:
    assert bool(compiled(in_order("ab", "a", "b ")).search(text)) == bool(compiled("ab.*a.*b ").search(text))
    assert bool(compiled(in_order(any_word("b ab"), any_of(" ", "bb"))).search(text)) == bool(
        compiled("(?:b|ab).*(?: |bb)").search(text)
    )


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8))), st.integers(0, 30), st.integers(1, 8))
def test_spans_touch_and_hold_what_a_look_at_each_of_them_says(spans: list[tuple[int, int]], start: int, length: int) -> None:
    ends = [(a, a + n) for a, n in spans]
    place = Word("any", "any", start, start + length)
    assert Spans.of(ends).touch(place) == any(a < place.end and place.start < b for a, b in ends)
    assert Spans.of(ends).hold(place) == any(a <= place.start and place.end <= b for a, b in ends)


def test_a_position_is_not_read_from_those_sided_with() -> None:
    assert read("who backed the US on ES-11/7").position is None
    assert read("who backed ES-11/7").position is Position.YES
