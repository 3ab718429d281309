"""Which claims are found in running text, and what each comes to, on votes of the starter record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bot.check.conftest import Check

Verdicts = Callable[[str], dict[str, str]]

UKRAINE = "On 24 February 2025 the General Assembly voted on A/RES/ES-11/7. "
COUNCIL = "On 24 February 2025 the Security Council adopted resolution 2774. "
DEATH_PENALTY = "On 17 December 2024 the General Assembly adopted A/RES/79/179, the moratorium on the death penalty. "
S, C, A, U = "supported", "contradicted", "ambiguous", "unverifiable"


def after(opening: str, text: str, verdicts: Verdicts) -> dict[str, str]:
    """The verdicts on the claims of the text alone."""
    of_opening = verdicts(opening)
    return {quote: verdict for quote, verdict in verdicts(opening + text).items() if quote not in of_opening}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # tallies
        ("The vote was 93-18-65.", {"93-18-65": S}),
        ("It passed by 93 votes to 18, with 65 abstentions.", {"by 93 votes to 18, with 65 abstentions": S}),
        ("It got ninety-three votes.", {"ninety-three votes": S}),
        ("It passed by 93 votes to 19.", {"by 93 votes to 19": C}),
        ("Sixty-five members abstained.", {"Sixty-five members abstained": S}),
        ("Nobody abstained.", {"Nobody abstained": C}),
        ("Seventeen members did not vote.", {"Seventeen members did not vote": S}),
        # positions of one state and of several
        ("Hungary voted no.", {"Hungary voted no": S}),
        ("Budapest and Minsk opposed it.", {"Budapest and Minsk opposed it": S}),
        ("Hungary did not abstain.", {"Hungary did not abstain": S}),
        ("China, a permanent member, voted against.", {"China, a permanent member, voted against": C}),
        ("Hungary voted no and China abstained.", {"Hungary voted no": S, "China abstained": S}),
        ("Russia was absent.", {"Russia was absent": C}),
        # groups
        ("Every EU government but one voted for it.", {"Every EU government but one voted for it": S}),
        ("All EU members voted in favour.", {"All EU members voted in favour": C}),
        # but for the member that the same sentence sets against it
        ("The EU backed it, though Hungary voted no.", {"The EU backed it": S, "Hungary voted no": S}),
        ("The EU backed it, but Austria voted no.", {"The EU backed it": C, "Austria voted no": C}),
        ("All EU members backed it, but Hungary voted no.", {"All EU members backed it": C, "Hungary voted no": S}),
        # lists, and belonging to one
        ("China and India were among the abstainers.", {"China and India were among the abstainers": S}),
        ("Eighteen voted against. Sudan was among the 18.", {"Eighteen voted against": S, "Sudan was among the 18": S}),
        (
            "Washington voted no, alongside Moscow and 16 other capitals.",
            {"Washington voted no": S, "Moscow": S, "16 other capitals": S},
        ),
        ("Russia voted no. So did Mali.", {"Russia voted no": S, "So did Mali": S}),
        ("India abstained. Brazil, too.", {"India abstained": S, "Brazil, too": S}),
        # alone
        ("Only Russia voted against.", {"Only Russia voted against": C}),
        ("Hungary was the only EU member to vote against it.", {"Hungary was the only EU member to vote against it": S}),
        ("Mali said no to blue helmets in Darfur.", {}),
        ("France said no to the text.", {"France said no to the text": C}),
        # beside others
        ("Hungary sided with Russia.", {"Hungary sided with Russia": S}),
        ("Slovakia voted with Moscow.", {"Slovakia voted with Moscow": C}),
        ("Hungary broke with France.", {"Hungary broke with France": S}),
        # a list that runs into the next clause, and those who are not alone
        ("Mali voted with Moscow, China abstained.", {"Mali voted with Moscow": S, "China abstained": S}),
        ("Mali sided with Moscow, India too.", {"Mali sided with Moscow": S}),
        ("Mali voted with Israel and Sudan, Brazil and China chose to abstain.", {
            "Mali voted with Israel and Sudan": S, "Brazil and China chose to abstain": S}),
        ("Mali voted with Sudan, Niger, China abstained.", {}),
        ("Mali was not alone in voting no.", {}),
        ("Hungary and China differed: the one voted no, the other abstained.", {}),
        ("France was in favour while Hungary opposed it.", {"France was in favour": S, "Hungary opposed it": S}),
        # by which side won
        ("France and Spain went with the majority.", {"France and Spain went with the majority": S}),
        ("Hungary went with the majority.", {"Hungary went with the majority": C}),
        ("Hungary found itself in the minority.", {"Hungary found itself in the minority": S}),
        ("China was in the minority.", {"China was in the minority": U}),
        ("The US found itself on the same side as Sudan.", {"The US found itself on the same side as Sudan": S}),
        # one of those, and others
        ("Mali was one who voted no, and Niger was another.", {"Mali was one who voted no": S, "Niger was another": S}),
        ("China abstained, India another, Norway a third.", {
            "China abstained": S, "India another": S, "Norway a third": C}),
        ("Two EU members voted with Russia: Hungary and Spain.", {
            "Two EU members voted with Russia": C, "Two EU members voted with Russia: Hungary and Spain": C}),
        # two of those that did: no count of the African ones, of which eight did
        ("Russia and two African states, Mali and Niger, voted no.", {}),
        # shares and parts of groups
        ("Most EU members voted in favour.", {"Most EU members voted in favour": S}),
        ("Most EU members voted against.", {"Most EU members voted against": C}),
        ("All but one of the EU's 27 members voted in favour.", {"All but one of the EU's 27 members voted in favour": S}),
        (
            "All of the EU's members except Hungary voted for the text.",
            {"All of the EU's members except Hungary voted for the text": S},
        ),
        (
            "With the exception of Hungary, all EU members voted for it.",
            {"With the exception of Hungary, all EU members voted for it": S},
        ),
        ("The EU voted in favour, except Hungary.", {"The EU voted in favour, except Hungary": S}),
        ("Hungary was alone in the EU in voting no.", {"Hungary was alone in the EU in voting no": S}),
        ("Germany, alone in the EU, was among the yes votes.", {"Germany, alone in the EU, was among the yes votes": C}),
        # lists behind a count, and before it
        ("Two EU states voted no: Hungary and Slovakia.", {"Two EU states voted no": C, "Hungary and Slovakia": C}),
        ("Eighteen voted against, among them Sudan.", {"Eighteen voted against": S, "Sudan": S}),
        ("Eighteen states, including Mali, Niger and Sudan, opposed it.", {"Eighteen states": S, "Mali, Niger and Sudan": S}),
        ("Those voting against included Russia and Mali.", {"Those voting against included Russia and Mali": S}),
        ('Joining Russia in voting "no" were Hungary and France.', {'Joining Russia in voting "no" were Hungary and France': C}),
        ("Seventeen of the 193 members cast no vote.", {"Seventeen of the 193 members cast no vote": S}),
        ("There were no votes against.", {"There were no votes against": C}),
        # both, neither, the one and the other
        ("Neither France nor Germany abstained.", {"France nor Germany abstained": S}),
        ("Neither Russia nor China voted against it.", {"Russia nor China voted against it": C}),
        (
            "Hungary and China differed: the former voted no, the latter abstained.",
            {"the former voted no": S, "the latter abstained": S},
        ),
        ("Unlike Hungary, France voted in favour.", {"Unlike Hungary": S, "France voted in favour": S}),
        # nouns, envoys, words of an older style
        ("China's abstention surprised nobody.", {"China's abstention": S}),
        ("France's abstention surprised everybody.", {"France's abstention": C}),
        ("The French ambassador raised his hand in favour.", {"The French ambassador raised his hand in favour": S}),
        ("India's envoy voted against.", {"India's envoy voted against": C}),
        ("Hungary was on Washington's side.", {"Hungary was on Washington's side": S}),
        ("France took Moscow's side.", {"France took Moscow's side": C}),
        ("Mali would have none of it.", {"Mali would have none of it": S}),
        ("India broke ranks with Russia and abstained.", {"India broke ranks with Russia and abstained": S}),
        ("Afghanistan did not show up.", {"Afghanistan did not show up": S}),
        # counts whose states stand between them and the act, and others that did something else
        ("Eighteen – Russia, Israel and Mali among them – voted no.", {"Eighteen": S, "Russia, Israel and Mali": S}),
        ("65, China and India among them, abstained.", {"65": S, "China and India among them": S}),
        ("Russia voted no. The 93 other members supported it.", {"Russia voted no": S, "93 other members supported it": S}),
        ("Washington voted no, and 17 others opposed it.", {"Washington voted no": S, "17 others opposed it": S}),
        (
            "Five EU members, namely France, Spain, Malta, Cyprus and Italy, voted with Germany.",
            {"France, Spain, Malta, Cyprus and Italy, voted with Germany": S},
        ),
        (
            "It was opposed by the US. China and India were two more.",
            {"opposed by the US": S, "China and India were two more": C},
        ),
        ("Nearly a hundred countries voted for it.", {"Nearly a hundred countries voted for it": S}),
        # those of whom nothing says that they were all
        ("Voting against were Russia and Mali.", {"Voting against were Russia and Mali": S}),
        ("Abstaining countries included China and India.", {"Abstaining countries included China and India": S}),
        ("Among the 65 were China and Brazil.", {}),
        ("In Latin America only Nicaragua voted no.", {"only Nicaragua voted no": U}),
        # those set beside and apart
        ("France, together with Germany, voted yes.", {"France, together with Germany, voted yes": S}),
        ("France, along with China, voted yes.", {"France, along with China, voted yes": C}),
        ("Hungary, but not Slovakia, voted no.", {"Hungary, but not Slovakia, voted no": S, "but not Slovakia,": S}),
        ("Hungary voted no, not Israel.", {"Hungary voted no": S, "not Israel": C}),
        (
            "Norway broke with its neighbour Russia by voting in favour.",
            {"Norway broke with its neighbour Russia by voting in favour": S},
        ),
        ("France and Hungary voted differently.", {"France and Hungary voted differently": S}),
        ("France and Spain were on the same side.", {"France and Spain were on the same side": S}),
        ("France voted yes, Hungary did not.", {"France voted yes": S, "Hungary did not": S}),
        ("Every EU member but Hungary, which voted no, backed it.", {"backed it": S}),
        ("Apart from Russia, nobody opposed it.", {"Apart from Russia, nobody opposed it": C}),
        ("Everyone but Russia voted in favour.", {"Everyone but Russia voted in favour": C}),
        ("It was adopted over the opposition of Mali.", {"It was adopted": S, "over the opposition of Mali": S}),
        ("The vote was not unanimous.", {"The vote was not unanimous": S}),
        ("Serbia opposed sanctions but voted in favour.", {"Serbia opposed sanctions": U, "voted in favour": S}),
        ("Germany and Poland, US allies, voted in favour.", {"Germany and Poland, US allies, voted in favour": S}),
        ("France: yes. China: abstention.", {"France: yes": S, "China: abstention": S}),
        ("The following voted no: Russia, Mali.", {"The following voted no: Russia, Mali": S}),
        ("65 abstained, including Russia's partner China.", {"65 abstained": S}),
        ("Hungary voted no in 2025 and abstained in 2024.", {"Hungary voted no": S}),
        ("Not all EU members, but France, voted yes.", {}),
        ("China abstained alone.", {"China abstained alone": C}),
        # other words for the same
        ("The Russians and the Belarusians were against.", {"The Russians and the Belarusians were against": S}),
        ("The representative of Mali voted no.", {"Mali voted no": S}),
        ("Hungary's vote was a no.", {"Hungary's vote was a no": S}),
        ("Mali joined the objectors.", {"Mali joined the objectors": S}),
        ("China defended its decision to abstain.", {"China defended its decision to abstain": S}),
        ("It won the support of France and Japan.", {"won the support of France and Japan": S}),
        ("The ayes numbered 93.", {"The ayes numbered 93": S}),
        ("For: 93. Against: 18.", {"For: 93": S, "Against: 18": S}),
        ("China only abstained.", {"China only abstained": S}),
        # outcome
        ("The resolution was adopted.", {"resolution was adopted": S}),
        ("The resolution was rejected.", {"resolution was rejected": C}),
        ("It was adopted unanimously.", {"It was adopted unanimously": C}),
        # who was with whom
        ("Hungary voted no. Mali was with Budapest.", {"Hungary voted no": S, "Mali was with Budapest": S}),
        ("Mali was with Moscow, and China was not.", {"Mali was with Moscow": S}),
        ("Hungary voted no. Serbia was with it.", {"Hungary voted no": S, "Serbia was with it": C}),
        ("Hungary voted no. Mali kept it company; Serbia was not.", {"Hungary voted no": S, "Mali kept it company": S, "Serbia was not": S}),
        ("Eighteen voted against. Sudan voted with the 18.", {"Eighteen voted against": S, "Sudan voted with the 18": S}),
        ("Only Mali stood with Russia.", {"Only Mali stood with Russia": C}),
        ("Russia stood entirely alone.", {"Russia stood entirely alone": C}),
        ("Only Russia and 17 others voted against.", {"17 others": S}),
        ("Hungary voted no. China abstained. Five others joined them.", {"Hungary voted no": S, "China abstained": S}),
        ("Sixty-five abstained. Kenya was not one of them.", {"Sixty-five abstained": S, "Kenya was not one of them": C}),
        # sums of a side told before, and those who belong to it
        ("Who abstained? There were 65 of them.", {"There were 65 of them": S}),
        ("Who opposed it? Mali did. Serbia did.", {"Mali did": S, "Serbia did": C}),
        ("The abstainers? China and India.", {"China and India": S}),
        ("Sixty-five abstained. Brazil was one.", {"Sixty-five abstained": S, "Brazil was one": S}),
        ("Hungary and Mali voted no. Niger was a third.", {"Hungary and Mali voted no": S, "Niger was a third": S}),
        ("Russia was a no; France was a yes.", {"Russia was a no": S, "France was a yes": S}),
        # persons
        ("Mr. Diop voted against on behalf of Mali.", {"voted against on behalf of Mali": S}),
        ("France voted yes. He abstained on behalf of Mali.", {"France voted yes": S, "abstained on behalf of Mali": C}),
        ("Zhang Jun abstained for China.", {"abstained for China": S}),
        # vetoes that cannot be
        ("Russia vetoed the General Assembly's resolution.", {"Russia vetoed the General Assembly's resolution": C}),
        # those who have no vote
        ("Kosovo voted in favour.", {"Kosovo voted in favour": C}),
        ("The West voted in favour.", {"The West voted in favour": U}),
    ],
)
def test_a_claim_on_a_vote_that_was_named(text: str, expected: dict[str, str], verdicts: Verdicts) -> None:
    assert after(UKRAINE, text, verdicts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia and the United States voted for it.", {"Russia and the United States voted for it": S}),
        ("France abstained; it did not use its veto.", {"France abstained": S, "it did not use its veto": S}),
        ("Britain vetoed it.", {"Britain vetoed it": C}),
        ("Slovenia vetoed the text.", {"Slovenia vetoed the text": C}),
        ("India vetoed resolution 2774.", {"India vetoed resolution 2774": C}),
        ("Hungary vetoed the EU's sanctions.", {}),
        ("The Slovenian president vetoed a bill.", {}),
        ("Turkey vetoed Sweden's bid.", {}),
        ("That evening the Council adopted its resolution in a divided vote.", {}),
        ("France refrained from using its veto.", {"France refrained from using its veto": S}),
        (
            "All members but Britain, Denmark, France, Greece and Slovenia backed it.",
            {"All members but Britain, Denmark, France, Greece and Slovenia backed it": S},
        ),
        ("All members but France backed it.", {"All members but France backed it": C}),
        ("All voted in favour except France.", {"All voted in favour except France": C}),
        ("India abstained.", {"India abstained": C}),  # without a seat that year
        (
            "Fourteen members voted for it, with France alone against.",
            {"Fourteen members voted for it": C, "France alone against": C},
        ),
    ],
)
def test_in_the_council(text: str, expected: dict[str, str], verdicts: Verdicts) -> None:
    assert after(COUNCIL, text, verdicts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hungary will vote against it on Friday.",
        "Diplomats expect Russia to abstain.",
        "China had threatened to vote against.",
        "The war in Ukraine goes on, and Russian armour crossed the border.",
        "Hungary's prime minister called the text useless.",
        "Russia backed Assad and opposed the rebels.",
        "If China abstained, it would lose face.",
        "It is not true that Hungary abstained.",
        "France almost abstained.",
        "Had Hungary abstained, others would have followed.",
        "Either France or Germany abstained.",
        "More EU members voted in favour than abstained.",
        "Hungary abstained more often than any other member.",
        "All EU members but Hungary abstained or voted in favour.",
        "Some EU members voted against it.",
        "Few EU members abstained.",
        "The EU voted against, with one exception.",
        "Hungary usually abstains.",
        "Hungary once voted yes.",
        "Hungary had never failed to support it.",
        "Hungary and China voted no and abstained respectively.",
        "For eight years Hungary voted no.",
        "Until then France had voted against such texts.",
        "Reports that France abstained are false.",
        "It was reported, wrongly, that France voted no.",
        "The Assembly had asked France to abstain.",
        "France threatened a veto.",
        "Hungary vetoed the deal in Brussels.",
        "Mali abstained in Geneva.",
        "There were others. They abstained.",
        "Only Israel and Mali stood with Russia?",
        "The minister spoke on behalf of Mali and voted with his feet.",
        "Nobody stood with Russia but Mali.",
        "Two dozen wars began. Mali was with them.",
        "A French veto was averted.",
        "Contrary to claims that Hungary abstained, it was in the hall.",
    ],
)
def test_what_nobody_voted_is_no_claim(text: str, verdicts: Verdicts) -> None:
    assert after(UKRAINE, text, verdicts) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In committee it had been 131 votes to 36.", {"131 votes to 36": U}),
        ("A Pakistani amendment failed, with 40 in favour and 60 against.", {"with 40 in favour and 60 against": U}),
    ],
)
def test_what_the_record_does_not_hold_is_never_contradicted(text: str, expected: dict[str, str], verdicts: Verdicts) -> None:
    found = after(DEATH_PENALTY, text, verdicts)
    assert expected.items() <= found.items()
    assert C not in found.values()


def test_member_states_are_those_of_the_group_spoken_of(verdicts: Verdicts) -> None:
    opening = "The EU was split on 24 February 2025, when the General Assembly voted on A/RES/ES-11/7. "
    assert after(opening, "One member state voted against.", verdicts) == {"One member state voted against": S}
    assert after(opening, "All member states voted in favour.", verdicts) == {"All member states voted in favour": C}
    assert after(opening, "Eighteen member states voted against.", verdicts) == {"Eighteen member states voted against": S}
    assert C not in after(opening, "26 were in favour.", verdicts).values()


def test_a_veto_of_another_than_the_record_has(check: Check) -> None:
    [claim] = check("China vetoed a UN draft on Crimea's referendum in March 2014.").claims
    assert (claim.verdict, claim.roll_calls[0].symbol) == (C, "S/2014/189")
    assert claim.finding.startswith("China abstained")


def test_why_there_was_no_veto(check: Check) -> None:
    [claim] = check("Germany vetoed resolution 1973 in March 2011.").claims
    assert "Only the five permanent members" in claim.finding
    [claim] = check("The US vetoed the Palestinian statehood upgrade in the General Assembly on 29 November 2012.").claims
    assert "Nobody has a veto there" in claim.finding


def test_a_row_of_years(verdicts: Verdicts) -> None:
    text = "The UN vote on the Cuba embargo: 59 votes in 1992, 187 in 2024, 166 in 2025."
    assert verdicts(text) == {"59 votes in 1992": S, "187 in 2024": S, "166 in 2025": C}


def test_who_holds_out_by_abstaining_has_not_voted_against(verdicts: Verdicts) -> None:
    opening = "On 30 October 2024 the General Assembly adopted A/RES/79/7 on the Cuba embargo. "
    assert after(opening, "Moldova was the lone holdout, abstaining.", verdicts) == {"Moldova was the lone holdout": S}
    assert after(opening, "Moldova was the lone holdout.", verdicts) == {"Moldova was the lone holdout": C}
