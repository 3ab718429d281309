"""Misspelt words of a topic become the record's words, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.clean import words
from bot.understand.spans import Spans
from bot.understand.spelling import Spelling, respell
from bot.understand.stopwords import STOPWORDS

SPELLING = Spelling.of(
    {"embargo": 40, "nuclear": 600, "weapons": 500, "weapon": 90, "peacekeeping": 300, "truce": 5, "torture": 20, "peace": 500}
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("embrago", "embargo"),
        ("nucler", "nuclear"),
        ("wepons", "weapons"),
        ("peackeeping", "peacekeeping"),
        ("paecekeping", "peacekeeping"),  # two errors in a long word
        ("resoluton", "resolution"),  # the words of asking are known too
        ("abstaned", "abstained"),
        ("agianst", "against"),
    ],
)
def test_a_misspelling_is_read_as_the_word_nearest_to_it(written: str, meant: str) -> None:
    assert SPELLING.nearest(written) == meant


@pytest.mark.parametrize(
    "word",
    [
        "embargo",
        "embargos",  # its singular is known
        "vote",
        "oil",
        "turtore",  # two errors, which only words of eight letters and more may hold
        "2024",
        "es-11",
        "xylophone",
        "qeacekeepinq",  # two errors, one of them in the first letter
    ],
)
def test_other_words_stay_as_they_are(word: str) -> None:
    assert SPELLING.nearest(word) == word


def test_of_several_as_near_the_commonest_is_meant() -> None:
    assert Spelling.of({"nation": 1, "ration": 9}).nearest("sation") == "ration"


def test_the_others_as_near_are_kept_for_the_title_to_decide() -> None:
    assert Spelling.of({"nation": 7, "ration": 9}).readings("sation") == ("ration", "nation")


def test_a_slip_of_the_record_is_mended_and_kept_as_well() -> None:
    assert Spelling.of({"mandate": 600, "manadate": 1}).readings("manadate") == ("mandate", "manadate")


def test_a_word_of_every_question_is_meant_before_any_of_the_record() -> None:
    assert Spelling.of({"voters": 900, "votes": 900}).readings("votee") == ("vote",)


def test_a_short_word_that_nobody_knows_is_looked_for_beside_known_ones_only() -> None:
    spelling = Spelling.of({"arms": 60, "race": 60, "space": 60})
    [short, *_] = respell(words("ams race in space"), spelling, Spans.of(()))
    assert (short.folded, short.others) == ("ams", ("arms",))
    assert respell(words("ams"), spelling, Spans.of(()))[0].others == ()


def test_what_is_understood_as_something_else_keeps_its_spelling() -> None:
    text = "hungray on the embrago"
    respelt = respell(words(text), SPELLING, Spans.of([(0, 7)]))
    assert [w.folded for w in respelt] == ["hungray", "on", "the", "embargo"]
    assert [w.text for w in respelt] == ["hungray", "on", "the", "embrago"]


@pytest.mark.parametrize(
    ("word", "of_the_record"),
    [
        ("fewest", "newest"),
        ("like", "alike"),
        ("cover", "over"),
        ("turning", "burning"),
        ("annually", "annual"),
        ("eight", "right"),
    ],
)
def test_words_that_questions_are_told_apart_by_are_no_misspellings(word: str, of_the_record: str) -> None:
    assert Spelling.of({of_the_record: 500}).nearest(word) == word


def test_and_no_word_is_a_misspelling_of_theirs() -> None:
    assert Spelling.of({"local": 1, "global": 300}).nearest("lobal") == "global"


@given(st.sampled_from(sorted(SPELLING.counts)) | st.sampled_from(sorted(STOPWORDS)))
def test_a_known_word_is_never_changed(word: str) -> None:
    assert SPELLING.nearest(word) == word


@given(st.sampled_from(["peacekeeping", "nuclear", "embargo", "torture"]), st.data())
def test_any_one_letter_left_out_of_a_long_word_is_mended(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    assert SPELLING.nearest(word[:at] + word[at + 1 :]) == word
