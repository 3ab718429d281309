"""The terminal: `votedesk ask`, `import`, `coverage`, `doctor`."""
