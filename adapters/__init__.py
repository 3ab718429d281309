"""Thin front ends over the core. They contain no vote logic and do not know each other."""
