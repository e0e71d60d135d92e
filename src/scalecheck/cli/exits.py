"""The exit codes, and what each means."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    NO = 1  # done, and the answer is no
    MISUSE = 2
    UNUSABLE = 3  # an input cannot be read or validated
    MISSING_PART = 4  # an optional part is not installed
    OUR_BUG = 70
    INTERRUPTED = 130
