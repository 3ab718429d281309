"""`python -m adapters.cli` is `votedesk`, for a checkout that is not installed."""

from adapters.cli.main import main

main()
