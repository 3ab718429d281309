"""What a chat process counts of itself, in the form that Prometheus reads: https://prometheus.io/docs/instrumenting/exposition_formats/"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from store.facts import Coverage

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25)


class Metrics:
    """Counters of one process. No question and nobody's name is in them."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._questions = Counter(
            "votedesk_questions", "Questions and texts answered.", ("kind", "intent", "status"), registry=self._registry
        )
        self._unanswered = Counter(
            "votedesk_unanswered", "Questions and texts that got an apology.", ("kind",), registry=self._registry
        )
        self._seconds = Histogram(
            "votedesk_answer_seconds",
            "From taking up a question to its answer.",
            ("kind",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._waiting = Gauge("votedesk_waiting", "Questions and texts under way.", registry=self._registry)
        self._until = Gauge(
            "votedesk_data_until_timestamp_seconds",
            "Midnight (UTC) of the last vote in each dataset.",
            ("dataset", "body"),
            registry=self._registry,
        )

    def begun(self) -> None:
        """One more is under way."""
        self._waiting.inc()

    def answered(self, kind: str, intent: str, status: str, seconds: float) -> None:
        """It got its answer."""
        self._waiting.dec()
        self._questions.labels(kind, intent, status).inc()
        self._seconds.labels(kind).observe(seconds)

    def unanswered(self, kind: str, seconds: float) -> None:
        """It got a sentence that says why there is none."""
        self._waiting.dec()
        self._unanswered.labels(kind).inc()
        self._seconds.labels(kind).observe(seconds)

    def passed(self) -> None:
        """It was no question after all."""
        self._waiting.dec()

    def text(self, covered: Iterable[Coverage]) -> bytes:
        """All of them; `covered` gives the age of the data."""
        for part in covered:
            midnight = dt.datetime.combine(part.until, dt.time(), dt.UTC)
            self._until.labels(part.dataset, part.body.value).set(midnight.timestamp())
        return generate_latest(self._registry)
