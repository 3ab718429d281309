"""Which of the states named in a question are asked about, and which belong to its topic.

"Chile on human rights in Cuba": Chile is the voter, Cuba the subject. Grammar decides, in the order of `_VOTERS`; the first
rows are the clearest. What no row claims is a subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.question import DayRange, GroupMention, MemberMention, NonMemberMention
from bot.understand.lists import LIST, ONE
from bot.understand.patterns import any_of, any_word
from bot.understand.shape import ANY, DAYS, GROUP, MEMBER, NAME, NON_MEMBER, STATE, SYMBOL, Mention, Shape
from bot.understand.stopwords import LIGHT_WORDS, STOPWORDS

_WHO = rf"(?P<who>{LIST})"
_ADVERB = any_of(
    any_word("ever never also really itself themselves herself himself then not simply actually just both each all always still"),
    any_word("once too first last again"),
    "at the un",
    "once more",
    rf"(?:, )?(?:unlike|like|alongside|together with|along with) (?:the (?:rest of|other) )?{LIST}(?:, )?",
)
_ADVERBS = rf"(?:{_ADVERB} )*"
_VERB = any_of(
    any_word(r"vot\w* abstain\w* cast recorded veto vetoed cosponsor\w* participate"),
    any_word("back backed support supported approve approved endorse endorsed oppose opposed reject rejected"),
    any_word(r"side sided siding join joined agree agreed follow(?!\s?-?\s?up) followed lead break broke stand stood"),
    any_word("go went do did didn't say said want turn turned change changed switch switched flip flipped move moved"),
    any_word("start started stop stopped"),
    any_word("differ differed differs diverge diverged disagree disagreed split match matched mirror mirrored take took part"),
    "did not",
    "(?:have|had|has) voted",
    "(?:is|was|are) recorded",
    "take part",
    "come down",
    "(?:line|lined) up",
)
_BALLOT = any_of(
    any_word("vote votes voting ballot abstention abstentions position positions stance record"),
    "no votes?",
    "yes votes?",
    "noes",
)
_TIME_OR_BODY = any_of(DAYS, "general", r"ga\b", r"un\b", any_word("assembly security council eight nine six seven"))
_BODY_WORD = any_word("unga unsc unhrc ga sc un general security assembly council")
_START = r"(?:^|(?<=[:;.?!,(] )|(?<=[–—|] )|(?<= - ))"
_OPENING_WORD = any_of(
    any_word("and so ok okay but hi hello hey pls please show need check compare"),
    "(?:what|how) about",
    "(?:give|tell) me",
    "i (?:need|want)",
    "fact check",
    "(?:the )?same (?:question )?for",
    "ditto",
    r"countr\w+ :",
)
_OPENING = rf"(?:{_OPENING_WORD} )*"
_COURTESY_WORD = any_of(
    any_word("too pls please plz thanks thx itself then now though anyone each votes? voted position own"),
    "as well",
    "each time",
    "own vote",
)
_COURTESY = rf"(?:{_COURTESY_WORD} )*"
_END = r"(?=[:;.?!,)–—|-]|/ /|$)"


@dataclass(frozen=True, slots=True)
class _Row:
    """The group `who` of the pattern holds the states asked about.

    `loose`: only their place in the question says so, and too little to tell somebody without a vote ("Kosovo", "Palestine")
    from the matter voted on.
    """

    pattern: re.Pattern[str]
    loose: bool = False


def _row(*parts: str, loose: bool = False) -> _Row:
    return _Row(re.compile("".join(parts)), loose)


_VOTERS = (
    # Burundi July 2016 UNSC, Egypt's vote: a place and its time, then who is asked about
    _row(
        rf"^{_OPENING}{STATE} (?=.*{DAYS})(?:(?:in |on |the )?(?:{DAYS}|{_BODY_WORD}) )+[:,|–—-] ",
        _WHO,
        _COURTESY,
        r"[?!. ]*$",
    ),
    # Warsaw Pact states: Hungary 1958
    _row(rf"^{_OPENING}", rf"(?P<who>(?:(?:the|and|,|[+]|&|{STATE}) )+)", rf"[:|–—-] (?={STATE} {DAYS} [?!. ]*$)"),
    # did Hungary also abstain; how France voted
    _row("(?:did|does|do|didn't|doesn't|don't|has|have|had|hasn't|haven't|how|when|why|where) ", _WHO, _ADVERBS, _VERB, r"\b"),
    # was Hungary the only no
    _row(
        "(?:was|were|is|are|wasn't|weren't|isn't) ",
        _WHO,
        _ADVERBS,
        any_of(
            "the (?:only|sole|lone)",
            "alone",
            "among",
            "in favou?r",
            "against",
            "one of",
            "recorded",
            "on board",
            "on (?:the )?(?:same|opposite)",
            "aligned",
            "in agreement",
            "split",
            "together",
        ),
        r"\b",
    ),
    # tell me what Hungary did; between Hungary and Slovakia, who backed it
    _row("\\bwhat ", _WHO, _ADVERBS, r"(?:did|said)\b"),
    _row(_START, _OPENING, "between ", _WHO, "(?:, )?(?:who|which)\\b"),
    # what did Hungary do
    _row("what (?:did|does|was|is|about) ", _WHO),
    # Hungary's recorded vote on the embargo
    _row(
        _WHO,
        "(?:own |final |recorded )?",
        _BALLOT,
        r"\b",
        rf"(?= (?:on|for|in|about|at|regarding|from|each|every|over|since|to|was|is|year|through|{DAYS}))",
    ),
    # the vote of Hungary
    _row(r"\b", any_of("votes?", "positions?", "stance", "ballot", "abstentions?"), " (?:of|by|from|cast by) ", _WHO),
    # Hungary voted; and not "Hungary vote" nor "Hungary did"
    _row(_WHO, _ADVERBS, r"(?!vote\b|votes\b(?! (?:against|for|yes|no))|did\b|do\b|go\b)", _VERB, r"\b"),
    # so Israel was against; portugal yes, spain no
    _row(_WHO, r"(?:was|were) (?:also |all |both )?(?:against|in favou?r|absent|opposed|on board)\b"),
    _row(_WHO, r"(?:yes|no)(?= [,.;]| on\b| to\b| $)"),
    # and Slovakia did as well
    _row(_WHO, r"(?:also )?did (?:so |it )?(?:too|also|as well|the same)\b"),
    _row(r"\bso did (?:the )?", _WHO),
    # why only Hungary opposed it
    _row(r"\b(?:only|just|alone|except|including|all of) ", _WHO, rf"(?={_ADVERBS}{_VERB}\b|against\b)"),
    # Hungary vs. Slovakia
    _row(_START, _OPENING, rf"(?P<who>{ONE}(?:vs|v|versus) (?:\. )?{ONE})"),
    # Hungary on the embargo; Hungary and ES-11/7
    _row(
        _START,
        _OPENING,
        _WHO,
        "(?:(?:votes?|voting) )?",
        rf"(?:(?:on|about|over|regarding|re|concerning|and the|and its)\b|(?:and|, ) (?:{NAME}|{SYMBOL}))",
    ),
    # Hungary and the embargo
    _row(_START, _OPENING, _WHO, rf"(?:and|,) (?:the\b|{NAME}|{SYMBOL}|{DAYS})", loose=True),
    # Hungary in 2014; Hungary since the Assembly ...
    _row(
        _START,
        _OPENING,
        _WHO,
        rf"(?=(?:in|during|since|at|between|from) (?:the )?{_TIME_OR_BODY}|{DAYS})",
        loose=True,
    ),
    # and Hungary too?
    _row(_START, _OPENING, "(?:for|in|with|from)? ?", _WHO, _COURTESY, _END, loose=True),
    # ES-11/7 Hungary
    _row(rf"(?:{NAME}|{SYMBOL}|{DAYS}) ", _WHO, _COURTESY, _END, loose=True),
)

_LIST_THEN_MATTER = re.compile(
    rf"^{_OPENING}{_WHO}(?:: |/ / )(?P<matter>(?:the )?{STATE}) (?:, |/ / )?(?:(?:in|on|the) )*{DAYS}"
)
_BETWEEN = re.compile("between ")  # in a row of the table, of voters
_LISTED_FIRST = re.compile(rf"^{_OPENING}(?P<who>(?:{STATE} (?:, )?)(?:(?:, |and )?{STATE} )+)")
_LAST_STATE = re.compile(rf"(?P<who>{STATE}) {_COURTESY}[?!. ]*$")
_FIRST_STATE = re.compile(rf"^{_OPENING}(?P<who>{STATE})")
_ATTRIBUTE = re.compile(r" ?(?:vote|resolution|text|question|sanctions|embargo|resolutions|war|crisis|human rights)\b")
# argentina cuba votes 1999-2004: the votes of the first, on the second
_FIRST_OF_TWO = re.compile(rf"^(?P<who>{STATE}) {STATE} votes?\b(?! (?:on|for|against|yes|no)\b)")
_JUXTAPOSED = re.compile(rf"(?:^|[^{STATE[1:-1]}] ){STATE} {STATE} (?!{STATE})")

_COMPANY = re.compile(
    r"\b"
    + any_of(
        r"(?:sided?|siding|vot(?:e|ed|ing)|agreed?|stand|stood|go along|went along|break|broke|lin(?:e|ed) up) (?:\w+ )?with",
        "backed",
        "joined",
        "followed",
    )
    + rf" (?:the )?{_WHO}(?=and \w|in |on |{NAME}|{DAYS}|[?.,]|$)"
)
# who voted like Hungary, alongside Hungary, the same way as Hungary
_LIKE_WHOM = re.compile(
    r"\bvot(?:e|ed|es|ing) (?:\w+ )?"
    + any_of("like", "alongside", "together with", "the same (?:way )?as", "identically to", "in line with", "in step with")
    + rf" (?:the )?{_WHO}(?=and \w|in |on |over |about |at |for |{NAME}|{SYMBOL}|{DAYS}|[?.,:]|$)"
)
# did Hungary vote differently from Slovakia; the same way as Austria
_COMPARED_WITH = re.compile(
    r"\b"
    + any_of(
        r"differ\w* (?:\w+ )?(?:from|than|to)",
        r"(?:same|opposite|other) (?:\w+ )?(?:as|with|to|of|from)",
        r"compar\w+ (?:\w+ )?(?:with|to)",
        r"(?:unlike|like|matched|match|mirrored|mirror|than)",
        r"(?:agree|agreed|disagree|disagreed|split|broke|break|diverge|diverged) (?:with|from)",
        r"votes? (?:with|to|and)",
    )
    + rf" (?:that of |the vote of |the position of |the )?{_WHO}"
)
# has India ever voted against Israel; and not "against the Israel resolution"
_AGAINST_WHOM = re.compile(
    rf"\bvot(?:e|ed|es|ing) against (?:the )?(?P<who>{MEMBER}) "
    rf"(?=[?.!,;]|$|(?:at|in) the (?:un|ga|general|united|council|security)\b|{DAYS} [?.!]* ?$)"
)
# apart from the US, who voted against
_ASIDE = re.compile(
    rf"(?:\b(?:apart from|aside from|besides|other than|excluding|except(?: for)?) )(?:the )?{_WHO}(?=, |who\b|which\b|$|[?])"
)
_WHO_SIDED = re.compile(
    r"(?:and |so )?(?:(?:list|name|show)(?: me)? (?:everyone|everybody|all|all those|those|the countries|the states) )?"
    rf"(?:who|who else|whos|which (?:other )?(?:\w+ |{GROUP} )?(?:countries|states|members|nations))\b"
)
_DENIED = re.compile(
    rf"(?:^|(?<=[,.;:(–—-] )|(?<={STATE} ))(?:and )?not (?:(?:the|in|on|from) )*(?P<who>{STATE}|{DAYS}) (?=[,.;:!?)–—-]|$|but\b)"
)
# the two Congos ... no sorry , the two Yemens; in 2019 , I mean 2018
_CORRECTED = re.compile(
    rf"(?P<cut>(?:(?:the|in|on) )?(?:(?:two|both) )?(?:{STATE}|{DAYS}|{NAME}|[^\W\d_]+) (?:[.,(–—-] )*"
    r"(?:(?:no|oh|er|erm|wait|oops|ah|actually) (?:, )?)*"
    r"(?:sorry|i mean|i meant|scratch that|make that|correction)\b (?:[.,:–—-] )*)"
    rf"(?:(?:the|in|on) )?(?:(?:two|both) )?(?:{STATE}|{DAYS}|{NAME})"
)
_VOTED = "(?:vote|voted|abstain|abstained|oppose|opposed|support|supported)"
_WHOSE_NEIGHBOURS = re.compile(
    rf"(?P<who>{STATE}) (?:' )?(?:'s |s )(?:neighbou?rs?|allies|ally|partners?|rivals?) (?:[:,(–—-] )?(?={STATE})"
)
_UNKNOWN_VOTER = re.compile(
    rf"^{_OPENING}(?:how )?(?:did|does|has|have) (?:the )?(?P<who>(?:[^\W\d]+ ){{1,3}}?|{NAME} )"
    rf"(?:(?:itself|herself|himself|themselves|actually|then) )?{_VOTED}\b(?! go\b| end\b| turn\b| come\b)"
)
_NAME_IN_PLACE = re.compile(rf"^{_OPENING}how (?:did|does) (?:the )?(?P<who>{NAME} )on ")
_NAME_FOR_VOTER = re.compile(rf"^{_OPENING}(?P<who>{NAME} )(?:' s |'s )?votes? (?:on|for|against) (?:the )?{SYMBOL}")
_ADJECTIVE_OF_VOTE = re.compile(rf"^{_OPENING}(?:the )?(?P<who>{STATE}) (?:votes?|position|stance|ballot) (?!{DAYS} $|[?.] ?$|$)")
_WITHIN = re.compile(rf"\b(?:in|among|within|inside|of|from|which|what|any) (?:the )?(?P<who>{GROUP})")

_MATTER_FOLLOWS = any_of(
    any_word("in of on about over against from between for into inside to with by off"),
    "out of",
    any_word("invading occupying bombing blockading condemning sanctioning suspending expelling kicking throwing admitting"),
)
_WHO_DID = r"who (?:else )?(?:oppose|support|reject|approve|endorse|back|block)[sd]?(?:ed)?"
_SUBJECT_BEFORE = re.compile(
    rf"\b(?:{_MATTER_FOLLOWS}|{_WHO_DID}) (?:the )?(?:{STATE} (?:or|and) (?:the )?)?$|{NAME} or (?:the )?$"
)
_ASKED_BEFORE = re.compile(r"\b(?:(?:votes?|position|stance) (?:of|by|from|for)|(?:what|how) about|same (?:\w+ )?for) (?:the )?$")
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
    return (*_all_named_by(_COMPANY, shape), *_all_named_by(_ASIDE, shape), *_like_whom(shape))


def sided_with_in(shape: Shape) -> tuple[Mention, ...]:
    """Of a "who": the states that they went with ("who voted with Turkey")."""
    return (*_all_named_by(_COMPANY, shape), *_like_whom(shape)) if _WHO_SIDED.match(shape.line) else ()


def _like_whom(shape: Shape) -> tuple[Mention, ...]:
    """Of a "who" alone: "how often did Hungary vote like Slovakia" compares the two."""
    return _all_named_by(_LIKE_WHOM, shape) if _WHO_SIDED.match(shape.line) else ()


def opposed_in(shape: Shape) -> tuple[Mention, ...]:
    """States that stand where a text should: "has India ever voted against Israel"."""
    return _all_named_by(_AGAINST_WHOM, shape)


def compared_in(shape: Shape) -> tuple[Mention, ...]:
    """States that others are compared with: "differently from Slovakia"."""
    return _all_named_by(_COMPARED_WITH, shape)


def groups_within(shape: Shape) -> tuple[Mention, ...]:
    """Groups that a "who" is asked of: "who broke ranks in the EU"."""
    return _all_named_by(_WITHIN, shape)


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
        and not _is_subject(shape, at)
    )


_DOES = r"(?:\w+ )?(?:vot|abst|oppos|support|back|reject|endors|approv|said|cho[os])"
# not Niger but Mali opposed it; Mali, not Niger, opposed it
_SET_AGAINST = re.compile(rf"\bnot (?:the )?{STATE} but (?:the )?{STATE} {_DOES}|{STATE} , not (?:the )?{STATE} , {_DOES}")


def denied_in(shape: Shape) -> tuple[Mention, ...]:
    """States and times named only to be set aside: "Nigeria, not Niger", "not 2008, I meant 2005"."""
    denied = (*_all_named_by(_DENIED, shape), *_all_named_by(_WHOSE_NEIGHBOURS, shape))
    days = sum(isinstance(m, DayRange) for m in shape.mentions.values())
    of_states = () if _SET_AGAINST.search(shape.line) else tuple(m for m in denied if not isinstance(m, DayRange))
    of_days = tuple(m for m in denied if isinstance(m, DayRange))
    return (*(of_states if len(of_states) < len(states_in(shape)) else ()), *(of_days if len(of_days) < days else ()))


def taken_back_in(shape: Shape) -> tuple[int, int] | None:
    """Where in the text words stand that its writer takes back: "France - sorry, Spain" asks about Spain; None without any."""
    match = _CORRECTED.search(shape.line)
    return (shape.offsets[match.start("cut")], shape.offsets[match.end("cut")]) if match else None


def without_company(line: str) -> str:
    """The line without "backed the US", "sided with Russia", whose words would pass for a position."""
    return _COMPANY.sub(" ", line)


def unknown_voters_in(shape: Shape) -> str | None:
    """What stands where a voter should and is the name of none that is known: "how did Transnistria vote"."""
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
    claimed: set[int] = set()
    sure = False
    for row in _VOTERS:
        if sure and row.loose:
            break
        for match in row.pattern.finditer(shape.line):
            start, end = match.span("who")
            if not claimed.isdisjoint(range(start, end)) or (_is_subject(shape, start) and not _BETWEEN.match(match[0])):
                continue
            if row.loose and re.search(NON_MEMBER, match["who"]):
                continue
            claimed.update(range(start, end))
            found.extend(shape.mentions_in(start, end))
            sure = sure or not row.loose
    matter = _matter_of_list(shape) if not sure else ()
    return tuple(m for m in found if m not in matter), sure


def _matter_of_list(shape: Shape) -> tuple[Mention, ...]:
    """ "Hungary, Poland and Peru: South Africa, 1984": the state behind a list of voters is what the vote was on."""
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


def _all_named_by(pattern: re.Pattern[str], shape: Shape) -> tuple[Mention, ...]:
    return tuple(m for match in pattern.finditer(shape.line) for m in shape.mentions_in(*match.span("who")))


def _with_a_vote(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if not isinstance(m, NonMemberMention))
