"""Find the words of a project that the closed lists do not hold."""

from collections.abc import Iterator

from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.project import Project
from scalecheck.model.vocabularies import Vocabularies

Problems = Iterator[Problem]
_LISTS = (
    ("sector", "sectors"),
    ("clientele", "clienteles"),
    ("territory", "territories"),
    ("confidentiality", "confidentialities"),
)


def check_words(project: Project, vocabularies: Vocabularies | None) -> Problems:
    """Find the words that the closed lists lack; nothing where there are no lists."""
    if vocabularies is None:
        return
    for field, words in _LISTS:
        value = getattr(project, field)
        names = value if isinstance(value, tuple) else (value,) if value else ()
        for position, name in enumerate(names):
            path: Path = (field, position) if isinstance(value, tuple) else (field,)
            yield from _check_word(vocabularies, words, name, path)
    yield from _check_records(project, vocabularies)


def _check_records(project: Project, vocabularies: Vocabularies) -> Problems:
    for name, record in project.evidence.items():
        for field, words in (("kind", "evidence_kinds"), ("issuer", "issuers")):
            path: Path = ("evidence", name, field)
            yield from _check_word(vocabularies, words, getattr(record, field), path)
    for position, funding in enumerate(project.funding):
        for field, key, words in _FUNDING:
            path = ("funding", position, key)
            yield from _check_word(vocabularies, words, getattr(funding, field), path)
    for position, supporter in enumerate(project.supporters):
        path = ("supporters", position, "kind")
        yield from _check_word(vocabularies, "supporter_kinds", supporter.kind, path)
        for number, function in enumerate(supporter.functions):
            path = ("supporters", position, "functions", number)
            yield from _check_word(vocabularies, "supporter_functions", function, path)
    if project.applicant is not None:
        path = ("applicant", "type")
        yield from _check_word(vocabularies, "applicant_types", project.applicant.type, path)


_FUNDING = (
    ("for_", "for", "funding_purposes"),
    ("to", "to", "funding_recipients"),
    ("status", "status", "funding_statuses"),
)


def _check_word(vocabularies: Vocabularies, words: str, name: str | None, path: Path) -> Problems:
    known = [word.id for word in getattr(vocabularies, words)]
    if name is not None and known and name not in known:
        yield problem("unknown-word", path, name=name, known=listed(known), list=words)
