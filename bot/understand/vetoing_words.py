"""Other words for a veto ("which P5 state blocked it", "who torpedoed the draft in the Council"), and those that go with one.

"Blocked" alone is no veto: a text may be blocked for want of votes, and the Assembly has none. With the Security Council or the
permanent members named, "who blocked it" asks who vetoed it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.clean import Word
from bot.understand.patterns import any_of
from bot.understand.spans import Span
from store.words import fold

_SANK = any_of(
    r"block(?:ed|s|ing)?",
    r"torpedo(?:ed|es|ing)?",
    r"scupper(?:ed|s)?",
    r"kill(?:ed|s)?(?: off)?",
    "sank",
    "sunk",
    r"shot (?:it |\w+ )?down",
    r"struck (?:it |\w+ )?down",
    r"pull(?:ed|s)? the plug",
    r"nix(?:ed|es)?",
    r"quash(?:ed|es)?",
    r"derail(?:ed|s)?",
    r"thwart(?:ed|s)?",
)
_WHO = r"\b(?:who|which|whose|what)\b"
_OF_THE_COUNCIL = re.compile(
    r"(?<!rights )(?<!european )(?<!economic and social )\b(?:council|unsc|p ?-?5|permanent members?|permanent five|veto\w*)\b"
)
_OF_ANOTHER_BODY = re.compile(r"\b(?:assembly|unga|ga|rights council|hrc|committee|commission)\b")
_ASKED = re.compile(rf"{_WHO} (?:[^\s,;:?!.]+ ){{0,4}}?{_SANK}\b")

_BESIDE_A_VETO = frozenset(
    {
        *("pulled", "pull", "pulls", "plug", "died", "dies", "dead", "doomed", "fell", "killed", "kill", "kills", "sank", "sunk"),
        *("blocked", "blocks", "block", "blocking", "torpedoed", "torpedo", "scuppered", "struck", "quashed", "derailed"),
        *("thwarted", "cast", "casts", "wielded", "wield", "exercised", "invoked", "joined", "utilize", "utilized", "inclusive"),
        *("hand", "p5", "went", "comes", "came", "desk", "newsdesk"),
        *("legte", "legten", "legt", "eingelegt", "kam", "wem", "wessen", "blockierte", "blockiert", "verhinderte", "scheiterte"),
        *("droit", "utilise", "utilisa", "utilisee", "oppose", "opposa", "opposee", "bloque", "bloqua", "recouru"),
        *("derecho", "uso", "usaron", "utilizo", "utilizado", "ejercio", "bloqueo", "interpuso", "impuso"),
        *("direito", "usou", "usaram", "utilizou", "exerceu", "bloqueou", "diritto", "usato", "posto", "esercitato", "bloccato"),
    }
)
"""Folded words that say how a veto came about, and nothing of the matter."""


def asks_who_sank_it(folded: str) -> bool:
    """Whether it is asked who sank a draft of the Security Council."""
    return bool(_ASKED.search(folded) and _OF_THE_COUNCIL.search(folded) and not _OF_ANOTHER_BODY.search(folded))


def words_of_vetoing(tokens: Sequence[Word]) -> list[Span]:
    """Where words stand that tell nothing of the matter of a text that was vetoed."""
    return [(word.start, word.end) for word in tokens if _BESIDE_A_VETO.intersection((word.folded, fold(word.text)))]
