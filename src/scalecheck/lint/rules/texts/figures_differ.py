"""A figure that one language gives and the other does not."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_figures import compare_figures
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity

_DIGIT = re.compile(r"\d")
_NONE = "–"


def find(subject: Subject) -> Iterator[Found]:
    for pair in sayings(subject).pairs:
        if pair.fr and pair.en and (_DIGIT.search(pair.fr) or _DIGIT.search(pair.en)):
            fr, en = compare_figures(pair.fr, pair.en)
            if fr or en:
                path = (*pair.path, "en" if en or not fr else "fr")
                yield found(path, fr=", ".join(fr) or _NONE, en=", ".join(en) or _NONE)


RULE = Rule("figures-differ", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT)
