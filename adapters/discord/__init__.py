"""VoteDesk in Discord. Files that import discord.py say so in their first line (the wire); the others are pure."""
