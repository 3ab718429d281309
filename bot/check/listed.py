"""Lists of those who voted one way: "the two were Israel and the United States", "among the 51", "three noes, from ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.check.acts import act_at
from bot.check.alike import INCLUDED
from bot.check.claim import Kind
from bot.check.figures import NOUN, NUMBER, number_of, position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Told
from bot.check.voters import Claims, Named, past_asides
from bot.question import GroupMention, MemberMention
from bot.understand.shape import DAYS
from store.facts import Position

_LISTED_BEFORE = re.compile(
    r"(?:(?P<only>the only|the lone|the sole|a single|a lone|a sole|the one|only|one|lone) )?(?:(?P<number>\w+) )?"
    r"(?P<noun>(?:\w+ )?(?:fence - sitters?|support|backing|negative votes?|affirmative votes?|dissenting votes?|naysayers?|holdouts?|noes|nos|no votes?|no|nays|votes? against|opponents?|dissenters?|objectors?"
    r"|dissent|opposition|abstentions?|abstainers?|absentees?"
    r"|abstaining|yes votes?|votes? in favou?r|supporters?|backers?|those against|those abstaining|those in favou?r"
    r"|voices against)) "
    rf"(?:(?:of it|of them|it got|in the room|(?:in|on) {DAYS}) )?(?:(?:, )?(?:was|were|had been|came from|being|is|are"
    rf"|from|cast by|by"
    r"|coming from|included|including|- |– |— |: |\( |, )(?: from)? ?)+(?:the |those of |that of |of )?$"
)
_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:the|those) (?P<number>\w+) (?P<verb>were |are |being |was |: |included? |including |counted )(?:, [^,;]{1,30} , )?|\b(?:drew|got|had|attracted"
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
    r"(?:^|[.;,(] )(?:(?P<some>among) )?(?:those |countries )?(?:voting |voted )?(?P<noun>opposed|against|no|noes|nays|in favou?r|for|yes|ayes|abstaining"
    r"|abstentions?|abstained|absent|absentees|not voting) (?:(?:it|the (?:text|resolution|draft|motion)) )?(?:\( \d+ \) )?: (?:\d+ )?(?:[-–—(] )?(?:the )?$"
)
_CALLED = re.compile(
    r"(?:^|, )(?:and )?the (?:one |only |lone |sole )?(?P<noun>abstainer|opponent|dissenter|objector|naysayer) (?:the )?$"
)
_FROM_TALLY = re.compile(
    r"(?P<tally>[\ue600-\ue6ff]) (?:, )?(?:from|: |being|\( |, (?:those of|from)|cast by|- |– |— )\s?(?:the )?$"
)


_AMONG_TALLY = re.compile(
    r"\b(?:among|amongst|of) (?:the |those )?(?P<tally>[\ue600-\ue6ff]) (?:(?:countries|states|members|nations|delegations) )?(?:were|was|are|is|:) (?:the )?$"
)


def listed(at: Named) -> Claims:
    """ "The lone abstainer being Russia", "the two were Israel and the United States", "three noes, from ..."."""
    before = at.sentence.line[max(0, at.start - _FAR) : at.start]
    at = replace(at, before=before)
    for read in (_from_a_tally, _numbered, _doing, _who_did, _called, _headed, _among_them, _by_a_noun):
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
    yield claim_at(at.sentence, Kind.POSITION, first, at.end, voters=at.voters, position=position, only=only, whole=whole, negated=negated)


def _from_a_tally(at: Named) -> Claims:
    """ "35 abstentions, from China, ..."."""
    if part := _AMONG_TALLY.search(at.before):
        if position := position_named(at.sentence.shape.mentions[part["tally"]].words.lower()):
            yield from _claimed(at, _opens(at, part), position)
        return
    match = _FROM_TALLY.search(at.before)
    position = position_named(at.sentence.shape.mentions[match["tally"]].words.lower()) if match else None
    if position:
        yield from _claimed(at, at.start, position, only=_whole(at))


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
    position = Position.NON_VOTING if "not" in act or act == "absent" else position_named(act.removeprefix("voting ")) or Position.YES
    position = Position.NO if act in ("opposing", "dissenting") else position
    whole = not match["some"] and "includ" not in match["verb"] and _whole(at)
    yield from _claimed(at, _opens(at, match), position, whole=whole and _as_many_told(at, position))


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
    if match[0].rstrip().endswith(",") and not _LIST_GOES_NO_FURTHER.match(at.sentence.line, at.end):
        return
    number = number_of(match["number"] or "") or number_of(noun.split()[0])
    told_whole = bool(match["only"]) or number is not None
    in_part = re.match(r"among|includ|others", (match["number"] or "").lower()) or "among " in match[0] or "includ" in match[0]
    whole = not in_part and not _IN_PART.search(at.before, 0, match.start()) and _whole(at)
    listed_whole = whole and _ALL_OF_THEM.search(match[0]) is not None
    yield from _claimed(at, _opens(at, match), position, only=told_whole and whole, whole=listed_whole)


_ALL_OF_THEM = re.compile(r"(?:was|were|came from|being|: |- |– ) ?(?:the )?$")
_AMONG_THEM = re.compile(r"(?:, )?(?:' s )?(?:(?:prominent|prominently|most prominent|notably|chief|first|the (?:biggest|largest|most \w+)) )?(?:of them|among them|among their number|included|in their ranks)(?= [.,;)!–—-]| $)")


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


_LIST_GOES_NO_FURTHER = re.compile(r"[.,;:!?)–—-]|$|(?:and|among|as|while|with|but|in|on) ")
_LIST_ENDS = re.compile(r"[.;:!?)–—-]|$")
_DONE_BY = re.compile(
    r"(?<!strongly )(?<!fiercely )(?<!bitterly )(?<!long )\b(?:(?P<did>opposed|rejected|vetoed|blocked)|(?:was|were"
    r"|been|being|and|only) (?P<done>backed|supported|endorsed|approved)) by"
    r"(?: , among others ,| among others)? (?:the |only )?$"
)
_SUPPORT_OF = re.compile(
    r"\b(?:won|had|has|got|gained|drew|secured|received|enjoyed|attracted|with|obtained|found) (?:only )?(?:the )?(?:full )?(?:support|backing|votes?|approval|endorsement)"
    r" (?:of|from|among) (?:the |all |both |only )*$"
)
"""Not ", backed by the Arab League": who stands behind a draft may have had no vote."""


def done_by(at: Named) -> Claims:
    sentence, start, end, voters, before = at.sentence, at.start, at.end, at.voters, at.before
    match = _DONE_BY.search(before)
    if match is None and (won := _SUPPORT_OF.search(before)) and act_at(sentence.line, end) is None:
        first = start - len(before) + won.start()
        yield claim_at(sentence, Kind.POSITION, first, end, voters=voters, position=Position.YES, only="only" in won[0])
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


_AMONG = re.compile(
    r"(?:(?:(?:\S+ ){0,2}?(?:was|were|is|are|sat|sit|counted|being|featured|figured|numbered|belonged|belong|remained) (?:\w+ )?(?:to(?= the )|(?:one|two|three|four|five|six|some|all) of|among|amongst|in"
    r"|part of) (?:the |those |these )?)|(?:now )?(?:among|amongst) the (?!\S+ (?:were|was|included)\b))"
    r"(?P<what>(?:[^\s.,;:!?()]+ ){0,3}[^\s.,;:!?()]+)"
)


def among(at: Named) -> Claims:
    """ "India was one of the abstainers", "Japan and Italy were among the 51"."""
    sentence, start, end, voters, told, line = at.sentence, at.start, at.end, at.voters, at.told, at.sentence.line
    for past in past_asides(line, end):
        found = _AMONG.match(line, past)
        if found is None:
            continue
        what = found["what"]
        position, last = _group_meant(sentence, what, found.start("what"), told)
        if position is not None:
            number = number_of(line[found.start("what") : last])
            alone = "alone" in line[end:past]
            within = next((m for m in sentence.shape.mentions_in(end, past) if alone and isinstance(m, GroupMention)), None)
            made, _ = claim_at(
                sentence, Kind.POSITION, start, last, voters=voters, position=position, among=number, only=alone, within=within
            )
            yield made, line.find(" ", found.start()) + 1  # the number may be a claim of its own
            return
    if those := _AMONG_THOSE.match(line, end):
        position, negated = told.position_at(sentence.span(start, end)[0])
        if position is not None:
            yield claim_at(
                sentence, Kind.POSITION, start, those.end(), voters=voters, position=position, negated=negated
            )
        return
    if one := _ONE_TO.match(line, end):
        hit = act_at(line, one.end())
        if hit and hit[0].said is not None and not hit[0].negated:
            made, _ = claim_at(sentence, Kind.POSITION, start, hit[1], voters=voters, position=hit[0].said)
            yield made, one.end("verb") if one["verb"] else one.end("verb2")
            return
    if (called := _WERE_CALLED.match(line, end)) and (position := position_named(called["noun"])):
        yield claim_at(sentence, Kind.POSITION, start, called.end("noun"), voters=voters, position=position, whole=True)
    if (were := _WERE_THE.match(line, end)) and (position := told.numbers.get(number_of(were["number"]) or 0)):
        yield claim_at(sentence, Kind.POSITION, start, were.end("number"), voters=voters, position=position, only=True)


_ONE_TO = re.compile(
    r"(?:, )?(?P<verb>was|is|were|are|became|being) (?:\w+ )?(?:one of|among) (?:only |just |the )*[\w-]+(?: - \w+)? (?:\w+ )?"
    r"(?:countries|states|members|nations|delegations|governments) (?:to|that|who|which) "
    r"|(?:, )?(?P<verb2>was|is|were|are) (?:\w+ )?(?:one of|among) those (?:to|that|who|which) "
)
_WERE_CALLED = re.compile(
    r"(?:were|are|was|is) (?:the )?(?P<noun>abstainers|abstentions|noes|nays|opponents|objectors|no votes|votes against|yes votes|absentees)(?= [.,;:!?)]| $)"
)
_WERE_THE = re.compile(r"(?:were|are|being|is|was) the (?P<number>\w+)(?= [.,;:!?)])")
_AMONG_THOSE = re.compile(r"(?:was|were|is|are) (?:\w+ )?(?:among|amongst|one of) (?:them|those|that (?:group|number|camp))(?= [.,;:!?)]| (?:as well|too|also)\b)")
_ONE_MORE = re.compile(
    r"(?:was|were|is|are|became|being) (?:\w+ )?the (?:second|third|fourth|fifth|sixth|last|other|latest) "
    r"(?:(?:country|state|member|nation|government|one|delegation|countries|states|members) )?(?:\S+ ){0,3}?(?:to|that"
    r"|which|who) "
)


_MORE = re.compile(rf"(?:was|were|is|are|made|makes) (?:(?:{NUMBER}|another) (?:more|others?)|another(?: one)?)(?= [.,;:!?)–—]| $)")


def one_more(at: Named) -> Claims:
    """ "Israel was the third country to vote no", "Kenya and Nigeria were two more"."""
    more, (position, negated) = _MORE.match(at.sentence.line, at.end), at.told.position_at(at.sentence.span(at.start, at.end)[0])
    if more and position is not None:
        yield claim_at(
            at.sentence, Kind.POSITION, at.start, more.end(), voters=at.voters, position=position, negated=negated
        )
        return
    for past in past_asides(at.sentence.line, at.end):
        found = _ONE_MORE.match(at.sentence.line, past)
        hit = act_at(at.sentence.line, found.end()) if found else None
        if hit and hit[0].said is not None and not hit[0].negated:
            yield claim_at(at.sentence, Kind.POSITION, at.start, hit[1], voters=at.voters, position=hit[0].said)
            return


def _group_meant(sentence: Sentence, what: str, at: int, told: Told) -> tuple[Position | None, int]:
    """The position of "the 51", "the eleven", "the abstainers", "35 abstentions"; and where the words end."""
    words = what.split()
    for count in range(len(words), 0, -1):
        part = " ".join(words[:count])
        end = at + len(part)
        if position := position_named(part):
            return position, end
        if count == 1 and (number := number_of(part)) is not None:
            return told.numbers.get(number), end
        character = part[-1:]
        mention = sentence.shape.mentions.get(character)
        if mention is not None and (position := position_named(mention.words.lower())):
            return position, end
    return None, at


_THE_THIRD = re.compile(
    r"(?:being|was|were|is) the (?:second|third|fourth|fifth|other|last)(?: one| of them| two)?\b(?= [.,;]| $)"
)


def the_third(at: Named) -> Claims:
    """ "188 to 3, the Marshall Islands being the third": one of those counted last."""
    sentence, start, end, voters, told = at.sentence, at.start, at.end, at.voters, at.told
    match = _THE_THIRD.match(sentence.line, end)
    if match and told.counted is not None:
        yield claim_at(sentence, Kind.POSITION, start, match.end(), voters=voters, position=told.counted)
