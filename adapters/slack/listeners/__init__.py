"""What happens in Slack -> what VoteDesk does. Each takes a payload and the workspace's client; `app.py` registers them."""
