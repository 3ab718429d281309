"""A state as the object of a voting verb ("voted against Russia", "backed Israel"): whose side was taken, and no text.

"Voted against Russia" never means the position no: Russia may have voted no itself. The words are put as what they mean, so
that the tables read a comparison there and no position: "vote differently from Russia", "vote with Israel".
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.question import MemberMention, NonMemberMention, SideTaken
from bot.understand.patterns import any_of, any_word, later
from bot.understand.shape import ANY, STATE, TALLY, Mention, Shape, unheaded

_NOUN_BEFORE = (r"\bthe", r"\ba", r"\bthis", r"\bthat", r"\bun", "the last", "s last", "' s", "'s")
_NO_NOUN_BEFORE = "".join(rf"(?<!{word} )" for word in _NOUN_BEFORE)
_CAST = rf"(?:cast (?:a|an|its|their|the) |{_NO_NOUN_BEFORE})votes?"
_VOTED = any_of(rf"\b{_CAST}", r"\bvot(?:ed|ing)")
_AGAINST = any_of(
    rf"{_VOTED} (?:\w+ )?against",
    r"\boppos(?:e|ed|es|ing)",
    rf"\b{any_word('stood stand stands side sided sides siding went go goes came come lined turned turn was were is are')} "
    r"(?:\w+ )?against",
    rf"(?:(?<=was {STATE} )|(?<=is {STATE} )|(?<=were {STATE} )|(?<=are {STATE} ))against",
)
_FOR = any_of(
    rf"{_VOTED} (?:\w+ )?(?:for|in (?:favou?r|support) of)",
    r"(?<!go )(?<!went )(?<!date )(?<!dating )(?<!going )(?<!come )\bback(?:ed|s|ing)?",
    r"\bsupport(?:ed|s|ing)?",
    r"\bendors(?:e|ed|es|ing)",
    rf"\b{any_word('stood stand stands standing')} (?:\w+ )?(?:with|by|behind)",
    r"\b(?:was|were|is|are) in (?:favou?r|support) of",
    rf"(?:(?<=was {STATE} )|(?<=is {STATE} )|(?<=were {STATE} )|(?<=are {STATE} ))(?:for|in (?:favou?r|support) of)",
)
_NO_NOUN = any_of(
    r"[?!.,;:)–—-]",
    "$",
    ANY,
    any_word("on in at over about during when while since after before until again too ever also as this last that"),
    "the (?:most|least)",
    any_word("least rarely seldom often even here there and or but more most always never lately recently regarding concerning"),
)
_WHOM = rf"(?:both )?(?:the )?(?P<whom>{STATE} (?:(?:,|and|or|&|, and) (?:the )?{STATE} )*)(?={_NO_NOUN})"
_WITH = any_of(
    r"\b(?:vot(?:e|ed|ing)|sid(?:e|ed|ing)|agree|agreed) (?:\w+ )?(?:with|alongside)",
    r"\bvot(?:e|ed|ing) (?:like|the same (?:way )?as)",
)
_TAKEN = later(rf"(?:(?P<against>{_AGAINST})|(?P<with>{_WITH})|(?:{_FOR})) {_WHOM}")
_WHEN_BEFORE = later(
    rf"\b(?P<when>last|first|ever|never|when)(?: time)?(?: that)?(?: (?:did|has|have|was))? (?:the )?(?:{STATE} )?"
    r"(?P<again>(?:last|first|ever|never|actually) )?(?:(?:has|have|had|did) )?$"
)
_WHEN = {"first": SideTaken.FIRST, "ever": SideTaken.EVER, "never": SideTaken.EVER}
_WHO = later(
    r"^(?:[a-z]+ ){0,3}?(?:(?:whos?|whom|anyone|anybody|any|how many|list|name|show|number of)\b"
    r"|(?:nobody|no one|none|everyone|everybody|somebody|someone|every|all|each|most)\b"
    rf"|(?:which|what) (?:of )?(?:the )?(?:other )?(?:{STATE} )?(?:{STATE}|\w+ (?={STATE} )|(?:\w+ )?"
    r"(?:countr\w+|states?|members?|nations|governments|ones)\b))"
)
_INFINITIVE = later(rf"\b{any_word('did does do didnt to will would can could should')}\b[^,;:.?!]*$|n't\b[^,;:.?!]*$")
_DENIED = later(r"(?:\b(?:not|never|didnt)|n't|\b(?:refused|failed|declined) to) (?:\w+ )?$")
_OF_ANY = later(r"\b(?:any|anyone|anybody|nobody|no one|none|every|everyone|everybody|all|somebody|someone|most|each)\b")
_ALSO_NAMED = later(rf"\b(?:did|does|do|has|have|had) (?:the )?{STATE}")


@dataclass(frozen=True, slots=True)
class Side:
    """Those whose side was taken, or, `against`, not; `taken`: when or whether it ever was is asked.

    `plainly`: the words say that they voted the same way ("with"), and not for somebody, which may be for a text. `of_who`: the
    voters are what is asked for. `denied`: not to have taken it ("who didn't back Israel").
    """

    states: tuple[Mention, ...] = ()
    against: bool = False
    taken: SideTaken | None = None
    plainly: bool = False
    of_who: bool = False
    denied: bool = False

    def taken_on(self, matter: bool) -> SideTaken | None:
        """What is asked of it over many votes, on a `matter` or on anything; None where other readings are as good."""
        clear = matter or self.plainly or (self.against and self.taken is not SideTaken.EVER)
        return self.taken if clear else None


def asks_who(line: str) -> bool:
    """Whether the voters are what is asked for: "who", "which African countries", "how many states"."""
    line = unheaded(line)
    return _WHO.match(line) is not None and _ALSO_NAMED.search(line) is None


# 141 countries voted against Russia: the words up to the state are one number of a tally
_COUNTED = later(rf"{TALLY} {_WHOM}")
_PASSIVE = 20  # characters behind a claim in which the "by" may stand
_ENDURED = later(rf"{STATE} (?:was|were|is|are) (?:\w+ly )?(?:opposed|backed|supported|endorsed) by ")


def is_of_a_side(line: str, start: int, end: int) -> bool:
    """Whether a verb between the two places of the line has a state for its object, or is said of one ("was backed by")."""
    taken = [m for m in _TAKEN.finditer(line, start) if m["with"] is None]
    counted = _COUNTED.finditer(line, start)
    endured = _ENDURED.finditer(line, 0, end + _PASSIVE)
    return any(m.start() <= end for m in (*taken, *counted)) or any(m.end() > start for m in endured)


def side_taken_at(shape: Shape, start: int, end: int) -> tuple[Side, int] | None:
    """Whose side is taken by a verb that begins between the two places, and where those named end."""
    for match in _TAKEN.finditer(shape.line, start):
        states = shape.mentions_in(*match.span("whom"))
        if match.start() > end or match["with"] is not None:
            return None
        if _are_states(states) and not any(isinstance(m, NonMemberMention) for m in states):
            return Side(states, match["against"] is not None), match.end("whom")
    return None


def side_in(shape: Shape) -> tuple[Shape, Side]:
    """The shape with the words put as what they mean, and whose side is spoken of."""
    match = next((m for m in _TAKEN.finditer(shape.line) if _are_states(shape.mentions_in(*m.span("whom")))), None)
    if match is None:
        return shape, Side()
    states = shape.mentions_in(*match.span("whom"))
    against = match["against"] is not None
    if any(isinstance(m, NonMemberMention) for m in states):
        return _put(shape, match.start(), match.start("whom"), "vote on "), Side()  # with no vote it has no side in one
    of_who = asks_who(shape.line)
    plainly = match["with"] is not None
    before = shape.line[: match.start()]
    taken = None if of_who else _when_taken(before)
    side = Side(states, against, taken, plainly, of_who, denied=_DENIED.search(before) is not None)
    if plainly:
        return shape, side if side.taken is not None or (of_who and _OF_ANY.search(before)) else Side()
    verb = "vote" if _INFINITIVE.search(shape.line, 0, match.start()) else "voted"
    apart = "vote not with" if of_who else f"{verb} differently from"
    meant = f"{apart} " if against else f"{verb} with "
    return _put(shape, match.start(), match.start("whom"), meant), side


def _when_taken(before: str) -> SideTaken | None:
    """By the words before the verb: "when did India last", "has Serbia ever"; "when" alone asks for the last time."""
    match = _WHEN_BEFORE.search(before)
    if match is None:
        return None
    return _WHEN.get((match["again"] or "").strip() or match["when"], SideTaken.LAST)


def _are_states(mentions: tuple[Mention, ...]) -> bool:
    """ "Against the Russians", and not "against Russian, Chinese and Iranian drafts"."""
    return not any(isinstance(m, MemberMention) and m.adjective and not m.words.endswith("s") for m in mentions)


def _put(shape: Shape, start: int, end: int, words: str) -> Shape:
    line = f"{shape.line[:start]}{words}{shape.line[end:]}"
    offsets = (*shape.offsets[:start], *(shape.offsets[start],) * len(words), *shape.offsets[end:])
    return Shape(line, offsets, shape.mentions)
