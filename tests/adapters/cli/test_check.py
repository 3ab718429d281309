"""`votedesk check` on the starter record: for people, as JSON, as a batch; in every kind of file; with an exit status for programs."""

from __future__ import annotations

import io
import itertools
import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from adapters.cli.check_writing import write_check, write_json
from adapters.cli.scratch import parts_of, scratch
from bot.desk import Desk
from bot.report import CheckReport

Votedesk = Callable[..., Any]

RIGHT = "The General Assembly adopted A/RES/ES-11/7 by 93 votes to 18. Hungary voted no."
WRONG = "The General Assembly adopted A/RES/ES-11/7 by 93 votes to 18. China voted no."


@pytest.fixture
def article(tmp_path: Path) -> Callable[..., str]:
    """Writes a file and gives its name."""

    def write(content: str | bytes, name: str = "article.txt") -> str:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(file)

    return write


def test_the_text_is_shown_with_its_claims_marked_then_each_verdict_in_sign_and_word(
    votedesk: Votedesk, article: Callable[..., str]
) -> None:
    shown = votedesk("check", article(WRONG))
    assert (shown.status, shown.err) == (0, "")
    assert "[1 ✓ by 93 votes to 18]" in shown.out
    assert "[2 ✗ China voted no]" in shown.out
    assert "2 ✗ contradicted: “China voted no”" in shown.out
    assert "China abstained on" in shown.out
    assert "https://" in shown.out
    assert shown.out.splitlines()[-1] == "2 claims on votes: 1 supported, 1 contradicted."


def test_a_text_without_a_claim_says_so(votedesk: Votedesk, article: Callable[..., str]) -> None:
    assert (
        votedesk("check", article("The weather was fine.")).out
        == "No claim about a vote at the United Nations was found in the text.\n"
    )


def test_strict_fails_only_on_a_contradicted_claim(votedesk: Votedesk, article: Callable[..., str]) -> None:
    assert votedesk("check", "--strict", article(WRONG)).status == 3
    assert votedesk("check", "--strict", article(RIGHT)).status == 0
    assert votedesk("check", article(WRONG)).status == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", RIGHT),
        ("a.md", "# Votes\n\nThe **General Assembly** adopted A/RES/ES-11/7 by _93 votes to 18_.\r\n\r\n> Hungary voted no."),
        ("a.html", "<p>The General&nbsp;Assembly adopted A/RES/ES-11/7 by <b>93</b> votes to 18.</p><p>Hungary voted no.</p>"),
        ("a.bom", b"\xef\xbb\xbf" + RIGHT.encode()),
        ("a.utf16", RIGHT.encode("utf-16")),
        ("a.latin1", "“Très bien”. ".encode("cp1252") + RIGHT.encode()),
    ],
)
def test_offsets_count_in_the_file_whatever_it_is_written_in(
    votedesk: Votedesk, article: Callable[..., str], name: str, content: str | bytes
) -> None:
    report = CheckReport.model_validate_json(votedesk("check", "--json", article(content, name)).out)
    assert [claim.verdict for claim in report.claims] == ["supported", "supported"]
    text = content if isinstance(content, str) else None
    if text is not None:
        assert [text[claim.start : claim.end] for claim in report.claims] == [claim.quote for claim in report.claims]


def test_standard_input_is_a_text_too(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(RIGHT.encode())))
    assert "2 claims on votes: 2 supported." in votedesk("check", "-").out


def test_a_pipe_that_cannot_be_read_twice_is_a_text_too(
    votedesk: Votedesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as read, os.fdopen(writing, "wb") as write:
        write.write("“Très bien”. ".encode("cp1252") + RIGHT.encode())
        write.close()
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=read))
        report = CheckReport.model_validate_json(votedesk("check", "--json", "-").out)
    assert [claim.start for claim in report.claims] == [13 + RIGHT.index("by 93"), 13 + RIGHT.index("Hungary")]


FILLER = "Nothing was decided on that morning.\r\n\r\n" * 1500
LONG = f"1 ✓ A list.\r\n\r\n{RIGHT}\r\n\r\n{FILLER}Slovakia voted yes.\r\n\r\n{FILLER}China voted no.\r\n\r\n{FILLER}"


def test_a_text_of_several_pieces_has_the_document_of_the_whole_report(
    votedesk: Votedesk, article: Callable[..., str], starter_desk: Desk
) -> None:
    report = starter_desk.check(LONG)
    assert [claim.verdict for claim in report.claims] == ["supported", "supported", "supported", "contradicted"]
    assert votedesk("check", "--json", article(LONG)).out == report.model_dump_json() + "\n"
    line = json.dumps({"id": "t1", "text": LONG})
    assert votedesk("check", "--batch", article(line)).out == f'{{"id":"t1",{report.model_dump_json()[1:]}\n'


def test_a_text_of_several_pieces_is_shown_whole_with_its_claims_numbered_through(
    votedesk: Votedesk, article: Callable[..., str]
) -> None:
    shown = votedesk("check", "--strict", article(LONG))
    text, _, verdicts = shown.out.partition("\n1 ✓ supported: ")
    assert shown.status == 3
    unmarked = text.replace("]", "")
    for mark in ("[1 ✓ ", "[2 ✓ ", "[3 ✓ ", "[4 ✗ "):
        unmarked = unmarked.replace(mark, "")
    assert unmarked == LONG.replace("\r\n", "\n") + "\n"
    assert "\n4 ✗ contradicted: “China voted no”\n" in verdicts
    assert shown.out.endswith("\n4 claims on votes: 3 supported, 1 contradicted.\n")


def test_a_text_of_several_pieces_without_a_claim_is_not_shown_again(votedesk: Votedesk, article: Callable[..., str]) -> None:
    assert votedesk("check", article(FILLER)).out == "No claim about a vote at the United Nations was found in the text.\n"


def test_memory_does_not_grow_with_the_claims_of_a_text(starter_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.check.pieces.LONGEST_PIECE", 1_500)
    monkeypatch.setattr("adapters.cli.scratch._KEPT_IN_MEMORY", 4_000)

    def most_taken(times: int) -> int:
        with scratch() as written:
            tracemalloc.start()
            write_check(starter_desk, lambda: itertools.repeat(f"{RIGHT} {WRONG}\n\n", times), None, write_json, written)
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return most

    most_taken(25)
    assert most_taken(100) < 1.5 * most_taken(25)


def test_an_import_in_between_has_the_text_checked_again(starter_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    generations = iter([1, 2])
    monkeypatch.setattr(starter_desk, "generation", lambda: next(generations))
    with scratch() as written:
        write_check(starter_desk, lambda: iter([RIGHT]), None, write_json, written)
        assert CheckReport.model_validate_json("".join(parts_of(written))).checked == 2


def test_today_is_what_weekdays_count_from(votedesk: Votedesk, article: Callable[..., str]) -> None:
    file = article("The General Assembly voted on the Ukraine resolution on Monday: 93-18-65.")
    dated = CheckReport.model_validate_json(votedesk("check", "--json", "--today", "2025-02-26", file).out)
    assert [claim.verdict for claim in dated.claims] == ["supported"]


def test_json_is_one_document_of_the_contract(votedesk: Votedesk, article: Callable[..., str]) -> None:
    shown = votedesk("check", "--json", article(WRONG))
    assert shown.out.count("\n") == 1
    document = json.loads(shown.out)
    assert list(document) == ["version", "claims", "checked", "summary"]
    assert document["summary"] == {"supported": 1, "contradicted": 1, "ambiguous": 0, "unverifiable": 0}
    assert list(document["claims"][0]) == [
        *("start", "end", "quote", "claim", "verdict", "finding", "members", "roll_calls", "votes", "sources")
    ]


def test_a_batch_gives_one_report_a_line_in_order_with_its_id(votedesk: Votedesk, article: Callable[..., str]) -> None:
    lines = [
        {"id": "a", "text": RIGHT, "url": "ignored"},
        {"id": 7, "text": "Nothing."},
        {"id": "c", "text": WRONG, "today": "2025-03-01"},
    ]
    shown = votedesk("check", "--batch", article("\n".join(map(json.dumps, lines))))
    reports = [json.loads(line) for line in shown.out.splitlines()]
    assert shown.status == 0
    assert [(r["id"], r["checked"]) for r in reports] == [("a", 2), (7, 0), ("c", 2)]


def test_a_strict_batch_ends_with_status_3_where_a_claim_is_contradicted(votedesk: Votedesk, article: Callable[..., str]) -> None:
    right, wrong = (json.dumps({"text": text}) for text in (RIGHT, WRONG))
    assert votedesk("check", "--strict", "--batch", article(f"{right}\n{wrong}\n{right}")).status == 3
    assert votedesk("check", "--strict", "--batch", article(right)).status == 0


def test_a_line_that_is_no_text_keeps_its_place_and_is_named(votedesk: Votedesk, article: Callable[..., str]) -> None:
    shown = votedesk("check", "--batch", article(f'{{"question": "?"}}\n{json.dumps({"id": 2, "text": RIGHT})}'))
    assert shown.status == 2
    assert "Line 1 of" in shown.err
    assert "is not a text" in shown.err
    assert [json.loads(line)["checked"] for line in shown.out.splitlines()] == [0, 2]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Check one text"),
        (("a.txt", "--batch", "b.jsonl"), "Check one text"),
        (("no-such-file.txt",), "no-such-file.txt cannot be read"),
        (("--today", "yesterday", "a.txt"), "yesterday is not a date"),
    ],
)
def test_wrong_usage_is_one_sentence(votedesk: Votedesk, words: tuple[str, ...], told: str) -> None:
    shown = votedesk("check", *words)
    assert shown.status == 2
    assert shown.out == ""
    assert told in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x07\x1b[31mred", b"\xff" * 100, "🙂" * 5000, "<" * 5000, "(" * 5000, "Hungary " * 3000],
    ids=lambda c: ascii(c)[:20],
)
def test_whatever_is_given_gets_a_clear_report(votedesk: Votedesk, article: Callable[..., str], content: str | bytes) -> None:
    shown = votedesk("check", article(content))
    assert (shown.status, shown.err) == (0, "")
    assert "\x1b" not in shown.out
