"""`python -m store.migrations`: freezes the newest schema, after a version was added, into newest.py beside this file."""

from __future__ import annotations

from pathlib import Path

from store.schema import frozen_statements

HEAD = '"""The newest schema as statements for a new SQLite file. Written by `python -m store.migrations`, never by hand."""\n'


def frozen_module() -> str:
    """The text of newest.py."""
    statements = "".join(f'    """\n{_tidied(sql)}\n    """,\n' for sql in frozen_statements())
    return f"{HEAD}\nSTATEMENTS = (\n{statements})\n"


def _tidied(sql: str) -> str:
    return "\n".join(f"    {line.expandtabs(4).rstrip()}" for line in sql.strip().splitlines())


if __name__ == "__main__":
    Path(__file__).with_name("newest.py").write_text(frozen_module(), encoding="utf-8")
