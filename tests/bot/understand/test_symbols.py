"""Document symbols are read however a hurried reader writes them, and what only looks like one is left alone."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.question import SymbolMention
from bot.understand.symbols import read_symbols, spans_that_are_symbols
from store.facts import Body
from store.symbols import symbol_key


def only(text: str) -> SymbolMention:
    found = read_symbols(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        # Written out.
        ("A/RES/79/7", "A/RES/79/7"),
        ("a/res/ES-11/7", "A/RES/ES-11/7"),
        ("A/RES/67/19 – Prague's vote?", "A/RES/67/19"),
        ("what about A/RES/79/7.", "A/RES/79/7"),
        ("A/RES/79/7's sponsors", "A/RES/79/7"),
        ("A/RES/3379(XXX)", "A/RES/3379(XXX)"),
        ("A/RES/3379 (XXX)", "A/RES/3379(XXX)"),
        ("A/RES/181 (II) A", "A/RES/181(II)[A]"),
        ("A/RES/377(V)[A-C]", "A/RES/377(V)[A-C]"),
        ("A/RES/34/93[I]", "A/RES/34/93[I]"),
        ("A/RES/36//235IX", "A/RES/36//235IX"),
        ("A/RES/39/236[SectionII]", "A/RES/39/236[SectionII]"),
        ("A/RES/63(I)[PARA.1]", "A/RES/63(I)[PARA.1]"),
        ("A/RES/78/183 A", "A/RES/78/183 A"),
        ("A/RES/1000(ES-I)", "A/RES/1000(ES-I)"),
        ("A/DEC/80/506", "A/DEC/80/506"),
        ("S/RES/2774(2025)?", "S/RES/2774(2025)"),
        ("S/RES/2774 (2025)", "S/RES/2774(2025)"),
        ("A/HRC/RES/S-30/1", "A/HRC/RES/S-30/1"),
        ("E/CN.4/RES/2000/58", "E/CN.4/RES/2000/58"),
        ("E/CN.4/RES/12(XIV)", "E/CN.4/RES/12(XIV)"),
        ("S/2024/312 was vetoed", "S/2024/312"),
        ("A/ES-11/L.10", "A/ES-11/L.10"),
        ("A/HRC/59/L.1/Rev.1", "A/HRC/59/L.1/Rev.1"),
        ("A/C.3/79/L.5", "A/C.3/79/L.5"),
        ("S/PV.9866", "S/PV.9866"),
        ("9866th meeting of the Council", "S/PV.9866"),
        ("S/2025/123#motion-1", "S/2025/123#motion-1"),
        # Sloppily.
        ("ARES79/7", "A/RES/79/7"),
        ("A/RES 79/7", "A/RES/79/7"),
        ("a.res.79/7", "A/RES/79/7"),
        ("A/ES-11/7", "A/RES/ES-11/7"),
        ("ES-11/7", "A/RES/ES-11/7"),
        ("on es-11/6", "A/RES/ES-11/6"),
        ("es 10/21", "A/RES/ES-10/21"),
        ("ES10/21", "A/RES/ES-10/21"),
        ("ES-XI/1", "A/RES/ES-11/1"),
        ("(ES-11/2)", "A/RES/ES-11/2"),
        ("resolution 377 A (V)", "A/RES/377(V)A"),
        ("377(V)", "A/RES/377(V)"),
        ("3379 (XXX)", "A/RES/3379(XXX)"),
        ("181 (II)", "A/RES/181(II)"),
        ("1000 (ES-I)", "A/RES/1000(ES-I)"),
        ("1873 (S-IV)", "A/RES/1873(S-IV)"),
        ("resolution 2774 (2025)", "S/RES/2774(2025)"),
        ("resolution 2774(2025)", "S/RES/2774(2025)"),
        ("1973/2011 is a resolution: UNSCR 1973/2011", "S/RES/1973(2011)"),
        ("GA resolution 68/262", "A/RES/68/262"),
        ("UNGA 68/262", "A/RES/68/262"),
        ("resolution 68/262 of the General Assembly", "A/RES/68/262"),
        ("the vote on 79/7 at the GA", "A/RES/79/7"),
        ("79/7", "A/RES/79/7"),
        ("decision 80/506", "A/DEC/80/506"),
        ("HRC 49/1", "A/HRC/RES/49/1"),
        ("HRC resolution 49/1", "A/HRC/RES/49/1"),
        ("Human Rights Council resolution 58/2", "A/HRC/RES/58/2"),
        ("at the Human Rights Council on climate... no wait, the climate change resolution 47/24?", "A/HRC/RES/47/24"),
        ("HRC: who opposed resolution 57/3", "A/HRC/RES/57/3"),
        ("resolution 19/2", "A/HRC/RES/19/2"),
        ("S-30/1 at the Human Rights Council", "A/HRC/RES/S-30/1"),
        ("special session text S-21/2", "A/RES/S-21/2"),
        ("60/251 creating the Human Rights Council", "A/RES/60/251"),
        ("Commission on Human Rights resolution 2000/58", "E/CN.4/RES/2000/58"),
        # In other languages.
        ("la résolution 2774 (2025) du Conseil de sécurité", "S/RES/2774(2025)"),
        ("résolution 68/262 de l'Assemblée générale", "A/RES/68/262"),
        ("resolución 3379 (XXX)", "A/RES/3379(XXX)"),
        ("Resolution 2774 (2025) des Sicherheitsrats", "S/RES/2774(2025)"),
        ("resolução 79/7", "A/RES/79/7"),
        ("risoluzione 79/7", "A/RES/79/7"),
        ("Resolution 49/1 des Menschenrechtsrats", "A/HRC/RES/49/1"),
    ],
)
def test_words_that_are_enough_give_the_whole_key(text: str, symbol: str) -> None:
    found = [m.key for m in read_symbols(text) if m.key]
    assert found == [symbol_key(symbol)]


@pytest.mark.parametrize(
    ("text", "number", "body", "year"),
    [
        ("resolution 2774", 2774, None, None),
        ("whats res 3379", 3379, None, None),
        ("res 181 what was the vote", 181, None, None),
        ("UNSCR 1973", 1973, Body.SC, None),
        ("abstentions on unscr1973", 1973, Body.SC, None),
        ("UNSC 502 Falklands", 502, Body.SC, None),
        ("SC 2803", 2803, Body.SC, None),
        ("S/RES/1559: did it get the nine votes?", 1559, Body.SC, None),
        ("A/RES/3379", 3379, Body.GA, None),
        ("Security Council resolution 2334", 2334, Body.SC, None),
        ("UN Security Council Res. 2334", 2334, Body.SC, None),
        ("How was UN resolution 194 adopted?", 194, None, None),
        ("GA resolution 3379", 3379, Body.GA, None),
        ("resolution no. 1325", 1325, None, None),
        ("résolution n° 1325", 1325, None, None),
        ("Resolution Nr. 242", 242, None, None),
        ("resolución 3379", 3379, None, None),
        ("Resolution 2774 des Sicherheitsrats", 2774, Body.SC, None),
        ("resolution 2774 of 2025", 2774, None, 2025),
        ("242 (1967)", 242, None, 1967),
        ("resolution 3379 (1975)", 3379, None, 1975),
        ("libya no-fly zone res 1973: berlin's vote", 1973, None, None),
        ("what was resolution 1973?", 1973, None, None),
        ("resoluton 2334", 2334, None, None),
    ],
)
def test_a_number_that_words_call_a_resolution_is_certain(text: str, number: int, body: Body | None, year: int | None) -> None:
    mention = only(text)
    assert (mention.number, mention.body, mention.year, mention.certain, mention.maybe_year) == (number, body, year, True, False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2720", 2720),
        ("2774?", 2774),
        ("242", 242),
        ("1803?", 1803),
        ("1929?", 1929),
        ("2758 - result?", 2758),
        ("upper volta, 3379", 3379),
        ("East and West Germany on 3379: same vote?", 3379),
        ("How did they vote on 3379 in 1975?", 3379),
        ("elected members of the Security Council on 1441", 1441),
        ("did all five permanent members vote yes on 242", 242),
        ("sanctions on apartheid South Africa (1761): who voted against?", 1761),
        ("the 2010 iran sanctions (1929)", 1929),
        ("the Namibia question 1966 (2145, ending the mandate)", 2145),
    ],
)
def test_a_bare_number_may_be_a_resolution(text: str, number: int) -> None:
    mention = only(text)
    assert (mention.number, mention.key, mention.certain) == (number, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "libya resolution 1973",
        "killer robots resolution 2023 - Belarus",
        "zionism resolution 1975 and its repeal 1991",
        "both koreas on the test ban treaty resolution 2025",
        "UNSC 1973",
        "Germany on 1973?",
    ],
)
def test_a_number_that_may_be_a_year_says_so_and_leaves_its_span_free(text: str) -> None:
    mention = only(text)
    assert mention.maybe_year
    assert not mention.certain
    assert spans_that_are_symbols([mention]) == []


@pytest.mark.parametrize(
    "text",
    [
        "2020",
        "2024?",
        "how did Hungary vote in 2024",
        "in 1850",
        "League of Nations vote on Abyssinia in 1936",
        "zionism repeal (1991)",
        "24/02/2025",
        "02/24/2025",
        "24.02.2025",
        "2025-02-24",
        "93-18-65",
        "141 to 5",
        "141-5 vote",
        "14 yes 11 no 105 abstentions",
        "142 countries in favour",
        "the other 193 members",
        "193-member assembly",
        "2/3 majority",
        "50/50",
        "60/40",
        "24/7",
        "9/11",
        "31/12",
        "top 3",
        "39 states",
        "150 countries",
        "G77 and P5",
        "MH17",
        "Ukraine resolution 24 February 2025",
        "resolution of 2 March 2022",
        "UN resolution 2 march 2022",
        "Security Council 2025: ranking of abstentions",
        "emirates and saudis at the GA 2024, share?",
        "israeli settlements resolutions 2018 to 2025",
        "russian abstentions on adopted security council resolutions 2024 - total",
        "100 % of 2,774 delegates",
        "$500 million, 300 dead",
        "article 107 and page 242",
        "and/or s/he w/o",
        "covid-19 vote 2020",
        "ICJ judges vote 15-2",
        "es la hora",
        "",
    ],
)
def test_what_only_looks_like_a_symbol_is_none(text: str) -> None:
    assert read_symbols(text) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Security Council resolutions 2334, 2720 and 2735", [2334, 2720, 2735]),
        ("resolutions 242 and 338", [242, 338]),
        ("résolutions 242 et 338", [242, 338]),
        ("resolution 2334 vs 2720", [2334, 2720]),
        ("Security Council resolutions 1973 and 1970", [1973, 1970]),
    ],
)
def test_a_list_of_numbers_shares_what_is_said_of_the_first(text: str, numbers: list[int]) -> None:
    found = read_symbols(text)
    assert [m.number for m in found] == numbers
    assert len({m.body for m in found}) == 1


def test_several_symbols_come_in_text_order() -> None:
    keys = [m.key for m in read_symbols("compare S/RES/2774(2025) with ES-11/7 and A/RES/ES-11/8")]
    assert keys == ["S/RES/2774(2025)", "A/RES/ES-11/7", "A/RES/ES-11/8"]


def test_a_mention_takes_the_words_around_its_number() -> None:
    assert only("P5 on Security Council resolution 2774?").words == "Security Council resolution 2774"


def test_a_library_record_and_the_ending_of_a_draft_are_kept_as_such() -> None:
    assert only("record 4078949").record == 4078949
    assert only("Eritrea at the HRC (L.1/Rev.1)").ending == "L.1/REV.1"


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_cut_what_they_claim(text: str) -> None:
    last = 0
    for mention in read_symbols(text):
        assert text[mention.start : mention.end] == mention.words
        assert mention.start >= last
        last = mention.end
        assert mention.key or mention.number or mention.record or mention.ending


_PIECES = st.sampled_from(
    [
        "resolution",
        "res",
        "A/RES/",
        "S/RES/",
        "ES-11/",
        "HRC",
        "79",
        "7",
        "2774",
        "(2025)",
        "(XXX)",
        " ",
        "/",
        "-",
        "Security Council",
        ",",
        "and",
        "A",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_pieces_of_symbols_in_any_order_are_read_without_harm(text: str) -> None:
    for mention in read_symbols(text):
        assert text[mention.start : mention.end] == mention.words


@given(
    st.integers(31, 99),
    st.integers(1, 300),
    st.sampled_from(["A/RES/{}/{}", "a/res/{}/{}", "resolution {}/{}", "GA {}/{}", "UNGA res {}/{}"]),
)
def test_any_assembly_symbol_reads_back_in_every_spelling(session: int, number: int, spelling: str) -> None:
    assert only(spelling.format(session, number)).key == f"A/RES/{session}/{number}"


@given(
    st.integers(1, 2999),
    st.integers(1977, 2060),
    st.sampled_from(["S/RES/{}({})", "s/res/{} ({})", "resolution {} ({})", "UNSCR {} ({})"]),
)
def test_any_council_symbol_reads_back_in_every_spelling(number: int, year: int, spelling: str) -> None:
    assert only(spelling.format(number, year)).key == f"S/RES/{number}({year})"


@pytest.mark.skipif(
    "VOTEDESK_TEST_DATA" not in os.environ, reason="VOTEDESK_TEST_DATA does not name the folder with the official files"
)
def test_every_symbol_of_the_record_reads_back() -> None:
    import lzma

    folder = Path(os.environ["VOTEDESK_TEST_DATA"]) / "undl"
    [path] = folder.glob("*ga_outcomes.csv.xz")
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        symbols = {row["resolution"] for row in csv.DictReader(file)} - {""}
    wrong = [s for s in symbols if [m.key for m in read_symbols(f"how did Hungary vote on {s}?")] != [symbol_key(s)]]
    assert len(symbols) > 7_000
    assert wrong == []
