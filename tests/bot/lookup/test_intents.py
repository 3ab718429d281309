"""Each intent of docs/contract.md: question in, facts and sentence out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.question import Intent
from bot.reply import Reply

Ask = Callable[..., Reply]

ONE_OF_EACH = {
    Intent.POSITION: "how did Hungary vote on A/RES/79/201?",
    Intent.ROLL_CALL: "who voted against A/RES/79/202?",
    Intent.OUTCOME: "was A/RES/79/201 adopted?",
    Intent.VERIFY: "did Hungary vote against A/RES/79/202?",
    Intent.COMPARE: "Hungary vs Slovakia on A/RES/79/202",
    Intent.AGREEMENT: "how often did Hungary vote with Slovakia?",
    Intent.RANKING: "who votes most like Hungary?",
    Intent.TIMELINE: "Hungary on the protection of whales over the years",
    Intent.COUNT: "how many times did Hungary vote no?",
    Intent.SEARCH: "which votes were there on whales?",
    Intent.VETO: "vetoes in 2024",
    Intent.MEMBERSHIP: "when did Switzerland join the United Nations?",
    Intent.COVERAGE: "how far do your data reach?",
    Intent.ABOUT: "what can I ask?",
}


def test_the_table_has_every_intent() -> None:
    assert set(ONE_OF_EACH) == set(Intent)


@pytest.mark.parametrize("intent", Intent)
def test_a_question_of_each_intent_is_read_as_such_and_says_something(ask_official: Ask, intent: Intent) -> None:
    reply = ask_official(ONE_OF_EACH[intent])
    assert reply.intent == intent.value
    assert reply.text.strip()


def positions(reply: Reply) -> dict[str, str]:
    return {vote.member: vote.position.value for vote in reply.votes}


def test_a_position_is_named_with_the_text_its_symbol_its_day_and_its_result(ask_official: Ask) -> None:
    reply = ask_official("how did Hungary vote on A/RES/79/201?")
    assert reply.text.splitlines()[0] == (
        "Hungary voted yes on “Maintenance of lighthouses” (A/RES/79/201, General Assembly, 12 December 2024), which was adopted 3-1-1."
    )


def test_names_take_their_article_at_the_start_of_a_sentence_and_within(ask_official: Ask) -> None:
    assert ask_official("how did the US vote on A/RES/79/201?").text.startswith("The United States abstained on")
    assert (
        ": Hungary voted yes; the United States abstained."
        in ask_official("how did Hungary and the US vote on A/RES/79/201?").text
    )


def test_who_voted_against_names_them_and_gives_the_whole_roll(ask_official: Ask) -> None:
    reply = ask_official("who voted against A/RES/79/202?")
    assert reply.text.startswith("1 voted against “Buoys and beacons”")
    assert positions(reply) == {"HUN": "no", "SVK": "abstain", "AUT": "yes", "NOR": "yes", "USA": "yes"}


def test_nobody_is_an_answer(ask_official: Ask) -> None:
    assert ask_official("who voted against A/RES/78/102?").text.startswith("Nobody voted against “Whales: report of the panel”")


def test_an_outcome_in_the_council_comes_with_its_rule(ask: Ask, ask_official: Ask) -> None:
    assert "It needed 9 votes in favour and no veto." in ask_official("was S/RES/2700(2024) adopted?").text
    assert "It needed 7 votes in favour and no veto." in ask("was S/RES/83(1950) adopted?").text
    assert "It needed 9 votes in favour and had 4." in ask("was S/2023/795 adopted?").text


def test_a_vetoed_draft_names_who_vetoed_it_and_the_vote_is_marked(ask: Ask) -> None:
    reply = ask("was S/2025/583 adopted?")
    assert "was vetoed by the United States" in reply.text
    assert "a permanent member's no sank it" in reply.text
    assert [vote.member for vote in reply.votes if vote.veto] == ["USA"]


def test_a_permanent_members_no_on_procedure_is_no_veto(ask: Ask) -> None:
    reply = ask("how did Russia vote on S/RES/2623(2022)?")
    assert [(vote.position.value, vote.veto) for vote in reply.votes] == [("no", False)]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("did Hungary vote against A/RES/79/202?", True),
        ("did Hungary vote for A/RES/79/202?", False),
        ("didn't Slovakia abstain on A/RES/79/202?", True),
        ("was Hungary the only one to vote against A/RES/79/202?", True),
        ("was Norway the only one to vote for A/RES/79/202?", False),
        ("did nobody vote against A/RES/78/102?", True),
        ("did nobody vote against A/RES/79/202?", False),
        ("was A/RES/79/202 adopted unanimously?", False),
        ("did Hungary vote for A/RES/79/301?", None),
        ("did the USSR vote for A/RES/79/202?", False),
    ],
)
def test_a_verdict_holds_only_where_every_part_does(ask_official: Ask, question: str, verdict: bool | None) -> None:
    reply = ask_official(question)
    assert (reply.status, reply.verdict) == ("answered", verdict)
    assert reply.text.startswith({True: "Yes. ", False: "No. ", None: "The record cannot tell. "}[verdict])


def test_a_verdict_comes_with_the_recorded_fact(ask_official: Ask) -> None:
    reply = ask_official("did Hungary vote for A/RES/79/202?")
    assert "Hungary voted no on “Buoys and beacons”" in reply.text
    assert positions(reply) == {"HUN": "no"}


def test_the_only_one_is_told_without_saying_everything_twice(ask_official: Ask) -> None:
    lead = ask_official("was Hungary the only one to vote against A/RES/79/202?").text.splitlines()[0]
    assert lead.endswith("Nobody else did.")
    assert lead.count("Buoys and beacons") == 1


def test_two_states_are_said_to_have_voted_the_same_way_only_where_both_cast_a_vote(ask_official: Ask) -> None:
    compared = "{} on {}"
    assert ask_official(compared.format("Hungary vs Slovakia", "A/RES/79/201")).text.startswith("They voted the same way. ")
    assert ask_official(compared.format("Hungary vs Slovakia", "A/RES/79/202")).text.startswith("They voted differently. ")
    without_seat = ask_official(compared.format("Poland vs Hungary", "S/RES/2700(2024)"))
    assert {vote.position.value for vote in without_seat.votes} == {"not_member"}
    assert "the same way" not in without_seat.text


def test_agreement_says_over_how_many_votes_and_by_which_definition(ask_official: Ask) -> None:
    reply = ask_official("how often did Hungary vote with Slovakia?")
    # Nine recorded texts; apart on 77/101, 78/101 and 79/202.
    assert reply.value == pytest.approx(6 / 9)
    assert "66.7% of the 9 roll calls in which both voted" in reply.text
    assert any(note.startswith("Agreement is the share of roll calls") for note in reply.notes)


def test_a_ranking_is_best_first_and_leaves_the_asked_state_out(ask_official: Ask) -> None:
    reply = ask_official("who votes most like Hungary?")
    values = [place.value for place in reply.ranking]
    assert values == sorted(values, reverse=True)
    assert "HUN" not in {place.member for place in reply.ranking}
    assert reply.ranking[0].member in {"SVK", "AUT"}


def test_the_other_end_of_a_ranking_is_lowest_first(ask_official: Ask) -> None:
    reply = ask_official("who votes least like Hungary?")
    values = [place.value for place in reply.ranking]
    assert values == sorted(values)
    assert reply.text.startswith("Lowest agreement with Hungary: the United States, 16.7% (")


def test_a_ranking_by_position_counts_how_often(ask_official: Ask) -> None:
    reply = ask_official("which state voted no most often?")
    assert (reply.ranking[0].member, reply.ranking[0].value) == ("NOR", 5)
    assert reply.text.startswith("Most often recorded as “no”: Norway, 5 times (")


def test_so_many_years_later_is_the_vote_of_that_year(ask_official: Ask) -> None:
    reply = ask_official("two years later?", "how did Hungary vote on the protection of whales in 2020?")
    assert [(v.roll_call, v.position.value) for v in reply.votes] == [("A/RES/77/101", "yes")]
    assert ask_official("ten years later?", "how did Hungary vote on the protection of whales in 2020?").status == "not_found"


def test_a_timeline_tells_when_a_position_changed(ask_official: Ask) -> None:
    reply = ask_official("Hungary on the protection of whales over the years")
    assert "Hungary: yes 2019–2022; no 2023." in reply.text
    assert "5 votes from 10 December 2019 to 10 December 2023." in reply.text


@pytest.mark.parametrize(
    ("question", "value", "says"),
    [
        ("how many times did Hungary vote no?", 2, "Hungary voted no 2 times in the "),
        ("how many times did Slovakia vote no?", 0, "Slovakia never voted no in the "),
        ("how many times did the US vote yes in 2024?", 2, "The United States voted yes 2 times"),
        ("how many times did Austria vote no?", 1, "Austria voted no once in the "),
    ],
)
def test_a_count_says_what_was_counted(ask_official: Ask, question: str, value: float, says: str) -> None:
    reply = ask_official(question)
    assert reply.value == value
    assert reply.text.startswith(says)
    assert "roll calls of the General Assembly counted" in reply.text


@pytest.mark.parametrize(
    ("question", "value", "says"),
    [
        ("how many times was Norway the only one to vote no?", 2, "Norway was the only one to vote no 2 times"),
        ("in how many GA votes were Norway and the US the only two against?", 2, "Norway and the United States were the only ones"),
        ("how often were Hungary and Norway the only no votes?", 1, "Hungary and Norway were the only ones to vote no once"),
        ("how many times was Slovakia the only one to vote no?", 0, "Slovakia was never the only one to vote no"),
    ],
)
def test_a_count_of_votes_in_which_nobody_joined(ask_official: Ask, question: str, value: float, says: str) -> None:
    reply = ask_official(question)
    assert (reply.value, len(reply.roll_calls)) == (value, value)
    assert reply.text.startswith(says)


def test_the_votes_in_which_nobody_joined_are_listed(ask_official: Ask) -> None:
    for question in ("votes where Norway was the only no", "list the votes since 2019 in which only Norway voted no"):
        reply = ask_official(question)
        assert reply.intent == "search"
        assert {c.symbol for c in reply.roll_calls} == {"A/RES/74/101", "A/RES/75/101"}


def test_which_votes_a_state_cast_one_way_are_listed(ask_official: Ask) -> None:
    reply = ask_official("which resolutions did Hungary vote against?")
    assert {v.roll_call for v in reply.votes} == {"A/RES/78/101", "A/RES/79/202"}
    assert reply.text.startswith("Hungary voted no 2 times in the ")
    last = ask_official("when did Hungary last vote no?")
    assert [v.roll_call for v in last.votes] == ["A/RES/79/202"]
    council = ask_official("what was the last resolution Russia abstained on in the Security Council?")
    assert [v.roll_call for v in council.votes] == ["S/RES/2700(2024)"]
    never = ask_official("which resolutions did China vote against in the Security Council?")
    assert never.text.startswith("China never voted no in the ")
    assert any(note.startswith("Of the Council's drafts that failed") for note in never.notes)


def test_a_selection_lists_no_state_s_own_votes(ask: Ask) -> None:
    reply = ask("which resolutions did the US vote against in the Security Council?")
    assert (reply.status, reply.votes, reply.value) == ("not_found", (), None)


def test_how_many_of_a_group_did_it_is_counted_in_the_group(ask: Ask) -> None:
    reply = ask("how many of the EU voted no on ES-11/7?")
    assert reply.value == 1
    assert reply.text.startswith("1 member of the European Union voted against ")
    nobody = ask("how many EU states voted no on ES-11/8?")
    assert nobody.value == 0
    assert nobody.text.startswith("No member of the European Union voted against ")


def test_the_most_isolated_have_the_fewest_others_on_their_side(ask_official: Ask) -> None:
    reply = ask_official("which countries were the most isolated in 2019-2020?")
    # Norway's no was alone twice; each of the three others had two of the three others with it.
    first, *others = ((place.member, place.value) for place in reply.ranking)
    assert first == ("NOR", 0.0)
    assert {value for _, value in others} == {0.6667}
    own = ask_official("how isolated was Austria in 2019-2020?")
    assert own.value == pytest.approx(2 / 3)
    assert "place 2 of 4" in own.text


def test_a_list_says_how_many_and_over_which_time(ask_official: Ask) -> None:
    reply = ask_official("which votes were there on whales?")
    assert reply.text.startswith("6 votes found, from 10 December 2019 to 10 December 2023.")
    assert len(reply.roll_calls) == 6


def test_vetoes_are_called_a_selection(ask: Ask) -> None:
    reply = ask("vetoes in 2024")
    assert reply.intent == "veto"
    assert "selection" in reply.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "when did Switzerland join the United Nations?",
            "Switzerland has been a member of the United Nations since 10 September 2002.",
        ),
        (
            "when did the USSR join the United Nations?",
            "The USSR was a member of the United Nations from 24 October 1945 until 23 December 1991.",
        ),
    ],
)
def test_membership_is_told_with_its_days(ask: Ask, question: str, says: str) -> None:
    assert ask(question).text.startswith(says)


def test_a_seat_in_the_council_has_a_verdict(ask: Ask) -> None:
    assert ask("was Denmark on the Security Council in 2025?").verdict is True
    assert ask("was Hungary on the Security Council in 2025?").verdict is False


def test_who_sat_in_the_council_parts_the_permanent_from_the_elected(ask: Ask) -> None:
    reply = ask("who was on the Security Council in 2025?")
    assert len(reply.members) == 15
    assert "the United Kingdom and the United States (permanent); Algeria, Denmark" in reply.text


def test_coverage_gives_each_body_its_days(ask: Ask) -> None:
    reply = ask("how far do your data reach?")
    assert "92 roll calls" in reply.text
    assert "Security Council 25 June 1950 to 17 November 2025" in reply.text
