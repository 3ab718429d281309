"""One symbol, many spellings: `symbol_key` makes the spellings equal and keeps different symbols apart."""

from __future__ import annotations

import csv
import io
import lzma
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.symbols import arabic_session, number_of, session_number, symbol_key

SAME = [
    ("A/RES/181(II)[A]", ["a/res/181 (II) A", "A/RES/181 (II)[A]", "A/RES/181(ii)a", "A/RES/181(2)A"]),
    ("A/RES/67/234B", ["A/RES/67/234 B", "A/RES/67/234[B]", "a/res/67/234b", " A/RES/67/234 [B] "]),
    ("A/RES/ES-10/21", ["A/RES/ES\u201310/21", "a/res/es-10/21", "A/RES/ES10/21", "A / RES / ES-10 / 21", "A/RES/ES-X/21"]),
    (
        "S/RES/2774(2025)",
        ["S/RES/2774 (2025)", "s/res/2774( 2025 )", "S/RES/2774 2025", "S\\RES\\2774(2025)", "S/RES/2774(2025)."],
    ),
    ("A/RES/1873(S-IV)", ["A/RES/1873(S-4)", "A/RES/1873 (S-IV)"]),
    ("A/RES/3379(XXX)", ["A/RES/3379 (xxx)", "A/RES/3379(30)"]),
    ("A/RES/377(V)[A-C]", ["A/RES/377(V)A-C", "A/RES/377 (V) A\u2013C"]),
    ("A/RES/36//235IX", ["A/RES/36/235IX", "A/RES/36/235 IX"]),
    ("A/RES/39/236[SectionII]", ["A/RES/39/236 section II", "A/RES/39/236 sect. II"]),
    ("S/2025/123#motion-1", ["S/2025/123 #Motion-1"]),
    ("A/RES/78/183 A", ["\uff21/RES/78/183A", "A/RES/78/183\u200b A"]),
]

DIFFERENT = [
    ("A/RES/377(V)", "A/RES/377(V)[A-C]"),
    ("A/RES/63(I)[PARA.1]", "A/RES/63(I)[PARA.2]"),
    ("A/RES/63[1]", "A/RES/631"),
    ("A/RES/79/7", "A/RES/7/97"),
    ("A/RES/ES-11/7", "A/RES/11/7"),
    ("A/RES/104(S-1)", "A/RES/104(ES-1)"),
    ("S/2025/123", "S/2025/123#motion-1"),
]


@pytest.mark.parametrize(("symbol", "spellings"), SAME, ids=[symbol for symbol, _ in SAME])
def test_every_spelling_of_a_symbol_has_the_same_key(symbol: str, spellings: list[str]) -> None:
    assert {spelling: symbol_key(spelling) for spelling in spellings} == dict.fromkeys(spellings, symbol_key(symbol))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_symbols_keep_different_keys(one: str, other: str) -> None:
    assert symbol_key(one) != symbol_key(other)


@given(st.text(max_size=40))
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert symbol_key(symbol_key(text)) == symbol_key(text)


SYMBOLS = st.one_of(
    st.builds("A/RES/{}/{}{}".format, st.integers(31, 99), st.integers(1, 400), st.sampled_from(["", "A", "[B]", " C", "XIV"])),
    st.builds(
        "A/RES/{}({}){}".format, st.integers(1, 3541), st.sampled_from(["I", "IV", "XXIX", "S-4"]), st.sampled_from(["", "[A]"])
    ),
    st.builds("A/RES/ES-{}/{}".format, st.integers(6, 11), st.integers(1, 40)),
    st.builds("S/RES/{}({})".format, st.integers(1, 9999), st.integers(1946, 2030)),
    st.builds("S/{}/{}{}".format, st.integers(1994, 2030), st.integers(1, 1500), st.sampled_from(["", "#motion-1"])),
)


@given(SYMBOLS, st.data())
def test_case_and_blanks_around_the_marks_never_matter(symbol: str, data: st.DataObject) -> None:
    spelled = "".join(
        data.draw(st.sampled_from([f" {c}", f"{c} ", c])) if c in "/()#" else data.draw(st.sampled_from([c.lower(), c]))
        for c in symbol
    )
    assert symbol_key(spelled) == symbol_key(symbol)


@pytest.mark.parametrize(
    ("symbol", "number", "session"),
    [
        ("S/RES/2774(2025)", 2774, None),
        ("S/RES/2774", 2774, None),
        ("A/RES/3379(XXX)", 3379, ("30", 3379)),
        ("A/RES/1873(S-IV)", 1873, ("S-4", 1873)),
        ("A/RES/79/7", None, ("79", 7)),
        ("A/RES/ES-11/7", None, ("ES-11", 7)),
        ("A/RES/67/234 B", None, ("67", 234)),
        ("A/DEC/80/506", None, ("80", 506)),
        ("S/2025/123", None, None),
    ],
)
def test_numbers_are_read_from_the_symbol(symbol: str, number: int | None, session: tuple[str, int] | None) -> None:
    assert (number_of(symbol), session_number(symbol)) == (number, session)


@pytest.mark.parametrize(
    ("written", "session"), [("XXX", "30"), ("S-IV", "S-4"), ("ES-11", "ES-11"), ("79", "79"), (" XLIX", "49")]
)
def test_sessions_are_written_in_arabic_numerals(written: str, session: str) -> None:
    assert arabic_session(written) == session


def test_no_two_symbols_of_the_official_files_share_a_key() -> None:
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    if not folder:
        pytest.skip("VOTEDESK_TEST_DATA does not name the folder of the test data")
    symbols: dict[str, set[str]] = {}
    for name in ("2025_11_08_ga_outcomes.csv.xz", "2025_11_08_sc_voting.csv.xz"):
        text = lzma.decompress((Path(folder) / "undl" / name).read_bytes()).decode("utf-8")
        for row in csv.DictReader(io.StringIO(text, newline="")):
            symbols.setdefault(symbol_key(row["resolution"]), set()).add(row["resolution"])
    assert {key: same for key, same in symbols.items() if len(same) > 1} == {}
    assert len(symbols) > 10_000
