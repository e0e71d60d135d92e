"""The spaces of a text: run together, those that cannot be broken included; nothing invisible."""

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200e\u200f\u2060"))


def squeeze(text: str) -> str:
    """Run spaces together, those that cannot be broken included; nothing invisible is left."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(text.translate(_INVISIBLE).split())
