"""Lists of those who voted one way: "the two were Israel and the United States", "among the 51", "three noes, from ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.check.acts import act_at
from bot.check.alike import INCLUDED
from bot.check.claim import Kind
from bot.check.figures import NOUN, NUMBER, number_of, position_named
from bot.check.sentence import claim_at
from bot.check.voters import Claims, Named
from bot.question import MemberMention
from bot.understand.shape import DAYS
from store.facts import Position

_LISTED_BEFORE = re.compile(
    r"(?:(?P<only>the only|the lone|the sole|a single|a lone|a sole|the one|only|one|lone) )?(?:(?P<number>\w+) )?"
    r"(?P<noun>(?:\w+ )?(?:fence - sitters?|support|backing|negative votes?|affirmative votes?|dissenting votes?"
    r"|naysayers?|holdouts?|noes|nos|no votes?|no|nays|votes? against|opponents?|dissenters?|objectors?"
    r"|dissent|opposition|abstentions?|abstainers?|absentees?"
    r"|abstaining|yes votes?|votes? in favou?r|supporters?|backers?|those against|those abstaining|those in favou?r"
    r"|voices against)) "
    rf"(?:(?:of it|of them|it got|in the room|(?:in|on) {DAYS}) )?(?:(?:, )?(?:was|were|had been|came from|being|is|are"
    rf"|from|cast by|by"
    r"|coming from|included|including|- |– |— |: |\( |, )(?: from)? ?)+(?:the |those of |that of |of )?$"
)
_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:the|those) (?P<number>\w+) (?P<verb>were |are |being |was |: |included? |including "
    r"|counted )(?:, [^,;]{1,30} , )?|\b(?:drew|got|had|attracted"
    r"|saw) (?:only |just )?(?P<drew>\w+) (?:: |, |- |– ))(?:the )?$"
)
_AND_MORE = re.compile(
    r"(?:, )?(?:and|plus) (?:\S+ ){0,3}?(?:others?|more|countries|members|states|islands|nations|allies)\b"
    r"|(?:, )?(?:and|plus) (?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many"
    r"|most|a (?:\w+ )?(?:handful|number|group|dozen|few|host|string))\b|(?:, )?(?:among"
    r"|notably|including)\b|(?:, )?and (?:,|\(|[-–—]|even|possibly|perhaps)"
)
_WHO_DID = re.compile(
    r"\b(?:the|those|countries|states|members|nations) (?:only )?(?:\w+(?: - \w+)? )?(?:\S+ )?(?P<who>that|who|which|to)"
    r" (?:[^,;:]+ )(?:were|was|are|is|had been|(?P<some>included?|including))(?: ,)? (?:the )?$"
)
_DOING = re.compile(
    r"(?<![\w-])(?P<some>(?:among|amongst|some of|one of) )?(?:(?:the|those|these|countries|states|members|nations"
    r"|governments|\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|other|only) ){0,4}(?P<act>voting (?:against|no"
    r"|in favou?r|for|yes)"
    r"|abstaining|opposing|opposed|dissenting|absent|not voting)(?: (?:countries|states|members|nations|delegations))?"
    r"(?: (?:to )?(?:it|the (?:text|resolution|draft|measure|motion)))?"
    r" (?P<verb>was|were|are|is|included?|including|came from) (?:only |just )?(?:the )?$"
)
_HEADED = re.compile(
    r"(?:^|[.;,(] )(?:(?P<some>among) )?(?:those |countries )?(?:voting |voted )?(?P<noun>opposed|against|no|noes|nays"
    r"|in favou?r|for|yes|ayes|abstaining"
    r"|abstentions?|abstained|absent|absentees|not voting) (?:(?:it|the (?:text|resolution|draft"
    r"|motion)) )?(?:\( \d+ \) )?: (?:\d+ )?(?:[-–—(] )?(?:the )?$"
)
_CALLED = re.compile(
    r"(?:^|, )(?:and )?the (?:one |only |lone |sole )?(?P<noun>abstainer|opponent|dissenter|objector|naysayer) (?:the )?$"
)
_FROM_TALLY = re.compile(
    r"(?P<tally>[\ue600-\ue6ff]) (?:, )?(?:from|: |being|\( |, (?:those of|from)|cast by|- |– |— )\s?(?:the )?$"
)


_THE_TALLY = re.compile(r"\bthe (?:only )?(?P<tally>[\ue600-\ue6ff]) (?:were|was|are|is|being|: )(?: ?from)? ?(?:the )?$")
_AMONG_TALLY = re.compile(
    r"\b(?:among|amongst|of) (?:the |those )?(?P<tally>[\ue600-\ue6ff]) (?:(?:countries|states|members|nations"
    r"|delegations) )?(?:were|was|are|is|:) (?:the )?$"
)


def listed(at: Named) -> Claims:
    """ "The lone abstainer being Russia", "the two were Israel and the United States", "three noes, from ..."."""
    before = at.sentence.line[max(0, at.start - _FAR) : at.start]
    at = replace(at, before=before)
    ways = (
        *(_following, _the_others, _they_included, _from_a_tally, _numbered),
        *(_doing, _on_the_side, _who_did, _called, _headed, _among_them, _by_a_noun),
    )
    for read in ways:
        found = list(read(at))
        if found:
            yield from found
            return


_FEW_LEFT_OUT = 2  # states by which a list may be short; with more, it was never meant to be whole
_FAR = 110  # characters that words which open a list may take


def _whole(at: Named) -> bool:
    """Whether nothing behind the list says that there were more."""
    return _AND_MORE.match(at.sentence.line, at.end) is None


def _as_many_told(at: Named, position: Position) -> bool:
    """Whether a list may be whole: not that of three states where 65 were counted before."""
    told = [number for number, side in at.told.numbers.items() if side is position]
    return not any(number > len(at.voters) + _FEW_LEFT_OUT for number in told)


def _does_something(at: Named) -> bool:
    return act_at(at.sentence.line, at.end) is not None


def _opens(at: Named, match: re.Match[str]) -> int:
    """Where in the line the words that open the list stand."""
    return at.start - len(at.before) + match.start()


def _claimed(
    at: Named, first: int, position: Position, *, only: bool = False, whole: bool = False, negated: bool = False
) -> Claims:
    yield claim_at(
        at.sentence, Kind.POSITION, first, at.end, voters=at.voters, position=position, only=only, whole=whole, negated=negated
    )


def _from_a_tally(at: Named) -> Claims:
    """ "35 abstentions, from China, ..."."""
    if part := _AMONG_TALLY.search(at.before):
        if position := position_named(at.sentence.shape.mentions[part["tally"]].words.lower()):
            yield from _claimed(at, _opens(at, part), position)
        return
    match = _FROM_TALLY.search(at.before) or _THE_TALLY.search(at.before)
    position = position_named(at.sentence.shape.mentions[match["tally"]].words.lower()) if match else None
    if position:
        yield from _claimed(at, at.start, position, only=_whole(at))


def _following(at: Named) -> Claims:
    """ "The following voted against the text: Armenia, Belarus"."""
    match = _FOLLOWING.search(at.before)
    hit = act_at(at.sentence.line, _opens(at, match) + len(match[0])) if match else None
    if match is None or hit is None or hit[0].said is None or hit[0].negated:
        return
    if _COLON.fullmatch(at.sentence.line, hit[1], at.start):
        yield from _claimed(at, _opens(at, match), hit[0].said, whole=_whole(at))


_FOLLOWING = re.compile(r"\bthe following (?:(?:member )?(?:states|countries|members|nations|delegations) )?")
_COLON = re.compile(r"[^:;]*: (?:the )?")


def _the_others(at: Named) -> Claims:
    """ "Only the US and three others voted against: Israel, ..."."""
    match = _OTHERS_BEFORE.search(at.before)
    states = sum(isinstance(v, MemberMention) for v in at.voters)
    place = at.sentence.span(at.start, at.end)[0]
    position, negated = at.told.position_at(place)
    if match and number_of(match["number"]) == states == len(at.voters) and position is not None and not negated:
        yield claim_at(at.sentence, Kind.POSITION, at.start, at.end, voters=at.voters, position=position, which=INCLUDED)


_OTHERS_BEFORE = re.compile(rf"(?<![\w-])(?P<number>{NUMBER}) (?:others?|other {NOUN}) (?:[^;:.]+ )?: (?:the )?$")


def _they_included(at: Named) -> Claims:
    """ "There were 71 of them, and they included Britain"."""
    match = _THEY_INCLUDED.search(at.before)
    place = at.sentence.span(at.start, at.end)[0]
    position, negated = at.told.position_at(place)
    if match and at.told.is_close(place) and position is not None and not negated and not _does_something(at):
        yield from _claimed(at, _opens(at, match) + len(match[0]) - len(match["list"]), position)


_THEY_INCLUDED = re.compile(
    r"(?:^|[;,.] |\band )(?P<list>(?:they|these|those|the group|the list) (?:included?|counted|numbered|took in) (?:the )?)$"
)


def _numbered(at: Named) -> Claims:
    """ "The two were Israel and the United States"."""
    match = _NUMBER_BEFORE.search(at.before)
    number = number_of(match["number"] or match["drew"] or "") if match else None
    if match is None or number is None:
        return
    position = at.told.numbers.get(number) if match["number"] else at.told.counted
    if position is not None:
        in_part = _IN_PART.search(at.before, 0, match.start()) is not None
        in_part = in_part or (match["verb"] or "").startswith(("includ", "counted"))
        yield from _claimed(at, _opens(at, match), position, only=_whole(at) and not in_part)


_NUMBER_RIGHT_BEFORE = re.compile(rf"(?<![\w-])(?P<number>{NUMBER}) (?:{NOUN} )?(?:, |- |– |— |\( )$")
_IN_PART = re.compile(r"\b(?:among|amongst|some of|one of|part of|most of|half of|of)(?: the)? $")


def _doing(at: Named) -> Claims:
    """ "Voting against were Russia and Belarus", "those opposed to it included Israel"."""
    match = _DOING.search(at.before)
    if match is None or _does_something(at):
        return
    act = match["act"]
    position = (
        Position.NON_VOTING if "not" in act or act == "absent" else position_named(act.removeprefix("voting ")) or Position.YES
    )
    position = Position.NO if act in ("opposing", "dissenting") else position
    whole = not match["some"] and "includ" not in match["verb"] and _whole(at)
    yield from _claimed(at, _opens(at, match), position, whole=whole and _as_many_told(at, position))


def _on_the_side(at: Named) -> Claims:
    """ "91 to 6: against were only the US and Israel"."""
    match = _SIDE_WERE.search(at.before)
    if match is None or _does_something(at):
        return
    side = match["side"]
    position = Position.NON_VOTING if side == "absent" else position_named(side) or Position.YES
    whole = _whole(at) and _as_many_told(at, position)
    only = bool(match["only"] or match["only2"]) and _whole(at)
    yield from _claimed(at, _opens(at, match) + match.start("side") - match.start(), position, only=only, whole=whole)


_SIDE_WERE = re.compile(
    r"(?:^|[.;,:(\u2013\u2014-] |\b(?:and|but|while) )"
    r"(?:the (?P<only2>(?:only )?(?:ones?|two|three|four|five|six|seven|eight|\d+|one|lone|sole) )|the |those )?"
    r"(?P<side>against|opposed|in favou?r|for|abstaining|absent|no|no votes?)"
    r"(?: (?:it|this|the (?:text|resolution|draft)))? (?:was|were|are|is|stood|voted|from|said|: )(?: ?from)? ?"
    r"(?P<only>only |just |solely |merely )?(?:the )?$"
)


def _who_did(at: Named) -> Claims:
    """ "The countries that voted no were Russia and Mali"."""
    match = _WHO_DID.search(at.before)
    in_part = match is not None and _IN_PART.search(at.before, 0, match.start()) is not None
    hit = act_at(at.sentence.line, at.start - len(at.before) + match.end("who") + 1) if match else None
    if match and hit and hit[0].said is not None and not _does_something(at):
        only = match["some"] is None and not in_part and _whole(at)
        yield from _claimed(at, _opens(at, match), hit[0].said, only=only, negated=hit[0].negated)


def _called(at: Named) -> Claims:
    """ "The one abstainer, Russia"."""
    match = _CALLED.search(at.before)
    position = position_named(match["noun"]) if match else None
    if match and position and not _does_something(at):
        yield from _claimed(at, _opens(at, match), position, only=True)


def _headed(at: Named) -> Claims:
    """ "Against: Russia, Belarus"."""
    match = _HEADED.search(at.before)
    if match is None or _does_something(at):
        return
    position = position_named(match["noun"]) or (Position.YES if match["noun"] in ("for", "ayes") else None)
    position = Position.NON_VOTING if match["noun"] in ("absent", "not voting") else position
    if position:
        whole = match["some"] is None and _as_many_told(at, position) and _whole(at)
        yield from _claimed(at, at.start, position, whole=whole)


def _among_them(at: Named) -> Claims:
    """ "..., Britain's among them"."""
    line, start = at.sentence.line, at.start
    place = at.sentence.span(start, at.end)[0]
    here = any(mark < place for mark, *_ in at.told.marks)
    position = at.told.position_at(place)[0] if here else at.told.counted
    match = _AMONG_THEM.match(line, at.end)
    counted = _NUMBER_RIGHT_BEFORE.search(line, 0, start)
    if counted and at.told.is_free(*counted.span("number")):
        return  # "Nineteen, India among them, abstained", of which nothing was read
    if match and position is not None and start and line[start - 2 : start] in (", ", "- ", "– ", "— ", "( "):
        yield claim_at(at.sentence, Kind.POSITION, start, match.end(), voters=at.voters, position=position, which=INCLUDED)


def _by_a_noun(at: Named) -> Claims:
    """ "The lone abstainer being Russia", "two votes against, those of ..."."""
    match = _LISTED_BEFORE.search(at.before)
    noun = match["noun"].strip() if match else ""
    position = position_named(noun)
    if match is None or position is None or (noun == "no" and not match["only"]) or _does_something(at):
        return
    if _IS_ONE.match(at.sentence.line, at.end):
        return
    if match[0].rstrip().endswith(",") and not _LIST_GOES_NO_FURTHER.match(at.sentence.line, at.end):
        return
    number = number_of(match["number"] or "") or number_of(noun.split()[0])
    told_whole = bool(match["only"]) or number is not None
    in_part = re.match(r"among|includ|others", (match["number"] or "").lower()) or "among " in match[0] or "includ" in match[0]
    in_part = in_part or _ONE_IN_A_ROW.search(match[0]) is not None
    whole = not in_part and not _IN_PART.search(at.before, 0, match.start()) and _whole(at)
    listed_whole = whole and _ALL_OF_THEM.search(match[0]) is not None
    yield from _claimed(at, _opens(at, match), position, only=told_whole and whole, whole=listed_whole)


_ONE_IN_A_ROW = re.compile(r"\b(?:second|third|fourth|fifth|sixth|last|other|another|further)\b")  # "the third no was Chad's"
_IS_ONE = re.compile(r"(?:was|is|were|are) (?:one|two|three|among|the|another|an?)\b")  # "four opponents: India was one"
_ALL_OF_THEM = re.compile(r"(?:was|were|came from|being|: |- |– ) ?(?:the )?$")
_AMONG_THEM = re.compile(
    r"(?:, )?(?:' s )?(?:(?:prominent|prominently|most prominent|notably|chief|first|the (?:biggest|largest"
    r"|most \w+)) )?(?:of them|among them|among their number|included|in their ranks)(?= [.,;)!–—-]| $)"
)


_BEHIND_COUNT = re.compile(r" ?(?:, )?(?:in favou?r )?(?P<mark>: |- |– |— |\( |, |namely |from )(?:namely |from )?(?:the )?$")


def behind_a_count(at: Named) -> Claims:
    """ "Six EU states abstained: Croatia, ...", "three voted no, Iran, Syria and Cuba": the states are those counted."""
    line, states = at.sentence.line, sum(isinstance(v, MemberMention) for v in at.voters)
    for stop, position, number, within in at.told.counts:
        match = _BEHIND_COUNT.fullmatch(line, stop - 1, at.start) if stop <= at.start else None
        if match is None or (match["mark"] == ", " and number != states) or act_at(line, at.end):
            continue
        whole = _AND_MORE.match(line, at.end) is None and (number == states or _LIST_ENDS.match(line, at.end) is not None)
        yield claim_at(
            at.sentence, Kind.POSITION, at.start, at.end, voters=at.voters, position=position, only=whole, within=within
        )
        return


_LIST_GOES_NO_FURTHER = re.compile(r"[.,;:!?)–—-]|$|(?:and|among(?! the)|as|while|with|but|in|on) ")
_LIST_ENDS = re.compile(r"[.;:!?)–—-]|$")
_DONE_BY = re.compile(
    r"(?<!strongly )(?<!fiercely )(?<!bitterly )(?<!long )\b(?:(?P<did>opposed|rejected|vetoed|blocked)|(?:was|were"
    r"|been|being|and|only) (?P<done>backed|supported|endorsed|approved)) by"
    r"(?: , among others ,| among others)? (?:the |only )?$"
)
_OVER = re.compile(
    r"\b(?:over|despite|against) the (?P<noun>abstentions?|opposition|noes|no votes|votes against|dissent) (?:of"
    r"|from) (?:the |both )?$"
)
_SUPPORT_OF = re.compile(
    r"\b(?:won|had|has|got|gained|drew|secured|received|enjoyed|attracted|with|obtained|found) (?:only )?(?:the )?(?:full "
    r")?(?:support|backing|votes?|approval|endorsement)"
    r" (?:of|from|among) (?:the |all |both |only )*$"
)
"""Not ", backed by the Arab League": who stands behind a draft may have had no vote."""


def done_by(at: Named) -> Claims:
    sentence, start, end, voters, before = at.sentence, at.start, at.end, at.voters, at.before
    match = _DONE_BY.search(before)
    if match is None and (won := _SUPPORT_OF.search(before)) and act_at(sentence.line, end) is None:
        first = start - len(before) + won.start()
        yield claim_at(sentence, Kind.POSITION, first, end, voters=voters, position=Position.YES, only="only" in won[0])
    if match is None and (over := _OVER.search(before)) and (position := position_named(over["noun"])):
        yield claim_at(sentence, Kind.POSITION, start - len(before) + over.start(), end, voters=voters, position=position)
    if match is None:
        return
    position = Position.NO if match["did"] else Position.YES
    veto = match["did"] in ("vetoed", "blocked")
    first = start - len(before) + match.start()
    behind = _ONLY_BEHIND.match(sentence.line, end)
    only = "only" in match[0] or behind is not None
    last = behind.end() if behind else end
    yield claim_at(sentence, Kind.POSITION, first, last, voters=voters, position=position, veto=veto, only=only)


_ONLY_BEHIND = re.compile(r"(?:only|alone)(?= [.,;:!?)]| $)")
