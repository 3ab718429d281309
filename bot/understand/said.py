"""What the words behind a list of voters say that they did: "did not abstain", "stood alone against it", "rejected it"."""

from __future__ import annotations

from bot.understand.patterns import any_word, later
from bot.understand.positions import POSITIONS, position_in
from store.facts import Position

_BARE = {"yes": Position.YES, "no": Position.NO}
_BARE_POSITION = later(r"^(?:: |- |was |a )?(yes|no)\b")
# did not support it: that is no yes, and need be no no either
_NOT_IN_FAVOUR = later(
    r"^(?:\w+ ){0,2}?(?:didn't|did not|didnt|doesn't|does not|never|refused to|would not|wouldn't|failed to)"
    r" (?:\w+ )?(?:back|support|endorse|approve)"
)
_BUT_RATHER = later(
    r"(?:[,;:]|\bbut|\band) (?:(?:it|they|instead|rather|only|just|simply|in fact) )*(?=(?:abst|vot|oppos|support|back))"
)
_STANDING = any_word("was were stood stands alone isolated really also actually all both not n't")
_BARE_SIDE = later(rf"^(?:{_STANDING} )*(?:(?:one of|among) (?:\w+ ){{0,3}})?(against|opposed|in favou?r)\b")
_REJECTS = later(r"^(?P<before>(?:(?!was |were |is |be |been )[\w']+ ){0,6})reject(?:s|ed|ing)?\b")
_NEGATION = later(
    r"(?:\b(?:never|not|didn't|didnt|doesn't|don't) (?:\w+ )?|\b(?:failed|declined|refused|neglected) to (?:\w+ )?)$"
)


def position_said(said: str) -> tuple[Position | None, bool]:
    """The position that the words behind a list give it, and whether they deny it: "did not abstain", "never voted against"."""
    if bare := _BARE_POSITION.match(said):
        return _BARE[bare[1]], False
    if _NOT_IN_FAVOUR.match(said):
        return Position.YES, True
    if side := _BARE_SIDE.match(said):
        return (Position.YES if side[1].startswith("in") else Position.NO), " not " in f" {side[0]} "
    if rejects := _REJECTS.match(said):
        return Position.NO, bool(_NEGATION.search(rejects["before"]))
    position = position_in(said)
    if position is None or position is Position.NON_VOTING:  # "did not vote" is a position of its own
        return position, False
    match = POSITIONS[position].search(said)
    return position, bool(match and _NEGATION.search(said[: match.start()]))


def said_instead(said: str) -> Position | None:
    """ "China did not support it, it abstained": what is said to have been done instead."""
    match = _BUT_RATHER.search(said)
    return position_in(said[match.end() :]) if match else None
