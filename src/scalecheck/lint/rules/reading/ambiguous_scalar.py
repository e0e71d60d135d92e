"""A text or an identifier without quotes that other readers of YAML take for something else."""

import re
from collections.abc import Iterator
from functools import reduce

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Path, Rewrite, Severity

_SWITCHES = frozenset(["on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N"])
_FLAGS = frozenset(
    ["yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE"]
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_SIXTIES = re.compile(r"[1-9][0-9]*(?::[0-5]?[0-9])+\Z")
_OCTAL = re.compile(r"0o?[0-7]+\Z")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+\Z")
_WHOLE = re.compile(r"[-+]?(?:0[0-9]+|[0-9][0-9_]*_[0-9_]*)\Z|\+[0-9]+\Z")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*0|\.[0-9]+|[0-9]+\.)\Z")
_POWER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+\Z")
_BOUNDLESS = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_LONGEST = 30
_FIRSTS = frozenset("0123456789+-.")  # of what is read as a number
_SUSPECTS = _SWITCHES | _FLAGS


def find(subject: Subject) -> Iterator[Found]:
    gathered = sayings(subject)
    for path, words, _, is_plain in gathered.said:
        is_suspect = is_plain and (words[:1] in _FIRSTS or words in _SUSPECTS)
        if is_suspect and len(words) <= _LONGEST and not _is_bare_reason(path, words):
            becomes = _read_flag(words) or _read_otherwise(words)
            if becomes:
                yield _tell(path, words, becomes)
    for path, words in gathered.others:
        is_id = path[-1] == "id"
        if words in _SWITCHES or (is_id and words[:1] in _FIRSTS):
            becomes = _read_otherwise(words) if is_id else _read_switch(words)
        else:
            continue
        if becomes:
            yield _tell(path, words, becomes)


def _is_bare_reason(path: Path, words: str) -> bool:
    """Tell whether `not_applicable: yes` is meant: no reason is given, and none is read."""
    return path[-1] == "not_applicable" and words in ("yes", "true")


def _read_flag(words: str) -> str:
    if words not in _FLAGS:
        return ""
    return "true" if words.lower() in ("yes", "true") else "false"


def _read_switch(words: str) -> str:
    if words not in _SWITCHES:
        return ""
    return "true" if words.lower() in ("on", "y") else "false"


def _read_otherwise(words: str) -> str:
    """Say what another reader makes of it; nothing where all read the same."""
    if words[:1].isalpha():
        return _read_switch(words)
    if _DAY.match(words):
        return f"{words}T00:00:00"
    if _SIXTIES.match(words):
        return str(reduce(lambda total, part: total * 60 + int(part), words.split(":"), 0))
    return _read_number(words)


def _read_number(words: str) -> str:
    if _OCTAL.match(words):
        return str(int(words.replace("o", ""), 8)) if len(words) > 1 else ""
    if _HEXADECIMAL.match(words):
        return str(int(words, 16))
    if _WHOLE.match(words):
        return str(int(words.replace("_", "")))
    if _DECIMAL.match(words) or _POWER.match(words):
        return f"{float(words):.15g}"
    return words.lstrip("+-.").lower() if _BOUNDLESS.match(words) else ""


def _tell(path: Path, words: str, becomes: str) -> Found:
    return found(path, repair=(Rewrite(path, f'"{words}"'),), got=words, becomes=becomes)


RULE = Rule(
    "ambiguous-scalar", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT, is_fixable=True
)
