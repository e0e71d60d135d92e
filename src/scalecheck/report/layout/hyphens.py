"""Where a word too long for its column may be parted, with a hyphen that is seen only there."""

import re

HYPHEN = "\u00ad"
_ADDRESS = re.compile(r"[\d/\\@:_=?&#.]")  # a hyphen would change what bears one of these


def is_parted(word: str) -> bool:
    """Tell whether a word may bear a hyphen that it has not: an address or a number may not."""
    return _ADDRESS.search(word) is None


def part(text: str, most: int) -> str:
    """Let each word of more than `most` letters be parted; nothing else of a text is changed."""
    longer = re.compile(rf"\S{{{most + 1},}}")
    return longer.sub(lambda word: cut(word[0], max(most // 2, 3)), text)


def cut(word: str, step: int) -> str:
    """Put a hyphen after each `step` letters of a word, save of one that may bear none."""
    if not is_parted(word):
        return word
    return HYPHEN.join(word[at : at + step] for at in range(0, len(word), step))
