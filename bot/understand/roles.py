"""Which of the states named in a question are asked about, and which belong to its topic.

"Chile on human rights in Cuba": Chile is the voter, Cuba the subject. Grammar decides, in the order of `voter_grammar.VOTERS`.
What no row claims is a subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.question import GroupMention, MemberMention, NonMemberMention
from bot.understand.lists import LISTED
from bot.understand.matters import WAS_DONE_TO
from bot.understand.patterns import any_of, any_word, later
from bot.understand.shape import ANY, DAYS, GROUP, NAME, NON_MEMBER, STATE, SYMBOL, Mention, Shape
from bot.understand.sides import asks_who
from bot.understand.stopwords import LIGHT_WORDS, STOPWORDS
from bot.understand.voter_grammar import COURTESY, OPENING, VOTERS, WHO

_LIST_THEN_MATTER = later(rf"^{OPENING}{WHO}(?:: |/ / )(?P<matter>(?:the )?{STATE}) (?:, |/ / )?(?:(?:in|on|the) )*{DAYS}")
# Fiji, Samoa, Vanuatu - New Caledonia vote 1987
_STATES_THEN_VOTE_ON = later(
    rf"^{OPENING}(?:{LISTED}[:|–—] |{LISTED}(?:, |and |& ){LISTED}- )(?P<matter>(?:the )?{STATE}) "
    rf"(?:votes?|voting|resolutions?|question|texts?|drafts?) (?:(?:in|of|on|from|the|,) )*{DAYS} [?!. ]*$"
)
# ASEAN, Myanmar june 2021
_GROUP_THEN_MATTER = later(
    rf"^{OPENING}(?:the )?{GROUP} (?:, |[–—] )(?P<matter>(?:the )?{STATE}) (?:(?:in|on|the) )*{DAYS} [?!. ]*$"
)
# Yugoslavia and Egypt, Hungary november 1956: the list ended with the "and"
_LIST_ENDED = later(
    rf"^{OPENING}(?:{STATE} , )*{STATE} (?:and|&) {STATE} , (?P<matter>{STATE}) (?:(?:in|on|the) )*{DAYS} [?!. ]*$"
)
_BETWEEN = later("between ")  # in a row of the table, of voters
_LISTED_FIRST = later(rf"^{OPENING}(?P<who>(?:{STATE} (?:, )?)(?:(?:, |and )?{STATE} )+)")
_LAST_STATE = later(rf"(?P<who>{STATE}) {COURTESY}[?!. ]*$")
_FIRST_STATE = later(rf"^{OPENING}(?P<who>{STATE})")
_ATTRIBUTE = later(r" ?(?:vote|resolution|text|question|sanctions|embargo|resolutions|war|crisis|human rights)\b")
# argentina cuba votes 1999-2004: the votes of the first, on the second
_FIRST_OF_TWO = later(rf"^(?P<who>{STATE}) {STATE} votes?\b(?! (?:on|for|against|yes|no)\b)")
_JUXTAPOSED = later(rf"(?:^|[^{STATE[1:-1]}] ){STATE} {STATE} (?!{STATE})")

_IN_BRACKETS = later(rf"(?:{SYMBOL}|{NAME}) \( (?:the )?(?P<who>{STATE}) \)")
_VOTE_THEN_ASKED = later(
    rf"^(?!.*(?:{NAME}|{SYMBOL})){OPENING}(?:{DAYS} )?(?:the )?(?P<who>{STATE}) votes? "
    rf"(?:(?:in|at|of|from|during|back|the|un|ga|unga|unsc|sc|security|general|council|assembly|{DAYS}) )+[,:;.–—-] (?:and |so )?"
    r"(?:how|what) (?:did|has|had) "
)
_VOTE_ON = later(
    rf"\b(?:the|this|that|a) (?P<who>{STATE}) "
    r"(?:votes?|resolutions?|texts?|drafts?|motions?|roll calls?)\b(?! (?:yes|no|for|against)\b)"
)
_COMPANY = later(
    r"\b"
    + any_of(
        r"(?:sided?|siding|vot(?:e|ed|ing)|agreed?|stand|stood|go along|went along|break|broke|lin(?:e|ed) up) (?:\w+ )?with",
        "backed",
        "joined",
        "followed",
    )
    + rf" (?:the )?{WHO}(?=and \w|in |on |{NAME}|{DAYS}|[?.,]|$)"
)
# who voted like Hungary, alongside Hungary, the same way as Hungary
_LIKE_WHOM = later(
    r"\bvot(?:e|ed|es|ing) (?:\w+ )?"
    + any_of("like", "alongside", "together with", "the same (?:way )?as", "identically to", "in line with", "in step with")
    + rf" (?:the )?{WHO}(?=and \w|in |on |over |about |at |for |{NAME}|{SYMBOL}|{DAYS}|[?.,:]|$)"
)
# did Hungary vote differently from Slovakia; the same way as Austria
_COMPARED_WITH = later(
    r"\b"
    + any_of(
        r"differ\w* (?:\w+ )?(?:from|than|to)",
        r"(?:same|opposite|other) (?:\w+ )?(?:as|with|to|of|from)",
        r"compar\w+ (?:\w+ )?(?:with|to)",
        r"(?:unlike|like|matched|match|mirrored|mirror|than)",
        r"(?:agree|agreed|disagree|disagreed|split|broke|break|diverge|diverged) (?:with|from)",
        r"votes? (?:with|to|and)",
    )
    + rf" (?:that of |the vote of |the position of |the )?{WHO}"
)
# apart from the US, who voted against
_ASIDE = later(
    rf"(?:\b(?:apart from|aside from|besides|other than|excluding|except(?: for)?) )(?:the )?{WHO}(?=, |who\b|which\b|$|[?])"
)
_WHO_SIDED = later(
    r"(?:and |so )?(?:(?:list|name|show)(?: me)? (?:everyone|everybody|all|all those|those|the countries|the states) )?"
    rf"(?:who|who else|whos|which (?:other )?(?:\w+ |{GROUP} )?(?:countries|states|members|nations))\b"
)
_VOTED = "(?:vote|voted|abstain|abstained|oppose|opposed|support|supported)"
_UNKNOWN_VOTER = later(
    rf"^{OPENING}(?:how )?(?:did|does|has|have) (?:the )?(?P<who>(?:[^\W\d]+ ){{1,3}}?|{NAME} )"
    rf"(?:(?:itself|herself|himself|themselves|actually|then) )?{_VOTED}\b(?! go\b| end\b| turn\b| come\b)"
)
_NAME_IN_PLACE = later(rf"^{OPENING}how (?:did|does) (?:the )?(?P<who>{NAME} )on ")
_NAME_FOR_VOTER = later(rf"^{OPENING}(?P<who>{NAME} )(?:' s |'s )?votes? (?:on|for|against) (?:the )?{SYMBOL}")
_NAME_OF_VOTE = later(rf"^{OPENING}(?:the )?(?P<who>{NAME}) on ")
_WHOSE_VOTE = re.compile(r"(.+?)'?s votes?", re.IGNORECASE)
_ADJECTIVE_OF_VOTE = later(rf"^{OPENING}(?:the )?(?P<who>{STATE}) (?:votes?|position|stance|ballot) (?!{DAYS} $|[?.] ?$|$)")
_WITHIN = later(rf"\b(?:in|among|within|inside|of|from|which|what|any) (?:the )?(?P<who>{GROUP})")

_MATTER_FOLLOWS = any_of(
    any_word("in of on about over against from between for into inside to with by off"),
    "out of",
    any_word("invading occupying bombing blockading condemning sanctioning suspending expelling kicking throwing admitting"),
)
_WHO_DID = r"who (?:else )?(?:oppose|support|reject|approve|endorse|back|block)[sd]?(?:ed)?"
_SUBJECT_BEFORE = later(
    rf"\b(?:{_MATTER_FOLLOWS}|{_WHO_DID}) (?:the )?(?:{STATE} (?:or|and) (?:the )?)?$|{NAME} or (?:the )?$"
)
_ASKED_BEFORE = later(
    r"\b(?:(?:votes?|votes? (?:against|for|in favou?r)|noes|nays|vetoes|position|stance|abstentions?|an? (?:no|yes)) "
    r"(?:cast |given )?(?:of|by|from|for)|(?:what|how) about|what of"
    r"|same (?:\w+ )?for) (?:the )?$"
)
_WAS_DONE = later(rf" ?{WAS_DONE_TO}")
_TEXT_OF = later(
    r" ?(?:' )?(?:'s |s )?(?:(?:- )?(?:backed|drafted|led|sponsored|proposed|tabled|draft) )?"
    r"(?:texts?|drafts?|resolutions?|motions?|proposals?)\b"
)
_LONGEST_BEFORE = 40  # characters, more than either of the two can take


@dataclass(frozen=True, slots=True)
class Voters:
    """The states asked about, in text order. `sure`: grammar says so; otherwise only their place in the question does."""

    mentions: tuple[Mention, ...] = ()
    sure: bool = True


def voters_in(shape: Shape) -> Voters:
    """The states asked about; none where the question names none."""
    if first := _FIRST_OF_TWO.match(shape.line):
        return Voters((shape.mentions[first["who"]],), sure=False)
    found, sure = _by_grammar(shape)
    if not found:
        found = _by_place(shape)
    if not sure and len(found) == 2 and _JUXTAPOSED.search(shape.line):
        # Two states with nothing to join them: the first is asked about, the second is the matter ("Hungary Ukraine 2025").
        found = _with_a_vote(found)[:1]
    return Voters(tuple(sorted(found, key=lambda m: m.start)), sure)


def adjective_of_vote_in(shape: Shape) -> Voters:
    """ "Pakistani vote transparency of military expenditures": whose vote it is, where the question goes on."""
    match = _ADJECTIVE_OF_VOTE.match(shape.line)
    mentions = shape.mentions_in(*match.span("who")) if match else ()
    if any(isinstance(m, MemberMention) and m.adjective for m in mentions):
        return Voters(mentions, sure=False)
    return Voters()


def states_in(shape: Shape) -> tuple[Mention, ...]:
    """Every state and group named, in text order: agreement, rankings and comparisons have no subjects."""
    return tuple(m for c, m in shape.mentions.items() if re.match(STATE, c))


def company_in(shape: Shape) -> tuple[Mention, ...]:
    """States that others are said to have sided with, or are set aside: neither asked about nor what the vote was on."""
    return (*named_by(_COMPANY, shape), *named_by(_ASIDE, shape), *_like_whom(shape))


def sided_with_in(shape: Shape) -> tuple[Mention, ...]:
    """Of a "who": the states that they went with ("who voted with Turkey")."""
    return (*named_by(_COMPANY, shape), *_like_whom(shape)) if _WHO_SIDED.match(shape.line) else ()


def _like_whom(shape: Shape) -> tuple[Mention, ...]:
    """Of a "who" alone: "how often did Hungary vote like Slovakia" compares the two."""
    return named_by(_LIKE_WHOM, shape) if _WHO_SIDED.match(shape.line) else ()


def authors_in(shape: Shape) -> tuple[GroupMention, ...]:
    """Groups whose text is spoken of: "who opposed the EU draft", "the CSTO text". No record says who drafted what."""
    return tuple(m for at, m in shape.placed_mentions() if isinstance(m, GroupMention) and _TEXT_OF.match(shape.line, at + 1))


def compared_in(shape: Shape) -> tuple[Mention, ...]:
    """States that others are compared with: "differently from Slovakia"."""
    return named_by(_COMPARED_WITH, shape)


def groups_within(shape: Shape) -> tuple[Mention, ...]:
    """Groups that a "who" is asked of: "who broke ranks in the EU"."""
    return named_by(_WITHIN, shape)


def strays_in(shape: Shape, voters: Voters) -> tuple[MemberMention | GroupMention, ...]:
    """States named beside those asked about that no preposition makes the matter.

    `lookup` asks for them too, unless the vote is on them.
    """
    placed = {m.start for m in (*voters.mentions, *company_in(shape))}
    return tuple(
        mention
        for at, mention in shape.placed_mentions()
        if isinstance(mention, MemberMention | GroupMention)
        and mention.start not in placed
        and not (isinstance(mention, MemberMention) and mention.adjective)
        and not (isinstance(mention, GroupMention) and _TEXT_OF.match(shape.line, at + 1))
        and not _is_subject(shape, at)
        and not _WAS_DONE.match(shape.line, at + 1)
    )


def without_company(line: str) -> str:
    """The line without "backed the US", "sided with Russia", whose words would pass for a position."""
    return _COMPANY.sub(" ", line)


def unknown_voters_in(shape: Shape) -> str | None:
    """What stands where a voter should and is the name of none that is known: "how did Transnistria vote"."""
    if (vote := _NAME_OF_VOTE.match(shape.line)) and (whose := _WHOSE_VOTE.fullmatch(shape.mentions[vote["who"]].words)):
        return whose[1]  # "Rhodesia's vote on apartheid"
    match = _UNKNOWN_VOTER.match(shape.line) or _NAME_IN_PLACE.match(shape.line) or _NAME_FOR_VOTER.match(shape.line)
    if match is None:
        return None
    words = match["who"].split()
    if (name := shape.mentions.get(words[0])) is not None:
        # "How did Transnistria vote": a nickname of votes, which casts none.
        return name.words.removesuffix(" vote")
    return None if any(w in STOPWORDS or w in LIGHT_WORDS or not w.isalpha() for w in words) else " ".join(words)


def _by_grammar(shape: Shape) -> tuple[tuple[Mention, ...], bool]:
    """What the rows claim, each state once, and whether any row but the loose ones did."""
    found: list[Mention] = []
    # "Germany supported resolution 1973 (Libya)"; "the Iraq vote in March 2003, how did France vote": what the text was on.
    matters = [m.start("who") for way in (_IN_BRACKETS, _VOTE_THEN_ASKED) for m in way.finditer(shape.line)]
    if asks_who(shape.line):
        # "Which African countries skipped the Ukraine vote": the voters are asked for, so that state is the matter.
        matters.extend(m.start("who") for m in _VOTE_ON.finditer(shape.line))
    claimed: set[int] = set(matters if len(states_in(shape)) > len(matters) else ())
    sure = False
    for row in VOTERS:
        if sure and row.loose:
            break
        for match in row.places(shape.line):
            start, end = match.span("who")
            if not claimed.isdisjoint(range(start, end)) or (_is_subject(shape, start) and not _BETWEEN.match(match[0])):
                continue
            if row.loose and re.search(NON_MEMBER, match["who"]):
                continue
            claimed.update(range(start, end))
            found.extend(shape.mentions_in(start, end))
            sure = sure or not row.loose
    matter = _voted_on(shape) or (_matter_of_list(shape) if not sure else ())
    return tuple(m for m in found if m not in matter), sure


def _voted_on(shape: Shape) -> tuple[Mention, ...]:
    match = _STATES_THEN_VOTE_ON.match(shape.line)
    return shape.mentions_in(*match.span("matter")) if match else ()


def _matter_of_list(shape: Shape) -> tuple[Mention, ...]:
    """ "Hungary, Poland and Peru: South Africa, 1984": the state behind a list of voters is what the vote was on."""
    if ended := _GROUP_THEN_MATTER.match(shape.line) or _LIST_ENDED.match(shape.line):
        return shape.mentions_in(*ended.span("matter"))
    match = _LIST_THEN_MATTER.match(shape.line)
    if match is None or len(shape.mentions_in(*match.span("who"))) == 1:
        return ()
    return shape.mentions_in(*match.span("matter"))


def _by_place(shape: Shape) -> tuple[Mention, ...]:
    """States that begin or end the question: "Hungary Slovakia embargo", "embargo Hungary", "Hungary embargo"."""
    line = shape.line
    if listed := _LISTED_FIRST.search(line):
        return _with_a_vote(shape.mentions_in(*listed.span("who")))
    last = _LAST_STATE.search(line)
    if last and not _is_subject(shape, last.start("who")):
        return _with_a_vote(shape.mentions_in(*last.span("who")))
    first = _FIRST_STATE.search(line)
    if first and re.search(ANY, line[first.end() :]) and not _ATTRIBUTE.match(line, first.end()):
        # A noun behind it would make it an attribute ("Myanmar resolution June 2021").
        return _with_a_vote(shape.mentions_in(*first.span("who")))
    return ()


def _is_subject(shape: Shape, start: int) -> bool:
    """Whether the words before make it the matter: "in Cuba"; but not "the position of Cuba"."""
    reach = (start - _LONGEST_BEFORE, start)
    return bool(_SUBJECT_BEFORE.search(shape.line, *reach)) and not _ASKED_BEFORE.search(shape.line, *reach)


def named_by(pattern: re.Pattern[str], shape: Shape) -> tuple[Mention, ...]:
    """What stands in the group `who` wherever the pattern is found."""
    return tuple(m for match in pattern.finditer(shape.line) for m in shape.mentions_in(*match.span("who")))


def _with_a_vote(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if not isinstance(m, NonMemberMention))
