"""Small parts of sentences, where a reader would stumble over a fault."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.wording import vetoing
from bot.lookup.wording.phrases import listing, number, sentence, state, title
from bot.lookup.wording.refusals import OUTSIDE
from bot.lookup.wording.totals import times_alone, times_taken
from bot.translation import speaking
from store.facts import Body, Kind, Mode, Outcome, Position, RollCall, Tally
from store.members import load_members

ONE_CALL = (
    RollCall(
        1,
        "k",
        "A/RES/1",
        None,
        Body.GA,
        dt.date(2024, 1, 2),
        "T",
        Kind.RESOLUTION,
        Outcome.ADOPTED,
        Mode.RECORDED,
        Tally(),
        None,
        "undl_ga",
    ),
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Hungary", "Hungary"),
        ("United States", "the United States"),
        ("Netherlands", "the Netherlands"),
        ("Netherlands (Kingdom of the)", "the Kingdom of the Netherlands"),
        ("Iran (Islamic Republic of)", "the Islamic Republic of Iran"),
        ("The former Yugoslav Republic of Macedonia", "the former Yugoslav Republic of Macedonia"),
        ("Bahamas", "the Bahamas"),
        ("Marshall Islands", "the Marshall Islands"),
        ("Democratic People's Republic of Korea", "the Democratic People's Republic of Korea"),
        ("USSR", "the USSR"),
        ("Niger", "Niger"),
        ("Ukraine", "Ukraine"),
        ("Dominica", "Dominica"),
        ("European Union", "the European Union"),
        ("NATO", "NATO"),
        ("the Quad", "the Quad"),
    ],
)
def test_names_take_the_article_that_readers_expect(name: str, said: str) -> None:
    assert state(name) == said


def test_no_name_of_a_member_gets_two_articles() -> None:
    names = {period.name for member in load_members().by_code.values() for period in member.names}
    assert [name for name in names if state(name).lower().startswith("the the ")] == []


def test_lists_read_like_lists() -> None:
    assert listing([]) == "none"
    assert listing(["A"]) == "A"
    assert listing(["A", "B", "C"]) == "A, B and C"
    assert listing(["A", "B", "C"], most=2) == "A, B and 1 more"
    assert listing(["A", "B"], last="or") == "A or B"


@given(st.text(max_size=400))
def test_a_title_fits_a_sentence_and_says_where_it_was_cut(text: str) -> None:
    quoted = title(text)
    assert len(quoted) <= 125
    assert (quoted[0], quoted[-1]) == ("“", "”")
    assert quoted.endswith(" …”") or quoted == f"“{text.replace(' : ', ': ')}”"


def test_one_is_singular_and_thousands_are_parted() -> None:
    assert number(1, "vote", "votes") == "1 vote"
    assert number(1423, "vote", "votes") == "1,423 votes"
    assert sentence("the vote") == "The vote"


@pytest.mark.parametrize(
    ("names", "position", "count", "said"),
    [
        (["Hungary"], Position.NO, 3, "Hungary voted no 3 times in"),
        (["Hungary"], Position.NO, 0, "Hungary never voted no in"),
        (["Hungary"], Position.NON_VOTING, 0, "Hungary was never recorded as non-voting in"),
        (["Hungary"], None, 1, "Hungary was on the roll once in"),
        (
            ["Hungary", "Netherlands"],
            Position.NON_VOTING,
            2,
            "Hungary and the Netherlands were recorded as non-voting 2 times in all in",
        ),
        (["Hungary", "Netherlands"], None, 0, "Hungary and the Netherlands were never on the roll in"),
    ],
)
def test_a_count_is_a_sentence(names: list[str], position: Position | None, count: int, said: str) -> None:
    assert times_taken(names, position, count, ONE_CALL).startswith(said)


def test_being_alone_is_a_sentence() -> None:
    assert times_alone(["United States"], Position.NO, 2, ONE_CALL).startswith(
        "The United States was the only one to vote no 2 times in"
    )
    assert times_alone(["Hungary"], Position.ABSTAIN, 0, ONE_CALL).startswith("Hungary was never the only one to abstain in")


def test_refusals_speak_of_no_jargon() -> None:
    assert not [text for text in OUTSIDE.values() if "dataset" in text or "null" in text]


VETOES_IN = {
    "fr": ("Russie\N{NO-BREAK SPACE}: veto contre 2 projets de résolution, du ", "L'Union soviétique, qui occupait"),
    "es": ("Rusia: veto a 2 proyectos de resolución, del ", "La Unión Soviética, que ocupaba"),
    "de": ("Russland: Veto gegen 2 Resolutionsentwürfe, vom ", "Die Sowjetunion, die den Sitz"),
    "pt": ("Rússia: veto a 2 projetos de resolução, de ", "A União Soviética, que ocupava"),
    "it": ("Russia: veto a 2 progetti di risoluzione, dal ", "L'Unione Sovietica, che occupava"),
}


@pytest.mark.parametrize("language", VETOES_IN)
def test_counts_of_vetoes_speak_the_language_of_the_reply(language: str) -> None:
    drafts = [replace(ONE_CALL[0], date=day) for day in (dt.date(2018, 4, 10), dt.date(2014, 5, 22))]
    with speaking(language):
        told = vetoing.counted(drafts, [], ["Russia"], 1)
        notes = [vetoing.definition(2, 2, amendments) for amendments in (0, 1, 2)]
        notes += [vetoing.reaches(dt.date(2022, 7, 8), later) for later in (0, 1, 2)]
        notes += [vetoing.counted([], [], asked, 0) for asked in ([], ["Russia"])]
        notes += [vetoing.on_topic(count, drafts[:count], ["syria"], ["Russia"]) for count in (0, 1, 2)]
    opening, soviet = VETOES_IN[language]
    assert told.startswith(opening)
    assert soviet in told
    assert not re.search(r"\b(?:vetoed|the|draft|resolution|later|ends)\b", " ".join(notes))


def test_nobody_who_vetoed_nothing_is_said_once_to_have_done_so() -> None:
    assert vetoing.counted([], [], [], 0) == "Nobody vetoed a draft resolution in that time, as far as the store knows."
    assert vetoing.counted([], [], ["United States"], 0).startswith("The United States vetoed no draft resolution")
