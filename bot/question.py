"""What was asked, in the record's own terms. The result of `understand`, the input of `lookup`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from bot.translation import ENGLISH
from store.facts import Body, Position


class Intent(StrEnum):
    """What kind of answer is wanted; the values are those of docs/contract.md."""

    POSITION = "position"
    ROLL_CALL = "roll_call"
    OUTCOME = "outcome"
    VERIFY = "verify"
    COMPARE = "compare"
    AGREEMENT = "agreement"
    RANKING = "ranking"
    TIMELINE = "timeline"
    COUNT = "count"
    SEARCH = "search"
    VETO = "veto"
    MEMBERSHIP = "membership"
    COVERAGE = "coverage"
    ABOUT = "about"


class Flag(StrEnum):
    """Small things that a question says besides."""

    ALL_TIME = "all_time"  # over the years, always, ever
    TURNING_POINT = "turning_point"  # when did it change
    FIRST = "first"  # the first time
    LEAST = "least"  # the bottom of a ranking
    OWN_VOTES = "own_votes"  # which resolutions a state voted against
    LAST_ONE = "last_one"  # the last time it did
    HOW_MANY = "how_many"  # a number is asked for
    ONLY_ONE = "only_one"  # the only no
    ISOLATED = "isolated"  # the fewest others with it
    EXTREME = "extreme"  # the vote with the most of something, or with FEWEST the least
    FEWEST = "fewest"
    MARGIN = "margin"  # by how much one side led
    UNANIMOUS = "unanimous"
    DIVIDED = "divided"  # not unanimous
    STATES = "states"  # how many different states
    SIBLING = "sibling"  # "the other one"
    DISSENT = "dissent"  # who broke ranks
    NOT_IT = "not_it"  # who did not do it ("didn't back")
    VETO = "veto"  # a veto is spoken of, in whatever words
    VETOES = "vetoes"  # vetoes as such
    WHY = "why"  # reasons, which no record holds
    AMENDMENTS = "amendments"  # amendments, paragraphs and motions are meant
    FAILED = "failed"  # texts that were not adopted are asked for
    PERMANENT = "permanent"  # permanent members only
    EVERYBODY = "everybody"  # full list, roll call
    EARLIEST = "earliest"  # the first of several ("the first Ukraine resolution")
    SECOND = "second"
    BOTH = "both"  # all that match are meant
    ARTICLE = "article"  # no question: a text to be checked
    BEFORE = "before"  # the vote of the series before the one spoken of
    AFTER = "after"


class SideTaken(StrEnum):
    """What is asked of a state's voting with another, or against it, over many votes."""

    EVER = "ever"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class MemberMention:
    """Words that name one state. `start` and `end` are offsets into the text.

    `codes` holds one code when the words are clear. Several codes with `by_day`: the one that was a member on the day of
    the vote ("Moscow": RUS, SUN). Several without: the words fit several states, and the reader must say which ("Korea").
    `as_former`: the words name a former state as such ("Soviet Union"), which is never replaced by its successor.
    `corrected`: the name that a misspelling was read as, or None. `adjective`: "Russian", "French", which often belong to the
    topic.
    """

    codes: tuple[str, ...]
    words: str
    start: int
    end: int
    by_day: bool = False
    as_former: bool = False
    corrected: str | None = None
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class GroupMention:
    """Words that name a group, and the states that the text excepts ("EU except Hungary")."""

    key: str
    words: str
    start: int
    end: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NonMemberMention:
    """Words that name somebody without a vote: `kind` is "observer", "not_a_member", "part_of_member" or "unknown".

    `codes` are the member states that it is part of, became, or spoke for; with `until`, their votes up to that day were its own
    ("Taiwan": CHN until 24 October 1971).
    """

    name: str
    kind: str
    words: str
    start: int
    end: int
    note: str = ""
    codes: tuple[str, ...] = ()
    until: dt.date | None = None
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class SymbolMention:
    """A document symbol in the text. `key` as `store.symbols.symbol_key` writes it; None for a bare number ("2334").

    `body` is what the words around it say ("Security Council resolution 2774"), `year` likewise ("2774 (2025)").
    `certain`: it has the shape of a symbol or the word "resolution"; a bare number alone is not certain.
    `maybe_year`: the number may be a year as well ("killer robots resolution 2023"). `record`: number of a library record.
    `ending`: the end of a draft's symbol whose beginning was left out ("L.1/REV.1").
    """

    words: str
    start: int
    end: int
    key: str | None = None
    number: int | None = None
    body: Body | None = None
    year: int | None = None
    certain: bool = True
    maybe_year: bool = False
    record: int | None = None
    ending: str | None = None


@dataclass(frozen=True, slots=True)
class TallyMention:
    """Counts in the text ("93-18-65", "141 to 5"); None for a count that is not given."""

    yes: int | None
    no: int | None
    abstain: int | None
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days meant by the text, both inclusive. `precision`: "day", "week", "month", "year", "years", "session".

    `relative`: the words were read against today ("last month"). `fitting_year`: only day and month were given, and any
    year's match is meant, the latest first ("in December"). `one_of`: the words can be read in two ways ("05/06/2024"), and
    another range with the same span gives the other.
    """

    first: dt.date
    last: dt.date
    words: str
    start: int
    end: int
    precision: str = "day"
    relative: bool = False
    fitting_year: bool = False
    open_end: bool = False
    one_of: bool = False

    def holds(self, day: dt.date) -> bool:
        """Whether the day is in the range; with `fitting_year`, whether its month and day are."""
        if self.fitting_year:
            return (self.first.month, self.first.day) <= (day.month, day.day) <= (self.last.month, self.last.day)
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of the topic, and what may stand for it in the record.

    Each of `alternatives` is a tuple of stems that must all be there; the first is the word as asked.
    `about`: the code of the member state that it names, where it names one ("human rights in *Cuba*").
    `light`: a word that helps to find a vote, and whose absence from a title does not rule it out ("situation", "treaty").
    `common`: one of the commonest words of English, and no name. `idle`: a common word that is seldom in the record and stands
    where no matter stands, so that it may be left out if all the others find a vote ("favourite").
    """

    word: str
    alternatives: tuple[tuple[str, ...], ...]
    start: int
    end: int
    about: str | None = None
    light: bool = False
    common: bool = False
    idle: bool = False


@dataclass(frozen=True, slots=True)
class VoteName:
    """A nickname of a vote or of a yearly series found in the text; `key` names its entry in store/data/vote_names.json.

    `terms`: the same words as a topic, for where the time asked for rules the nickname's votes out.
    """

    key: str
    words: str
    start: int
    end: int
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Asserted:
    """Some states, and what they are said to have done.

    `rest`: of a group named, those that no other part names ("the other 14", "the rest of the Nordics"). `negated`: said not to.
    `share`: more than this part of them ("most EU states"). `either`: one of them at least ("Romania or Hungary"). `veto`: the no
    is said to have been a veto; `alone`: that nobody else vetoed it, or (False) that others did. `days`: when, where it is said
    of one of several times ("in 2018").
    """

    members: tuple[MemberMention, ...]
    groups: tuple[GroupMention, ...]
    position: Position | None
    negated: bool = False
    rest: bool = False
    veto: bool = False
    alone: bool | None = None
    either: bool = False
    share: float | None = None
    days: DayRange | None = None


class Comparison(StrEnum):
    """How a count is said to stand to a number."""

    EXACTLY = "exactly"
    MORE = "more"
    AT_LEAST = "at_least"
    FEWER = "fewer"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class CountAsserted:
    """How many are said to have taken a position: compared with `number`, or with how many took another (`than`)."""

    position: Position
    comparison: Comparison
    number: int | None = None
    than: Position | None = None


class Quantity(StrEnum):
    """How many of those spoken of are said to have done it."""

    ALL = "all"
    NONE = "none"
    SOME = "some"
    NOT_ALL = "not_all"
    MOST = "most"
    NEARLY_ALL = "nearly_all"
    HALF = "half"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a statement says of those who took a position: how many of them did.

    Without `members` and `groups` it is about everybody on the roll. `taken`: any of these positions; `denied`: none of these.
    `number` and `comparison` go with `Quantity.COUNTED`. `only`: nobody else did, within the groups of `among` where there are
    some. `excepted`: states that it is said not to hold for ("everyone except India").
    """

    taken: frozenset[Position]
    members: tuple[MemberMention, ...] = ()
    groups: tuple[GroupMention, ...] = ()
    quantity: Quantity = Quantity.ALL
    denied: bool = False
    number: int = 0
    comparison: Comparison = Comparison.EXACTLY
    only: bool = False
    among: tuple[GroupMention, ...] = ()
    excepted: tuple[MemberMention, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultClaim:
    """What a statement says of the vote as a whole: its outcome, its unanimity, or all its counts."""

    outcome: str = ""
    unanimous: bool = False
    tally: TallyMention | None = None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a `verify` question asserts; every part must hold.

    `parts` is empty where it is about the whole vote, and `position` then belongs to `everyone`, `nobody` or `anyone`.
    `only`: nobody else did so. `outcome`: "adopted", "rejected" or "vetoed". `first_time`: never before in that series.
    `besides`: somebody else did so too ("anyone besides the US"). `among`: the group within which "only" holds ("the only EU
    state"). `counts`: how many are said to have taken a position. `all_but`: all others did, and the states of the parts did not
    ("everyone except India"). `contrary`: it is asked whether it is false ("is it wrong that").
    `claims`: the whole statement, where every word that carries weight was read; they then stand for all the rest.
    `unread`: words that carry weight and that nothing above holds, so that no verdict is safe.
    """

    parts: tuple[Asserted, ...] = ()
    position: Position | None = None
    only: bool = False
    everyone: bool = False
    nobody: bool = False
    anyone: bool = False
    unanimous: bool = False
    outcome: str | None = None
    first_time: bool = False
    besides: bool = False
    among: tuple[GroupMention, ...] = ()
    counts: tuple[CountAsserted, ...] = ()
    all_but: bool = False
    contrary: bool = False
    claims: tuple[Claim | ResultClaim, ...] = ()
    unread: tuple[str, ...] = ()


LAST_COMMON_SESSION = 60
"""The Human Rights Council has held about so many sessions; a higher one is the Assembly's."""

ANY_EMERGENCY_SESSION = "ES-"
"""`Question.session` where the text says "emergency session" and not which."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, read. Everything that `lookup` needs; nothing in it depends on the store's votes.

    `members`, `groups`, `non_members` are those asked about; states of the topic are in `topic`. `same` and `like` are keys of
    roll calls from earlier in the thread: those meant themselves, and those whose other sessions are meant ("the year before?").
    `day_of`: keys of roll calls whose day is meant ("and UNRWA the same day?"). `years_on`: with `like` or `day_of`, so many
    years after it ("two years later?"), or before it where negative. `letter`: with `same`, the part of that text which is
    meant ("and the B text?"). `place`: with `same`, which of several ("the second one"), -1 for the last. `carried` says in
    words what was taken from the thread. `vague`: words for a time that are no date ("under Trump"); `impossible`: dates that
    no calendar has ("31 February").
    `strays`: states named besides, which are asked about too where the vote found is not on them.
    `as_matter`: the one state asked about as a topic, where only its place makes it a voter ("Kampuchea votes 1979-83").
    `sided_with`: those with whom others are said to have voted; `opposed`: those against whom ("voted against Israel"), which is
    no position; `side_taken`: when or whether that ever was is asked.
    `nobody_known`: words in a voter's place that name nobody.
    `outside`: the kind of vote that no record here holds ("committee", "secret_ballot", ...), with its word.
    `conditions`: of votes counted or listed, how many must have taken a position ("with at least one abstention").
    `stated`: of the one vote asked about, how many are said to have taken a position ("which eight voted against").
    `moved`: the positions of a change asked about ("who went from yes to no"). `turn`: those of a turn in a state's course, of
    which one may be left open ("when did it return to a yes").
    `vetoers`: those who are said to have cast a veto ("the text that Russia vetoed").
    `fewest_shared`: of a ranking by agreement, the votes that both must have cast ("only members that shared at least 50").
    `language`: that of the text ("fr"), or of the thread where the text is too short to tell; the reply is worded in it.
    """

    text: str
    intent: Intent
    members: tuple[MemberMention, ...] = ()
    groups: tuple[GroupMention, ...] = ()
    non_members: tuple[NonMemberMention, ...] = ()
    body: Body | None = None
    symbols: tuple[SymbolMention, ...] = ()
    tallies: tuple[TallyMention, ...] = ()
    days: tuple[DayRange, ...] = ()
    session: str | None = None
    names: tuple[VoteName, ...] = ()
    topic: tuple[Term, ...] = ()
    position: Position | None = None
    assertion: Assertion | None = None
    same: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    day_of: tuple[str, ...] = ()
    years_on: int = 0
    letter: str | None = None
    place: int | None = None
    vague: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()
    strays: tuple[MemberMention | GroupMention, ...] = ()
    outside: str | None = None
    as_matter: tuple[Term, ...] = ()
    nobody_known: str | None = None
    sided_with: tuple[MemberMention, ...] = ()
    opposed: tuple[MemberMention, ...] = ()
    side_taken: SideTaken | None = None
    conditions: tuple[CountAsserted, ...] = ()
    stated: tuple[CountAsserted, ...] = ()
    moved: tuple[Position, Position] | None = None
    turn: tuple[Position | None, Position | None] | None = None
    vetoers: tuple[MemberMention, ...] = ()
    fewest_shared: int | None = None
    language: str = ENGLISH
    flags: frozenset[Flag] = field(default_factory=frozenset)

    @property
    def has_topic(self) -> bool:
        """Whether a matter is named, and not only words that go with any."""
        return bool(self.names) or any(not t.light for t in self.topic)
