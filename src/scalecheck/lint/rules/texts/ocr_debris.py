"""What is left of a bad scan or of a wrong encoding: `I’innovation`, `ﬁ`, `Ã©`."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.lint.text_spans import rewrite_each
from scalecheck.model.diagnostic import Path, Rewrite, Severity

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
# UTF-8 read as Windows-1252, and what no encoding could say.
_GARBLED = re.compile("[ÃÂ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\u009d“”¦˜]|ï»¿|\ufffd")
_MISREAD = re.compile(r"(?<![\w.])[I1|]['’](?=[a-zàâäéèêëîïôöùûüœæ])\w*")
# One of these stands in whatever is found: most files hold none, and are let go at once.
_SIGNS = (*_LIGATURES, "Ã", "Â", "â€", "ï»¿", "\ufffd", "I'", "I’", "1'", "1’", "|'", "|’")


def find(subject: Subject) -> Iterator[Found]:
    signs = [sign for sign in _SIGNS if sign in subject.document.text]
    wanted = re.compile("|".join(map(re.escape, signs)))
    for path, words, language, _ in sayings(subject).said if signs else ():
        if wanted.search(words) is None or path[-1] == "url":
            continue
        seen = _GARBLED.search(words) or _LIGATURE.search(words)
        if seen is None and language == "fr":
            seen = _MISREAD.search(words)
        if seen is not None:
            repair = _repair(subject, path) if _LIGATURE.match(seen[0]) else ()
            yield found(path, repair=repair, got=seen[0])


def _repair(subject: Subject, path: Path) -> tuple[Rewrite, ...]:
    """Write ligatures as the letters they are."""
    every = (
        rewrite_each(subject.document, path, re.compile(ligature), letters)
        for ligature, letters in _LIGATURES.items()
    )
    return tuple(rewrite for some in every for rewrite in some)


RULE = Rule("ocr-debris", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT, is_fixable=True)
