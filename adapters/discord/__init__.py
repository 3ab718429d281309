"""VoteDesk in Discord: commands, message menus, mentions, direct messages. Only the files that say so in their first line import discord."""
