"""The readers of what no score reads and reports do: money, supporters, aims, who may read."""

from collections.abc import Iterator, Mapping

from scalecheck.model.project import Confidentiality
from scalecheck.portfolio.mapping.columns import Instrument, reader_of, words_of
from scalecheck.portfolio.mapping.levels import Read, read_one_of, said
from scalecheck.portfolio.mapping.money import Currencies
from scalecheck.portfolio.mapping.reading import Choice, Choices, Reader, squeeze
from scalecheck.portfolio.mapping.years import read_term, read_year

# The closed list that each column draws on, and whether a cell may hold several.
_LISTS = {
    "for": ("funding_purposes", False),
    "to": ("funding_recipients", False),
    "status": ("funding_statuses", False),
    "kind": ("supporter_kinds", False),
    "functions": ("supporter_functions", True),
}


def reader_named(instrument: Instrument, name: str, values: Mapping[str, str]) -> Reader:
    """Make the reader of what a column gives: read by a score, or carried to reports.

    Args:
        instrument: the rubric, the lists and the words.
        name: a column of the wide table, or a carried one.
        values: what words of its cells stand for; they come before anything else.
    """
    column = instrument.layout.read(name)
    if column is not None:
        return reader_of(instrument, column, values)
    return Reader(_read_of(instrument, name.rpartition("/")[2]), values)


def _read_of(instrument: Instrument, last: str) -> Read:
    match last:
        case "amount":
            return Currencies(instrument.words).read_amount
        case "currency":
            return Currencies(instrument.words).read
        case "year":
            return read_year
        case "ambition.by":
            return read_term
        case _:
            choices = Choices(_choices(instrument, last))
            several = last == "stages" or _LISTS.get(last, ("", False))[1]
            found = read_one_of(choices, instrument.words, several=several)
            return found if choices.choices else squeeze


def _choices(instrument: Instrument, last: str) -> Iterator[Choice]:
    """The closed list of a column; empty where any text will do."""
    rubric, words = instrument.rubric, instrument.words
    match last:
        case "language":
            yield from (Choice(n, (n, *names)) for n, names in words.languages.items())
        case "confidentiality":
            titles = {one.stands: one.names for one in words_of(instrument, "confidentialities")}
            for name in Confidentiality:
                called = words.confidentialities.get(name, frozenset())
                yield Choice(name.value, (name.value, *called, *titles.get(name.value, ())))
        case "ambition":
            yield from (Choice(one.value, (one.value, *said(one.name))) for one in rubric.levels)
        case "stages":
            yield from (Choice(one.id, (one.id, *said(one.title))) for one in rubric.stages)
        case _ if last in _LISTS:
            yield from words_of(instrument, _LISTS[last][0])
        case _:
            pass
