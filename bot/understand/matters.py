"""Which states of a line are the matter voted on, and no voters: "the resolution on Cuba", "against the Cuba embargo"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns import any_of, any_word, later
from bot.understand.shape import DAYS, MEMBER, NAME, STATE, SYMBOL, Shape

LONGEST_BEFORE = 40
"""Characters, more than any of the expressions for the words before a list can take."""

NONE_OF = later(r"\b(?:(?:none|not one|neither|no member) of|neither|nor) (?:the )?$")
QUANTIFIED = later(r"\b(most|majority|bulk|more than half|over half|half) (?:of )?(?:all )?(?:the )?$")

WAS_DONE_TO = (
    r"(?:(?:was|were|is|be|been|being|got|getting|gets) |(?:has|had|have) been )(?:\w+ly )?"
    + any_word(
        "admitted accepted readmitted recognised recognized suspended expelled kicked thrown booted ousted ejected excluded "
        "removed evicted stripped barred banned condemned denounced branded sanctioned invaded attacked bombed annexed "
        "partitioned divided told asked urged let upgraded"
    )
)
"""Behind a state: something was done to it, so that it is what was voted on."""

_BEFORE_VOTER = any_of(
    any_word("with by from unlike like alongside including did does has was while and but that only when though although"),
    "rest of",
)
_VOTER_BEFORE = later(rf"(?:^|\b{_BEFORE_VOTER} )(?:the )?$")
_ASKED_BEFORE = later(rf"\b{any_word('did does didn')} (?:the |both |all )*$")
# opposed the Beijing follow-up
_OBJECT_BEFORE = later(r"\b(?:oppos|support|back|reject|approv|endors|veto|block)\w* (?:the )?$")
_NOUN_AFTER = later(r"(?:' )?(?:s )?(?!(?:and|or|on|in|at|too|also|as|over|with|but|alone|for|to)\b)[a-z]{3,}")
_MATTER_BEFORE = later(
    rf"(?:\b{any_word('in of on about over for against to into between admitting condemning suspending expelling sanctioning')}"
    rf"|(?:{SYMBOL}|{NAME}) \() (?:the )?$"
)
_NAME_BEFORE = later(rf"{NAME} $")  # "the embargo on Cuba", of which the nickname is "the embargo on"
_DOES_AFTER = later(r"(?:\w+ )?(?:vot|abst|oppos|support|back|reject|join|side|said|was|were|did|yes|no)")
_MATTER_AFTER = later(
    "(?:' )?"
    + any_of(
        NAME,
        r"vote\b(?! (?:yes|no|for|against|in|the)\b)",
        "human rights",
        r"war\b",
        any_word("resolution text embargo sanctions question peace settlements plan bid"),
        WAS_DONE_TO,
    )
)


_OPENS_LINE = later(r"^(?:the )?$")
# Oman 1970: did London vote no; Cyprus, 1974 - was Turkey against
_OTHERS_ASKED_AFTER = later(
    rf"(?:, |in |of )?(?:{DAYS} [:,;?–—-]|[:–—]) (?:and |so )?(?:did|didn't|does|was|wasn't|were|has|have) (?:the |both )*{STATE}"
)
_IN_VERB = any_word("let lets letting allow allowing allowed take taking took bring bringing brought")
_OUT_VERB = any_word("kick kicking kicked throw throwing threw boot booting booted push pushing pushed")
_PARTED_VERBS = (
    ("admission", later(rf"\b(?P<verb>{_IN_VERB}) (?:the )?{MEMBER} (?:in|into|join)\b")),
    ("admission", later(rf"{MEMBER} (?:being |was |were )?(?P<verb>let) (?:in|into|join)\b")),
    (
        "admission",
        later(
            rf"{MEMBER} (?:' )?(?:s )?(?P<verb>joining|joined|joins|join|entering|entered|entry) (?:to |into |in )?(?:the )?"
            r"(?:un|uno|united nations)\b"
        ),
    ),
    ("expulsion", later(rf"\b(?P<verb>{_OUT_VERB}) (?:the )?{MEMBER} (?:out|off)\b")),
)


def parted_verbs(shape: Shape) -> Iterator[tuple[int, str]]:
    """Verbs that a state parts from their "in" or "out", by their offsets, and what they come to: "letting Mali in"."""
    for meaning, said in _PARTED_VERBS:
        yield from ((shape.offsets[match.start("verb")], meaning) for match in said.finditer(shape.line))


def is_matter(line: str, start: int, end: int) -> bool:
    """Whether the states stand for the matter voted on: "the resolution on Cuba", "against the Cuba embargo"."""
    reach = (start - LONGEST_BEFORE, start)
    if _OPENS_LINE.match(line[:start]) and _OTHERS_ASKED_AFTER.match(line, end):
        return True
    if _ASKED_BEFORE.search(line, *reach) or QUANTIFIED.search(line, *reach):
        return False
    if _MATTER_AFTER.match(line, end) or (_NAME_BEFORE.search(line, *reach) and not _DOES_AFTER.match(line, end)):
        return True
    if _OBJECT_BEFORE.search(line, *reach) and _NOUN_AFTER.match(line, end) and not _DOES_AFTER.match(line, end):
        return True
    if _VOTER_BEFORE.search(line, *reach) or NONE_OF.search(line, *reach):
        return False
    return bool(_MATTER_BEFORE.search(line, *reach))
