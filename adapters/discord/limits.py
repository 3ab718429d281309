"""What Discord allows, each with its source. Lengths are in characters."""

MESSAGE_CONTENT = 2_000
"""Of a message's plain text: https://docs.discord.com/developers/resources/message#create-message"""

LAYOUT_TEXT = 4_000
"""Of all text in one message of components v2: https://docs.discord.com/developers/components/reference#text-display"""

LAYOUT_COMPONENTS = 40
"""Components in one message, nested ones too: https://docs.discord.com/developers/components/reference#component-reference"""

EMBED_DESCRIPTION = 4_096
EMBEDS_TEXT = 6_000
"""Of all embeds of a message together: https://docs.discord.com/developers/resources/message#embed-object-embed-limits"""

CUSTOM_ID = 100
BUTTON_LABEL = 80
BUTTONS_IN_ROW = 5
OPTIONS_IN_MENU = 25
OPTION_LABEL = 100
OPTION_VALUE = 100
OPTION_DESCRIPTION = 100
PLACEHOLDER = 150
"""https://docs.discord.com/developers/components/reference"""

MODAL_TITLE = 45
MODAL_LABEL = 45
MODAL_TEXT = 2_000
"""Discord allows 4,000 of text: https://docs.discord.com/developers/components/reference#text-input"""

COMPLETIONS = 25
CHOICE = 100
"""Of a completion's name and of its value: https://docs.discord.com/developers/interactions/application-commands"""

COMMAND_NAME = 32
COMMAND_DESCRIPTION = 100
COMMAND_TEXT = 6_000
"""Of a text option of a command: https://docs.discord.com/developers/interactions/application-commands"""

ANSWER_WITHIN = 3.0
"""Seconds in which an interaction must be answered or deferred: https://docs.discord.com/developers/interactions/receiving-and-responding"""
