"""Those said to belong to the ones who did it: "among the 51", "one of the abstainers", "two more", "the third"."""

from __future__ import annotations

import re

from bot.check.acts import act_at
from bot.check.claim import Kind
from bot.check.figures import NUMBER, number_of, position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Told
from bot.check.voters import Claims, Named, past_asides
from bot.question import GroupMention
from store.facts import Position

_WORD = r"(?:(?!(?:and|but|while|whereas|when) )[^\s.,;:!?()\ue000-\ue2ff]+)"  # of what belongs to the same clause
_AMONG = re.compile(
    r"(?:(?:voted|sided|was|were|stood|went|lined up) (?:\w+ly )?with (?:the |those )"
    r"|(?:(?:\S+ ){0,2}?(?:was|were|is|are|sat|sit|counted|being|featured|figured|numbered|belonged|belong"
    r"|remained) (?:\w+ )?(?:to(?= the )|(?:one|two|three|four|five|six|some|all) of|among|amongst|in"
    r"|part of) (?:the |those |these )?)|(?:now )?(?:among|amongst) the (?!\S+ (?:were|was|included)\b))"
    rf"(?P<what>(?!favou?r\b)(?:{_WORD} ){{0,3}}{_WORD})"
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
            denied = _DENIED.search(line, past, found.start("what")) is not None
            made, _ = claim_at(
                sentence, Kind.POSITION, start, last, voters=voters, position=position, negated=denied, among=number, only=alone,
                within=within,
            )  # fmt: skip
            if number is None:
                told.read(found.start("what"), last)
            yield made, line.find(" ", found.start()) + 1  # the number may be a claim of its own
            return
    if those := _AMONG_THOSE.match(line, end):
        position, negated = told.position_at(sentence.span(start, end)[0])
        negated = negated is not (_DENIED.search(those[0]) is not None)
        if position is not None:
            yield claim_at(sentence, Kind.POSITION, start, those.end(), voters=voters, position=position, negated=negated)
        return
    if (one := _ONE_TO.match(line, end)) and not _DENIED.search(one[0]):
        hit = act_at(line, one.end())
        if hit and hit[0].said is not None and not hit[0].negated:
            made, _ = claim_at(sentence, Kind.POSITION, start, hit[1], voters=voters, position=hit[0].said)
            told.read(one.end(), hit[1])
            yield made, one.end("verb") if one["verb"] else one.end("verb2")
            return
    if (called := _WERE_CALLED.match(line, end)) and (position := position_named(called["noun"])):
        yield claim_at(sentence, Kind.POSITION, start, called.end("noun"), voters=voters, position=position, whole=True)
    if (noun := _WAS_A.match(line, end)) and (position := position_named(noun["noun"])):
        yield claim_at(sentence, Kind.POSITION, start, noun.end("noun"), voters=voters, position=position)
        return
    if (were := _WERE_THE.match(line, end)) and (position := told.numbers.get(number_of(were["number"]) or 0)):
        yield claim_at(sentence, Kind.POSITION, start, were.end("number"), voters=voters, position=position, only=True)


_DENIED = re.compile(r"\b(?:not|never|hardly)\b|n't\b")  # "Kenya was not one of them"
_ONE_TO = re.compile(
    r"(?:, )?(?P<verb>was|is|were|are|became|being) (?:\w+ )?(?:one of|among) (?:only |just |the )*[\w-]+(?: - \w+)? (?:\w+ )?"
    r"(?:countries|states|members|nations|delegations|governments) (?:to|that|who|which) "
    r"|(?:, )?(?P<verb2>was|is|were|are) (?:\w+ )?(?:(?:one of|among) those|one|another|two|three|others?) (?:to|that|who|which) "
)
_WERE_CALLED = re.compile(
    r"(?:were|are|was|is) (?:the )?(?P<noun>abstainers|abstentions|noes|nays|opponents|objectors|no votes|votes against"
    r"|yes votes|absentees)(?= [.,;:!?)]| $)"
)
_WERE_THE = re.compile(
    r"(?:(?:were|are|being|is|was|(?:had )?cast|casting|casts|provid(?:ed|ing)|suppl(?:ied|ying)"
    r"|account(?:ed|ing) for|ma(?:de|king) up)"
    r" (?:the|those)) (?P<number>\w+)(?: (?:of them|noes|no votes|votes against|against))?(?= [.,;:!?)])"
)
_WAS_A = re.compile(
    r"(?:(?:was|were|is|are|being) (?:also |again |both )?(?:an? |the (?:other|second|third|last) )?"
    r"(?:firm |clear |solid |flat |another )?|(?:, )?(?:with )?an? )"
    r"(?P<noun>no|yes|abstentions?|abstainers?|opponents?|objectors?|noes|no votes?|yes votes?|no - shows?|absentees?)"
    r"(?= [.,;:!?)]| $| (?:again|once more|too|as well|and|but|while)\b)"
)
_AMONG_THOSE = re.compile(
    r"(?:was|were|is|are) (?:\w+ )?(?:among|amongst|one of) (?:them|those|that (?:group|number|camp))(?= [.,;:!?)]"
    r"| (?:as well|too|also)\b)"
)
_ONE_MORE = re.compile(
    r"(?:was|were|is|are|became|being) (?:\w+ )?the (?:second|third|fourth|fifth|sixth|last|other|latest) "
    r"(?:(?:country|state|member|nation|government|one|delegation|countries|states|members) )?(?:\S+ ){0,3}?(?:to|that"
    r"|which|who) "
)


_MORE = re.compile(
    rf"(?:(?:was|were|is|are|being|made|makes) |(?=another\b)|(?=a (?:second|third|fourth|fifth)\b))"
    rf"(?:a (?:second|third|fourth|fifth)(?: one)?|(?:(?:{NUMBER}|another) (?:more|others?)|another(?: one)?"
    r"|the (?:others?|rest))"
    rf"|(?:up )?(?P<of>{NUMBER})(?: of (?:them|those))?)(?= [.,;:!?)–—]| $)"
)


def one_more(at: Named) -> Claims:
    """ "Israel was the third country to vote no", "Kenya and Nigeria were two more"."""
    place = at.sentence.span(at.start, at.end)[0]
    more, (position, negated) = _MORE.match(at.sentence.line, at.end), at.told.position_at(place)
    vague = at.told.is_of_a_tally(place) or not at.told.is_close(place)
    if more and more["of"] and (vague or number_of(more["of"]) != len(at.voters)):
        return  # "Ukraine was one", "Mexico and Brazil were two": of a side told before
    if more and position is not None:
        yield claim_at(at.sentence, Kind.POSITION, at.start, more.end(), voters=at.voters, position=position, negated=negated)
        return
    for past in past_asides(at.sentence.line, at.end):
        found = _ONE_MORE.match(at.sentence.line, past)
        hit = act_at(at.sentence.line, found.end()) if found and not _DENIED.search(found[0]) else None
        if hit and hit[0].said is not None and not hit[0].negated:
            yield claim_at(at.sentence, Kind.POSITION, at.start, hit[1], voters=at.voters, position=hit[0].said)
            return


def _group_meant(sentence: Sentence, what: str, at: int, told: Told) -> tuple[Position | None, int]:
    """The position of "the 51", "the eleven", "the abstainers", "35 abstentions"; and where the words end."""
    words = what.split()
    for count in range(len(words), 0, -1):
        part = " ".join(words[:count])
        end = at + len(part)
        if position := position_named(part) or _SIDES.get(part):
            return position, end
        if count == 1 and (number := number_of(part)) is not None:
            return told.numbers.get(number), end
        character = part[-1:]
        mention = sentence.shape.mentions.get(character)
        if mention is not None and (position := position_named(mention.words.lower())):
            return position, end
    return None, at


_SIDES = {"minority": Position.NO, "losing side": Position.NO, "majority": Position.YES, "winning side": Position.YES}
_THE_THIRD = re.compile(
    r"(?:being|was|were|is|made) (?:the|a) (?:second|third|fourth|fifth|sixth|other|last)(?: one| of them| two)?\b"
    r"(?= [.,;:!?)]| $)"
)


def the_third(at: Named) -> Claims:
    """ "188 to 3, the Marshall Islands being the third": one of those counted last."""
    sentence, start, end, voters, told = at.sentence, at.start, at.end, at.voters, at.told
    match = _THE_THIRD.match(sentence.line, end)
    place = sentence.span(start, end)[0]
    position, negated = told.position_at(place)
    position = told.counted if told.is_of_a_tally(place) else position
    if match and position is not None and not negated and told.is_close(place):
        yield claim_at(sentence, Kind.POSITION, start, match.end(), voters=voters, position=position)
