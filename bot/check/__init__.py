"""A text -> the check report: each claim about a vote with its place, its verdict, and what the record says."""
