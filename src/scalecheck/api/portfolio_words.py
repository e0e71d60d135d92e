"""The words of tables: what people write in them, and what is said of what cannot be read."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Refused
from scalecheck.model.project import Confidentiality
from scalecheck.portfolio.layout import ABOUT, BUILT_IN, Part
from scalecheck.portfolio.mapping.headers import LONG
from scalecheck.portfolio.mapping.words import Names, TableWords, folded
from scalecheck.report.findings.refused import word_refused
from scalecheck.report.findings.screen import neutralise

_INSTANCE = ("role", "type", "status", "instances")
_CURRENCIES = ("dollar", "cad", "usd", "eur", "gbp")
_PARTS = (Part.GRADE, Part.REASON, Part.COUNT, Part.DATED)


class Told(NamedTuple):
    """What is wrong and what to do, in one language; where, in the terms of the source."""

    source: str
    place: str
    column: str
    project: str
    code: str
    what: str
    fix: str

    @property
    def where(self) -> str:
        """The file, and the place in it where there is one."""
        return f"{self.source}:{self.place}" if self.place else self.source


@cache
def table_words() -> TableWords:
    """Gather what people write in tables, in both languages."""
    cells = {name: _every(f"cell.{name}") for name in TableWords._fields[:5]}
    columns: dict[str, Names] = {
        name: _every(f"column.{name}") for name in (*ABOUT, *BUILT_IN, *_INSTANCE)
    }
    columns |= {f"long-{name}": _every(f"long.{name}") for name in LONG}
    parts: Mapping[str, Names] = {part.value: _every(f"part.{part.value}") for part in _PARTS}
    return TableWords(
        **cells,
        columns=columns,
        parts=parts,
        instance=_every("instance"),
        languages={name.value: _every(f"language.{name}") for name in Language},
        confidentialities={
            name.value: _every(f"confidentiality.{name}") for name in Confidentiality
        },
        currencies={name: _every(f"currency.{name}") for name in _CURRENCIES},
    )


def _every(key: str) -> Names:
    said = (say(f"portfolio_score.accepted.{key}", language) for language in Language)
    return frozenset().union(*map(folded, said))


def tell(refused: Refused, language: Language) -> Told:
    """Say what is wrong with an input, or what is to be known of it."""
    facts = dict(refused.problem.facts)
    what, fix = word_refused(refused.problem, language)
    return Told(
        neutralise(refused.source),
        neutralise(refused.place),
        neutralise(facts.get("column", "")),
        neutralise(facts.get("project", "")),
        refused.problem.code,
        what,
        fix,
    )


def describe_refused(
    refused: Iterable[Refused], *, language: Language | str = Language.FR
) -> tuple[str, ...]:
    """Say in one line each what could not be read: where, what, how to fix it."""
    return tuple(_line(tell(one, Language(language)), Language(language)) for one in refused)


def _line(told: Told, language: Language) -> str:
    named = {"column": told.column, "project": told.project}
    about = ", ".join(
        say(f"portfolio_score.done.{name}", language, **{name: value})
        for name, value in named.items()
        if value
    )
    facts = {"where": told.where, "what": told.what, "fix": told.fix, "code": told.code}
    if not about:
        return say("portfolio_score.done.line-bare", language, **facts)
    return say("portfolio_score.done.line", language, about=about, **facts)
