"""Why a house style is refused: a reason, and the part of the file that it is about."""

from enum import StrEnum


class Reason(StrEnum):
    """What a house style may be refused for; `office.reference.<reason>` says it."""

    NOT_WORD = "not-word"
    OLD_OR_LOCKED = "old-or-locked"
    BROKEN = "broken"
    TOO_LARGE = "too-large"
    ACTIVE = "active"
    DOCTYPE = "doctype"
    LINKED = "linked"
