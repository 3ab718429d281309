"""Puts into the README what the program prints today to the README's question, on a fresh starter record.

python -m scripts.readme_exchange
"""

from __future__ import annotations

import os
import re
import tempfile
import textwrap
from pathlib import Path

from adapters.cli.render import plain_lines
from adapters.settings import read_settings
from adapters.startup import open_desk

README = Path(__file__).parents[1] / "README.md"
EXCHANGE = re.compile(r'^    \$ votedesk ask "(.+)"\n(?:(?:    .*)?\n)*', re.MULTILINE)
WIDTH = 110


def main() -> None:
    """Write the README anew; tests/test_docs.py then finds both equal."""
    text = README.read_text(encoding="utf-8")
    found = EXCHANGE.search(text)
    if found is None:
        raise SystemExit("The README has no exchange.")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VOTEDESK_DATA_DIR"] = folder
        with open_desk(read_settings()) as desk:
            lines = list(plain_lines(desk.ask(found[1]).card))
    shown = [f'$ votedesk ask "{found[1]}"', *(part for line in lines for part in broken(line))]
    block = "\n".join(f"    {line}".rstrip() for line in shown)
    README.write_text(f"{text[: found.start()]}{block}\n\n{text[found.end() :]}", encoding="utf-8")


def broken(line: str) -> list[str]:
    """A long line as several; a short one, such as a table's, as it stands."""
    return textwrap.wrap(line, WIDTH, break_on_hyphens=False, break_long_words=False) if len(line) > WIDTH else [line]


if __name__ == "__main__":
    main()
