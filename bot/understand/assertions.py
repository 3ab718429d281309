"""Questions that want something checked ("didn't Israel abstain?"), and what exactly they assert."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.question import Asserted, Assertion, GroupMention, MemberMention
from bot.understand.positions import POSITIONS, any_of, names_position, position_in
from bot.understand.roles import LIST, LISTED
from bot.understand.shape import DAYS, NAME, STATE, TALLY, Shape
from store.facts import Position

_CHECK = re.compile(
    any_of(
        r"is(?:n't)? it true", r"is (?:that|this|it) (?:right|true|correct|real)", r"true or false", r"fact ?-? ?check", r"check please", r"please check", r"double ?-? ?check",
        r"\b(?:correct|right|true|real) \?", r"\b(?:correct|right|true) $", r"\breal $", r"yes or no", r"ok to print", r"am i right", r"can i (?:say|write|print)", r"\bconfirm\b",
        r"\bverify\b", r", no \?", r"\bi think (?:\? )?$", r"isn't it \?", r"didn't (?:it|they) \?", r"wasn't it \?", r"(?:article|somebody|someone|he|she|post|story) (?:says|claims|wrote)",
        r"claims? that",
    )
)  # fmt: skip
_ACTS = any_of(
    r"vot\w+ (?:\w+ )?(?:against|for|yes|no|in favou?r|with|the same|alone|like)\b", r"abstain\w*", r"oppos\w+", r"support\w*", r"back(?:ed|ing)?\b", r"reject\w*", r"approv\w*",
    r"endors\w*", r"side\w* with", r"break with", r"broke with", r"join\w*", r"veto\w*", r"not vote", r"take part", r"say (?:yes|no)", r"favou?r\w*", r"say no", r"vote $", r"vote \? $",
)  # fmt: skip
_FILLER = r"(?:(?:also|both|really|simply|actually|ever|then|all|each|indeed|even|is|was|were|are|countr\w*|states?|members?|the only one to|itself|on record(?: as)?|recorded(?: as)?|listed(?: as)?|down as) )*"
_DID = re.compile(
    rf"(?:^|[,:;.¿¡\"] |and |so )(?:(?:so|and|but|ok|hey|wait) )*(?:did|does|didn't|doesn't|has|have|hasn't|do|is|are|was|were) (?:(?:the|all|both|every|only) )*(?:\d+ )?{LIST}{_FILLER}{_ACTS}"
)
_EVERYONE_DID = re.compile(
    rf"(?:did|does|has|have|didn't) (?:everyone|everybody|anyone|anybody|nobody|no one|all|every|any) .*{_ACTS}|(?:nobody|no one|no country|everyone|everybody|all \w+ other members).*{_ACTS}"
)
_STATEMENT = re.compile(
    rf"(?:^|[,:;] |that |when )(?:(?:so|ok|the|all|only|just|every|apparently|and|but|no|thatcher's|\d+) )*{LIST}{_FILLER}"
    r"(?:vot(?:ed|es) (?!on\b|in the|at\b)|abstained|backed|supported|opposed|rejected|sided|joined|broke|did not vote|didn't vote|was the only|were the only|said (?:yes|no)|is recorded|was recorded)"
)
_ONLY = re.compile(rf"(?:was|were|is|are|wasn't) {LIST}(?:really |in fact )?(?:the )?(?:only|sole|lone|alone)\b")
_SCORE = re.compile(rf"\b(?:was|were|is|did) .*{TALLY}|{TALLY} .*(?:that was|right|correct|ok to print|true)")
_FIRST_TIME = re.compile(r"\b(?:was|is) (?:that|this|it) (?:really )?(?:the|its|their) first time")
_UNANIMOUS = re.compile(r"(?:was|were|is|did) .*\bunanim\w+|\bwas unanim\w+|\bunanimous \?")
_OPEN_QUESTION = re.compile(
    r"^(?:(?:and|so|but|ok|okay|hi|hey|hello) )*(?:how|what|whats|when|which|who|whos|why|where|whom|in which|in what)\b|\bhow (?:did|often|many)\b|\bwho (?:voted|else|abstained)"
)


def is_assertion(line: str) -> bool:
    """Whether the line asserts something that can be true or false."""
    checks = bool(_CHECK.search(line))
    if _OPEN_QUESTION.search(line) and not checks:
        return False
    if _FIRST_TIME.search(line):
        return True
    if re.search(r"\b(?:ever|always|never)\b", line) and not checks:
        return False  # the whole series answers, not one vote
    asserted = names_position(line) or re.search(
        rf"{TALLY}|unanim|nobody|no one|everyone|adopted|vetoed|{LIST}.*(?:with|alone|only|like) ", line
    )
    if checks and asserted and not re.match(r"(?:how|what|which|who|when)\b", line):
        return True
    if re.search(r"differ|the same way|same vote|compare", line):
        return False
    return any(pattern.search(line) for pattern in (_DID, _EVERYONE_DID, _ONLY, _SCORE, _UNANIMOUS)) or bool(
        _STATEMENT.search(line) and not re.match(LIST + "on ", line)
    )


_NEGATION = re.compile(r"\b(?:never|not|didn't|didnt|doesn't|don't) (?:\w+ )?$")
_NEGATIVE_QUESTION = re.compile(r"(?:(?:and|but|so) )*(?:didn't|wasn't|isn't|weren't|hasn't|doesn't|haven't|didnt)\b")
_COMPANY = re.compile(r"\b(?:with|like|alongside|joined|joining|follow\w*) (?:the )?$")
_CONTRAST = re.compile(r"\b(?:unlike|in contrast to|as opposed to) (?:the )?(?:rest of (?:the )?|other )?$")
_REST = re.compile(r"\b(?:other|others|rest of|rest of the|remaining|everyone else in|all the rest of) (?:the )?$")
_VETO = re.compile(r"^(?:\w+ ){0,2}veto(?:ed|es|ing)?\b")
_LIST = re.compile(LISTED)


def assertion_in(shape: Shape) -> Assertion:
    """What is asserted. A question put in the negative ("didn't Israel abstain?") asserts the positive."""
    line = shape.line
    return Assertion(
        parts=_parts(shape),
        position=position_in(line),
        only=bool(re.search(r"\b(?:only|sole|lone|alone|nobody else|no one else)\b", line)),
        everyone=bool(re.search(r"\b(?:every|all|everyone|everybody|each)\b", line)),
        nobody=bool(re.search(r"\b(?:nobody|no one|no country|no state|no member|none|not a single)\b(?! else)", line)),
        unanimous=bool(re.search(r"unanim", line)),
        outcome=_outcome(line),
        first_time=bool(re.search(r"first time|first ever|never before", line)),
    )


def _parts(shape: Shape) -> tuple[Asserted, ...]:
    """Each list of states with the position that its clause gives it.

    A list without one shares its neighbour's: "the US voted with Russia against" says no of both; "unlike the rest" says the contrary.
    """
    line = shape.line
    lists = [m for m in _LIST.finditer(line) if not _names_subject(line, m.start(), m.end())]
    ends = [*(m.start() for m in lists), len(line)][1:]
    positive = not _NEGATIVE_QUESTION.match(line)
    found: list[Asserted] = []
    for match, end in zip(lists, ends, strict=True):
        said, before = line[match.end() : end], line[: match.start()]
        position = position_in(said)
        contrast = bool(_CONTRAST.search(before))
        if contrast and found:
            position = found[-1].position
        negated = contrast or (positive and _is_negated(said, position))
        if found and found[-1].position is None and position is not None and _COMPANY.search(before):
            found[-1] = replace(found[-1], position=position, negated=negated)
        if position is None and found:
            position, negated = found[-1].position, found[-1].negated
        mentions = shape.mentions_in(match.start(), match.end())
        members = tuple(m for m in mentions if isinstance(m, MemberMention))
        groups = tuple(m for m in mentions if isinstance(m, GroupMention))
        if position is None and found and _COMPANY.search(before):
            # "Brazil sided with Washington": the same, whatever it was.
            found[-1] = replace(found[-1], members=(*found[-1].members, *members), groups=(*found[-1].groups, *groups))
            continue
        veto = position is None and bool(_VETO.search(said))
        found.append(
            Asserted(members, groups, Position.NO if veto else position, negated, contrast or bool(_REST.search(before)), veto)
        )
    following: Position | None = None
    for place in range(len(found) - 1, -1, -1):
        if found[place].position is None:
            found[place] = replace(found[place], position=following)
        following = found[place].position
    return tuple(found)


def _is_negated(said: str, position: Position | None) -> bool:
    """ "did not abstain", "never voted against"; "did not vote" is a position of its own."""
    if position is None or position is Position.NON_VOTING:
        return False
    pattern = dict(POSITIONS)[position]
    match = pattern.search(said)
    return bool(match and _NEGATION.search(said[: match.start()]))


def _names_subject(line: str, start: int, end: int) -> bool:
    """Whether a state stands for the matter voted on ("the resolution on Cuba", "against the Cuba embargo"), not for a voter."""
    before, after = line[:start], line[end:]
    if re.search(
        r"(?:^|\b(?:with|by|from|unlike|like|alongside|rest of|including|did|does|has|was|while|and|but|that|only|when|though|although|,|:) )(?:the )?$",
        before,
    ):
        return bool(
            re.match(
                rf"(?:' )?(?:{NAME}|resolution|vote\b|text|embargo|sanctions|question|war\b|peace|human rights|settlements|plan|bid)",
                after,
            )
        ) and not re.match(r"(?:' )?vote (?:yes|no|for|against|in|the)\b", after)
    return bool(re.search(r"\b(?:in|of|on|about|over|for|against|to|into|between) (?:the )?$", before))


def _outcome(line: str) -> str | None:
    for outcome, pattern in (
        ("vetoed", r"\bvetoed\b"),
        ("rejected", r"\b(?:rejected|failed)\b"),
        ("adopted", r"\b(?:adopted|passed)\b"),
    ):
        if re.search(pattern, line) and not re.search(rf"{STATE}(?:' )?(?:s )?(?:{DAYS} )?{pattern}", line):
            return outcome
    return None
