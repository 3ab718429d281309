"""Which of the states named in a question are asked about, and which belong to its topic.

"Chile on human rights in Cuba": Chile is the voter, Cuba the subject. Grammar decides, in the order of `_VOTERS`; the first
rows are the clearest. What no row claims is a subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.question import GroupMention, MemberMention, NonMemberMention
from bot.understand.shape import ANY, DAYS, GROUP, NAME, NON_MEMBER, STATE, SYMBOL, Mention, Shape

_JOIN = r"(?:(?:, )?(?:and|or|&|\+|vs|v|versus|against|beside|plus|to|with) |, |/ |- |– |\( )"
_ONE = rf"(?:(?:the|all|both|its neighbours|neighbours) )*{STATE} (?:' )?(?:'s |s )?(?:\( [\w -]{{1,20}} \) )?(?:\) )?"
# Joined by words or commas; or at least three side by side, where two would rather be a voter and the matter.
LIST = rf"(?:{_ONE}{STATE} (?:{STATE} )+|{_ONE}(?:{_JOIN}(?:\. )?{_ONE})*)"
LISTED = rf"(?:(?:the|all|both) )*{STATE} (?:' )?(?:s )?(?:(?:(?:, )?(?:and|or|&|\+|plus) |, )(?:(?:the|all|both) )*{STATE} (?:' )?(?:s )?)*"
"""States of one side only: no "with" or "against" between them."""
_ADVERB = r"(?:(?:ever|also|really|itself|themselves|herself|himself|then|not|simply|actually|just|both|each|all|always|still|once|too|at the un|once more|first|last|again) )*"
_VERB = (
    r"(?:vot\w*|abstain\w*|go|went|do|did|come down|side|sided|siding|back|backed|support|supported|oppose|opposed|reject|rejected|"
    r"stand|stood|cast|say|said|join|joined|approve|approved|break|broke|line up|lined up|turn|turned|change|changed|switch|"
    r"switched|flip|flipped|start|started|stop|stopped|agree|agreed|move|moved|endorse|endorsed|want|lead|follow|followed|recorded|"
    r"is recorded|was recorded|are recorded|have voted|had voted|has voted|didn't|did not|take part|participate|veto|vetoed|cosponsor\w*)"
)
_START = r"(?:^|(?<=[:;.?!,(] )|(?<=[–—|] )|(?<= - ))"
_OPENING = r"(?:(?:and|so|ok|okay|but|hi|hello|hey|pls|please|what about|how about|show|tell me|give me|i need|i want|need|check|fact check|countr\w+ :) )*"
_END = r"(?=[:;.?!,)–—|-]|$)"
_COURTESY = r"(?:(?:too|pls|please|plz|thanks|thx|itself|as well|then|now|though|anyone|each time|each|votes?|voted|position|own vote|own) )*"

# Each row: a name, and a pattern whose groups named `who` hold the states asked about.
_VOTERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "did X vote",
            rf"(?:did|does|do|didn't|doesn't|don't|has|have|had|hasn't|haven't|how|when|why|where) (?P<who>{LIST}){_ADVERB}{_VERB}\b",
        ),
        (
            "was X the only",
            rf"(?:was|were|is|are|wasn't|weren't|isn't) (?P<who>{LIST}){_ADVERB}(?:the (?:only|sole|lone)|alone|among|in favou?r|against|one of|recorded|on board)\b",
        ),
        ("what did X do", rf"what (?:did|does|was|is|about) (?P<who>{LIST})"),
        (
            "X's vote",
            rf"(?P<who>{LIST})(?:own |final |recorded )?(?:vote|votes|voting|ballot|abstention|abstentions|position|positions|stance|record|no votes?|yes votes?|noes)\b(?= (?:on|for|in|about|at|regarding|from|each|every|over|since|to|was|is|{DAYS}))",
        ),
        (
            "the vote of X",
            rf"\b(?:vote|votes|position|positions|stance|ballot|abstentions?) (?:of|by|from|cast by) (?P<who>{LIST})",
        ),
        ("X voted", rf"(?P<who>{LIST}){_ADVERB}(?!vote\b|votes\b(?! (?:against|for|yes|no))|did\b|do\b|go\b)(?:{_VERB})\b"),
        ("only X", rf"\b(?:only|just|alone|except|including|all of) (?P<who>{LIST})(?={_ADVERB}{_VERB}\b|against\b)"),
        ("X vs Y", rf"{_START}{_OPENING}(?P<who>{_ONE}(?:vs|v|versus) (?:\. )?{_ONE})"),
        (
            "X on topic",
            rf"{_START}{_OPENING}(?P<who>{LIST})(?:(?:votes?|voting) )?(?:(?:on|about|over|regarding|re|concerning|and the|and its)\b|(?:and|, ) (?:{NAME}|{SYMBOL}))",
        ),
        ("X and topic", rf"{_START}{_OPENING}(?P<who>{LIST})(?:and|,) (?:the\b|{NAME}|{SYMBOL}|{DAYS})"),
        (
            "X then",
            rf"{_START}{_OPENING}(?P<who>{LIST})(?=(?:in|during|since|at|between|from) (?:the )?(?:{DAYS}|general|ga\b|un\b|assembly|security|council|eight|nine|six|seven)|{DAYS})",
        ),
        ("X alone", rf"{_START}{_OPENING}(?:for|in|with|from)? ?(?P<who>{LIST}){_COURTESY}{_END}"),
        ("X at the end", rf"(?:{NAME}|{SYMBOL}|{DAYS}) (?P<who>{LIST}){_COURTESY}{_END}"),
    )
)
_LOOSE = frozenset({"X alone", "X at the end", "X and topic", "X then"})
"""Rows too weak to tell somebody without a vote ("Kosovo", "Palestine") from the matter voted on."""
_LISTED_FIRST = re.compile(rf"^{_OPENING}(?P<who>(?:{STATE} (?:, )?)(?:(?:, |and )?{STATE} )+)")
_COMPANY = re.compile(
    rf"\b(?:(?:sided?|siding|voted|agreed|stood|went along|broke) (?:\w+ )?with|backed|joined|followed) (?:the )?(?P<who>{LIST})(?=and \w|in |on |{NAME}|{DAYS}|[?.,]|$)"
)
_JUXTAPOSED = re.compile(rf"(?:^|[^{STATE[1:-1]}] ){STATE} {STATE} (?!{STATE})")
_WITHIN = re.compile(rf"\b(?:in|among|within|inside|of|from) (?:the )?(?P<who>{GROUP})")
_SUBJECT_BEFORE = re.compile(
    r"\b(?:in|of|against|from|between|on|about|over|for|into|inside|to|with|by|off|out of|invading|occupying|bombing|"
    r"suspending|expelling|kicking|throwing|condemning|admitting|blockading|sanctioning) (?:the )?$"
)
_ASKED_BEFORE = re.compile(r"\b(?:(?:votes?|position|stance) (?:of|by|from|for)|(?:what|how) about) (?:the )?$")
_LAST_STATE = re.compile(rf"(?P<who>{STATE}) {_COURTESY}[?!. ]*$")
_FIRST_STATE = re.compile(rf"^{_OPENING}(?P<who>{STATE})")


@dataclass(frozen=True, slots=True)
class Voters:
    """The states asked about, in text order. `sure`: grammar says so; otherwise only their place in the question does."""

    mentions: tuple[Mention, ...] = ()
    sure: bool = True


def voters_in(shape: Shape) -> Voters:
    """The states asked about; none where the question names none."""
    found: list[Mention] = []
    sure = False
    claimed: list[tuple[int, int]] = []
    for name, pattern in _VOTERS:
        if sure and name in _LOOSE:
            continue
        for match in pattern.finditer(shape.line):
            start, end = match.span("who")
            if any(start < b and a < end for a, b in claimed) or _is_subject(shape, start):
                continue
            if name in _LOOSE and re.search(NON_MEMBER, match["who"]):
                continue
            claimed.append((start, end))
            found.extend(shape.mentions_in(start, end))
            sure = sure or name not in _LOOSE
    if not found:
        found = list(_by_place(shape))
    if not sure and len(found) == 2 and _JUXTAPOSED.search(shape.line):
        # Two states with nothing to join them: the first is asked about, the second is the matter ("Hungary Ukraine 2025").
        found = list(_members_only(tuple(found)))[:1]
    return Voters(tuple(sorted(found, key=lambda m: m.start)), sure)


def states_in(shape: Shape) -> tuple[Mention, ...]:
    """Every state and group named, in text order: agreement, rankings and comparisons have no subjects."""
    return tuple(m for c, m in shape.mentions.items() if re.match(STATE, c))


def company_in(shape: Shape) -> tuple[Mention, ...]:
    """States that others are said to have sided with: neither asked about nor what the vote was on."""
    return tuple(m for match in _COMPANY.finditer(shape.line) for m in shape.mentions_in(*match.span("who")))


def strays_in(shape: Shape, voters: Voters) -> tuple[Mention, ...]:
    """States named beside those asked about that no preposition makes the matter: `lookup` asks for them too, unless the vote is on them."""
    company = company_in(shape)
    return tuple(
        m
        for c, m in shape.mentions.items()
        if isinstance(m, MemberMention | GroupMention)
        and m not in voters.mentions
        and m not in company
        and not (isinstance(m, MemberMention) and m.adjective)
        and not _is_subject(shape, shape.line.index(c))
    )


def groups_within(shape: Shape) -> tuple[Mention, ...]:
    """Groups that a "who" is asked of: "who broke ranks in the EU"."""
    return tuple(m for match in _WITHIN.finditer(shape.line) for m in shape.mentions_in(*match.span("who")))


def without_company(line: str) -> str:
    """The line without "backed the US", "sided with Russia", whose words would pass for a position."""
    return _COMPANY.sub(" ", line)


def _is_subject(shape: Shape, start: int) -> bool:
    before = shape.line[:start]
    return bool(_SUBJECT_BEFORE.search(before)) and not _ASKED_BEFORE.search(before)


def _by_place(shape: Shape) -> tuple[Mention, ...]:
    listed = _LISTED_FIRST.search(shape.line)
    if listed:
        return _members_only(shape.mentions_in(*listed.span("who")))
    last = _LAST_STATE.search(shape.line)
    if last and not _is_subject(shape, last.start("who")):
        return _members_only(shape.mentions_in(*last.span("who")))
    first = _FIRST_STATE.search(shape.line)
    if first and re.search(ANY, shape.line[first.end() :]) and not _is_topical(shape, first.end()):
        return _members_only(shape.mentions_in(*first.span("who")))
    return ()


def _members_only(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if not isinstance(m, NonMemberMention))


def _is_topical(shape: Shape, end: int) -> bool:
    """Whether a noun follows, which makes a leading state an attribute ("Myanmar resolution June 2021")."""
    return bool(
        re.match(r" ?(?:vote|resolution|text|question|sanctions|embargo|resolutions|war|crisis|human rights)\b", shape.line[end:])
    )
