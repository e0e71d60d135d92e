"""Where a link of a report may lead: one rule for every format."""

import re

LONGEST = 2000  # characters: office programs and browsers follow no longer one
_ADDRESS = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)[^\s\x00-\x20<>\"{}|\\^`]*", re.I)


def web_address(text: str | None) -> str:
    """Keep an address that may be followed (http, https, mailto); "" for any other.

    What no address holds (spaces, quotes, angle brackets…) makes it none; its scheme is written in
    small letters.
    """
    if not text or len(text) > LONGEST or not text.isprintable():
        return ""
    scheme, colon, rest = text.partition(":")
    return scheme.lower() + colon + rest if _ADDRESS.fullmatch(text) else ""
