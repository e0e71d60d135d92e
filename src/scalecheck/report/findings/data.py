"""JSON that is safe to print and to parse, whatever files hold; paths as repositories say them."""

import json
import re
from pathlib import PurePath
from typing import Any

Json = Any

# What a terminal could obey or what turns a text round; JSON itself escapes what is below a space.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def write_json(data: Json) -> str:
    r"""Write data as JSON, two spaces a level, with a last newline.

    Letters stand as they are. What a terminal could obey is escaped, so a reader of JSON gets it
    back; half of a surrogate pair, which no UTF-8 can hold, is read back as the text `\udc80`.
    """
    return _UNSAFE.sub(_escape, json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _escape(match: re.Match[str]) -> str:
    escaped = json.dumps(match[0])[1:-1]
    return f"\\{escaped}" if "\ud800" <= match[0] <= "\udfff" else escaped


def slashed(file: str) -> str:
    """A path as repositories write it: forward slashes, no `./` before it."""
    return PurePath(file).as_posix()
