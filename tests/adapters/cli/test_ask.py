"""`votedesk ask` on the starter record: for people, as JSON, as a batch; whatever is asked, there is a reply."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.desk import Desk
from bot.reply import Reply

Votedesk = Callable[..., Any]
ROOT = Path(__file__).parents[3]
QUESTION = "how did Hungary vote on A/RES/80/223?"


def replies_in(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def batch_file(path: Path, *lines: object) -> str:
    """A file with one line for each object as JSON; texts as they are."""
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return str(path)


def test_the_first_question_on_a_fresh_machine_is_answered_from_the_starter_record(fresh_votedesk: Votedesk, data_dir: Path) -> None:
    shown = fresh_votedesk("ask", QUESTION)
    assert (shown.status, shown.err) == (0, "")
    assert (data_dir / "votedesk.sqlite3").exists()
    lead = shown.out.splitlines()[0]
    assert "Hungary" in lead
    assert "A/RES/80/223" in shown.out
    assert "✓ yes" in shown.out


def test_an_answer_from_the_starter_record_says_so_and_how_to_get_the_whole(votedesk: Votedesk) -> None:
    shown = votedesk("ask", QUESTION)
    assert "starter record" in shown.out
    assert "votedesk import" in shown.out


def test_the_answer_comes_before_the_sources_and_these_have_links(votedesk: Votedesk) -> None:
    out = votedesk("ask", QUESTION).out
    answer, _, sources = out.partition("\nSources\n")
    assert "Hungary" in answer
    assert "https://digitallibrary.un.org/record/" in sources


def test_a_question_in_french_is_answered_in_french_with_its_labels(votedesk: Votedesk) -> None:
    out = votedesk("ask", "Comment la Hongrie a-t-elle voté sur A/RES/80/223 ?").out.replace("\N{NO-BREAK SPACE}", " ")
    assert out.startswith("Hongrie : pour.")
    assert "Date        Cote          État membre  Vote    Décompte\n" in out
    assert "\nRemarque : Réponse fondée" in out
    assert "(données jusqu'au 2025-12-18)" in out


def test_language_chooses_that_of_the_reply(votedesk: Votedesk, tmp_path: Path) -> None:
    assert votedesk("ask", "--language", "de", QUESTION).out.startswith("Ungarn: Ja.")
    shown = votedesk("ask", "--language", "it", "--batch", batch_file(tmp_path / "q.jsonl", {"question": QUESTION}))
    assert replies_in(shown.out)[0]["text"].startswith("Ungheria: a favore.")


def test_a_language_without_replies_is_refused_with_those_that_there_are(votedesk: Votedesk) -> None:
    shown = votedesk("ask", "--language", "tlh", QUESTION)
    assert (shown.status, shown.out) == (2, "")
    assert "en, fr, es, de, pt, it" in shown.err


def test_words_need_no_quotes(votedesk: Votedesk) -> None:
    assert votedesk("ask", *QUESTION.split()).out == votedesk("ask", QUESTION).out


def test_json_is_one_document_of_the_contract(votedesk: Votedesk) -> None:
    shown = votedesk("ask", "--json", QUESTION)
    reply = Reply.model_validate_json(shown.out)
    assert shown.out.count("\n") == 1
    assert reply.question == QUESTION
    assert [(vote.roll_call, vote.member, vote.position) for vote in reply.votes] == [("A/RES/80/223", "HUN", "yes")]


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "🙂",
        "🇭🇺🇸🇰",
        "?" * 10_000,
        "how did Hungary vote " * 476,
        "\x00\x07\x1b[31mred\x1b[0m",
        "'; DROP TABLE vote; --",
        '" OR NEAR(x y) AND *',
        "<@U024BE7LH> <!here>",
        "Как голосовала Венгрия?",
        "كيف صوتت المجر؟",
        "匈牙利如何投票",
        "undecodable \udce9",
        "best recipe for goulash",
    ],
    ids=lambda question: ascii(question)[:30],
)
def test_whatever_is_asked_gets_a_clear_reply(votedesk: Votedesk, question: str) -> None:
    shown = votedesk("ask", "--", question)
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.strip()
    assert "Traceback" not in shown.out
    assert "\x1b" not in shown.out
    reply = Reply.model_validate_json(votedesk("ask", "--json", "--", question).out)
    assert reply.text.strip()


def test_a_batch_gives_one_reply_a_line_in_order_with_its_id(votedesk: Votedesk, tmp_path: Path) -> None:
    lines = [{"id": f"q{n}", "question": question, "tags": ["ignored"]} for n, question in enumerate([QUESTION, "hello", QUESTION])]
    shown = votedesk("ask", "--batch", batch_file(tmp_path / "q.jsonl", *lines))
    replies = replies_in(shown.out)
    assert shown.status == 0
    assert [reply["id"] for reply in replies] == ["q0", "q1", "q2"]
    assert replies[0] | {"id": None} == replies[2] | {"id": None}
    assert list(replies[0]) == ["id", *Reply.model_fields]


def test_context_is_asked_silently_first(votedesk: Votedesk, tmp_path: Path) -> None:
    line = {"id": 1, "question": "and Slovakia?", "context": [QUESTION]}
    (reply,) = replies_in(votedesk("ask", "--batch", batch_file(tmp_path / "q.jsonl", line)).out)
    assert [(vote["roll_call"], vote["member"]) for vote in reply["votes"]] == [("A/RES/80/223", "SVK")]


def test_a_line_that_is_no_question_is_named_and_the_others_are_answered(votedesk: Votedesk, tmp_path: Path) -> None:
    name = batch_file(
        tmp_path / "q.jsonl", {"id": 1, "question": QUESTION}, "{not json", "", '{"id": 3}', '{"question": 4}', {"id": 5, "question": QUESTION}
    )
    shown = votedesk("ask", "--batch", name)
    replies = replies_in(shown.out)
    assert shown.status == 2
    assert [reply["id"] for reply in replies] == [1, None, None, None, 5]
    assert [reply["status"] for reply in replies[1:4]] == ["help"] * 3
    for number, sentence in zip((2, 4, 5), shown.err.splitlines(), strict=True):
        assert sentence.startswith(f"votedesk: Line {number} of {name} is not a question: ")
    assert [reply["text"] for reply in replies[1:4]] == [line.removeprefix("votedesk: ") for line in shown.err.splitlines()]
    assert replies[0]["votes"] == replies[4]["votes"] != []


def test_a_question_that_fails_does_not_cost_the_others_their_replies(
    votedesk: Votedesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Desk.ask

    def fails_on_boom(desk: Desk, text: str, *rest: Any) -> Any:
        if text == "boom":
            raise LookupError("no such thing")
        return ask(desk, text, *rest)

    monkeypatch.setattr(Desk, "ask", fails_on_boom)
    lines = [{"id": n, "question": question} for n, question in enumerate(["boom", QUESTION])]
    shown = votedesk("ask", "--batch", batch_file(tmp_path / "q.jsonl", *lines))
    assert shown.status == 1
    assert [reply["status"] for reply in replies_in(shown.out)] == ["not_found", "answered"]
    assert "line 1" in shown.err


def test_a_batch_may_begin_with_a_byte_order_mark_and_hold_broken_escapes(votedesk: Votedesk, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id": 1, "question": "Hungary \\ud800?"}\r\n{"id": 2, "question": "Hungary"}')
    shown = votedesk("ask", "--batch", str(file))
    assert [reply["id"] for reply in replies_in(shown.out)][-1] == 2
    assert "Traceback" not in shown.err


def test_standard_input_is_a_batch_too(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = io.BytesIO(json.dumps({"id": "x", "question": QUESTION}).encode())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=lines))
    assert replies_in(votedesk("ask", "--batch", "-").out)[0]["id"] == "x"


def test_each_reply_is_out_before_the_next_question_comes(votedesk: Votedesk) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", "ask", "--batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2):
            process.stdin.write(json.dumps({"id": number, "question": QUESTION}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of our own needs a pseudo-terminal")
def test_colour_is_for_terminals_and_no_color_turns_it_off(votedesk: Votedesk) -> None:
    coloured = on_a_terminal("ask", QUESTION)
    plain = on_a_terminal("ask", QUESTION, NO_COLOR="1")
    assert "\x1b[32m" in coloured
    assert "\x1b[32m" not in plain
    assert "✓ yes" in plain
    assert "\x1b" not in votedesk("ask", QUESTION).out


def on_a_terminal(*words: str, **environment: str) -> str:
    """What the command shows on a terminal 100 columns wide."""
    import pty

    here, there = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", *words],
        stdout=there,
        stderr=there,
        cwd=ROOT,
        env=surroundings | {"TERM": "xterm-256color", "COLUMNS": "100"} | environment,
    )
    os.close(there)
    shown = b""
    try:
        while part := os.read(here, 65536):
            shown += part
    except OSError:  # Linux says so when the other side has closed
        pass
    finally:
        os.close(here)
    assert process.wait(timeout=60) == 0
    return shown.decode()
