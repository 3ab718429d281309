"""What is logged, as lines of text or of JSON, each with a mark of the request that it belongs to; never a question's text."""

from __future__ import annotations

import datetime as dt
import json
import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal

Form = Literal["text", "json"]

_REQUEST: ContextVar[str] = ContextVar("request", default="-")
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "request"}


@contextmanager
def request() -> Iterator[str]:
    """Everything logged inside carries the same short random mark, also from other threads that the context is copied to."""
    mark = secrets.token_hex(4)
    token = _REQUEST.set(mark)
    try:
        yield mark
    finally:
        _REQUEST.reset(token)


def set_up(level: str, form: Form) -> None:
    """Logs to standard error. Doing it twice changes nothing."""
    handler = logging.StreamHandler()
    handler.addFilter(_mark)
    handler.setFormatter(_Json() if form == "json" else _Text("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level.upper(), handlers=[handler])


def _mark(record: logging.LogRecord) -> bool:
    record.request = _REQUEST.get()
    return True


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    """What was given as `extra`."""
    return {name: value for name, value in vars(record).items() if name not in _OWN}


class _Text(logging.Formatter):
    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line, then the facts, then the request."""
        facts = "".join(f" {name}={value}" for name, value in _facts(record).items())
        mark = getattr(record, "request", "-")
        return super().formatMessage(record) + facts + ("" if mark == "-" else f" request={mark}")


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One JSON document a line."""
        told = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request": getattr(record, "request", "-"),
            **_facts(record),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, default=str, ensure_ascii=False)
