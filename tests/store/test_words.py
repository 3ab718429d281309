"""Words and stems: what the record and the question are both brought to before they are compared."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words import fold, stem, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Türkiye's vote", ["turkiye", "vote"]),
        ("the People’s Republic", ["the", "people", "republic"]),
        ("States' obligations", ["states", "obligations"]),
        ("Côte d'Ivoire", ["cote", "d", "ivoire"]),
        ("non-proliferation, 24 February 2025", ["non", "proliferation", "24", "february", "2025"]),
        ("THE SITUATION_IN (GAZA)", ["the", "situation", "in", "gaza"]),
        ("Straße łódź Køge", ["strasse", "lodz", "koge"]),
        ("голосование", ["голосование"]),
        ("", []),
    ],
)
def test_words_are_folded_and_cut_at_everything_that_is_no_letter_or_figure(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "same",
    [
        ("settlement", "settlements"),
        ("decolonisation", "decolonization"),
        ("embargo", "embargoes", "embargos"),
        ("palestine", "palestinian", "palestinians"),
        ("israel", "israeli", "israelis"),
        ("mercenary", "mercenaries"),
        ("programme", "program", "programmes"),
        ("organisation", "organizations"),
        ("execution", "executions"),
    ],
)
def test_forms_of_one_word_share_a_stem(same: tuple[str, ...]) -> None:
    assert len({stem(word) for word in same}) == 1


@pytest.mark.parametrize(
    "different",
    [
        ("general", "generate"),
        ("universal", "university"),
        ("organ", "organization"),
        ("international", "internal"),
        ("nation", "national"),
        ("human", "humanity", "humanitarian"),
        ("arms", "army"),
        ("important", "import"),
        ("niger", "nigeria"),
        ("police", "policy"),
    ],
)
def test_words_of_different_meaning_keep_apart(different: tuple[str, ...]) -> None:
    assert len({stem(word) for word in different}) == len(different)


def test_threads_that_stem_at_once_get_what_each_asked_for() -> None:
    asked = ["settlements", "occupied", "territories", "condemning", "abstained", "resolutions"] * 500
    stem.cache_clear()
    alone = [stem(word) for word in asked]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(stem.__wrapped__, asked)) == alone


@given(st.text())
def test_folding_twice_changes_nothing_and_words_are_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(" ".join(words(text))) == words(text)


@given(st.text())
def test_every_text_has_one_stem_a_word(text: str) -> None:
    assert len(stems(text)) == len(words(text))
    assert all(stems(text))
