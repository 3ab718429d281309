"""One record of the OHCHR library's Voting Collection, whatever file it came in -> a fragment.

The cells are named as in the table that was harvested from it (resolutions.csv); `marc_ohchr` makes the same cells of MARCXML.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from store.errors import SourceError
from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind, Tally, dashed
from store.importers import cells as read
from store.importers.ballots import is_known, seat_on
from store.importers.datasets import OHCHR
from store.importers.fragment import Fragment, LeftOut
from store.members import load_members
from store.symbols import symbol_key

BODIES = {"human rights council": Body.HRC, "commission on human rights": Body.CHR}

UNITED_ARAB_REPUBLIC_ENDED = dt.date(1971, 9, 2)
"""From then on "Egypt". The collection has the votes of the United Arab Republic under ARE, the Emirates' code."""

NO_VOTE_TAKEN = {"withdrawn": "it was withdrawn before any vote", "not considered": "it was never put to the vote"}
"""Words of `vote_type` for texts that the body did not decide on."""

_LETTERS = {"Y": "Y", "N": "N", "A": "A", ".": "X", "": ""}
_TITLE_ENDING = re.compile(r"\s*:?\s*\b(resolution|decision|amendment|presidential statement)s?\s*/?\s*$", re.IGNORECASE)
_SYMBOL = r"(?:A/HRC/|E/CN\.4/)[\w./-]*?L\.\d+(?:/Rev\.\d+)?|L\.\d+(?:/Rev\.\d+)?"
_AMENDED = re.compile(rf"\bamendments?\b.*?\bto\s+(?:the\s+)?(?:draft\s+(?:resolution|decision)s?\s+)?({_SYMBOL})", re.IGNORECASE)
_DRAFT = re.compile(rf"\bdraft\s+(?:resolution|decision|decsion|presidential statement)s?\s*({_SYMBOL})", re.IGNORECASE)
_SESSION = re.compile(r"at its (\d+)\s?(?:st|nd|rd|th)(\s+special)?\s+session", re.IGNORECASE)
_MEETING = re.compile(r"^(?:adopted|rejected)\b.*?\bat the (.*)$", re.IGNORECASE)
_RESULT = re.compile(r"\b(adopted|rejected|rejectd)\b", re.IGNORECASE)


def fragment(cells: Mapping[str, str], ballots: Sequence[tuple[str, str]]) -> Fragment | LeftOut:
    """The record's statement; what was never voted on, or cannot be named, is left out and said why.

    `ballots` holds code and vote as the collection writes them: Y, N, A, "." (took no part) or nothing.
    """
    record = cells["record_id"].strip()
    if why := _why_left_out(cells, ballots):
        return LeftOut(record, why)
    symbol, day = cells["symbol"].strip(), read.day(cells["date"])
    kind, outcome = _kind(cells), _outcome(cells)
    tally, mode = _tally(cells), _mode(cells, ballots)
    members, positions, faults = _roll(ballots, day, tally)
    return Fragment(
        dataset=OHCHR.key,
        record_id=record,
        key=symbol_key(symbol),
        symbol=symbol,
        body=_body(cells["body"]),
        date=day,
        title=_title(cells, kind),
        kind=Kind.DRAFT if outcome is Outcome.REJECTED and kind is not Kind.AMENDMENT else kind,
        outcome=outcome,
        mode=mode,
        tally=Tally() if mode is Mode.WITHOUT_VOTE else tally,
        members=members,
        positions=positions,
        draft=_draft(cells, kind),
        url=read.optional_text(cells.get("record_url", "")) or f"{OHCHR.url}record/{record}",
        session=_session(cells["statement"]),
        meeting=_meeting(cells["meeting"]),
        agenda=_without_dash(cells["agenda_item_title"]),
        subjects=tuple(s for s in (_without_dash(cells["agenda_subject"]),) if s),
        parent=_parent(cells) if kind is Kind.AMENDMENT else None,
        remarks=tuple(_remark(text) for text in (*_faults_of(cells, mode, outcome), *faults)) + _totals(tally, positions),
    )


def _why_left_out(cells: Mapping[str, str], ballots: Sequence[tuple[str, str]]) -> str | None:
    missing = [name for name in ("symbol", "date") if not cells[name].strip()]
    if missing:
        return f"the record has no {' and no '.join(missing)}"
    how = cells["vote_type"].strip().casefold()
    if how in NO_VOTE_TAKEN:
        return NO_VOTE_TAKEN[how]
    if _kind(cells) is Kind.AMENDMENT and not ballots and not cells["yes"].strip() and _mode(cells, ballots) is Mode.NON_RECORDED:
        return "the amendment is listed without result, totals or votes"
    return None


def _body(cell: str) -> Body:
    body = BODIES.get(read.line_of_text(cell).casefold())
    if body is None:
        raise SourceError(
            "this is neither the Human Rights Council nor the Commission on Human Rights", column="body", value=cell
        )
    return body


def _mode(cells: Mapping[str, str], ballots: Sequence[tuple[str, str]]) -> Mode:
    match cells["vote_type"].strip().casefold().split(","):
        case ["adopted without vote", *_]:
            return Mode.WITHOUT_VOTE
        case ["recorded", *_]:
            if ballots:
                return Mode.RECORDED
            return Mode.WITHOUT_VOTE if "without a vote" in cells["draft"].casefold() else Mode.NON_RECORDED
        case ["non-recorded", *_]:
            return Mode.NON_RECORDED
        case _:
            raise SourceError("this is no known way of deciding", column="vote_type", value=cells["vote_type"])


def _kind(cells: Mapping[str, str]) -> Kind:
    """By the title's last word; "presidential statement" is a decision in the Council's terms."""
    ending = _TITLE_ENDING.search(cells["title"])
    word = ending[1].casefold() if ending else ""
    if word == "amendment" or cells["draft"].strip().casefold().startswith("amendment"):
        return Kind.AMENDMENT
    if word in ("decision", "presidential statement") or "/DEC" in cells["symbol"].upper():
        return Kind.DECISION
    return Kind.RESOLUTION


def _outcome(cells: Mapping[str, str]) -> Outcome:
    """The record's own word; where it has none, the totals. An amendment's is in the text on its draft, since the record's
    "Adopted at the 41st meeting" stands beside rejected ones too."""
    said = _said(cells)
    if said is not None:
        return said
    tally = _tally(cells)
    lost = tally.yes is not None and tally.no is not None and tally.yes <= tally.no
    return Outcome.REJECTED if lost else Outcome.ADOPTED


def _said(cells: Mapping[str, str]) -> Outcome | None:
    words = [cells["draft"], cells["statement"]]
    if not words[1].strip().casefold().startswith(("adopted", "rejected")) or _kind(cells) is Kind.AMENDMENT:
        words = words[:1] + [cells["meeting"]] * cells["meeting"].strip().casefold().startswith("rejected")
    found = next((match[1].casefold() for word in words if (match := _RESULT.search(word))), None)
    if found is None:
        return None
    return Outcome.ADOPTED if found == "adopted" else Outcome.REJECTED


def _tally(cells: Mapping[str, str]) -> Tally:
    return Tally(
        yes=read.count(cells["yes"], "yes"),
        no=read.count(cells["no"], "no"),
        abstain=read.count(cells["abstain"], "abstain"),
        non_voting=read.count(cells["nonvoting"], "nonvoting"),
    )


def _roll(ballots: Sequence[tuple[str, str]], day: dt.date, tally: Tally) -> tuple[tuple[str, ...], str, list[str]]:
    """Codes, letters, and what is wrong with them, in words.

    A cell without a vote is a member that did not vote where so the stated number of them comes out; otherwise the source does
    not say what it did.
    """
    cast: dict[str, str] = {}
    faults: list[str] = []
    for written, vote in ballots:
        code, letter = _code(written, day, faults), _letter(vote)
        if cast.setdefault(code, letter) != letter:
            cast[code] = "U"
            faults.append(f"The record lists {code} twice, with different votes.")
    letters = list(cast.values())
    silent = "X" if letters.count("") + letters.count("X") == tally.non_voting else "U"
    return tuple(cast), "".join(letter or silent for letter in letters), list(dict.fromkeys(faults))


def _letter(vote: str) -> str:
    letter = _LETTERS.get(vote.strip().upper())
    if letter is None:
        raise SourceError('this is no vote: Y, N, A, "." or nothing is expected', column="vote", value=vote)
    return letter


def _code(written: str, day: dt.date, faults: list[str]) -> str:
    code = seat_on(written.strip().upper(), day)
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise SourceError("this is no code of a member state", column="iso3", value=written)
    if code == "ARE" and day < UNITED_ARAB_REPUBLIC_ENDED:
        faults.append("The record lists the United Arab Republic under the code ARE; read as EGY.")
        return "EGY"
    if not is_known(code):
        faults.append(f"The record lists a code of no known member: {code}.")
    elif not load_members().was_member(code, day):
        faults.append(f"The record lists {code}, which was no member state on that day.")
    return code


def _totals(tally: Tally, positions: str) -> tuple[Remark, ...]:
    if not positions:
        return ()
    stated, counted = (tally.yes, tally.no, tally.abstain), tuple(positions.count(letter) for letter in "YNA")
    if all(n is None or n == m for n, m in zip(stated, counted, strict=True)):
        return ()
    said = dashed(*stated)
    detail = f"stated {said}, counted {dashed(*counted)}"
    return (Remark(RemarkKind.TOTALS_DISAGREE, detail, OHCHR.key),)


def _faults_of(cells: Mapping[str, str], mode: Mode, outcome: Outcome) -> list[str]:
    """What the record says about the vote, and where it contradicts itself."""
    how, tally = read.line_of_text(cells["vote_type"]), _tally(cells)
    found = []
    if how.casefold().startswith("recorded") and mode is not Mode.RECORDED:
        found.append("The record calls this a recorded vote and lists no votes.")
    if mode is Mode.WITHOUT_VOTE and tally.yes is not None:
        found.append(f"The record says that no vote was taken, yet gives the totals {tally.yes}-{tally.no}-{tally.abstain}.")
    if "," in how:
        found.append(f"The record adds: {how.split(',', 1)[1].strip()}.")
    if mode is not Mode.WITHOUT_VOTE and tally.yes is not None and tally.no is not None:
        by_totals = Outcome.ADOPTED if tally.yes > tally.no else Outcome.REJECTED
        if by_totals is not outcome:
            found.append(
                f'The record says "{outcome.value}", which its totals ({tally.yes} in favour, {tally.no} against) contradict.'
            )
    return found


def _remark(text: str) -> Remark:
    return Remark(RemarkKind.SOURCE_NOTE, text, OHCHR.key)


def _title(cells: Mapping[str, str], kind: Kind) -> str:
    """ "The right to development : resolution /" -> "The right to development". An amendment bears the title of its text, and
    must not be taken for it."""
    title = read.line_of_text(cells["title"])
    title = _TITLE_ENDING.sub("", title).strip() or title
    if kind is not Kind.AMENDMENT:
        return title
    sponsors = read.line_of_text(cells.get("main_sponsors", ""))
    return f"Amendment to “{title}”" + (f", proposed by {sponsors}" if sponsors else "")


def _draft(cells: Mapping[str, str], kind: Kind) -> str | None:
    if kind is Kind.AMENDMENT:
        return None
    match = _DRAFT.search(cells["draft"])
    return _in_full(match[1], cells["symbol"]) if match else None


def _parent(cells: Mapping[str, str]) -> str | None:
    match = _AMENDED.search(cells["draft"])
    return _in_full(match[1], cells["symbol"]) if match else None


def _in_full(symbol: str, beside: str) -> str:
    """ "L.1" beside A/HRC/37/L.4 -> "A/HRC/37/L.1"."""
    if not symbol.upper().startswith("L."):
        return symbol
    start = symbol_key(beside).rpartition("/L.")[0]
    return f"{start}/{symbol}" if start else symbol


def _session(statement: str) -> str | None:
    match = _SESSION.search(statement)
    return f"S-{match[1]}" if match and match[2] else match[1] if match else None


def _meeting(cell: str) -> str | None:
    text = read.line_of_text(cell)
    match = _MEETING.match(text)
    return (match[1] if match else text) or None


def _without_dash(cell: str) -> str | None:
    return read.line_of_text(cell).rstrip("-").rstrip(" .") or None
