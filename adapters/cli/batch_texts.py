"""`votedesk check --batch`: lines of JSON, one text each -> lines of JSON, one check report each, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from adapters.cli.batch import Line, for_each_line, well_formed
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

    def report_on(line: BatchText) -> CheckReport:
        nonlocal contradicted
        report = desk.check(well_formed(line.text), line.today or day)
        contradicted = contradicted or report.summary.contradicted > 0
        return report

    status = for_each_line(lines, name, BatchText, report_on, lambda _line, _sentence: CheckReport())
    return status, contradicted
