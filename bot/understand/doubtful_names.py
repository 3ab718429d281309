"""Names that are also something else ("us", "turkey", AND) -> those that are names here, by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.understand.lexicon import Entry


class Doubt(Enum):
    """Why a name may be none."""

    US = "us"  # "tell us"
    THE_STATES = "the states"  # "the states against it"
    ORDINARY = "ordinary"  # "turkey", "polish", "Jordan"
    FOREIGN = "foreign"  # "Island" is Iceland in German
    CODE = "code"  # AND, CAN, or any code in a text that is all in capitals
    SMALL_CODE = "small code"  # "svk"


@dataclass(frozen=True, slots=True)
class Found:
    """A name at `start`..`end` of the text, `words` words long, with `errors` in it. `sure`: not merely near to one."""

    entry: Entry
    start: int
    end: int
    words: int
    doubt: Doubt | None = None
    errors: int = 0
    sure: bool = True


def settle(text: str, found: Sequence[Found]) -> list[Found]:
    """Without those that are no names where they stand."""
    clear = sum(one.doubt is None and one.sure for one in found)
    about_votes = any(one.doubt is Doubt.ORDINARY for one in found) and _VOTE_WORD.search(text) is not None
    kept = []
    for number, one in enumerate(found):
        neighbours = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
        beside = [other for other in neighbours if _side_by_side(text, one, other)]
        in_context = about_votes or clear > (one.doubt is None and one.sure)
        if _stays(text, one, beside, in_context) and not _is_negated_group(text, one):
            kept.append(one)
    return kept


_VOTING_VERB = (
    r"vot\w+|abst\w+|veto\w*|oppos\w+|support\w*|back\w*|reject\w*|join\w*|flip\w*|agree\w*|record\w*|side[ds]?|"
    r"say|said|go|went|do|did|stand|stood|break|broke|cast|was|were|is"
)
_VOTING_NEXT = re.compile(
    r"(?:['’]?s)?\s+(?:(?:not|also|really|ever|itself|still|then|have|has|had|too)\s+)*"
    rf"(?:{_VOTING_VERB}|positions?|stance|government|delegat\w+|ambassador|embargo|blockade|bombing|invasion|"
    r"on|about|at the|in the|and|or|vs?|versus|the only|not|(?:closest|nearest) (?:voting )?(?:all|partner|friend)\w*)\b",
    re.IGNORECASE,
)
_VOTE_WORD = re.compile(
    r"\b(?:vot\w+|abst\w+|resolutions?|res|ga|un|unga|unsc|sc|hrc|assembly|council|against|favou?r|yes|no|motion|veto\w*|oppos\w+|"
    r"support\w*|back\w*|tally|stance|position|embargo|treaty|moratorium|ceasefire|truce|compact|convention|declaration|sanctions|es)\b",
    re.IGNORECASE,
)
_ASKING_BEFORE = re.compile(
    r"(?:\b(?:the|did|does|do|how|has|have|had|was|were|and|or|vs?|versus|with|about|like|by|from|than|between|both|is)|[,/:;-])\s*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:tell|told|give|gave|gives|let|lets|letting|show|remind|help|send|sent|for|to|of|on|inform|ask|asked|join|follow|makes?|made|"
    r"around|between|all|both|with|among|about)\s+$",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(
    r"\b(?:michael|mike|barbara|mr|mrs|ms|dr|uncle|aunt|my|our|your|roast|cold|fried|named?|called|friend|air|neil|steve|kim|vernon|david|"
    r"hamilton|louis|eason|katie|jim|thomas|dear|river|lake|king|queen|miss|judge|senator|president)\s+$",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"\s+(?:peterson|meloni|henderson|wolf|kroeger|spieth|pickford|dinner|sandwich|meat|breast|soup|"
    r"pig|worm|fowl)s?\b",
    re.IGNORECASE,
)
_POLISHED = re.compile(r"\s+(?:the|my|our|your|this|it|up|off|them)\b", re.IGNORECASE)  # "polish the text", "polish it"
_JOINS = re.compile(r"\s*(?:[,/&+;|–—-]|(?:and|or|vs|v|versus|with|y|et|und|e|ou|plus)\b\.?)?\s*(?:the\s+)?", re.IGNORECASE)
_AFTER_AUXILIARY = re.compile(r"\b(?:did|do|does|have|has)\s+$", re.IGNORECASE)
_NOT_ENGLISH = re.compile(
    r"\b(?:le|la|les|du|des|el|los|las|der|das|hat|haben|wie|und|gestimmt|stimmte|gegen|votou|votaram|vot[oóé]|votado|como|cómo|comment|"
    r"sobre|contre|pour|contra|não|como|ha|hanno|della|delle)\b",
    re.IGNORECASE,
)
_ON_A_MATTER = re.compile(r"\s+on\s+(?!my|your|his|her|our|their|toast|bread|rye|wheels|fire)\w", re.IGNORECASE)
_NON = re.compile(r"\bnon[- ]$", re.IGNORECASE)

_ONLY_IN_GRAMMAR = frozenset({"polish", "poles", "pole", "kiwi", "kiwis", "finn", "turk"})
_ALSO_PEOPLE_OR_THINGS = frozenset(
    {"turkey", "chad", "jordan", "georgia", "guinea", "polish", "sofia", "lima", "kingston", "wellington", "santiago"}
    | {"maurice", "mauricio", "dominique", "israel"}
)
_GLUE = frozenset(
    {"AND", "ARE", "CAN", "PER", "NOR", "AGO", "IN", "IS", "IT", "AT", "BE", "NO", "SO", "TO", "AM", "AS", "DO", "ME", "MY"}
)
_LONGEST_CODE = 3
_PUNCTUATION = " ?!.,;:"
_FOLLOWING_UP = re.compile(
    r"\W*(?:(?:and|so|ok|okay|but|then|also|for|with|by|(?:what|how) about|(?:the )?same for)[\s,]+)+(?:the\s+)?", re.IGNORECASE
)


def _stays(text: str, one: Found, beside: Sequence[Found], in_context: bool) -> bool:
    if one.doubt is not None and text.strip(_PUNCTUATION) == text[one.start : one.end]:
        return True
    if one.doubt in (Doubt.ORDINARY, Doubt.SMALL_CODE) and _is_follow_up(text, one):
        return True
    match one.doubt:
        case None:
            short = one.end - one.start <= _LONGEST_CODE
            return not (_is_part_of_symbol(text, one, beside) if short else _is_person(text, one))
        case Doubt.US:
            return _is_united_states(text, one, beside)
        case Doubt.THE_STATES:
            capital = text.endswith("States", one.start, one.end)
            return capital and (bool(beside) or _AFTER_AUXILIARY.search(_before(text, one)) is not None)
        case Doubt.ORDINARY:
            return _is_named(text, one, in_context)
        case Doubt.FOREIGN:
            return not text[one.start : one.end].isascii() or _NOT_ENGLISH.search(text) is not None
        case Doubt.SMALL_CODE:
            return bool(beside) or _VOTING_NEXT.match(text, one.end) is not None or not text[: one.start].strip()
        case Doubt.CODE:
            return _is_listed(text, one, beside)


def _is_follow_up(text: str, one: Found) -> bool:
    """ "and turkey?", "what about chad": nothing but the name is asked."""
    return _FOLLOWING_UP.fullmatch(text, 0, one.start) is not None and not text[one.end :].strip(_PUNCTUATION)


def _before(text: str, one: Found) -> str:
    return text[max(0, one.start - 20) : one.start]


def _side_by_side(text: str, one: Found, other: Found) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    return _JOINS.fullmatch(text, first.end, second.start) is not None


def _is_united_states(text: str, one: Found, beside: Sequence[Found]) -> bool:
    """Whether "us" is the state: "the us", "us and uk", "did us vote", never "tell us" or "let us"."""
    before = _before(text, one)
    if re.search(r"\b(?:the|did|does)\s+$", before, re.IGNORECASE):
        return True
    if _TOLD.search(before):
        return any(other.start < one.start for other in beside)
    return any(other.doubt is None for other in beside) or _VOTING_NEXT.match(text, one.end) is not None


def _is_named(text: str, one: Found, in_context: bool) -> bool:
    """Whether a word such as "turkey" or "polish" is a state's name here."""
    if _is_person(text, one):
        return False
    if text[one.start : one.end].lower() in _ONLY_IN_GRAMMAR:
        return _VOTING_NEXT.match(text, one.end) is not None or _ASKING_BEFORE.search(_before(text, one)) is not None
    # turkey on oceans and the law of the sea from 1997 until 2003
    return in_context or (not text[: one.start].strip(_PUNCTUATION) and _ON_A_MATTER.match(text, one.end) is not None)


def _is_person(text: str, one: Found) -> bool:
    """Whether it is a person's name or a thing: "Michael Jordan", "turkey sandwich", "polish the text"."""
    if text[one.start : one.end].lower() not in _ALSO_PEOPLE_OR_THINGS:
        return False
    return _PERSON_BEFORE.search(_before(text, one)) is not None or _is_thing(text, one)


def _is_thing(text: str, one: Found) -> bool:
    polished = text[one.start : one.end].lower() == "polish" and _POLISHED.match(text, one.end) is not None
    return polished or _THING_AFTER.match(text, one.end) is not None


def _is_part_of_symbol(text: str, one: Found, beside: Sequence[Found]) -> bool:
    """Whether a short name is a piece of something else: CN in "E/CN.4"."""
    if beside:
        return False
    before, after = text[max(0, one.start - 2) : one.start], text[one.end : one.end + 2]
    return bool(re.search(r"\w/$|\.$", before)) or bool(re.match(r"/\w|\.\w|-\d", after))


def _is_listed(text: str, one: Found, beside: Sequence[Found]) -> bool:
    """Whether a code that is also a word stands among other codes: "ALB, AND, ARG"."""
    codes = [other for other in beside if text[other.start : other.end].isupper() and other.end - other.start <= _LONGEST_CODE]
    if text[one.start : one.end] in _GLUE:
        return bool(codes) and bool(re.search(r"[,/]\s*$", text[: one.start]) or re.match(r"\s*[,/]", text[one.end :]))
    return bool(codes)


def _is_negated_group(text: str, one: Found) -> bool:
    return one.entry.group is not None and _NON.search(text[max(0, one.start - 4) : one.start]) is not None
