"""VoteDesk in Slack: events in, Cards out as Block Kit. `app.py` wires it up, `serve.py` runs it."""
