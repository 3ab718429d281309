"""The command's face: exit status, one sentence for every failure, JSON for programs, help with examples for people."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.store.importers.names_files import NAMES, NEW_NAME, NIGERIA, new_layout

Votedesk = Callable[..., Any]
ROOT = Path(__file__).parents[3]
COMMANDS = ["ask", "import", "coverage", "doctor", "migrate"]
HEADER = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)


def ga_file(path: Path, vote_of_hungary: str = "N") -> Path:
    """A small file in the layout of the General Assembly's voting data: one roll call, three members."""
    votes = {"HUN": ("HUNGARY", vote_of_hungary), "SVK": ("SLOVAKIA", "Y"), "TUR": ("TÜRKİYE", "A")}
    counts = [sum(vote == letter for _, vote in votes.values()) for letter in "YNAX"]
    end = ",".join([*(f"{count}.0" for count in (*counts, 3)), "https://digitallibrary.un.org/record/9000001"])
    rows = [
        f"9000001,{code},{name},{vote},2025-12-19,80,A/RES/80/999,,,A/80/PV.99,Peace and quiet : resolution / "
        f"adopted by the General Assembly,PEACE,PEACE,,{end}"
        for code, (name, vote) in votes.items()
    ]
    path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_shows_examples(fresh_votedesk: Votedesk, command: list[str]) -> None:
    shown = fresh_votedesk(*command, "--help")
    assert shown.status == 0
    assert "Example" in shown.out
    assert f"votedesk {' '.join(command)}".strip() in shown.out
    assert shown.err == ""


def test_the_bare_command_shows_its_help(fresh_votedesk: Votedesk) -> None:
    assert fresh_votedesk().out == fresh_votedesk("--help").out


def test_the_version_is_shown(fresh_votedesk: Votedesk) -> None:
    shown = fresh_votedesk("--version")
    assert shown.status == 0
    assert shown.out.startswith("votedesk")


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["ask"], 2, "Ask one question"),
        (["ask", "how did Hungary vote?", "--batch", "x.jsonl"], 2, "Ask one question"),
        (["ask", "--nonsense", "x"], 2, "No such option: --nonsense"),
        (["frobnicate"], 2, "No such command 'frobnicate'"),
        (["import"], 2, "FILE"),
        (["ask", "--batch", "no-such-file.jsonl"], 2, "no-such-file.jsonl cannot be read"),
        (["coverage", "--database", "mysql://x"], 2, "mysql://x"),
        (["coverage", "--database", "sqlite:////no/such/folder/votes.sqlite3"], 2, "no vote store at /no/such/folder/votes.sqlite3"),
        (["coverage", "--database", "postgresql://desk:secret@127.0.0.1:1/votes"], 1, "PostgreSQL at postgresql://desk:***@127.0.0.1:1"),
        (["import", "no-such-file.csv"], 1, "no-such-file.csv"),
    ],
)
def test_a_failure_is_one_sentence_and_a_status(votedesk: Votedesk, words: list[str], status: int, says: str) -> None:
    shown = votedesk(*words)
    assert shown.status == status
    assert shown.out == ""
    assert says in shown.err
    assert shown.err.startswith("votedesk: ")
    assert shown.err.count("\n") == 1
    assert "secret" not in shown.err


def test_a_wrong_setting_is_a_configuration_error(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_STALE_DAYS", "soon")
    shown = votedesk("coverage")
    assert shown.status == 2
    assert shown.err == "votedesk: VOTEDESK_STALE_DAYS is 'soon': it must be a whole number of days, 1 or more.\n"


def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(fresh_votedesk: Votedesk, data_dir: Path) -> None:
    other = data_dir / "votedesk.sqlite3"
    other.write_bytes(b"These are my notes, and not a database at all. " * 50)
    shown = fresh_votedesk("coverage")
    assert shown.status == 1
    assert "is not a VoteDesk store" in shown.err
    assert other.read_bytes() == b"These are my notes, and not a database at all. " * 50


def test_an_unforeseen_failure_is_one_sentence_too(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("no such thing")

    monkeypatch.setattr("adapters.startup.open_store", fail)
    shown = votedesk("coverage")
    assert shown.status == 1
    assert "failed unexpectedly (LookupError: no such thing)" in shown.err
    assert "Traceback" not in shown.err


def test_control_c_is_quiet(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("adapters.startup.open_store", interrupt)
    shown = votedesk("coverage")
    assert (shown.status, shown.out, shown.err) == (130, "", "")


def test_coverage_names_files_checksums_citations_and_age(votedesk: Votedesk) -> None:
    shown = votedesk("coverage")
    assert shown.status == 0
    for part in ("VoteDesk starter record (GA)", "starter.json", "SHA-256", "cite: ", "days ago", "starter record only"):
        assert part in shown.out


def test_coverage_as_json_has_what_people_see(votedesk: Votedesk) -> None:
    parts = json.loads(votedesk("coverage", "--json").out)["coverage"]
    assert {part["body"] for part in parts} == {"GA", "SC"}
    for part in parts:
        assert part["dataset"] == "starter"
        assert part["first"] < part["until"]
        assert part["age_days"] > 0
        assert part["files"][0]["name"] == "starter.json"
        assert len(part["files"][0]["checksum"]) == 64


def test_doctor_says_that_only_the_starter_record_is_there(votedesk: Votedesk) -> None:
    shown = votedesk("doctor")
    assert shown.status == 0
    assert "only the starter record" in shown.out
    assert "votedesk import" in shown.out


def test_doctor_on_a_fresh_machine_finds_nothing_broken_and_makes_nothing(fresh_votedesk: Votedesk, data_dir: Path) -> None:
    shown = fresh_votedesk("doctor")
    assert shown.status == 0
    assert "not made yet" in shown.out
    assert list(data_dir.iterdir()) == []


def test_doctor_fails_when_something_is_broken(votedesk: Votedesk) -> None:
    shown = votedesk("doctor", "--json", "--database", "sqlite:////no/such/folder/votes.sqlite3")
    report = json.loads(shown.out)
    assert shown.status == 1
    assert report["healthy"] is False
    assert [finding["name"] for finding in report["findings"] if finding["state"] == "broken"] == ["Vote store"]


def test_doctor_names_a_misspelt_setting(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_DATABSE_URL", "sqlite:///x")
    assert "VOTEDESK_DATABSE_URL is no setting" in votedesk("doctor").out


def test_doctor_reminds_of_old_data(votedesk: Votedesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    votedesk("import", str(ga_file(tmp_path / "ga.csv")))
    monkeypatch.setenv("VOTEDESK_STALE_DAYS", "1")
    assert "look for a newer file" in votedesk("doctor").out
    monkeypatch.setenv("VOTEDESK_STALE_DAYS", "999999")
    assert "look for a newer file" not in votedesk("doctor").out


def test_migrate_makes_a_store_and_may_be_repeated(fresh_votedesk: Votedesk, data_dir: Path) -> None:
    assert fresh_votedesk("migrate").status == 0
    assert (data_dir / "votedesk.sqlite3").exists()
    assert fresh_votedesk("migrate").status == 0


def test_an_import_says_what_came_in_and_the_next_one_that_nothing_did(votedesk: Votedesk, tmp_path: Path) -> None:
    first = votedesk("import", str(ga_file(tmp_path / "ga.csv")))
    assert first.status == 0
    assert first.err == ""
    head, row = (line.split() for line in first.out.splitlines()[:2])
    assert head[-5:] == ["Changed", "Unchanged", "Disagreements", "Left", "out"]
    assert row == ["ga.csv", "1", "1", "0", "0", "0", "0"]
    assert "rows per second" in first.out
    second = votedesk("import", str(tmp_path / "ga.csv"))
    assert "was imported before" in second.out


def test_a_newer_file_says_what_changed(votedesk: Votedesk, tmp_path: Path) -> None:
    votedesk("import", str(ga_file(tmp_path / "old.csv")))
    newer = tmp_path / "new.csv.gz"
    newer.write_bytes(gzip.compress(ga_file(tmp_path / "new.csv", vote_of_hungary="A").read_bytes()))
    shown = votedesk("import", str(newer))
    assert "- A/RES/80/999, vote of HUN: no -> abstain" in shown.out
    changes = json.loads(votedesk("import", "--json", str(ga_file(tmp_path / "third.csv", vote_of_hungary="X"))).out)["files"][0]["changes"]
    assert {"symbol": "A/RES/80/999", "field": "vote of HUN", "before": "abstain", "after": "non_voting"} in changes


def test_a_refused_file_names_line_column_and_value_and_leaves_the_store(votedesk: Votedesk, tmp_path: Path) -> None:
    before = votedesk("coverage", "--json").out
    shown = votedesk("import", str(ga_file(tmp_path / "good.csv")), str(ga_file(tmp_path / "bad.csv", vote_of_hungary="Q")))
    assert shown.status == 1
    for part in ("bad.csv", "line 2", '"ms_vote"', '"Q"'):
        assert part in shown.err
    assert votedesk("coverage", "--json").out == before


def test_a_file_of_names_is_told_and_listed(votedesk: Votedesk, tmp_path: Path) -> None:
    path = tmp_path / "2027_unms_names.csv"
    path.write_bytes(new_layout([*NAMES, *NEW_NAME, replace(NIGERIA, name="Niger")]))
    shown = votedesk("import", str(path))
    assert "2027_unms_names.csv: 15 names of member states, 15 of them new." in shown.out
    assert "- FJI: Fiji -> Fiji; Vitilevu Republic since 2026-06-01" in shown.out
    assert "- line 17, Niger is a name of NER, and has the code NGA" in shown.out
    again = votedesk("import", str(path))
    assert "was imported before" in again.out
    covered = votedesk("coverage").out
    assert "15 names of 10 states, the newest in use since 2026-06-01" in covered
    assert "https://digitallibrary.un.org/record/4082085" in covered
    assert json.loads(votedesk("coverage", "--json").out)["names"]["file"]["name"] == "2027_unms_names.csv"
    assert "names of the member states: 15 names of 10 states" in votedesk("doctor").out
    differing = votedesk("disagreements").out
    assert "5 disagreements on 0 votes and 5 member states" in differing
    assert "2026-06-01  --  FJI  name from 2026-06-01: undl_names Vitilevu Republic; members.json Fiji" in differing
    assert "2026-06-01,,FJI,name from 2026-06-01" in votedesk("disagreements", "--csv").out


@pytest.mark.parametrize("command", [["--help"], ["coverage"], ["coverage", "--json"]])
def test_output_for_a_reader_that_has_gone_ends_quietly(votedesk: Votedesk, command: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert err == ""


def test_a_terminal_without_the_signs_gets_question_marks_instead_of_a_failure(votedesk: Votedesk) -> None:
    latin_only = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    shown = subprocess.run(
        [sys.executable, "-m", "adapters.cli", "doctor"], capture_output=True, text=True, cwd=ROOT, env=latin_only, check=False
    )
    assert shown.returncode == 0
    assert "? ok" in shown.stdout


def test_the_doctor_says_whether_slack_can_be_served(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Slack" not in votedesk("doctor").out
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    told = votedesk("doctor")
    assert told.status == 1
    assert "Set SLACK_APP_TOKEN" in told.out
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
    told = votedesk("doctor")
    assert told.status == 0
    assert "Slack: one workspace, Socket Mode" in told.out
    assert "xoxb-1" not in told.out
