"""What Slack accepts, each with its source. "Measured" limits stand in no document and were met by others."""

from __future__ import annotations

BLOCKS_IN_MESSAGE = 50  # https://docs.slack.dev/reference/block-kit/blocks
BLOCKS_IN_VIEW = 100  # https://docs.slack.dev/reference/views
SECTION_TEXT = 3_000  # https://docs.slack.dev/reference/block-kit/blocks/section-block
HEADER_TEXT = 150  # https://docs.slack.dev/reference/block-kit/blocks/header-block
CONTEXT_TEXT = 3_000  # https://docs.slack.dev/reference/block-kit/composition-objects/text-object
BUTTON_TEXT = 75  # https://docs.slack.dev/reference/block-kit/block-elements/button-element
BUTTON_VALUE = 2_000  # the same
BUTTON_URL = 3_000  # the same
ACTIONS = 25  # https://docs.slack.dev/reference/block-kit/blocks/actions-block
OPTION_TEXT = 75  # https://docs.slack.dev/reference/block-kit/composition-objects/option-object
OPTION_VALUE = 150  # the same
OPTIONS = 100  # https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
TABLE_ROWS = 100  # with the head: https://docs.slack.dev/reference/block-kit/blocks/table-block
TABLE_COLUMNS = 20  # the same
TABLES_IN_MESSAGE = 1  # the same
MODAL_TITLE = 24  # https://docs.slack.dev/reference/views/modal-views
PRIVATE_METADATA = 3_000  # the same
THREAD_TITLE = 250  # https://docs.slack.dev/reference/methods/assistant.threads.setTitle
MESSAGE_TEXT = 4_000  # https://docs.slack.dev/reference/methods/chat.postMessage: longer is cut "at best"
BLOCKS_SIZE = 13_000
"""Characters of all blocks of a message together, as JSON. Measured: Slack refuses at about 13,200
(https://github.com/slackapi/bolt-js/issues/2509); counting the JSON is the strictest reading of that."""
PLAIN_TEXT_INPUT = 3_000  # https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
