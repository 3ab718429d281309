"""`votedesk check --batch`: lines of JSON, one text each -> lines of JSON, one check report each, in order."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from adapters.cli.batch import Line, for_each_line, well_formed
from adapters.cli.check_writing import write_check, write_json
from adapters.cli.scratch import parts_of, scratch
from bot.report import CheckReport

if TYPE_CHECKING:
    from bot.desk import Desk


class BatchText(Line):
    """One line of a batch of texts."""

    text: str


def check_lines(desk: Desk, lines: Iterable[bytes], name: str, day: dt.date | None) -> tuple[int, bool]:
    """Print the report on each line; the exit status, and whether any claim was contradicted. `day`: where a line gives none.

    A line that is no text gets an empty report, so that reports and lines stay in step; what is wrong goes to standard error.
    """
    contradicted = False
    with contextlib.ExitStack() as opened:

        def report_on(line: BatchText) -> Iterator[str]:
            nonlocal contradicted
            opened.close()  # the line before is printed
            written = opened.enter_context(scratch())
            summary = write_check(desk, lambda: [well_formed(line.text)], line.today or day, write_json, written)
            contradicted = contradicted or summary.contradicted > 0
            return parts_of(written)

        status = for_each_line(lines, name, BatchText, report_on, lambda _line, _sentence: CheckReport())
    return status, contradicted
