"""What exactly a question asserts that wants something checked: which states did what, alone or all, and with what outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.question import Asserted, Assertion, Claim, DayRange, GroupMention, MemberMention, TallyMention
from bot.understand.counts import counts_in
from bot.understand.leftovers import left_over
from bot.understand.lists import LISTED
from bot.understand.matters import LONGEST_BEFORE, NONE_OF, QUANTIFIED, is_matter
from bot.understand.number_words import CARDINAL
from bot.understand.patterns import any_of, any_word, compiled, later
from bot.understand.positions import position_in
from bot.understand.said import position_said, said_instead
from bot.understand.shape import DAYS, GROUP, STATE, TALLY, Mention, Shape, unheaded
from bot.understand.statements import claims_in
from bot.understand.veto_claims import vetoes_asserted, without_matter
from store.facts import Position

_JOINED = r"(?:join\w*|back(?:ed)?|follow\w*|side[ds]? with|vote[ds]? with|stand with|stood with|agreed? with)"
_ONLY = compiled(
    # "only four states opposed it" is a count
    rf"\b(?:only|sole|lone|alone)\b(?! (?:{TALLY}|\d|(?!one\b){CARDINAL} ))",
    r"\b(?:nobody|no one|none|no other \w+) else\b",
    # nobody joined the US in voting no
    rf"\b(?:nobody|no one|no (?:other )?(?:country|state|member)) {_JOINED} (?:the )?{STATE}",
    r"\b(?:nobody|no one|none|no other \w+) (?:but|except|other than|apart from|besides|save) ",
    r"\bby (?:itself|themselves)\b",
    r"\bon (?:its|their) own\b",
)
_EVERYONE = later(r"\b(?:every|all|everyone|everybody|each)\b")
_NOBODY = later(
    r"\b(?:nobody|no (?:one|country|state|member)|none(?! of)|not a single|without a (?:single )?(?:no|vote|dissent))\b(?! else)"
)
_BESIDES = later(
    r"\b(?:anyone|anybody|any other|another|someone|somebody) (?:\w+ )?"
    + any_of("(?:besides|other than|apart from|except|but|aside from)\\b", rf"{_JOINED} (?:the )?{STATE}")
)
_EXCEPTED = r"(?:but|except(?: for)?|apart from|other than|besides|aside from|bar|save|with the exception of)"
# everybody except India backed it; all members bar Iran
_ALL_BUT = later(
    rf"\b(?:everyone|everybody|every (?:\w+ ){{0,2}}(?:state|country|member|nation)|all (?:\w+ ){{0,3}}"
    rf"(?:states|countries|members|nations|others)|all) {_EXCEPTED} (?:the )?{STATE}"
)
_FALSE = any_of("wrong", "false", "untrue", "incorrect", "a lie", "a myth")
_CONTRARY = compiled(
    rf"\bis (?:it|that) {_FALSE} (?:that|to say)\b",
    rf"\bit(?: is| ' s|'s)? (?:{_FALSE}|not (?:true|right|correct|the case)) that\b",
)
_ANYONE = later(r"\b(?:anyone|anybody|any (?:country|state|member|nation))\b")
_VOTES = "(?:vot|abst|oppos|support|back|reject|approv|endors)"
_ONLY_AMONG = compiled(
    # the only EU state to vote no; and not "only EU states abstained"
    rf"\b(?:only|sole|lone) {GROUP} (?!(?:(?!to |that |who |which )\w+ )?{_VOTES})",
    # the only country of the EU that
    rf"\b(?:only|sole|lone) (?:member )?(?:one|country|countries|states?|members?) (?:of |in |from |among )?(?:the )?{GROUP} ",
    # of the P5, only China
    rf"\b(?:of|among|within) (?:the )?{GROUP} (?:, )?(?=(?:only|just)\b)",
)
# only Hungary voted in the EU against it; in NATO, only Turkey
_SCOPE = later(
    rf"(?:^|[,;:] |\b(?:{_VOTES}\w*|alone|one|countr(?:y|ies)|states?|members?) |\bonly {LISTED})"
    rf"(?:in|within|inside|among) (?:the )?{GROUP}"
)
_ANY_OF = later(r"\b(?:any|a single|at least one|some)(?: member)?(?: of)?(?: the)? $")
_NOT_ONE = later(r"\b(?:not one|not a single|no) $")
# opposed by Russia
_DONE_BY = later(r"\b(?P<did>opposed|rejected|backed|supported|endorsed|approved) by (?:the )?$")
_ONE_OF_COUNTED = later(rf"(?:was|were|is|are) (?:also )?(?:one of|among|part of) (?:(?:the|only|just|those) )*({TALLY})")
_SPLIT = later(r"^(?:\w+ )?(?:split|differed|disagreed|parted)\b")
_APART = compiled(
    r"\bdiffer",
    r"\bsplit\b",
    r"\bdisagree",
    r"\bpart(?:ed)? ways",
    r"\bdiverge",
    r"\bopposite",
    r"\bbr(?:oke|eak|eaks|eaking|oken) (?:ranks |away )?(?:with|from)\b",
    rf"(?:\bnot|n't) (?:\w+ )?(?:{any_word('vote be take side stand')} )?(?:on )?(?:the same|alike|together|agree)\b",
)
_AND_SO = later(r"\b(against|for|in favour|in favor|yes|no) (?:it )?(?:again )?(?:in |on )?$")
_AND_SO_POSITIONS = {
    "against": Position.NO,
    "no": Position.NO,
    "for": Position.YES,
    "in favour": Position.YES,
    "in favor": Position.YES,
    "yes": Position.YES,
}
_NEGATION_OF_PIECE = later(r"\b(?:never|not|didn't|didnt) (?:\w+ )?(?:vote|abstain|oppose|support|back|reject)")
_UNANIMOUS = later("unanim")
_FIRST_TIME = compiled(r"first (?:time|year|no|yes|abstention|veto|vote against)\b", "first ever", "never before")
_NOT_BY_A_STATE = rf"(?<!{STATE} )(?<!{STATE} {DAYS} )(?<!{STATE} ' s )"  # "Hungary rejected it" is a position
_OUTCOMES = {
    "vetoed": later(rf"{_NOT_BY_A_STATE}\bvetoed\b"),
    "rejected": later(rf"{_NOT_BY_A_STATE}\b(?:rejected|failed)\b(?! by)"),
    "adopted": later(rf"{_NOT_BY_A_STATE}\b(?:adopted|passed)\b"),
}

_LIST = later(LISTED)
_SHARES = {"most": 0.5, "majority": 0.5, "bulk": 0.5, "more than half": 0.5, "over half": 0.5, "half": 0.4999}
_GROUPS = frozenset(chr(c) for c in range(ord(GROUP[1]), ord(GROUP[3]) + 1))
_COMPANY = later(r"\b(?:with|like|alongside|joined|joining|follow\w{0,9}) (?:the )?(?:rest of (?:the )?)?$")
_CONTRAST = later(
    r"\b(?:unlike|not (?:with|like|alongside)|in contrast to|as opposed to) (?:the )?(?:rest of (?:the )?|other )?$"
)
_JOINS_ON = any_of(
    any_word("and or with like as so nor but while plus alongside unlike than did was were that both neither by besides from"),
    any_word("back backed join joined match matched follow followed mirror mirrored"),
)
_LINKED = later(rf"(?:[,;:(/–—-]|\b{_JOINS_ON}) (?:[\w']+ ){{0,3}}$")
_REST = later(r"\b(?:other|others|rest of|rest of the|remaining|everyone else in|all the rest of) (?:the )?$")
_VETO = later(r"^(?:\w+ ){0,2}veto(?:ed|es|ing)?\b")
_NEGATIVE_OPENING = any_word("didn't wasn't isn't weren't hasn't doesn't haven't didnt")
_ASKS_WHETHER = later(rf"(?:{any_word('and but so ok')} )*{any_word('did do does have has were are was is didn')}\b")
_NEGATIVE_QUESTION = later(rf"(?:{any_word('and but so')} )*{_NEGATIVE_OPENING}\b")


def assertion_in(shape: Shape) -> Assertion:
    """What is asserted. A question put in the negative ("didn't Israel abstain?") asserts the positive."""
    line = shape.line
    counts = counts_in(line)
    if (of_vetoes := vetoes_asserted(shape, _parts(shape), contrary=bool(_CONTRARY.search(line)))) is not None:
        return of_vetoes
    parts, only = _parts(shape), bool(_ONLY.search(line))
    # "Was Israel alone against Palestine": what it is said to have done alone is what its clause says.
    of_one = parts[0].position if only and len(parts) == 1 and not parts[0].veto else None
    assertion = Assertion(
        parts=parts,
        position=position_in(line) or of_one,
        only=only,
        everyone=bool(_EVERYONE.search(line)),
        nobody=bool(_NOBODY.search(line)),
        unanimous=bool(_UNANIMOUS.search(line)),
        outcome=None if counts else next((outcome for outcome, said in _OUTCOMES.items() if said.search(line)), None),
        first_time=bool(_FIRST_TIME.search(line)),
        besides=bool(_BESIDES.search(line)),
        among=_only_among(shape),
        counts=counts,
        anyone=bool(_ANYONE.search(line)),
        all_but=bool(_ALL_BUT.search(line)),
        contrary=bool(_CONTRARY.search(line)),
        claims=claims_in(shape),
    )
    return _scoped(replace(assertion, unread=without_matter(left_over(shape, assertion), assertion, shape)), shape)


def _scoped(assertion: Assertion, shape: Shape) -> Assertion:
    """ "Only Hungary voted in the EU against it": alone within that group, which no claim names."""
    alone = [c for c in assertion.claims if isinstance(c, Claim) and c.only and not c.among]
    if not (alone or assertion.only) or assertion.among:
        return assertion
    spoken_of = {g for c in assertion.claims if isinstance(c, Claim) for g in (*c.groups, *c.among)}
    spoken_of.update(g for part in assertion.parts for g in part.groups)
    scopes = [m for found in _SCOPE.finditer(shape.line) for m in shape.mentions_in(*found.span())]
    among = tuple(m for m in scopes if isinstance(m, GroupMention) and m not in spoken_of)
    if not among:
        return assertion
    claims = tuple(replace(c, among=among) if c in alone else c for c in assertion.claims)
    return replace(assertion, among=among, claims=claims)


def likeness_in(shape: Shape, members: tuple[MemberMention, ...], groups: tuple[GroupMention, ...]) -> Assertion | None:
    """What "did Brazil and Chile vote the same way?" asks: that they did, or that they differed; None where it asks how."""
    if not _ASKS_WHETHER.match(shape.line):
        return None
    return Assertion(parts=(Asserted(members, groups, None, negated=bool(_APART.search(shape.line))),))


def _only_among(shape: Shape) -> tuple[GroupMention, ...]:
    found = (m for scope in _ONLY_AMONG.finditer(shape.line) for m in shape.mentions_in(*scope.span()))
    return tuple(m for m in found if isinstance(m, GroupMention))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A list of voters, and what is `said` of it up to the next.

    `company`: the words before it join it to the list before ("with Russia"); `contrast`: they set it against that
    ("unlike Russia"); `rest`: it means what the others leave of a group ("the other EU states"); `none`: "none of the Baltics".
    `either`: "or" joins the list. `linked`: the words before join it to what was said ("and France too"), or nothing was.
    `done`: what the words before say was done by them ("opposed by Russia").
    """

    states: tuple[Mention, ...]
    said: str
    company: bool
    contrast: bool
    rest: bool
    none: bool
    either: bool
    share: float | None
    linked: bool
    done: Position | None


def _clauses(shape: Shape) -> Iterator[_Clause]:
    line = shape.line
    scopes = {found.end() for found in _ONLY_AMONG.finditer(line)}
    voters = [m for m in _LIST.finditer(line) if not (m.end() in scopes or is_matter(line, m.start(), m.end()))]
    # "the Nordics split: Denmark voted no"; but "Sweden and Finland split on it"
    lists = [m for m in voters if not _SPLIT.match(line[m.end() :])] or voters
    ends = [*(m.start() for m in lists), len(line)][1:]
    for match, end in zip(lists, ends, strict=True):
        reach = (match.start() - LONGEST_BEFORE, match.start())
        contrast = bool(_CONTRAST.search(line, *reach))
        first = match.start()
        if contrast and (comma := line.rfind(" , ", *match.span())) >= 0:
            # "Unlike Turkey, Venezuela abstained": two lists, of which only the first is set against.
            yield _contrasted(shape.mentions_in(first, comma))
            first, contrast = comma, False
        yield _Clause(
            states=shape.mentions_in(first, match.end()),
            said=line[match.end() : end],
            company=bool(_COMPANY.search(line, *reach)),
            contrast=contrast,
            rest=bool(_REST.search(line, *reach)),
            none=bool(NONE_OF.search(line, *reach)) or (line[match.start()] in _GROUPS and bool(_NOT_ONE.search(line, *reach))),
            either=" or " in match.group() or (line[match.start()] in _GROUPS and bool(_ANY_OF.search(line, *reach))),
            share=_share(line, reach),
            linked=match is lists[0] or bool(_LINKED.search(line, *reach)),
            done=_done_by(line, reach),
        )


def _contrasted(states: tuple[Mention, ...]) -> _Clause:
    return _Clause(
        states, said="", company=False, contrast=True, rest=False, none=False, either=False, share=None, linked=True, done=None
    )


def _share(line: str, reach: tuple[int, int]) -> float | None:
    match = QUANTIFIED.search(line, *reach)
    return _SHARES[match[1]] if match else None


def _done_by(line: str, reach: tuple[int, int]) -> Position | None:
    match = _DONE_BY.search(line, *reach)
    if match is None:
        return None
    return Position.NO if match["did"] in ("opposed", "rejected") else Position.YES


def _parts(shape: Shape) -> tuple[Asserted, ...]:
    """Each list of states with the position that its clause gives it.

    A list without one shares its neighbour's: "the US voted with Russia against" says no of both; "unlike the rest" says the
    contrary of what was said before it.
    """
    positive = not _NEGATIVE_QUESTION.match(unheaded(shape.line))
    found: list[Asserted] = []
    for clause in _clauses(shape):
        part = _part(clause, positive)
        if found and clause.contrast:
            part = replace(part, position=found[-1].position)
        if found and clause.company and found[-1].position is None and part.position is not None:
            found[-1] = replace(found[-1], position=part.position, negated=part.negated)
        if part.position is None and (side := _side_counted(clause.said, shape)) is not None:
            part = replace(part, position=side)
        if len(by_time := _by_time(part, clause.said, shape)) > 1:
            found.extend(by_time)
            continue
        if part.negated and not clause.none and (rather := said_instead(clause.said)) is not None:
            found.append(part)
            part = replace(part, position=rather, negated=False)
        if found and part.position is None and not clause.linked:
            continue  # "when Israel was admitted": nothing is said of it
        if found and part.position is None and not clause.contrast:
            part = replace(part, position=found[-1].position, negated=found[-1].negated)
        if found and part.position is None and clause.company and not clause.contrast:
            # "Brazil sided with Washington": the same, whatever it was.
            found[-1] = replace(found[-1], members=found[-1].members + part.members, groups=found[-1].groups + part.groups)
        else:
            found.append(_with_veto(part, clause.said))
    return _completed(found)


def _side_counted(said: str, shape: Shape) -> Position | None:
    """ "Albania was one of only four against it": the side that the count is of."""
    match = _ONE_OF_COUNTED.match(said)
    tally = shape.mentions[match[1]] if match else None
    if not isinstance(tally, TallyMention):
        return None
    sides = {Position.YES: tally.yes, Position.NO: tally.no, Position.ABSTAIN: tally.abstain}
    counted = [position for position, count in sides.items() if count is not None]
    return counted[0] if len(counted) == 1 else None


def _by_time(part: Asserted, said: str, shape: Shape) -> list[Asserted]:
    """ "Canada voted against it in 2018 and for it in 2019": a part for each time; none where nothing is said of two times."""
    found: list[Asserted] = []
    start = 0
    for match in re.finditer(f"{DAYS} ", said):
        days = shape.mentions[match.group()[0]]
        piece = said[start : match.start()]
        short = _AND_SO.search(piece)
        position = position_in(piece) or (_AND_SO_POSITIONS[short[1]] if short else None)
        if position is None or not isinstance(days, DayRange):
            return []
        found.append(replace(part, position=position, negated=bool(_NEGATION_OF_PIECE.search(piece)), days=days))
        start = match.end()
    return found


def _part(clause: _Clause, positive: bool) -> Asserted:
    """What the words of the clause alone say."""
    if clause.done is not None:
        return Asserted(_members(clause.states), _groups(clause.states), clause.done)
    position, denied = position_said(clause.said)
    apart = position is None and bool(_APART.search(clause.said))
    return Asserted(
        members=_members(clause.states),
        groups=_groups(clause.states),
        position=position,
        negated=clause.contrast or clause.none is not (positive and denied) or apart,
        either=clause.either and not clause.none,
        share=clause.share if _groups(clause.states) else None,
        rest=clause.contrast or clause.rest,
    )


def _members(states: tuple[Mention, ...]) -> tuple[MemberMention, ...]:
    return tuple(m for m in states if isinstance(m, MemberMention))


def _groups(states: tuple[Mention, ...]) -> tuple[GroupMention, ...]:
    return tuple(m for m in states if isinstance(m, GroupMention))


def _with_veto(part: Asserted, said: str) -> Asserted:
    if part.position is None and _VETO.search(said):
        return replace(part, position=Position.NO, veto=True)
    return part


def _of_all(parts: Sequence[Asserted]) -> Asserted:
    """All the states of these parts as one: that they did the same, or not."""
    members, groups = (m for p in parts for m in p.members), (g for p in parts for g in p.groups)
    return Asserted(tuple(members), tuple(groups), None, negated=any(p.negated for p in parts))


def _completed(parts: list[Asserted]) -> tuple[Asserted, ...]:
    """With the position that follows for those that still have none: "Hungary and, with it, Slovakia abstained"."""
    if len(parts) > 1 and all(p.position is None for p in parts):
        # "did Brazil vote the same as Chile": nothing is said of either alone.
        # "with Argentina, not with Britain"
        against = [p for p in parts[1:] if p.negated and p.rest and not parts[0].negated]
        together = [p for p in parts if p not in against]
        return tuple(_of_all(side) for side in (together, [*together[:1], *against] if against else []) if side)
    completed: list[Asserted] = []
    following: Position | None = None
    for part in reversed(parts):
        following = part.position or following
        completed.append(replace(part, position=following))
    return tuple(reversed(completed))
