"""Counts that a statement gives of one position alone: "42 countries voted no", "more abstained than voted no"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.question import Comparison, CountAsserted
from bot.understand.number_words import CARDINAL, number_in_words
from bot.understand.patterns import any_of, later
from bot.understand.positions import position_in
from store.facts import Position

_COMPARISONS: dict[str, Comparison] = {
    "more than": Comparison.MORE,
    "over": Comparison.MORE,
    "at least": Comparison.AT_LEAST,
    "no fewer than": Comparison.AT_LEAST,
    "fewer than": Comparison.FEWER,
    "less than": Comparison.FEWER,
    "under": Comparison.FEWER,
    "at most": Comparison.AT_MOST,
    "no more than": Comparison.AT_MOST,
}
_COMPARED = any_of(*sorted(_COMPARISONS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}|an? single|(?:half )?a dozen|{CARDINAL.replace('[ -]', '(?: - | )')})"
_OF_WHAT = r"(?:(?:un|other|member|of the|of them|different) )*(?:countr\w+|states?|members?|nations?|delegations?|others?)"
_DID = any_of(
    r"vot\w+",
    r"abst\w+",
    r"oppos\w+",
    r"support\w+",
    r"back\w+",
    r"reject\w+",
    r"approv\w+",
    r"endors\w+",
    "against",
    "in favou?r",
    "(?:no|yes) votes?",
    "noes",
    "did not vote",
    "didn't vote",
    "said (?:no|yes)",
)
# 42 countries voted no; a single country opposed it; more than 150 backed it
_COUNT = later(
    rf"(?<![\w/.-])(?:(?P<compared>{_COMPARED}) )?(?P<number>{_NUMBER}) (?:{_OF_WHAT} )?"
    rf"(?P<did>(?:(?:who|that|which|were|was|had|have|the|in) ){{0,2}}{_DID}"
    r"(?: (?:\w+ ){0,2}(?:no|yes|against|for|in favou?r)\b)?)"
)
_SIDE_AFTER = r"(?: (?:\w+ ){0,2}(?:no|yes|against|for|in favou?r)\b)?"
_BETWEEN = later(rf"\bbetween (?P<least>\d{{1,3}}) and (?P<most>\d{{1,3}}) (?:{_OF_WHAT} )?(?P<did>{_DID}{_SIDE_AFTER})")
_DENIED = later(r"\b(?:without|not|no) $")  # "without a single no" is none
_SIDE = r"(?:abst\w+|vot\w+ (?:\w+ )?\w+|oppos\w+|support\w+|back\w+)"
_ACTS = (
    r"(?P<did>abstentions?|abstainers?|(?:no )?votes? against|no votes|noes|nays|votes? in favou?r"
    r"|(?:abstained|opposed|voted (?:against|no))\b)"
)
_WITHOUT = later(rf"\b(?:without|no|zero|nobody|no one|no (?:country|state|member)) (?:any |a single |one )?{_ACTS}(?<!no votes)")
_WITH_SOME = later(
    r"\b(?:with|had|have|having|drew|draw|saw|got|get|received|any|some|anyone|anybody|somebody) "
    rf"(?:an? |any |some |one or more )?{_ACTS}"
)
_MORE_THAN = later(rf"\b(?P<more>more|fewer) (?:\w+ ){{0,2}}?(?P<first>{_SIDE}).* than (?P<second>.+)$")


_AT_LEAST = r"(?:at least|no fewer than|(?:a )?min(?:imum)?(?: of)?) (?P<number>\d{1,4})\b"
_FEWEST_SHARED = (
    later(rf"\b(?:shar\w+|both|cast|together|common|overlap\w*) (?:[a-z]+ ){{0,4}}?{_AT_LEAST}"),
    later(rf"\b{_AT_LEAST} (?:\w+ ){{0,2}}?(?:shared|common|joint)\b"),
    later(rf"\b{_AT_LEAST} (?:votes|roll calls) (?:shared|in common|together|with)\b"),
)


def fewest_shared_in(folded: str) -> int | None:
    """Of how many votes cast by both states a ranking by agreement shall take account at least."""
    found = next((match for way in _FEWEST_SHARED if (match := way.search(folded))), None)
    return int(found["number"]) if found else None


@lru_cache(maxsize=16)  # a question's line is looked at for this from several sides
def counts_in(line: str) -> tuple[CountAsserted, ...]:
    """What the line of a shape says of how many took a position, in the order said."""
    compared = _MORE_THAN.search(line)
    if compared:
        first, second = position_in(compared["first"]), position_in(compared["second"])
        if first is None or second is None:
            return ()
        comparison = Comparison.MORE if compared["more"] == "more" else Comparison.FEWER
        return (CountAsserted(first, comparison, than=second),)
    if (between := _BETWEEN.search(line)) is not None and (position := _position(between["did"])) is not None:
        return (
            CountAsserted(position, Comparison.AT_LEAST, int(between["least"])),
            CountAsserted(position, Comparison.AT_MOST, int(between["most"])),
        )
    said = (match for match in _COUNT.finditer(line) if not _DENIED.search(line[: match.start()]))
    return tuple(count for match in said if (count := _count(match)) is not None)


def conditions_in(line: str) -> tuple[CountAsserted, ...]:
    """What must hold of the votes that are counted or listed: "with more than 100 in favour", "without abstentions"."""
    found = list(counts_in(line))
    for comparison, number, ways in ((Comparison.EXACTLY, 0, _WITHOUT), (Comparison.AT_LEAST, 1, _WITH_SOME)):
        if not found and (match := ways.search(line)) is not None and (position := position_in(f"{match['did']} ")) is not None:
            found.append(CountAsserted(position, comparison, number))
    return tuple(found)


def _count(match: re.Match[str]) -> CountAsserted | None:
    position = _position(match["did"])
    number = _number(match["number"])
    if position is None or number is None:
        return None
    return CountAsserted(position, _COMPARISONS.get(match["compared"] or "", Comparison.EXACTLY), number)


def _position(did: str) -> Position | None:
    return Position.NO if "reject" in did else position_in(f"{did} ")


def _number(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    if words.endswith("dozen"):
        return 6 if words.startswith("half") else 12
    return 1 if words.endswith("single") else number_in_words(words.replace(" - ", "-"))
