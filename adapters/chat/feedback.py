"""What readers say about an answer -> one line of JSON in a file that the owner named: question, reply, remark, versions."""

from __future__ import annotations

import datetime as dt
import json
import platform
import threading
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

Opinion = Literal["helpful", "wrong"]
_WRITING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Feedback:
    """One reader's opinion of one answer. `reply` is the answer's whole text; `data`: how far each dataset reached."""

    opinion: Opinion
    remark: str
    question: str
    reply: str
    workspace: str
    asker: str
    data: str
    program: str
    at: str


def program_version() -> str:
    """"votedesk 0.1.0, Python 3.11.2"."""
    try:
        installed = version("votedesk")
    except PackageNotFoundError:
        installed = "from a checkout"
    return f"votedesk {installed}, Python {platform.python_version()}"


def now() -> str:
    """The moment, ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def write_feedback(feedback: Feedback, file: Path) -> None:
    """Adds a line at the end. Raises OSError."""
    line = json.dumps(asdict(feedback), ensure_ascii=False)
    with _WRITING:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")
