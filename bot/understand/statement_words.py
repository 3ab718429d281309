"""The words of a statement that carry weight for its truth -> a string of letters, one for each.

"only India and Mali opposed it" becomes "osA": `bot.understand.statements` reads such strings. What says nothing about who voted
how is left out: commas, "and", "was", the matter voted on.

s a list of states or groups, S one joined by "or", u any state ("countries"), a all, n none, i some, f not all, m most, h half,
# a number, o only, l alone, x except, b but, A an act ("voted against"), N its noun ("abstentions"), ! a denial, L "not" before
a state, c in company with, D so did, d did not, p by, k came from, K cast, r neither, q nor, t either, v or, P one of, U unlike,
E nobody else, O an outcome, J unanimous, T a tally, ~ a number that is not exact,
G "it" and "they" before an act, ? a weighty word that no statement read here can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.question import Comparison, TallyMention
from bot.understand.lists import LISTED
from bot.understand.matters import is_matter
from bot.understand.number_words import CARDINAL, number_in_words
from bot.understand.patterns import any_of, any_word, later
from bot.understand.positions import AWAY
from bot.understand.shape import DAYS, GROUP, NAME, STATE, SYMBOL, TALLY, Mention, Shape
from store.facts import Position


@dataclass(frozen=True, slots=True)
class Weight:
    """One word or phrase that carries weight. `states`: of a list; `position`: of an act or its noun; `number` with its
    `comparison`; `outcome`, and whether it is `denied`; `tally`: counts of several sides."""

    letter: str
    start: int
    words: str = ""
    states: tuple[Mention, ...] = ()
    position: Position | None = None
    number: int = 0
    comparison: Comparison = Comparison.EXACTLY
    outcome: str = ""
    denied: bool = False
    tally: TallyMention | None = None


_BLANK_OR_END = r"(?= |$)"
_ADVERBS = rf"(?:{any_word('actually really all both also then simply ever just only even indeed once again itself firmly')} )*"
_TRUE = any_word("true right correct wrong false untrue incorrect so fair")
_SOMEBODY = any_word("someone somebody anyone anybody everyone everybody")
_FRAME = any_of(
    rf"(?:is|was|isn't) (?:it|that|this) (?:really |actually )?{_TRUE}(?: (?:that|to (?:say|write|print|report)(?: that)?))?",
    r"is (?:it|that|this) (?:really )?the case(?: that)?",
    r"does (?:that|this|it) (?:check out|hold|stand)(?: up)?",
    r"(?:it|that) (?:is|' s|'s) (?:not )?(?:true|right|correct|wrong|false)(?: that)?",
    "(?:true|right|correct) or (?:false|wrong|not)",
    "yes or no",
    r"or not(?= [?.!]| $)",
    r"(?:right|correct|true|yes|yeah|no|ok|wrong|false)(?= [?!.]| $| \" [?])",
    r"(?:isn't|wasn't|didn't|did not) (?:it|they|he|she)(?: not)?(?= [?])",
    r"y ?/ ?n",
    "(?:can|could) (?:you|anyone|someone|somebody) (?:please )?(?:confirm|check|verify)(?: that)?",
    rf"{_SOMEBODY} (?:\w+ )?(?:says|said|claims?|claimed|told|writes|wrote|tells)(?: \w+)? that",
    r"(?:someone|somebody|anyone) (?:[a-z]+ ){0,4}?(?:says|said|claims?|claimed|writes|wrote)(?! (?:yes|no)\b)",
    r"(?:does|can|will) (?:anyone|anybody|someone|somebody) (?:know|confirm|say)(?: that| whether| if)?",
    "no doubt",
    "at all",
    "(?:after|above|of|in) all(?: places)?(?= ,)",
    r"in (?:only|just|no) \w+ (?:days|weeks|time)",
)
_FULL = r"(?:(?:the|un|us|member|of|its|those|single|different|in|whole|general|assembly|council|security) )*"
_PEOPLE = any_word("states? countr(?:y|ies) members? nations? governments? delegations? ones? capitals")
_WHOSE = rf"(?:{_FULL}(?:{GROUP} (?:' )?(?:s )?)?(?:{_PEOPLE} )|(?:of )?(?:(?:the|its|those|them) )*{STATE} )"
_NUMBER = rf"(?:\d{{1,3}}|{CARDINAL.replace('[ -]', '(?: - | )')})"
_COMPARED = {
    "more than": Comparison.MORE,
    "over": Comparison.MORE,
    "at least": Comparison.AT_LEAST,
    "no fewer than": Comparison.AT_LEAST,
    "no less than": Comparison.AT_LEAST,
    "not fewer than": Comparison.AT_LEAST,
    "fewer than": Comparison.FEWER,
    "less than": Comparison.FEWER,
    "under": Comparison.FEWER,
    "at most": Comparison.AT_MOST,
    "no more than": Comparison.AT_MOST,
    "not more than": Comparison.AT_MOST,
    "up to": Comparison.AT_MOST,
}
_COMPARISON = any_of(*sorted(_COMPARED, key=len, reverse=True))
_VOTED = rf"(?:vot(?:ed|es|e|ing)) {_ADVERBS}(?:it |this |that )?(?:{DAYS} |in {DAYS} |: )?"
_ACTS: dict[Position, tuple[str, ...]] = {
    Position.NON_VOTING: AWAY,
    Position.YES: (
        rf"{_VOTED}(?:for|in favou?r(?: of)?|yes|yea|aye|to (?:adopt|approve|support|endorse|back))\b",
        r"(?:support|back|endors|approv)(?:e|ed|es|ing|s)?\b(?= |$)",
        r"in favou?r(?: of)?",
        r"(?:said|say|says|saying) yes",
        "yes votes?",
    ),
    Position.NO: (
        rf"{_VOTED}(?:against|no|nay|down|to (?:reject|oppose|block))\b(?! one)",
        r"(?:oppos|reject)(?:e|ed|es|ing|s)?\b(?= |$)",
        r"(?:said|say|says|saying) no",
        "(?:stood )?against",
    ),
    Position.ABSTAIN: (
        "(?:(?:sat|sit|sitting) )?on the fence",
        r"(?:cho(?:se|ose) to |decided to |opted to )?abst[ae]+in(?:ed|ing|s)?(?: from voting)?",
    ),
}
_NOUNS: dict[Position, tuple[str, ...]] = {
    Position.YES: (
        "(?:yes|favou?rable|positive|affirmative) votes?",
        r"votes? (?:in favou?r|for)\b",
        "ayes?",
        "backers?",
        "supporters?",
    ),
    Position.NO: (
        r"(?:no|negative) votes?(?! (?:in|for|against|was|were))",
        "votes? against",
        "noes",
        "nays?",
        r"(?<=lone )no",
        r"(?<=only )no",
        r"(?<=sole )no",
        r"(?<=single )no",
        r"(?<= a )no",
        "opponents?",
        "dissent(?:ers?|ing votes?)?",
        "opposition",
    ),
    Position.ABSTAIN: ("abstentions?", "abstainers?", "abstaining votes?"),
}
_AN_ACT = any_of(*(way for ways in _ACTS.values() for way in ways))
_A_NOUN = any_of(*(way for ways in _NOUNS.values() for way in ways))
_COUNTED = (
    rf"(?:(?P<compared>{_COMPARISON}) )?(?:exactly |precisely |only |just )?(?P<digits>{_NUMBER}|an? single|a lone)"
    rf"(?= {_WHOSE}| (?:of (?:them|those) )?(?:{_AN_ACT})| (?:{_A_NOUN})| :? ?$)"
)
_BEFORE_COMPANY = f"[,){''.join(marks[1:-1] for marks in (NAME, SYMBOL, DAYS, TALLY))}]"
_ROUGHLY = any_word("nearly almost virtually practically hardly barely about around roughly")
_NEARLY = any_word("nearly almost virtually practically")
_DENIAL = any_of(
    "(?:did|does|do|would|could|has|have|had|was|were|is|are) not",
    any_word("didn't didnt doesn't don't wouldn't wasn't weren't hasn't haven't never not"),
    "(?:refused|declined|neglected) to",
    "not to",
    "(?:refuse|decline|neglect) to",
    "fail(?:ed)? to",
)
_THEN_ACT = rf"(?= {_ADVERBS}(?:be |in voting )?(?:{_AN_ACT}))"
_OUTCOMES: dict[str, str] = {
    "adopted": "(?:adopted|passed|carried|went through|got through|made it through|approved)",
    "failed": "(?:failed|defeated|voted down|rejected|fell through)",
}

# In the order in which they are tried; the name before the first "_" is the letter, by _LETTERS.
_ROWS: tuple[tuple[str, str], ...] = (
    ("drop_frame", _FRAME),
    ("drop_says", rf"(?:says|said|say)(?= (?:no (?:{_PEOPLE}|one|other|{GROUP})\b|nobody\b))"),
    ("drop_rather", rf"(?:rather than|instead of) (?:{_AN_ACT})"),
    ("drop_by", "by(?= voting)"),
    ("inexact_but", rf"(?:anything|nothing|all|everything) but(?= (?:{_AN_ACT}))"),
    (
        "nearly_all",
        any_of(
            rf"{_NEARLY} (?:all|every|each)(?: of)?(?= (?:\w+ ){{0,2}}?{_WHOSE})",
            rf"{_NEARLY} (?:everyone|everybody)",
            rf"(?:the |a )?(?:vast|overwhelming|large|great) majority(?: of)?(?= (?:\w+ ){{0,2}}?{_WHOSE})",
        ),
    ),
    ("inexact_number", rf"{_ROUGHLY}(?= (?:the |a )?(?:\d|{CARDINAL}\b|all\b|every|half|no\b|none|nobody|any\b))"),
    ("inexact_many", rf"(?:few|several|many|dozens)(?: of)?(?= {_WHOSE})"),
    ("inexact_six", rf"founding {TALLY}"),  # "the founding six members abstained" is no count of six
    ("inexact_some", r"some(?= \d)"),
    ("pronoun", rf"(?:it|they|he|she)(?= {_ADVERBS}(?:{_DENIAL} )?(?:{_AN_ACT}))"),
    ("drop_voters_else", r"like (?:everyone|everybody|all|most|the) (?:\w+ )?else"),
    (
        "unread_words",
        any_of(
            r"first (?:time|ever|year|no|yes|abstention|veto)",
            r"never before",
            r"veto\w*",
            r"the same|alike|differ\w*|split|disagree\w*|diverge\w*|part(?:ed)? ways|agree[ds]?|same way",
            r"rest|remaining",
            r"(?:always|ever|every year|each year|usually|often|twice|again and again)",
            r"without a vote|by consensus",
            rf"(?:just )?like(?= (?:the )?{STATE})",
            r"between \d+ and \d+",
            rf"(?:join|side|stand|stood|follow|stick|stuck|break|broke|go|went|{_VOTED}) ?\w*(?: along)? (?:with|from|like)",
            rf"(?:join|follow)\w*(?! - up| (?:only )?by|(?: \w+){{1,5}} by {STATE}| (?:the )?{STATE})",
            r"than",
        ),
    ),
    ("else_nobody", rf"(?:nobody|no one|none|no other {_PEOPLE}) else|no others?(?: {_PEOPLE})?"),
    ("notone", rf"(?:not|no) {TALLY}"),
    ("backing", r"(?:the )?(?:backing|support|approval|endorsement|blessing) (?:of|from)"),
    (
        "outcome_two_thirds",
        r"(?:(?:more than|at least|over|a) )?two ?-? ?thirds (?:majority|of the votes?)(?: cast)?",
    ),
    ("unanimous", r"(?:un)?unanim\w+"),
    (
        "outcome_adopted",
        rf"(?:(?:it|text|resolution|draft|that|this) )?(?:(?:was|were|been|is|got) )?{_OUTCOMES['adopted']}(?! by {STATE})",
    ),
    ("outcome_failed", rf"(?:was|were|been|is|got) {_OUTCOMES['failed']}(?! by)|(?:failed|fell)(?! to\b)"),
    (
        "outcomeno_adopted",
        rf"(?:was not|wasn't|were not|is not|didn't|did not) (?:adopted|approved|passed?|get through|carried)(?! by {STATE})",
    ),
    ("didnot", r"(?:(?:did|do|does) not|didn't|didnt|doesn't)(?= [,.;?!\")(–—-]| $| and | but )"),
    ("did", r"(?:and )?(?:as|so) (?:did|too did)|did (?:so )?(?:too|as well|the same|likewise)|did so"),
    ("fewnone", rf"not (?:a single|one|any)(?: of)?(?= {_WHOSE}|(?: [a-z]+)? {_A_NOUN})|none(?: of)?"),
    ("notall", rf"not (?:all|every|each)(?: of)?(?: the)?(?= {_WHOSE})|not all|not (?:everyone|everybody)"),
    ("nobody", r"nobody|no one|no -? ?one|noone"),
    ("everybody", "everyone|everybody|all others"),
    ("somebody", "someone|somebody|anyone|anybody"),
    ("more_half", "(?:more than|over) half(?: of)?|most(?: of)?|(?:a |the )?(?:majority|bulk)(?: of)?"),
    ("half", "half(?: of)?"),
    ("atleastone", rf"at least (?:one|1)(?: of)?(?= {_WHOSE}| {_A_NOUN})|one or more"),
    ("oneof", "one of|among|amongst|part of|including|included"),
    ("number", _COUNTED),
    ("nothing", rf"(?:no|zero|nil|0|without)(?: any| a single| a)?(?= (?:\w+ )?(?:{_A_NOUN})| {_WHOSE})"),
    ("every", rf"(?:every|each|all|whole|entire)(?: of)?(?= (?:\w+ ){{0,2}}?{_WHOSE})"),
    ("some", rf"any|some(?= {_WHOSE})"),
    ("neither", "neither(?: of)?"),
    ("nor", "nor"),
    ("either", "either(?: of)?"),
    ("unlike", "unlike|in contrast to|as opposed to|not (?:with|like|alongside)|contrary to"),
    ("but_not", "but"),
    (
        "except",
        any_of(
            "except(?:ing)?(?: for)?",
            "apart from",
            "other than",
            "besides",
            "aside from",
            "barring",
            "bar",
            "save(?: for)?",
            "with the exception of",
            "excluding",
        ),
    ),
    (
        "company",
        any_of(
            "(?:was |were )?joined(?: in (?:doing so|voting (?:no|yes|against)))?(?: only)? by",
            "together with",
            "along(?:side)? with",
            "alongside",
            rf"join(?:ed|s|ing)?(?= (?:the )?{STATE})",
            rf"(?<={_BEFORE_COMPANY} )with|(?<= it )with|(?<= no )with|(?<= yes )with|(?<=against )with",
        ),
    ),
    ("came", r"(?:came|come|was cast|were cast) (?:from|by)|(?<=abstention )from|(?<=abstentions )from|(?<=against )from"),
    ("cast", "cast"),
    ("by", "by"),
    ("alone", "alone|by itself|by themselves|on its own|on their own"),
    ("drop_only", rf"(?<={STATE} )(?:only|just)(?= {_ADVERBS}(?:{_AN_ACT})(?! by\b))"),  # Mali only abstained
    ("only", rf"only|solely|just(?= (?:the |one |two |{STATE}|\d))|sole|lone|(?<=the )single"),
    ("away", any_of(*AWAY)),
    ("nounyes", any_of(*_NOUNS[Position.YES])),
    ("nounno", any_of(*_NOUNS[Position.NO])),
    ("nounabstain", any_of(*_NOUNS[Position.ABSTAIN])),
    ("deny", rf"{_DENIAL}{_THEN_ACT}"),
    ("yes", any_of(*_ACTS[Position.YES])),
    ("no", any_of(*_ACTS[Position.NO])),
    ("abstain", any_of(*_ACTS[Position.ABSTAIN])),
    ("unread_others", r"(?<!each )others?(?! than)"),
    ("not_", r"not|no|none|never|n't|nil|zero|without"),
    ("or", "or"),
    ("people", _PEOPLE),
    ("tally", TALLY),
)
_LETTERS = {
    "unread": "?", "backing": "Ap", "else": "E", "unanimous": "J", "outcome": "O", "outcomeno": "O", "didnot": "d", "did": "D",
    "fewnone": "n", "notall": "f", "nobody": "nu", "everybody": "au", "somebody": "iu", "more": "m", "half": "h", "nearly": "w",
    "atleastone": "i", "inexact": "~", "pronoun": "G",
    "oneof": "P", "number": "#", "nothing": "n", "every": "a", "some": "i", "neither": "r",
    "nor": "q", "either": "t", "unlike": "U", "but": "b", "except": "x", "company": "c", "came": "k", "cast": "K", "by": "p",
    "alone": "l", "only": "o", "away": "A", "nounyes": "N", "nounno": "N", "nounabstain": "N", "deny": "!", "yes": "A",
    "no": "A", "abstain": "A", "not": "L", "or": "v", "people": "u",
}  # fmt: skip
_POSITIONS = {
    "backing": Position.YES,
    "away": Position.NON_VOTING, "nounyes": Position.YES, "yes": Position.YES, "nounno": Position.NO, "no": Position.NO,
    "nounabstain": Position.ABSTAIN, "abstain": Position.ABSTAIN,
}  # fmt: skip


_NAMED = tuple((name, rf"(?P<{name}>{pattern}){_BLANK_OR_END}") for name, pattern in _ROWS)
_ANY_ROW = later("|".join(pattern for _, pattern in _NAMED))
_WORD = later(r"\S+ ?")
_LIST = later(LISTED)
_OF = frozenset("anifmhw#uPNopk")
_OF_BEFORE = later(r"\b(?:of|from|among|in) (?:the )?$")
_WITH_BEFORE = later(
    rf"\b{any_word('cooperation relations solidarity agreement dialogue partnership talks trade war peace ties association')} "
    "with (?:the )?$"
)  # cooperation with the African Union
_IT_AFTER = later(rf" (?:(?:it|this|that|them|in|on|at)\b|{DAYS}|[,.;:?!]|$)")
_RANKS_AFTER = later(r"(?:' )?ranks\b")  # broke EU ranks
_NO_NOUN = any_of(_AN_ACT, any_word("was were did is are has had alone and or only with both"))
# Liberia force, August 2003:
_HEADING = later(rf"{STATE} (?:' s )?(?:(?!{_NO_NOUN} )[a-z]+ ){{1,3}}[,:–—-] ")


def weights_in(shape: Shape) -> Iterator[Weight]:
    """Every word that carries weight, in text order."""
    line, at, before = shape.line, 0, ""
    while at < len(line):
        if (named := _LIST.match(line, at)) is not None:
            end = _end_of_list(line, named, before)
            if _HEADING.match(line, at if at == 0 else len(line)):
                at = end
                continue
            if _RANKS_AFTER.match(line, end) or (before != "c" and _WITH_BEFORE.search(line, 0, at)):
                at = end
                continue
            if (before in _OF and _OF_BEFORE.search(line, 0, at)) or not is_matter(line, at, end):
                letter = "S" if " or " in line[at:end] else "s"
                yield Weight(letter, at, _as_written(line[at:end], shape), states=shape.mentions_in(at, end))
                before = "s"
            at = end
        elif (match := _ANY_ROW.match(line, at)) is not None and match.end() > at:
            if not (match.group() == "against" and _is_preposition(line, match, before)):
                for weight in _weights_of(match, shape):
                    before = weight.letter
                    yield replace(weight, words=_as_written(match.group(), shape))
            at = match.end() + 1
        else:
            word = _WORD.match(line, at)
            at = word.end() if word else at + 1


def _is_preposition(line: str, match: re.Match[str], before: str) -> bool:
    """ "Voted yes on the convention against torture", "a plot against the ambassador: did Mali abstain"."""
    return before in ("", "A", "N") and not _IT_AFTER.match(line, match.end())


def _as_written(piece: str, shape: Shape) -> str:
    return "".join(shape.mentions[c].words if c in shape.mentions else c for c in piece).strip()


def _end_of_list(line: str, named: re.Match[str], before: str) -> int:
    """Of "unlike Turkey, Venezuela abstained" only Turkey."""
    comma = line.find(" , ", *named.span())
    return comma + 1 if before == "U" and comma >= 0 else named.end()


def _weights_of(match: re.Match[str], shape: Shape) -> Iterator[Weight]:
    name = str(match.lastgroup)
    kind = name.partition("_")[0]
    start = match.start()
    if kind == "tally":
        yield from _of_tally(shape.mentions[match.group().strip()], start)
    elif kind == "notone":
        # "Not one member abstained", of which "one member abstained" was read as a count.
        of = tuple(_of_tally(shape.mentions[match.group()[-1]], start))
        yield from (replace(w, letter="n") if w.letter == "#" and w.number == 1 else w for w in of)
    elif kind == "outcome" or kind == "outcomeno":
        yield Weight("O", start, outcome=name.partition("_")[2], denied=kind == "outcomeno")
    elif kind == "number":
        number = _number(match["digits"])
        compared = _COMPARED.get(match["compared"] or "", Comparison.EXACTLY)
        yield Weight("#" if number is not None else "?", start, number=number or 0, comparison=compared)
    elif kind != "drop":
        yield from (Weight(letter, start, position=_POSITIONS.get(kind)) for letter in _LETTERS[kind])


def _of_tally(tally: Mention, start: int) -> Iterator[Weight]:
    """ "Two members abstained" and "no votes against" are tallies of one side: a number and its noun."""
    assert isinstance(tally, TallyMention)
    sides = {Position.YES: tally.yes, Position.NO: tally.no, Position.ABSTAIN: tally.abstain}
    stated = [(position, count) for position, count in sides.items() if count is not None]
    if len(stated) != 1:
        yield Weight("T", start, tally=tally)
        return
    [(position, count)] = stated
    yield Weight("#" if count else "n", start, number=count)
    yield Weight("N", start, position=position)


def _number(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    return 1 if words.startswith(("a ", "an ")) else number_in_words(words.replace(" - ", "-"))
