"""Numbers of votes in a sentence: "93-18-65", "eight EU members voted for it", "nobody abstained", "14 other capitals"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.acts import ADVERBS, Act, act_at, object_end
from bot.check.appositions import with_those_counted
from bot.check.claim import Claim, Kind
from bot.check.counted_with import OF_TODAY, counted_with
from bot.check.drawn import drawn
from bot.check.figures import NOUN, NUMBER, number_of, position_named
from bot.check.loosely import loosely_counted
from bot.check.scores import scope_of, scores_in
from bot.check.sentence import Sentence, claim_at
from bot.check.summed import summed
from bot.check.told import Taken, Told
from bot.question import GroupMention, MemberMention, TallyMention
from bot.understand.patterns import any_of
from bot.understand.positions import position_in
from bot.understand.shape import GROUP, STATE, TALLY
from store.facts import Position

_NOBODY = (
    r"(?:(?:not one|not a single|no) (?:member|state|country|government) of the(?= [\ue100-\ue1ff] )|not one (?:country"
    r"|state|member|delegation|nation)|nobody(?! (?:but|except|else))|no one(?! (?:but|else))"
    r"|not a single (?:\w+ )?(?:country|state|member|vote|delegation)|no (?:country|state|member|delegation|nation"
    r"|member state)|(?:no|not one|not a single|none of the)(?= [\ue100-\ue1ff] ))"
)
_COMPARED = {
    "no fewer than": 1,
    "not fewer than": 1,
    "no less than": 1,
    "no more than": -1,
    "not more than": -1,
    "more than": 1,
    "over": 1,
    "at least": 1,
    "nearly": 0,
    "almost": 0,
    "fewer than": -1,
    "less than": -1,
    "under": -1,
    "some": 0,
    "about": 0,
    "around": 0,
}
_COUNTED = re.compile(
    rf"(?:(?<!\d [.,/-] )|(?=[a-z]))(?<![\w/-])(?:(?P<compared>{any_of(*_COMPARED)}) )?(?P<only>only |just |the |another |and "
    rf"|a further )*(?:(?P<number>{NUMBER})(?: single| lone| sole| solitary)?|(?P<nobody>{_NOBODY}))"
    rf" (?:(?P<group>{GROUP}) (?:{NOUN} |of the (?:security )?council )?|{NOUN} (?:(?:of|on|in) the (?:(?:un|security"
    rf"|general) )*(?:council|assembly) )?|(?:in all|in total|altogether|all told) "
    rf"|(?:of the (?:\d+ |\w+ )?)?(?P<group2>{GROUP}) (?:{NOUN} )?"
    rf"|of {OF_TODAY}{GROUP} (?:{NOUN} )?"
    rf"|(?:out )?of (?:the |its |their |all )?(?:the )?(?:council ' s )?{NUMBER} (?:council |un |united nations )?(?:{NOUN} )?)?"
)
_ASSEMBLY_ACTS = re.compile(
    r"(?:deplored|condemned|demanded|declared|called|rejected|urged|recogni[sz]ed|affirmed|agreed|denounced|repudiated|rebuked"
    r"|adopted|passed|carried)\b"
    r"(?! (?:the|that|this) (?:resolution|text|draft|motion))"
)
_ASSEMBLY_SAYS = re.compile(
    rf"(?:told|asked|requested|instructed|ordered|invited|reminded|warned|want(?:ed)?|recommended|granted|gave) (?!for |about )"
    rf"(?:the )?(?:{STATE}|(?:un |united nations |security |world )*(?:council|court|assembly|secretary)\b"
    rf"|secretary\b|palestin\w+)"
)
_FEWEST_WHO_SAY = 40
"""States that do so together only by a vote: "143 states asked the Council to reconsider"."""
_ONE_OF = re.compile(
    rf"\bone of (?:only |just |the )?(?P<number>{NUMBER}) {NOUN}(?P<rest> (?:to do so|to do that|that did|in favou?r|against"
    rf"|to abstain|to vote \S+))?"
)
_OTHERS = re.compile(
    rf"(?:and |with |alongside |along with |by )?(?!once )(?P<number>{NUMBER}) (?:others?|more|further"
    r"|remaining) (?!(?:texts?|resolutions?|drafts?|motions?|measures?|amendments?|ballots?|times|votes on)\b)"
    rf"(?:{NOUN} |{GROUP} )?"
)
_NAMED_BEFORE = re.compile(rf"{STATE} (?:, )?$")  # "Washington and 17 others"
_ARE_BEFORE = re.compile(r"\b(?:was|were|is|are|made|makes|for) $")  # "Kenya and Nigeria were two more"
_NAMED_IN_CLAUSE = re.compile(rf"{STATE} (?:, )?(?:\w+ )?(?:was|were|is|are) $")
_COUNCIL = 15  # members: "all fifteen" are the whole of it
_ALL_BEFORE = re.compile(r"\ball (?:of )?(?:the |its |their )?$")
_ACT_ENDS = 4  # characters by which an act is known to have its voters
_AS_MANY = re.compile(r"as many (?:again )?(?=abst|vot|oppos|did not)")
_ADVERB = re.compile(rf"(?:(?:{ADVERBS}|who|that|which|simply) ){{0,3}}")


def counted_in(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    """Every number of votes that is claimed, in no order. What they were read from is taken."""
    told.within = scope_of(sentence)
    yield from with_those_counted(sentence, taken, told)
    yield from _all_but(sentence, taken)
    yield from summed(sentence, taken, told)
    yield from _others(sentence, taken, told)
    yield from _labelled(sentence, taken, told)
    yield from _as_many(sentence, taken)
    yield from scores_in(sentence, taken, told)
    yield from _one_of(sentence, taken)
    yield from drawn(sentence, taken, told)
    yield from loosely_counted(sentence, taken, told)


def _claim(sentence: Sentence, kind: Kind, first: int, last: int, **said: object) -> Claim:
    return claim_at(sentence, kind, first, last, **said)[0]


def _labelled(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    line = sentence.line
    for match in _COUNTED.finditer(line):
        if not taken.free(*match.span()):
            continue
        of_two = _ONE_OF_TWO.match(line, match.start()) is not None
        if of_two or _THE_SAME.match(line, match.start()) or _ONE_AMONG.search(match[0]) or _THOSE.fullmatch(match[0]):
            continue
        aside, hit = _act_of(line, match.end())
        number = 0 if match["nobody"] else number_of(match["number"])
        of_all = _ALL_BEFORE.search(line, 0, match.start("number")) if match["number"] and hit else None
        if of_all and not match["group"] and not match["group2"]:
            # "All 27 abstained": of the group spoken of, and no count of the vote
            whole = told.group if number != _COUNCIL else None
            if (whole is not None or number == _COUNCIL) and hit is not None and hit[0].said is not None and not hit[0].negated:
                taken.take(of_all.start(), hit[1])
                yield _claim(sentence, Kind.COUNT, of_all.start(), hit[1], position=hit[0].said, number=number, within=whole)
            continue
        group = sentence.shape.mentions.get(match["group"] or match["group2"] or "")
        if hit is None and number and (said := _assembly_act(line, match.end(), number)) and _has_noun(match[0]):
            taken.take(match.start(), said.end())
            told.numbers[number] = Position.YES
            yield _claim(
                sentence,
                Kind.COUNT,
                match.start(),
                said.end(),
                position=Position.YES,
                number=number,
                **_compared(match["compared"]),
            )
            continue
        if hit is None or number is None or (hit[0].negated and number):
            continue
        if number and _is_of_those(match, in_group=group is not None):
            continue
        if re.search(r"\b(?:the other|the remaining|the rest) $", sentence.line[: match.start()] + (match["only"] or "")):
            taken.take(match.start(), hit[1])
            if hit[0].said is not None:
                yield _claim(sentence, Kind.COUNT, match.start(), hit[1], position=hit[0].said, number=number, loose=True)
            continue
        act, stop = hit
        if act.company and sentence.line[match.end() : stop].split()[-1:] in (["kept"], ["keeping"]):
            continue
        if act.company:
            yield from counted_with(sentence, match, stop, number, taken)
            continue
        bare = re.sub(r"^(?:only|just|the|another|and) ", "", match[0].strip())
        if act.said is None or (
            told.within is None and bare in ("one", "a") and act.said is not Position.ABSTAIN and not match["only"]
        ):
            continue
        within = group if isinstance(group, GroupMention) and group.key != "council" else None
        told.within = within or told.within
        told.counted = act.said
        taken.take(match.start(), match.end() if aside else stop)
        taken.take(stop - _ACT_ENDS, stop)
        if number and not match["compared"]:
            opened = match.end() if aside else object_end(line, stop)
            told.counts.append((opened, act.said, number, within or told.within))
        yield _claim(
            sentence, Kind.COUNT, match.start(), match.end() if aside else stop, position=act.said, number=number,
            within=within or told.within, either=within is None and told.within is not None, **_compared(match["compared"]),
        )  # fmt: skip


def _is_of_those(match: re.Match[str], *, in_group: bool) -> bool:
    """Whether some of those who did so are told of, and no count of them: "Morocco was one who abstained", "Russia and two
    African states voted no"."""
    before = (match.string, 0, match.start())
    if in_group and match["only"] == "and " and _NAMED_BEFORE.search(*before):
        return True
    return bool(_ARE_BEFORE.search(*before) and _NAMED_IN_CLAUSE.search(*before))


def _assembly_act(line: str, at: int, number: int) -> re.Match[str] | None:
    said = _ASSEMBLY_SAYS.match(line, at) if number >= _FEWEST_WHO_SAY else None
    return said or _ASSEMBLY_ACTS.match(line, at)


def _as_many(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    """ "18 voted against, and as many abstained"."""
    line = sentence.line
    for match in _AS_MANY.finditer(line):
        before = [t for _, t in sentence.shape.placed_mentions() if isinstance(t, TallyMention)]
        numbers = [n for t in before[-1:] for n in (t.abstain, t.no, t.yes) if n is not None]
        hit = act_at(line, match.end())
        if hit and numbers and hit[0].said is not None:
            taken.take(match.start(), hit[1])
            yield _claim(sentence, Kind.COUNT, match.start(), hit[1], position=hit[0].said, number=numbers[0])


_ALL_BUT = re.compile(
    rf"(?:all|every|each)(?: of)?(?: the)? (?:\d+ )?(?P<group>{GROUP}) (?:\w+ )?(?:but|except|bar|save"
    rf"|minus) (?:for )?(?P<number>{NUMBER}) (?:of them )?"
)


_ONE_AMONG = re.compile(r"\b(?:one|a|another) of (?:the |its |their |all |only |just )*[\w-]+ ")
_ONE_OF_TWO = re.compile(r"the one (?=[^.;:]*\bthe other\b)")  # "the one abstained, the other voted yes"
_THOSE = re.compile(r"the (?:two|three|four|five|six) ")  # those spoken of, and no count of a vote
_THE_SAME = re.compile(r"the (?:two|three|four|five|\d) (?:countries|states|members|nations|allies|governments|capitals) ")
# "32 members, including India and China, abstained", "45 – among them Italy – abstained", "24, China among them, were opposed"
_INCLUDING = re.compile(
    r"(?P<mark>, |[-–—] |\( )(?:(?:including|among them|led by|most of them|such as|notably|among these) "
    rf"|(?:(?:a|the|well|more than|nearly|almost|about|roughly|over|just|some|a full) ){{0,3}}(?:third|half|quarter|fifth"
    rf"|two - thirds|two thirds"
    rf"|three - quarters|majority) of "
    rf"|(?=(?:the )?{STATE} (?:, (?:the )?{STATE} )*(?:(?:, )?and (?:the )?{STATE} ), )"
    rf"|(?<!, )(?=(?:the )?{STATE} [^;:.()–—]*[)–—-] )"
    rf"|(?=(?:[^,;:.()–—]*{STATE}[^;:.()–—]*) (?:among them|(?:\w+ ){{0,2}}(?:of|among) them|included) ?[,)–—-]))"
)


_ALL_BUT_OF = re.compile(
    rf"all but (?P<number>{NUMBER}) (?:members |countries |states )?(?:of|among) (?:the "
    rf"|its )?(?:\d+ )?(?P<group>{GROUP}) (?:' )?(?:s )?"
    rf"(?:\d+ )?(?:{NOUN} )?(?P<tally>{TALLY})?"
)


def _all_but(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    """ "Every EU government but one voted for it", "all but two of the EU's 27 abstained"."""
    for match in _ALL_BUT_OF.finditer(sentence.line):
        group = sentence.shape.mentions[match["group"]]
        mention = sentence.shape.mentions[match["tally"]] if match["tally"] else None
        hit = act_at(sentence.line, match.end())
        position = hit[0].said if hit else position_named(mention.words.lower()) if mention else None
        last = hit[1] if hit else match.end()
        taken.take(match.start(), last)
        if position is not None and isinstance(group, GroupMention):
            number = number_of(match["number"])
            yield _claim(sentence, Kind.COUNT, match.start(), last, position=position, within=group, all_but=number)
    for match in _ALL_BUT.finditer(sentence.line):
        group = sentence.shape.mentions[match["group"]]
        adverbs = _ADVERB.match(sentence.line, match.end())
        hit = act_at(sentence.line, adverbs.end() if adverbs else match.end())
        number = number_of(match["number"])
        if hit and hit[0].said is not None and isinstance(group, GroupMention) and number is not None:
            taken.take(match.start(), hit[1])
            yield _claim(sentence, Kind.COUNT, match.start(), hit[1], position=hit[0].said, within=group, all_but=number)


def _past_including(line: str, at: int) -> Iterator[int]:
    """Behind each comma that may end "32 members, including India, China and Brazil, ..."."""
    if opening := _INCLUDING.match(line, at):
        closing = _CLOSING[opening["mark"].strip()]
        yield from (end.end() for end in closing.finditer(line, opening.end(), opening.end() + 220))


_CLOSING = {mark: re.compile(f" {end} ") for mark, end in ((",", ","), ("(", r"\)"), *((dash, "[-–—]") for dash in "-–—"))}


def _act_of(line: str, at: int) -> tuple[bool, tuple[Act, int] | None]:
    """What those counted did, and whether some of them are named in between."""
    if hit := _act_behind(line, at):
        # "128 countries rejected the decision": by a text against it, or by a no to a text for it, nobody can say.
        return False, None if hit[0].vaguely and _REJECTING.match(line, at) and not _A_TEXT.search(line[at : hit[1]]) else hit
    return True, next((found for past in _past_including(line, at) if (found := _act_behind(line, past))), None)


_REJECTING = re.compile(r"reject|turned down")
_A_TEXT = re.compile(r"\b(?:it|them|measure|proposal|document|declaration|call|amendments?)$")


def _act_behind(line: str, at: int) -> tuple[Act, int] | None:
    adverbs = _ADVERB.match(line, at)
    places = dict.fromkeys([at, adverbs.end() if adverbs else at])
    return next((h for place in places if (h := act_at(line, place)) and (h[0].said is not None or h[0].company)), None)


def _has_noun(words: str) -> bool:
    return re.search(NOUN, words) is not None


def _compared(words: str | None) -> dict[str, bool]:
    sign = _COMPARED.get(words or "")
    return {"at_least": sign in (0, 1) and words is not None, "at_most": sign in (0, -1) and words is not None}


_THEM = re.compile(r"(?:then |later |now )?join(?:ed|ing) them\b")
_WHO = re.compile(r" ?(?:that|which|who|to) ")


def _one_of(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    for match in _ONE_OF.finditer(sentence.line):
        if taken.free(*match.span()):
            number = number_of(match["number"])
            rest = match["rest"] or ""
            doing = _WHO.match(sentence.line, match.end()) if not rest else None
            if doing and (hit := act_at(sentence.line, doing.end())) and hit[0].said is not None and not hit[0].negated:
                taken.take(match.start(), hit[1])
                yield _claim(sentence, Kind.COUNT, match.start(), hit[1], position=hit[0].said, number=number)
                continue
            position = position_in(f"{rest} ") if rest and "do" not in rest and "did" not in rest else None
            taken.take(*match.span())
            yield _claim(sentence, Kind.COUNT, *match.span(), position=position, number=number)


def _others(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    """ "14 other capitals": left without a position, which is that of the states named beside."""
    for match in _OTHERS.finditer(sentence.line):
        if not taken.free(*match.span()):
            continue
        number_at, number = match.start("number"), number_of(match["number"])
        if _ARE_BEFORE.search(sentence.line, 0, match.start()):
            continue
        if _THEM.match(sentence.line, match.end()) and len(told.voters) == 1 and isinstance(told.voters[0], MemberMention):
            taken.take(number_at, match.end())
            told.mark(sentence.span(number_at, match.end())[0], None)
            continue  # "Moldova abstained. Five others joined them": those named before it
        joined = number_at > match.start() and _NAMED_BEFORE.search(sentence.line, 0, match.start())
        if not joined and (hit := _act_behind(sentence.line, match.end())) and hit[0].said is not None:
            if not hit[0].negated:
                taken.take(number_at, hit[1])
                yield _claim(sentence, Kind.COUNT, number_at, hit[1], position=hit[0].said, number=number, loose=True)
            continue
        taken.take(number_at, match.end())
        yield _claim(sentence, Kind.COUNT, number_at, match.end(), others=number)
