"""Document symbols in a question, however written -> `SymbolMention`s with the key that the record uses.

Strict symbols are taken as they stand. For the rest, the number is found first ("49/1", "377 A (V)", "2774 (2025)", "1441") and
then the words around it say what it numbers: "HRC 49/1", "resolution 2774 of the Security Council", "UNSCR 1973".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.question import LAST_COMMON_SESSION, SymbolMention
from bot.understand.clean import fold_in_place
from bot.understand.date_words import MONTHS
from bot.understand.symbol_context import Context, NumberingBody, abbreviates_council, context_of, venue_of
from store.facts import Body
from store.symbols import symbol_key

YEARS = range(1945, 2050)
"""Numbers that are read as years where nothing says otherwise. The Council's resolutions share them: 1973 is one of 2011."""

_LAST_OLD_YEAR = 1976
"""Until then the Assembly numbered its resolutions through (3379), so a number with a year may be either body's."""

_FIRST_SLASH_SESSION = 31  # the Assembly's resolutions have been numbered by session ("31/1") since 1976
_MOST_VOTES = 193  # a bare number up to the count of members is rather a count of votes

_PART_ENDS_HERE = re.compile(r" \[?[a-h]\]?[\s?!.;)]*$")  # "1991 A"
_OF_YEAR = re.compile(r"\s*(?:of|from|de|del|du|von|vom|aus|di)\s+(?P<year>(?:19|20)[0-9][0-9])\b(?!\s?[-/])")
# A number in each of the shapes that symbols have; the first that fits wins.
_FORM = re.compile(
    r"""(?<![0-9])(?<![0-9][/.,:–-])(?:
      (?<![a-z])es[-\s]?(?P<es_session>[0-9]{1,2}|[ivx]{1,4})\s?/\s?(?P<es_number>[0-9]{1,3})(?P<es_part>[a-h](?![a-z]))?
    | (?<![a-z])s-(?P<s_session>[0-9]{1,2})\s?/\s?(?P<s_number>[0-9]{1,3})
    | (?P<year_session>19[4-9][0-9]|20[0-9][0-9])/(?P<year_number>[0-9]{1,3})
    | (?P<old>[1-9][0-9]{0,3})\s?(?P<old_part>[a-h])?\s?\((?P<old_session>es-[ivx]+|s-(?:[ivx]+|[0-9]+)|[ivxl]+)\)
      (?:\s?(?P<old_section>\[[a-z0-9.-]{1,12}\]|[a-h](?![\w])))?
    | (?P<dated>[1-9][0-9]{0,3})\s?
      (?:\((?P<paren_year>19(?:4[5-9]|[5-9][0-9])|20[0-9]{2})\)|/(?P<slash_year>19(?:4[5-9]|[5-9][0-9])|20[0-9]{2}))
    | (?P<session>[1-9][0-9]?)\s?/\s?(?P<number>[1-9][0-9]{0,2})(?P<part>[a-h](?![\w]))?
    | (?P<plain>[1-9][0-9]{0,3})
    )(?![0-9]|[/.,:][0-9])""",
    re.VERBOSE,
)

# Symbols written out: "S/2024/312", "A/HRC/59/L.1/Rev.1", "A/RES/34/93[I]", "E/CN.4/RES/12(XIV)", "S/2025/123#motion-1".
_STRICT = re.compile(
    r"(?<![\w/.])[aest](?:/+[a-z0-9.]+(?:-[a-z0-9.]+)*)+(?:/?\s?\([\w-]{1,12}\)(?:[a-z](?:-[a-z])?(?!\w))?)?"
    r"(?:\s?\[[\w.-]{1,14}\])?(?:#[a-z]+(?:-[a-z0-9]+)*)?"
)
_WORD_HANGING_ON = re.compile(r"(?:-[a-z]{3,}|[.-])$")
_SECTION_LETTER = re.compile(r" [A-H](?=\s*(?:$|[?.,;:!)]))")
# "a res 68 262", "a res es-11 7": typed without its strokes
_STROKELESS = re.compile(
    r"(?<![\w/.])a[ .]?/?\s?res(?:olution)?[ ./]{1,2}"
    r"(?:(?P<es>es)[- ]?)?(?P<session>[0-9]{1,2})[ ./-](?P<number>[0-9]{1,3})(?P<part>[a-h])?(?![\w/-])"
)
_COUNCIL_RESOLUTION = re.compile(r"S/RES/(?P<number>[0-9]+)(?:\((?P<year>[0-9]{4})\))?")
_OLD_RESOLUTION = re.compile(r"A/RES/(?P<number>[0-9]+)(?:\(.*)?")
_RECORD = re.compile(r"\brecord\s+(?:no\.?\s*|#\s*)?(?P<record>[0-9]{5,8})\b")
_MEETING = re.compile(r"\b(?P<number>[1-9][0-9]?,?[0-9]{3}|[1-9][0-9]{2})(?:st|nd|rd|th)\s+(?:security council\s+)?meeting\b")
_DRAFT_ENDING = re.compile(r"(?<![\w/.])l\.\s?[0-9]{1,3}(?:/(?:rev|add|corr)\.?\s?[0-9]{1,2})*(?![\w/])")

_CHAIN = re.compile(r"\s*(?:,|&|\+|/|,?\s*(?:and|und|et|y|e|or|vs\.?|versus))\s*")
_CHAIN_GOES_ON = re.compile(r"\s*(?:,|&|\+|,?\s*(?:and|und|et|y|e))\s*[1-9][0-9]{2,3}\b")
_RANGE_GOES_ON = re.compile(r"\s?(?:[-–—]|to|through|until|bis|hasta|ate|al?)\s?(?:the\s)?[0-9]")
_COUNTED = re.compile(
    r"\s?(?:%|(?:-| )?(?:(?:other|of|un|eu|african|arab|more|different|de|dos|das)\s)*(?:states?|countr|members?|nations?"
    r"|delegat|votes?|voting|yes\b|no\b|noes|in favou?r|for\b"
    r"|against|abst|non|per ?cent|people|million|billion|days?|weeks?|months?|years?|hours?|minutes?|km|miles|troops|deaths"
    r"|dead|dollars"
    r"|euros?|resolutions?|times|meps?|seats?|lawmakers|roll|voix|pays|votos|paises|stimmen|staaten|voti|paesi|contra|contre"
    r"|gegen"
    r"|a favor|dafur|dagegen|pour\b|si\b|ja\b|nein\b|enthalt|asten|sided|backed|opposed|supported))"
)
_TALLY_GOES_ON = re.compile(
    r"\s?(?:to|[-–—:/]|against|vs?\.?|zu)\s?(?:[0-9]|nil|none|zero|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)"
)
_MONTH_FOLLOWS = re.compile(r"(?:st|nd|rd|th|er|\.)?\s?(?:of |de )?(?P<month>[a-z]{3,})")
_NOT_A_SYMBOL_BEFORE = re.compile(
    r"(?:[$€£#@+]|[0-9]\s?|\b(?:article|articles|rule|chapter|page|pages|p\.?|para|paragraph|annex|top|over|than|about|least"
    r"|some|nearly|almost"
    r"|around|flight|item|room|covid|agenda|first|last|session|session:|usd|eur)\s?)$"
)
# malta on 2728 2735 2720; and not "phone 1555 2368 in 2020"
_ROW_GOES_ON = re.compile(r"(?: (?!19|20[0-4])[1-9][0-9]{3}\b)+(?! ?[0-9])")
_IN_A_ROW = re.compile(r"\b(?:on|for|against|about|re|votes?|resolutions?)(?: (?!19|20[0-4])[1-9][0-9]{3})+ $")
_LONGEST_ROW = 200  # characters, some forty numbers
_MARK_BEFORE = re.compile(r"(?::|\s-)\s*$")
_TIME_BEFORE = re.compile(r"\b(?:in|since|before|after|until|by|im|seit|vor|nach|en|depuis|avant|desde|em|nel|dal)\s$")
_OF_THE_VOTE = re.compile(r"(?:\b(?:on|vot\w+ (?:for|against)|sur|sobre|zu|uber|su)\s|\()$")
_ADOPTING = re.compile(r"\badopt(?:s|ed|ing)?\s$")
_ON_A_MATTER = re.compile(r"\s(?:on|about|over)\b")
_COUNT_BEFORE = re.compile(
    r"\b(?:to|at|by|with|from|of|only|just|another|got|were|was|zu|a|par|con|mit|yes|no|for|against|favou?r|abst\w+):?\s$"
)
_PLURAL_AFTER = re.compile(r"\s[a-z]{3,}s\b")
_ENDS_HERE = re.compile(r"\s*(?:$|[?!.;:,)\n]|-\s)")
_WORD_BEFORE = re.compile(r"([a-z0-9']+)[\s\"'(-]*$")  # also of one word: "Nazismus-Resolution 2014"
_NO_TOPIC_WORDS = """
a an the this that these of on under to in by with for from about and or was is are did do does s what whats which how
who vote votes voted voting via per against un uno onu uns adopted adopt passed pass supported support backed back
opposed oppose vetoed rejected approved tally result results outcome text roll call la le l les el il lo de del der die
das den dem des du von zu zur auf sur sobre uber su o os as no na em ao en regarding re concerning famous called known
see cf
"""
_NO_TOPIC = frozenset(_NO_TOPIC_WORDS.split())


def read_symbols(text: str) -> tuple[SymbolMention, ...]:
    """The symbols that a text names, in text order; `SymbolMention` says what each field holds.

    A session-and-number without a body ("resolution 79/7") gets the Assembly's key and no `body`: nothing said otherwise.
    """
    flat = fold_in_place(text)
    if not any(map(str.isdigit, flat)):
        return ()
    found: list[SymbolMention] = []
    claimed = bytearray(len(text))  # 1 for each character of those found
    for mention in (*_strict(text, flat), *_by_name(text, flat)):
        _add(found, mention, claimed)
    venue = venue_of(flat)
    chained: Context | None = None
    chained_to = -1
    for match in _FORM.finditer(flat):
        if claimed.find(1, *match.span()) >= 0:
            continue
        context = context_of(flat, *match.span())
        joined = flat[chained_to : match.start()] if chained and match.start() >= chained_to else None
        if chained and not context.word and not context.body and joined is not None and _CHAIN.fullmatch(joined):
            context = Context(chained.body, chained.word, match.start())
        if flat[match.start() - 1 : match.start()].isalpha() and not context.word and not context.body:
            continue
        numbered = _numbered(text, flat, match, context, venue)
        if numbered is not None:
            _add(found, numbered, claimed)
            if context.word or numbered.certain:
                chained, chained_to = context, numbered.end
    return tuple(sorted(found, key=lambda s: s.start))


def spans_that_are_symbols(symbols: Iterable[SymbolMention]) -> list[tuple[int, int]]:
    """Spans that cannot be anything else; a number that may be a year is left for `read_days` to read as well."""
    return [(s.start, s.end) for s in symbols if not s.maybe_year]


def _add(found: list[SymbolMention], mention: SymbolMention, claimed: bytearray) -> None:
    if claimed.find(1, mention.start, mention.end) < 0:
        claimed[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        found.append(mention)


def _strict(text: str, flat: str) -> Iterable[SymbolMention]:
    for match in _STRICT.finditer(flat):
        end = match.end()
        while hanging := _WORD_HANGING_ON.search(flat, match.start(), end):
            end = hanging.start()
        section = _SECTION_LETTER.match(text, end)
        if section and flat.startswith(("a/res/", "e/cn.4/res/"), match.start()):
            end = section.end()
        words = text[match.start() : end]
        if any(c.isdigit() for c in words):
            yield _written_out(words, match.start(), end)


def _written_out(words: str, start: int, end: int) -> SymbolMention:
    key = symbol_key(words)
    if re.match(r"A/E?S-[0-9]+/[0-9]+$", key):
        key = key.replace("A/", "A/RES/", 1)
    if council := _COUNCIL_RESOLUTION.fullmatch(key):
        year = int(council["year"]) if council["year"] else None
        return SymbolMention(words, start, end, key if year else None, int(council["number"]), Body.SC, year)
    if old := _OLD_RESOLUTION.fullmatch(key):
        return SymbolMention(words, start, end, key if "(" in key else None, int(old["number"]), Body.GA)
    return SymbolMention(words, start, end, key, body=_body_of(key))


def _body_of(key: str) -> Body | None:
    for start, body in (("A/HRC/", Body.HRC), ("E/CN.4/", Body.CHR), ("S/", Body.SC), ("A/", Body.GA)):
        if key.startswith(start):
            return body
    return None


def _by_name(text: str, flat: str) -> Iterable[SymbolMention]:
    """A library record, a numbered meeting, the ending of a draft's symbol."""
    for match in _STROKELESS.finditer(flat):
        session = f"ES-{match['session']}" if match["es"] else match["session"]
        key = symbol_key(f"A/RES/{session}/{match['number']}{(match['part'] or '').upper()}")
        yield SymbolMention(text[match.start() : match.end()], *match.span(), key=key, body=Body.GA)
    for match in _RECORD.finditer(flat):
        yield SymbolMention(text[match.start() : match.end()], *match.span(), record=int(match["record"]))
    for match in _MEETING.finditer(flat):
        yield SymbolMention(
            text[match.start() : match.end()], *match.span(), key=f"S/PV.{match['number'].replace(',', '')}", body=Body.SC
        )
    for match in _DRAFT_ENDING.finditer(flat):
        words = text[match.start() : match.end()]
        yield SymbolMention(words, *match.span(), ending=symbol_key(words))


def _numbered(text: str, flat: str, match: re.Match[str], context: Context, venue: Body | None) -> SymbolMention | None:
    start, end = context.start, match.end()
    get = match.groupdict()
    body = context.body or venue
    known = context.is_known
    court = body if isinstance(body, Body) else None
    if get["es_session"]:
        session = symbol_key(f"A/RES/1(ES-{get['es_session']})")[len("A/RES/1(") : -1]
        key = f"A/RES/{session}/{get['es_number']}{(get['es_part'] or '').upper()}"
        return _mention(text, start, end, key=key, body=Body.GA)
    if get["s_session"]:
        at_rights = court is Body.HRC
        key = f"A/{'HRC/' if at_rights else ''}{_document(context)}/S-{get['s_session']}/{get['s_number']}"
        return _mention(text, start, end, key=key, body=court)
    if get["year_session"]:
        series = "E/RES" if context.body == "ECOSOC" else "E/CN.4/RES"
        key = f"{series}/{get['year_session']}/{get['year_number']}"
        return _mention(text, start, end, key=key, body=court if court is Body.CHR else None, certain=known) if known else None
    if get["old"]:
        return _old(text, match, context, known)
    if get["dated"]:
        return _dated(text, match, context, court)
    if get["session"]:
        return _of_session(text, match, context, court, known)
    return _plain(text, flat, match, context, court)


def _mention(
    text: str,
    start: int,
    end: int,
    *,
    key: str | None = None,
    number: int | None = None,
    body: Body | None = None,
    year: int | None = None,
    certain: bool = True,
    maybe_year: bool = False,
) -> SymbolMention:
    key = symbol_key(key) if key else None
    return SymbolMention(text[start:end], start, end, key, number, body, year, certain, maybe_year=maybe_year)


def _document(context: Context) -> str:
    return "DEC" if context.is_decision else "RES"


def _old(text: str, match: re.Match[str], context: Context, known: bool) -> SymbolMention | None:
    """ "377 A (V)", "3379 (XXX)", "1000 (ES-I)"."""
    number = int(match["old"])
    if not known and number < 30:
        return None
    body: NumberingBody = context.body if context.body in (Body.CHR, "ECOSOC") else Body.GA
    series = {Body.CHR: "E/CN.4/RES", "ECOSOC": "E/RES"}.get(body, f"A/{_document(context)}")
    part = (match["old_part"] or "") + (match["old_section"] or "")
    key = f"{series}/{number}({match['old_session'].upper()}){part.upper()}"
    return _mention(text, context.start, match.end(), key=key, number=number, body=body if isinstance(body, Body) else None)


def _dated(text: str, match: re.Match[str], context: Context, body: Body | None) -> SymbolMention | None:
    """ "2774 (2025)", "1973/2011"."""
    number, year = int(match["dated"]), int(match["paren_year"] or match["slash_year"])
    known = context.is_known
    if not known and (number < 100 or match["slash_year"]):
        return None
    if body in (None, Body.SC) and (context.body is Body.SC or year > _LAST_OLD_YEAR):
        key, body = f"S/RES/{number}({year})", Body.SC
    else:
        key = None
    return _mention(
        text, context.start, match.end(), key=key, number=number, body=body, year=year, certain=known or number > _MOST_VOTES
    )


def _of_session(text: str, match: re.Match[str], context: Context, body: Body | None, known: bool) -> SymbolMention | None:
    """ "79/7", "HRC 49/1", "decision 80/506"."""
    session, number = int(match["session"]), int(match["number"])
    if not known and (session <= _FIRST_SLASH_SESSION or session + number == 100):
        return None
    if body is Body.HRC and not context.body and session > LAST_COMMON_SESSION:
        body = None
    if body is None and session < _FIRST_SLASH_SESSION:
        body = Body.HRC
    series = "A/HRC/" if body is Body.HRC else "A/"
    part = (match["part"] or "").upper()
    key = f"{series}{_document(context)}/{session}/{number}{part}"
    if body not in (Body.HRC, Body.GA):
        body = None
    return _mention(text, context.start, match.end(), key=key, body=body, certain=known or body is not None)


def _plain(text: str, flat: str, match: re.Match[str], context: Context, body: Body | None) -> SymbolMention | None:
    """A number alone: "resolution 2334", "UNSC 502", "on 1441", or the whole question "2774?"."""
    number, start, end = int(match["plain"]), context.start, match.end()
    counted = _COUNTED.match(flat, end) and (not context.is_known or _stands_apart(flat, match, number))
    if counted or flat[end : end + 1].isalpha() or _is_day_of_month(flat, match, number):
        return None
    if number <= _MOST_VOTES and _TALLY_GOES_ON.match(flat, end):
        return None
    year: int | None = None
    certain, maybe_year = True, False
    if number in YEARS:
        standing = _standing_of_year(flat, match, context)
        if standing is None:
            return None
        certain, maybe_year = standing
    elif context.word:
        of_year = _OF_YEAR.match(flat, end)
        year, end = (int(of_year["year"]), of_year.end()) if of_year else (None, end)
    elif context.body and context.from_left:
        if number < (30 if context.body is Body.SC else 100) or context.body not in (Body.SC, Body.GA):
            return None
    elif not _may_stand_alone(flat, match, number):
        return None
    else:
        certain = False
    key = f"S/RES/{number}({year})" if year and body is Body.SC else None
    return _mention(text, start, end, key=key, number=number, body=body, year=year, certain=certain, maybe_year=maybe_year)


def _stands_apart(flat: str, match: re.Match[str], number: int) -> bool:
    """Whether a mark parts a count from the word before: "the October resolution: 38 abstentions"."""
    return number <= _MOST_VOTES and bool(_MARK_BEFORE.search(flat[: match.start()]))


def _is_day_of_month(flat: str, match: re.Match[str], number: int) -> bool:
    following = _MONTH_FOLLOWS.match(flat, match.end())
    before = _WORD_BEFORE.search(flat[max(0, match.start() - 20) : match.start()])
    return number <= 31 and bool((following and following["month"] in MONTHS) or (before and before[1] in MONTHS))


def _standing_of_year(flat: str, match: re.Match[str], context: Context) -> tuple[bool, bool] | None:
    """(certain, may be a year) of a number that could be a year; None where it is one.

    "UNSCR 1973" is the resolution; "Libya resolution 1973" may be either; "killer robots resolutions 2023" is a year.
    """
    if _RANGE_GOES_ON.match(flat, match.end()):
        return None
    if not context.word:
        if _PART_ENDS_HERE.match(flat, match.end()):
            return False, False
        named = context.body is Body.SC and context.from_left and abbreviates_council(flat, context.start)
        asked_about = bool(_OF_THE_VOTE.search(flat[: match.start()]) and _ENDS_HERE.match(flat, match.end()))
        asked_about = asked_about or bool(_ADOPTING.search(flat[: match.start()]) and _ON_A_MATTER.match(flat, match.end()))
        in_brackets = flat[match.start() - 1 : match.start()] == "("
        return (False, True) if named or (asked_about and not in_brackets) else None
    if context.is_prefix:
        return True, False
    if context.is_plural:
        return (False, True) if _CHAIN_GOES_ON.match(flat, match.end()) or context.start == match.start() else None
    before = _WORD_BEFORE.search(flat[max(0, context.start - 30) : context.start])
    after_topic = context.body is None and before is not None and before[1] not in _NO_TOPIC
    if context.word == "res":
        after_topic = after_topic and int(match["plain"]) >= 2000
    return (False, True) if after_topic or context.body is Body.GA else (True, False)


def _may_stand_alone(flat: str, match: re.Match[str], number: int) -> bool:
    """Whether a bare number can be a resolution's: three or four digits that nothing around makes a count."""
    if number < 100:
        return False
    before, after = flat[: match.start()], flat[match.end() :]
    if _IN_A_ROW.search(before[-_LONGEST_ROW:]) or _ROW_GOES_ON.match(after):
        return number > _MOST_VOTES
    if _NOT_A_SYMBOL_BEFORE.search(before[-14:]) or re.match(r"[-–]|\s?[0-9]", after):
        return False
    if before[-1:] in "-–." and before:
        return False
    if number in range(1500, YEARS.stop) and _TIME_BEFORE.search(before):
        return False
    whole = not re.search(r"[^\W_]", before + after)
    if whole:
        return True
    asked_about = bool(_OF_THE_VOTE.search(before))
    counted = number < 1000 and (_COUNT_BEFORE.search(before) or _PLURAL_AFTER.match(after))
    if counted:
        return asked_about
    return number > _MOST_VOTES or asked_about or bool(_ENDS_HERE.match(after))
