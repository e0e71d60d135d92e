"""Every HTML that is handed in, by name: each kind for each example, and pages made by hand."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tests.report.examples import NAMES
from tests.report.kinds.pages import pages_of
from tests.report.writers.samples import PAGES

from scalecheck.model.language import Language
from scalecheck.report.page import Page, PageKind, Printing
from scalecheck.report.writers.html import write

RESULT = Printing(result='{"closing": "</script><!--"}')
USUAL = ("cuisines-du-fjord", "hangar-des-forges", "trl-capteur")  # looked at in every run
CARDS = ("cuisines-du-fjord", "depistage-jardin", "trl-capteur")  # one example for each rubric

Making = Callable[[], Sequence[Page]]


def documents(examples: Sequence[str]) -> Iterator[tuple[str, Making]]:
    """What makes the pages of each document: nothing is made before it is looked at."""
    for name, page in PAGES.items():
        yield name, partial(tuple, (page,))
    for name in examples:
        for kind in PageKind:
            if kind is PageKind.CARD and name not in CARDS:
                continue
            for language in Language:
                yield f"{name}-{kind}-{language}", partial(_first, name, kind, (language,))
    for kind in PageKind:
        yield f"{USUAL[0]}-{kind}-both", partial(_first, USUAL[0], kind, tuple(Language))


def _first(name: str, kind: PageKind, languages: Sequence[Language]) -> Sequence[Page]:
    return tuple(pages_of(name, kind, language)[0] for language in languages)


DOCUMENTS = dict(documents(USUAL))
ALL_DOCUMENTS = dict(documents(NAMES))


def html_of(name: str) -> bytes:
    """A document as HTML, with data to carry."""
    return write(ALL_DOCUMENTS[name](), RESULT)
