"""What posts, letters and live blogs say of votes: echoes, answers in a word, numbers in the words of talk; on the starter record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Verdicts = Callable[[str], dict[str, str]]

UKRAINE = "On 24 February 2025 the General Assembly voted on A/RES/ES-11/7. "
S, C = "supported", "contradicted"


def after(text: str, verdicts: Verdicts) -> dict[str, str]:
    """The verdicts on the claims behind the sentence that names the vote."""
    return verdicts(UKRAINE + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # echoes of what was said right before
        ("India abstained, Brazil also.", {"India abstained": S, "Brazil also": S}),
        ("Russia voted no and Mali as well.", {"Russia voted no": S, "Mali as well": S}),
        ("India abstained; France too.", {"India abstained": S, "France too": C}),
        ("Hungary voted no. The same goes for Spain.", {"Hungary voted no": S, "The same goes for Spain": C}),
        ("India abstained, and also China.", {"India abstained": S, "China": S}),
        ("India abstained. China did as well.", {"India abstained": S, "China did": S}),
        # a state's name as a question, and its answer
        ("And Brazil? Abstained.", {"Abstained": S}),
        ("Hungary? No. And Mali? It voted against.", {"No": S, "It voted against": S}),
        ("Brazil? Nobody knows.", {}),
        ("Brazil? It almost abstained.", {}),
        # positions by a noun
        ("Hungary gave a no.", {"Hungary gave a no": S}),
        ("From Brazil came an abstention.", {"From Brazil came an abstention": S}),
        ("India and China for once together: abstained.", {"India and China for once together: abstained": S}),
        ("Hungary's vote: no.", {"Hungary's vote: no": S}),
        ("Hungary - of all states! - voted no.", {"Hungary - of all states! - voted no": S}),
        ("France voted with Mrs Merkel, against.", {"France voted with Mrs Merkel, against": C}),
        ("Hungary gave a no to the euro.", {}),
        ("It is not true that Hungary gave a no.", {}),
        ("An attack by Russia against Poland would follow.", {}),
        ("Brazil stayed neutral.", {"Brazil stayed neutral": S}),
        ("Hungary voted contra.", {"Hungary voted contra": S}),
        ("France voted with yes.", {"France voted with yes": S}),
        ("Hungary lit up red on the board.", {"Hungary lit up red on the board": S}),
        ("Hungary => no, Brazil (abstained).", {"Hungary => no": S, "Brazil (abstained": S}),
        ("A no from Hungary.", {"A no from Hungary": S}),
        ("India did not say yes.", {"India did not say yes": S}),
        # beside others
        ("Hungary stood in one row with Russia.", {"Hungary stood in one row with Russia": S}),
        ("Brazil is on the side of India.", {"Brazil is on the side of India": S}),
        ("France followed Germany into recession.", {}),
        # numbers
        ("93 votes, that's all it took.", {"93 votes, that's all": S}),
        ("93 states approved, and 18 refused.", {"93 states approved": S, "and 18 refused": S}),
        ("65 (!) abstained.", {"65 (!) abstained": S}),
        ("93 in favour, no one against.", {"93 in favour, no one against": C}),
        ("One single member abstained, India.", {"One single member abstained": C, "India": C}),
        ("Against were only Russia and Mali.", {"Against were only Russia and Mali": C}),
        # what takes nothing from a statement
        ("My students asked, so: 94 countries voted yes.", {"94 countries voted yes": C}),
        ("A whopping 94 countries voted yes.", {"94 countries voted yes": C}),
        ("Hungary voted no, of course.", {"Hungary voted no": S}),
        ("Hungary voted no as always.", {"Hungary voted no": S}),
        ("India abstained without a word.", {"India abstained without a word": S}),
    ],
)
def test_what_talk_says_of_a_vote_is_judged(text: str, expected: dict[str, str], verdicts: Verdicts) -> None:
    assert after(text, verdicts) == expected


def test_both_of_them_are_the_two_states_named_one_by_one(verdicts: Verdicts) -> None:
    assert after("India abstained. China abstained. Both of them also abstained in 2023.", verdicts)["China abstained"] == S
    assert after("India abstained. Mali voted no. Both of them voted no.", verdicts)["Both of them voted no"] == C
