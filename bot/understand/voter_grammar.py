"""The grammar that makes a state the one asked about: an ordered table of places for it, the clearest first.

Each is written over the line of a shape; its group `who` holds the states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understand.lists import LIST, ONE
from bot.understand.patterns import any_of, any_word, later
from bot.understand.shape import DAYS, NAME, STATE, SYMBOL

WHO = rf"(?P<who>{LIST})"
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
_TURNS = any_word("slide drift return revert drop fall swing tilt shift come cease quit give abandon warm cool cross")
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
    "what of",
    rf"(?:their|our|its|his|her|those|these)(?= {STATE})",
    "(?:give|tell) me",
    "i (?:need|want)",
    "fact check",
    "(?:the )?same (?:question )?for",
    "ditto",
    r"countr\w+ :",
    rf"[a-z]+'s(?= {STATE})",  # Milei's Argentina
)
OPENING = rf"(?:{_OPENING_WORD} )*"
_COURTESY_WORD = any_of(
    any_word("too pls please plz thanks thx itself then now though anyone each votes? voted position own"),
    "as well",
    "as a whole",
    "each time",
    "own vote",
)
COURTESY = rf"(?:{_COURTESY_WORD} )*"
# their Czech neighbours; the Polish delegation
_PEOPLE = any_word(
    "neighbou?rs? friends? all(?:y|ies) cousins? partners? counterparts? delegat(?:ion|es) envoys? ambassador government"
)
_END = r"(?=[:;.?!,)–—|-]|/ /|$)"


@dataclass(frozen=True, slots=True)
class Row:
    """The group `who` of the pattern holds the states asked about.

    `loose`: only their place in the question says so, and too little to tell somebody without a vote ("Kosovo", "Palestine")
    from the matter voted on. `needed`: words of which the pattern holds some, so that a long list of states in a line without
    them need not be tried from each of its states.
    """

    pattern: re.Pattern[str]
    loose: bool = False
    needed: re.Pattern[str] | None = None

    def places(self, line: str) -> Iterator[re.Match[str]]:
        """Where the line has it."""
        return self.pattern.finditer(line) if self.needed is None or self.needed.search(line) else iter(())


def _row(*parts: str, loose: bool = False, needed: str | None = None) -> Row:
    return Row(later("".join(parts)), loose, later(needed) if needed is not None else None)


VOTERS = (
    # Burundi July 2016 UNSC, Egypt's vote: a place and its time, then who is asked about
    _row(
        rf"^{OPENING}{STATE} (?=.*{DAYS})(?:, )?(?:(?:in |on |the )?(?:{DAYS}|{_BODY_WORD}) )+[:,|–—-] ",
        WHO,
        rf"(?:(?:in|at) (?:the )?(?:{_BODY_WORD} )+)?",
        COURTESY,
        r"[?!. ]*$",
    ),
    # Warsaw Pact states: Hungary 1958
    _row(rf"^{OPENING}", rf"(?P<who>(?:(?:the|and|,|[+]|&|{STATE}) )+)", rf"[:|–—-] (?={STATE} {DAYS} [?!. ]*$)"),
    # did Hungary also abstain; how France voted
    _row(
        "(?:did|does|do|didn't|doesn't|don't|has|have|had|hasn't|haven't|how|when|why|where) ",
        WHO,
        _ADVERBS,
        any_of(_VERB, _TURNS),
        r"\b",
    ),
    # was Hungary the only no
    _row(
        "(?:was|were|is|are|wasn't|weren't|isn't) ",
        WHO,
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
            rf"with (?:the )?{STATE}",
            "on (?:the )?(?:same|opposite|yes|no|losing|winning)",
            "aligned",
            "in agreement",
            "split",
            "together",
        ),
        r"\b",
    ),
    # votes where Hungary was the only no
    _row(
        r"\b(?:where|which|when|that) ",
        WHO,
        r"(?:was|were|is|are|stood|ended up) (?:all |left )?(?:the (?:only|sole|lone)|alone)\b",
    ),
    # how many of the G20 backed it
    _row(r"\bhow many of (?:the )?", WHO, _ADVERBS, _VERB, r"\b"),
    # tell me what Hungary did; between Hungary and Slovakia, who backed it
    _row("\\bwhat ", WHO, _ADVERBS, r"(?:did|said)\b"),
    _row(_START, OPENING, "between ", WHO, "(?:, )?(?:who|which)\\b"),
    # what did Hungary do
    _row("what (?:did|does|was|is|about) ", WHO),
    # Hungary's recorded vote on the embargo
    _row(
        WHO,
        "(?:own |final |recorded )?",
        _BALLOT,
        r"\b",
        rf"(?= (?:on|for|in|about|at|regarding|from|each|every|over|since|to|was|is|year|through|{DAYS}))",
        needed=_BALLOT,
    ),
    # Lukashenko's Belarus, rights resolution of 2006: Venezuela's vote?
    _row(r"[:,|–—-] ", WHO, r"(?:own |recorded )?(?:votes?|position|stance) [?!. ]*$", needed="vote|position|stance"),
    # the vote of Hungary
    _row(r"\b", any_of("votes?", "positions?", "stance", "ballot", "abstentions?"), " (?:of|by|from|cast by) ", WHO),
    # number of votes against cast by Hungary; noes of Hungary
    _row(
        r"\b",
        any_of("votes? (?:against|for|in favou?r)", "noes", "nays", "vetoes", "no(?: -)? votes?"),
        " (?:cast |given )?(?:of|by|from) ",
        WHO,
    ),
    # Hungary voted; and not "Hungary vote" nor "Hungary did"
    _row(WHO, _ADVERBS, r"(?!vote\b|votes\b(?! (?:against|for|yes|no))|did\b|do\b|go\b)", _VERB, r"\b", needed=_VERB),
    # the year Finland slid from yes to abstaining
    _row(
        WHO,
        _ADVERBS,
        any_word("slid drifted returned reverted dropped fell swung shifted tilted came"),
        " (?:back |over )?(?:from|to|into) (?:an? |voting )?(?:yes|no|abst|against|in favou?r|for)",
        needed="from|to",
    ),
    # so Israel was against; portugal yes, spain no
    _row(WHO, r"(?:was|were) (?:also |all |both )?(?:against|in favou?r|absent|opposed|on board)\b", needed="was|were"),
    _row(WHO, r"(?:yes|no)(?= [,.;]| on\b| to\b| $)", needed="yes|no"),
    # and Slovakia did as well
    _row(WHO, r"(?:also )?did (?:so |it )?(?:too|also|as well|the same)\b", needed="did"),
    _row(r"\bso did (?:the )?", WHO),
    # why only Hungary opposed it
    _row(r"\b(?:only|just|alone|except|including|all of) ", WHO, rf"(?={_ADVERBS}{_VERB}\b|against\b)"),
    # Hungary vs. Slovakia
    _row(_START, OPENING, rf"(?P<who>{ONE}(?:vs|v|versus) (?:\. )?{ONE})"),
    # Hungary on the embargo; Hungary and ES-11/7
    _row(
        _START,
        OPENING,
        WHO,
        "(?:(?:votes?|voting) )?",
        rf"(?:(?:on|about|over|regarding|re|concerning|and the|and its)\b|(?:and|, ) (?:{NAME}|{SYMBOL}))",
    ),
    # Hungary and the embargo
    _row(_START, OPENING, WHO, rf"(?:and|,) (?:the\b|{NAME}|{SYMBOL}|{DAYS})", loose=True),
    # Hungary in 2014; Hungary since the Assembly ...
    _row(
        _START,
        OPENING,
        WHO,
        rf"(?=(?:in|during|since|at|between|from) (?:the )?{_TIME_OR_BODY}|{DAYS})",
        loose=True,
    ),
    # and Hungary too?
    _row(_START, OPENING, "(?:for|in|with|from)? ?", WHO, rf"(?:{_PEOPLE} )?", COURTESY, _END, loose=True),
    # ES-11/7 Hungary
    _row(rf"(?:{NAME}|{SYMBOL}|{DAYS}) ", WHO, COURTESY, _END, loose=True),
)
