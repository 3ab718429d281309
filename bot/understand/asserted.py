"""What exactly a question asserts that wants something checked: which states did what, alone or all, and with what outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.question import Asserted, Assertion, GroupMention, MemberMention
from bot.understand.counts import counts_in
from bot.understand.lists import LISTED
from bot.understand.patterns import any_of, any_word, compiled
from bot.understand.positions import POSITIONS, position_in
from bot.understand.shape import DAYS, GROUP, NAME, STATE, Mention, Shape
from store.facts import Position

_ONLY = compiled(r"\b(?:only|sole|lone|alone)\b", r"\b(?:nobody|no one) else\b")
_EVERYONE = re.compile(r"\b(?:every|all|everyone|everybody|each)\b")
_NOBODY = re.compile(
    r"\b(?:nobody|no (?:one|country|state|member)|none(?! of)|not a single|without a (?:single )?(?:no|vote|dissent))\b(?! else)"
)
_BESIDES = re.compile(
    r"\b(?:anyone|anybody|any other|another|someone|somebody) (?:\w+ )?(?:besides|other than|apart from|except|but|aside from)\b"
)
_ANYONE = re.compile(r"\b(?:anyone|anybody|any (?:country|state|member|nation))\b")
_ONLY_AMONG = compiled(
    rf"\b(?:only|sole|lone) {GROUP} ",
    # the only country of the EU that
    rf"\b(?:only|sole|lone) (?:member )?(?:one|country|countries|states?|members?) (?:of |in |from |among )?(?:the )?{GROUP} ",
)
_NONE_OF = re.compile(r"\b(?:(?:none|not one|neither|no member) of|neither|nor) (?:the )?$")
# opposed by Russia
_DONE_BY = re.compile(r"\b(?P<did>opposed|rejected|backed|supported|endorsed|approved) by (?:the )?$")
_BARE = {"yes": Position.YES, "no": Position.NO}
_BARE_POSITION = re.compile(r"^(?:: |- |was |a )?(yes|no)\b")
# Israel did not reject it; and not "the text on Israel was rejected"
_REJECTS = re.compile(r"^(?P<before>(?:(?!was |were |is |be |been )[\w']+ ){0,6})reject(?:s|ed|ing)?\b")
_SPLIT = re.compile(r"^(?:\w+ )?(?:split|differed|disagreed|parted)\b")
_UNANIMOUS = re.compile("unanim")
_FIRST_TIME = compiled("first time", "first ever", "never before")
_NOT_BY_A_STATE = rf"(?<!{STATE} )(?<!{STATE} {DAYS} )(?<!{STATE} ' s )"  # "Hungary rejected it" is a position
_OUTCOMES = {
    "vetoed": re.compile(rf"{_NOT_BY_A_STATE}\bvetoed\b"),
    "rejected": re.compile(rf"{_NOT_BY_A_STATE}\b(?:rejected|failed)\b(?! by)"),
    "adopted": re.compile(rf"{_NOT_BY_A_STATE}\b(?:adopted|passed)\b"),
}

_LIST = re.compile(LISTED)
_LONGEST_BEFORE = 40  # characters, more than any of the expressions for the words before a list can take
_COMPANY = re.compile(r"\b(?:with|like|alongside|joined|joining|follow\w{0,9}) (?:the )?$")
_CONTRAST = re.compile(r"\b(?:unlike|in contrast to|as opposed to) (?:the )?(?:rest of (?:the )?|other )?$")
_REST = re.compile(r"\b(?:other|others|rest of|rest of the|remaining|everyone else in|all the rest of) (?:the )?$")
_VETO = re.compile(r"^(?:\w+ ){0,2}veto(?:ed|es|ing)?\b")
_NEGATION = re.compile(r"\b(?:never|not|didn't|didnt|doesn't|don't) (?:\w+ )?$")
_NEGATIVE_OPENING = any_word("didn't wasn't isn't weren't hasn't doesn't haven't didnt")
_NEGATIVE_QUESTION = re.compile(rf"(?:{any_word('and but so')} )*{_NEGATIVE_OPENING}\b")

# What makes a state the matter voted on, and not a voter.
_BEFORE_VOTER = any_of(
    any_word("with by from unlike like alongside including did does has was while and but that only when though although"),
    "rest of",
)
_VOTER_BEFORE = re.compile(rf"(?:^|\b{_BEFORE_VOTER} )(?:the )?$")
_MATTER_BEFORE = re.compile(rf"\b{any_word('in of on about over for against to into between')} (?:the )?$")
_MATTER_AFTER = re.compile(
    "(?:' )?"
    + any_of(
        NAME,
        r"vote\b(?! (?:yes|no|for|against|in|the)\b)",
        "human rights",
        r"war\b",
        any_word("resolution text embargo sanctions question peace settlements plan bid"),
    )
)


def assertion_in(shape: Shape) -> Assertion:
    """What is asserted. A question put in the negative ("didn't Israel abstain?") asserts the positive."""
    line = shape.line
    counts = counts_in(line)
    return Assertion(
        parts=_parts(shape),
        position=position_in(line),
        only=bool(_ONLY.search(line)),
        everyone=bool(_EVERYONE.search(line)),
        nobody=bool(_NOBODY.search(line)),
        unanimous=bool(_UNANIMOUS.search(line)),
        outcome=None if counts else next((outcome for outcome, said in _OUTCOMES.items() if said.search(line)), None),
        first_time=bool(_FIRST_TIME.search(line)),
        besides=bool(_BESIDES.search(line)),
        among=_only_among(shape),
        counts=counts,
        anyone=bool(_ANYONE.search(line)),
    )


def _only_among(shape: Shape) -> tuple[GroupMention, ...]:
    found = (m for scope in _ONLY_AMONG.finditer(shape.line) for m in shape.mentions_in(*scope.span()))
    return tuple(m for m in found if isinstance(m, GroupMention))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A list of voters, and what is `said` of it up to the next.

    `company`: the words before it join it to the list before ("with Russia"); `contrast`: they set it against that
    ("unlike Russia"); `rest`: it means what the others leave of a group ("the other EU states"); `none`: "none of the Baltics".
    `done`: what the words before say was done by them ("opposed by Russia").
    """

    states: tuple[Mention, ...]
    said: str
    company: bool
    contrast: bool
    rest: bool
    none: bool
    done: Position | None


def _clauses(shape: Shape) -> Iterator[_Clause]:
    line = shape.line
    scopes = {found.end() for found in _ONLY_AMONG.finditer(line)}
    lists = [
        m
        for m in _LIST.finditer(line)
        if not (m.end() in scopes or _is_matter(line, m.start(), m.end()) or _SPLIT.match(line[m.end() :]))
    ]
    ends = [*(m.start() for m in lists), len(line)][1:]
    for match, end in zip(lists, ends, strict=True):
        reach = (match.start() - _LONGEST_BEFORE, match.start())
        yield _Clause(
            states=shape.mentions_in(*match.span()),
            said=line[match.end() : end],
            company=bool(_COMPANY.search(line, *reach)),
            contrast=bool(_CONTRAST.search(line, *reach)),
            rest=bool(_REST.search(line, *reach)),
            none=bool(_NONE_OF.search(line, *reach)),
            done=_done_by(line, reach),
        )


def _done_by(line: str, reach: tuple[int, int]) -> Position | None:
    match = _DONE_BY.search(line, *reach)
    if match is None:
        return None
    return Position.NO if match["did"] in ("opposed", "rejected") else Position.YES


def _is_matter(line: str, start: int, end: int) -> bool:
    """Whether the states stand for the matter voted on: "the resolution on Cuba", "against the Cuba embargo"."""
    reach = (start - _LONGEST_BEFORE, start)
    if _MATTER_AFTER.match(line, end):
        return True
    if _VOTER_BEFORE.search(line, *reach) or _NONE_OF.search(line, *reach):
        return False
    return bool(_MATTER_BEFORE.search(line, *reach))


def _parts(shape: Shape) -> tuple[Asserted, ...]:
    """Each list of states with the position that its clause gives it.

    A list without one shares its neighbour's: "the US voted with Russia against" says no of both; "unlike the rest" says the
    contrary of what was said before it.
    """
    positive = not _NEGATIVE_QUESTION.match(shape.line)
    found: list[Asserted] = []
    for clause in _clauses(shape):
        part = _part(clause, positive)
        if found and clause.contrast:
            part = replace(part, position=found[-1].position)
        if found and clause.company and found[-1].position is None and part.position is not None:
            found[-1] = replace(found[-1], position=part.position, negated=part.negated)
        if found and part.position is None:
            part = replace(part, position=found[-1].position, negated=found[-1].negated)
        if found and part.position is None and clause.company:
            # "Brazil sided with Washington": the same, whatever it was.
            found[-1] = replace(found[-1], members=found[-1].members + part.members, groups=found[-1].groups + part.groups)
        else:
            found.append(_with_veto(part, clause.said))
    return _completed(found)


def _part(clause: _Clause, positive: bool) -> Asserted:
    """What the words of the clause alone say."""
    if clause.done is not None:
        return Asserted(_members(clause.states), _groups(clause.states), clause.done)
    position, denied = _position_said(clause.said)
    return Asserted(
        members=_members(clause.states),
        groups=_groups(clause.states),
        position=position,
        negated=clause.contrast or clause.none or (positive and denied),
        rest=clause.contrast or clause.rest,
    )


def _members(states: tuple[Mention, ...]) -> tuple[MemberMention, ...]:
    return tuple(m for m in states if isinstance(m, MemberMention))


def _groups(states: tuple[Mention, ...]) -> tuple[GroupMention, ...]:
    return tuple(m for m in states if isinstance(m, GroupMention))


def _position_said(said: str) -> tuple[Position | None, bool]:
    """The position that the words behind a list give it, and whether they deny it: "did not abstain", "never voted against"."""
    if bare := _BARE_POSITION.match(said):
        return _BARE[bare[1]], False
    if rejects := _REJECTS.match(said):
        return Position.NO, bool(_NEGATION.search(rejects["before"]))
    position = position_in(said)
    if position is None or position is Position.NON_VOTING:  # "did not vote" is a position of its own
        return position, False
    match = POSITIONS[position].search(said)
    return position, bool(match and _NEGATION.search(said[: match.start()]))


def _with_veto(part: Asserted, said: str) -> Asserted:
    if part.position is None and _VETO.search(said):
        return replace(part, position=Position.NO, veto=True)
    return part


def _completed(parts: list[Asserted]) -> tuple[Asserted, ...]:
    """With the position that follows for those that still have none: "Hungary and, with it, Slovakia abstained"."""
    completed: list[Asserted] = []
    following: Position | None = None
    for part in reversed(parts):
        following = part.position or following
        completed.append(replace(part, position=following))
    return tuple(reversed(completed))
