"""Every HTML that is handed in, by name: each kind for several examples, and pages made by hand."""

from collections.abc import Iterator, Sequence

from tests.report.kinds.pages import pages_of
from tests.report.writers.samples import PAGES

from scalecheck.model.language import Language
from scalecheck.report.page import Page, PageKind, Printing
from scalecheck.report.writers.html import write

RESULT = Printing(result='{"closing": "</script><!--"}')
EXAMPLES = ("cuisines-du-fjord", "hangar-des-forges", "trl-capteur")


def documents() -> Iterator[tuple[str, Sequence[Page]]]:
    """The pages of each document."""
    for name, page in PAGES.items():
        yield name, (page,)
    for name in EXAMPLES:
        for kind in PageKind:
            french, english = (pages_of(name, kind, language) for language in Language)
            yield f"{name}-{kind}-fr", french[:1]
            yield f"{name}-{kind}-en", english[:1]
    for kind in PageKind:
        both = (pages_of(EXAMPLES[0], kind, language)[0] for language in Language)
        yield f"{EXAMPLES[0]}-{kind}-both", tuple(both)


DOCUMENTS = dict(documents())


def html_of(name: str) -> bytes:
    """A document as HTML, with data to carry."""
    return write(DOCUMENTS[name], RESULT)
