"""Which vote a claim is about: from the whole text, and never the neighbour's because it fits."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.check.times import body_then
from bot.question import DayRange
from bot.report import CheckReport
from store.facts import Body
from tests.bot.check.conftest import Check


def symbols(report: CheckReport) -> list[list[str]]:
    return [[call.symbol for call in claim.roll_calls] for claim in report.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Assembly adopted ES-11/8. Hungary abstained.", [["A/RES/ES-11/8"]]),
        ("At the General Assembly on 24 February 2025 it was 93-8-73. China abstained.", [["A/RES/ES-11/8"], ["A/RES/ES-11/8"]]),
        ("On 24 February 2025 the Security Council adopted the American text by ten votes.", [["S/RES/2774(2025)"]]),
        (
            "The UN resolution on the Cuba embargo passed by 187-2 on 30 October 2024. A year later it was 165-7.",
            [["A/RES/79/7"], ["A/RES/80/4"]],
        ),
        (
            "UNITED NATIONS, Oct 30 (2025) - The General Assembly voted on Wednesday on the Cuba embargo. Hungary voted no.",
            [["A/RES/80/4"]],
        ),
        (
            "The General Assembly adopted A/RES/ES-11/7, then ES-11/8. China abstained on both texts.",
            [["A/RES/ES-11/7", "A/RES/ES-11/8"]],
        ),
        (
            "On 7 April 2022 the Assembly suspended Russia by 93 votes to 24, compared with 141 to 5 on 2 March. China voted no.",
            [["A/RES/ES-11/3"], ["A/RES/ES-11/1"], ["A/RES/ES-11/3"]],
        ),
    ],
)
def test_the_vote_that_the_words_mean(text: str, expected: list[list[str]], check: Check) -> None:
    assert symbols(check(text)) == expected


def test_today_is_what_a_weekday_counts_from(check: Check) -> None:
    report = check("The General Assembly voted on Monday on the Ukraine resolution. Hungary voted no.", dt.date(2025, 2, 26))
    assert {call.date for claim in report.claims for call in claim.roll_calls} == {dt.date(2025, 2, 24)}


def test_two_texts_that_fit_as_well_make_a_claim_ambiguous_and_both_are_shown(check: Check) -> None:
    (claim,) = check(
        "On 11 December 2024 the General Assembly resumed its emergency session on Palestine. Hungary voted against."
    ).claims
    assert claim.verdict == "ambiguous"
    assert {call.symbol for call in claim.roll_calls} == {"A/RES/ES-10/25", "A/RES/ES-10/26"}
    assert "A/RES/ES-10/25" in claim.finding
    assert "A/RES/ES-10/26" in claim.finding


def test_a_neighbouring_vote_that_fits_does_not_support_a_claim(check: Check) -> None:
    (claim,) = check("The General Assembly adopted A/RES/ES-11/8. The United States voted against it.").claims[-1:]
    assert claim.verdict == "contradicted"


def test_a_day_without_a_fitting_vote_leaves_a_claim_unverifiable(check: Check) -> None:
    report = check("UN General Assembly, 4 November 2022: 52 states vote against condemning the glorification of Nazism.")
    assert {claim.verdict for claim in report.claims} == {"unverifiable"}


def judged(report: CheckReport) -> dict[str, str]:
    return {claim.quote: claim.verdict for claim in report.claims}


OPENING = "On 24 February 2025 the General Assembly adopted A/RES/ES-11/7 by 93 votes to 18. "


@pytest.mark.parametrize(
    "glance",
    [
        "In the Third Committee it had been 90 to 20. ",
        "Washington says that it supports the Cuba embargo. ",
        "On 2 March 2022 it was 141 to 5. ",
        "A year earlier the Assembly had not voted on it. ",
        "The Bundestag had its own vote, 400 to 200. On 24 February 2025 the Assembly was of another mind. ",
    ],
)
def test_a_glance_at_another_vote_leaves_the_text_where_it_was(glance: str, check: Check) -> None:
    report = check(OPENING + glance + "Hungary voted no.")
    assert symbols(report)[-1] == ["A/RES/ES-11/7"]
    assert report.claims[-1].verdict == "supported"


def test_this_time_takes_up_the_vote_spoken_of_before(check: Check) -> None:
    report = check(
        "The UN resolution on the Cuba embargo passed by 165-7 on 29 October 2025. On 30 October 2024 Hungary had voted yes; "
        "this time Hungary voted no."
    )
    assert symbols(report)[-2:] == [["A/RES/79/7"], ["A/RES/80/4"]]


def test_a_vote_of_which_nothing_holds_is_doubted_and_not_the_text(check: Check) -> None:
    report = check(OPENING + "France voted no. Germany abstained. India voted in favour.")
    assert list(judged(report).values()) == ["supported", "unverifiable", "unverifiable", "unverifiable"]


def test_one_error_in_a_text_that_holds_is_contradicted(check: Check) -> None:
    report = check(OPENING + "France voted yes. Germany abstained. India abstained.")
    assert list(judged(report).values()) == ["supported", "supported", "contradicted", "supported"]


def test_a_year_behind_the_day_is_the_days(check: Check) -> None:
    (claim,) = check("On this day, March 2, in 2022, the General Assembly deplored the invasion by 141 votes to five.").claims
    assert [call.symbol for call in claim.roll_calls] == ["A/RES/ES-11/1"]


def test_figures_tell_which_year_of_a_series_is_meant(check: Check) -> None:
    report = check("The UN's resolution against the Cuba embargo was adopted 191-0-2. Hungary voted yes.")
    assert symbols(report) == [["A/RES/71/5"], ["A/RES/71/5"]]


def test_figures_of_two_years_of_a_series_leave_both(check: Check) -> None:
    report = check("The UN's resolution against the Cuba embargo was adopted 187-2-1.")
    assert [set(found) for found in symbols(report)] == [{"A/RES/79/7", "A/RES/78/7"}]


def test_a_remark_that_fits_either_vote_is_laid_out_for_both(check: Check) -> None:
    report = check(
        "On 29 October 2025 the General Assembly asked for an end to the Cuba embargo by 165 votes to 7. On 30 October 2024 it had "
        "been 187 to 2. Hungary voted yes, Argentina voted in favour."
    )
    assert set(judged(report).values()) <= {"supported", "ambiguous"}


ON_DEATH = "On 17 December 2024 the General Assembly asked for a moratorium on the death penalty by 130 votes to 32. "
ON_GAZA = "On 11 December 2024 the General Assembly demanded a ceasefire in Gaza by 158 votes to nine. "


@pytest.mark.parametrize(
    "sentence",
    [
        "On the mandate of the relief agency Hungary abstained.",
        "Mandate of the relief agency: Hungary abstained.",
        "\n\nThe relief mandate. Hungary abstained.",
        "The mandate of the relief agency was next, and Hungary abstained.",
        "The mandate of the relief agency cost more time. Hungary abstained.",
    ],
)
def test_a_sentence_that_opens_with_its_own_matter_is_on_the_vote_of_that(sentence: str, check: Check) -> None:
    assert symbols(check(ON_GAZA + sentence))[-1] == ["A/RES/ES-10/25"]


@pytest.mark.parametrize(
    "sentence", ["On sea turtles Hungary voted no.", "Sea turtles: Hungary voted no.", "Sea turtles were next; Hungary voted no."]
)
def test_a_matter_that_no_text_of_the_day_has_is_not_judged_on_the_vote_before(sentence: str, check: Check) -> None:
    assert check(ON_DEATH + sentence).claims[-1].verdict == "unverifiable"


def test_a_matter_of_the_vote_before_goes_on_with_it(check: Check) -> None:
    assert symbols(check(ON_DEATH + "On the death penalty Hungary voted in favour."))[-1] == ["A/RES/79/179"]


def test_each_claim_is_on_the_symbol_in_its_own_words(check: Check) -> None:
    report = check("In the Assembly China abstained on resolution ES-11/7 and the United States voted against resolution ES-11/8.")
    assert symbols(report) == [["A/RES/ES-11/7"], ["A/RES/ES-11/8"]]


def test_a_day_before_a_colon_is_that_of_the_sentence(check: Check) -> None:
    report = check(OPENING + "11 December 2024: this time it is Gaza, and Hungary is voting against A/RES/ES-10/26.")
    assert symbols(report)[-1] == ["A/RES/ES-10/26"]


def test_a_body_that_did_not_sit_yet_is_what_was_voted_on() -> None:
    before = (DayRange(dt.date(2006, 3, 15), dt.date(2006, 3, 15), "", 0, 0),)
    after = (DayRange(dt.date(2006, 6, 30), dt.date(2006, 6, 30), "", 0, 0),)
    assert body_then(Body.HRC, before) is Body.GA
    assert body_then(Body.HRC, after) is Body.HRC
    assert body_then(Body.CHR, after) is Body.GA


BEFORE = "On 24 February 2025 the General Assembly adopted A/RES/ES-11/7 by 93 votes to 18. Hungary voted no. "
EARLIER = "On 12 October 2022 the General Assembly adopted its text on the territorial integrity of Ukraine by 143 votes to 5. "


def test_a_text_goes_over_to_an_earlier_vote_that_is_told_with_body_day_and_figures(check: Check) -> None:
    report = check(BEFORE + EARLIER + "Hungary voted in favour.")
    assert (report.claims[-1].verdict, symbols(report)[-1]) == ("supported", ["A/RES/ES-11/4"])


def test_what_holds_of_the_vote_left_is_laid_out_and_not_called_false(check: Check) -> None:
    report = check(BEFORE + EARLIER + "Hungary voted no.")
    assert report.claims[-1].verdict == "ambiguous"


def test_what_holds_of_a_vote_told_before_is_not_called_true_of_the_one_spoken_of(check: Check) -> None:
    text = "On 17 December 2024 the General Assembly adopted A/RES/79/179 by 130 votes to 32. {}"
    two = text.format(BEFORE) + "Egypt and Iraq voted against. India voted against. Japan voted against."
    assert "supported" not in [c.verdict for c in check(two).claims[-3:]]


def test_a_claim_of_another_year_is_not_held_against_the_vote_spoken_of(check: Check) -> None:
    (claim,) = check(BEFORE + "In the Assembly, from 1960 to 1962, France voted against.").claims[2:]
    assert claim.verdict == "unverifiable"


def test_figures_tell_the_vote_where_the_text_gives_another_day(check: Check) -> None:
    report = check("In May 2023 the General Assembly condemned the annexations in Ukraine by 143 votes to five. China abstained.")
    assert [(c.verdict, s) for c, s in zip(report.claims, symbols(report), strict=True)] == [
        ("contradicted", ["A/RES/ES-11/4"]),
        ("supported", ["A/RES/ES-11/4"]),
    ]


def test_by_a_year_means_the_vote_of_that_year_where_its_figures_are_told(check: Check) -> None:
    text = "The UN resolution on the Cuba embargo passed by 165-7 on 29 October 2025. By {year} the yes votes {said}."
    (held,) = check(text.format(year=2024, said="had risen to 187")).claims[1:]
    assert (held.verdict, [c.symbol for c in held.roll_calls]) == ("supported", ["A/RES/79/7"])
    (failed,) = check(text.format(year=2024, said="had risen to 150")).claims[1:]
    assert failed.verdict == "unverifiable"


def test_a_veto_told_of_as_what_came_before_is_anothers(check: Check) -> None:
    report = check("After Russia's veto the Assembly adopted A/RES/ES-11/1 by 141 votes to five.")
    assert [claim.verdict for claim in report.claims] == ["unverifiable", "supported"]


def test_parliament_that_is_told_of_a_vote_does_not_cast_it(check: Check) -> None:
    (claim,) = check("She told parliament that Hungary opposed the Cuba embargo resolution in the UN in October 2025.").claims
    assert [call.symbol for call in claim.roll_calls] == ["A/RES/80/4"]


def test_figures_of_a_vote_that_was_not_made_out_lead_what_follows_away(check: Check) -> None:
    report = check("The Assembly adopted A/RES/ES-11/7 by 93 votes to 18. Only 40 voted for it, and 33 against. Hungary abstained.")
    assert report.claims[-1].verdict == "unverifiable"


def test_more_texts_are_no_more_states(check: Check) -> None:
    report = check(ON_GAZA + "Two more texts were to follow, and Hungary abstained.")
    assert "Two more" not in judged(report)


def test_before_that_counts_from_what_was_told_last(check: Check) -> None:
    report = check(
        "The UN resolution on the Cuba embargo passed by 165-7 on 29 October 2025. In November 2023 Ukraine had abstained. "
        "A year after that, Moldova abstained."
    )
    assert symbols(report)[-1] == ["A/RES/79/7"]


def test_a_nickname_at_the_start_of_a_sentence_without_a_claim_leads_on(check: Check) -> None:
    report = check(OPENING + "The Cuba embargo came up on another day. Hungary voted no.")
    assert symbols(report)[-1] == ["A/RES/80/4"]
