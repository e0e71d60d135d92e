"""Changes of meaning in words, one line each."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.language import catalogue, numbers
from scalecheck.model.language import Language
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import Change, ChangeKind
from scalecheck.report.rubric_words import RubricWords

_LISTS = frozenset(("criteria", "waives", "values", "grades"))
_NAMED = frozenset(("scale", "headline", "criteria", "waives", "stage"))
_BY_LEVEL = ("least", "computed")
_PLAIN = frozenset(
    (
        *("headline", "unknown", "not_assessed", "reason", "min_applicable", "empty_level"),
        *("max_age", "scale", "direction", "id", "score", "from", "above", "evidence", "weight"),
        *("effort", "not_applicable", "stage", "at", "ceiling", "per", "op"),
    )
)


class ChangeWords:
    """Says what changed between two editions; names come from the one that has the thing."""

    def __init__(self, old: Rubric, new: Rubric, language: Language) -> None:
        self.old, self.new = RubricWords(old, language), RubricWords(new, language)
        self.language = language

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `life.<key>`."""
        return catalogue.say(f"life.{key}", self.language, **facts)

    def lines(self, change: Change) -> Iterator[str]:
        """Say one change; a list that gained and lost members takes two lines."""
        if change.kind is not ChangeKind.CHANGED:
            yield self._say_whole(change)
        elif change.field in _LISTS:
            yield from self._say_list(change)
        else:
            yield self._say_field(change)

    def name(self, name: str, words: RubricWords | None = None) -> str:
        """Name a thing by its title and its id: what people know, and what the file says."""
        title = (words or self.new).title(name)
        if title == name and words is None:
            title = self.old.title(name)
        return name if title == name else f"{title} ({name})"

    def _say_whole(self, change: Change) -> str:
        names = {"name": self.name(change.name), "owner": change.owner}
        if change.kind is ChangeKind.RENAMED:
            return self.say(f"diff.renamed.{change.family}", old=change.old, new=change.new)
        return self.say(
            f"diff.{change.kind}.{change.family}", **names, old=change.old, new=change.new
        )

    def _thing(self, change: Change) -> str:
        facts = {"name": self.name(change.name), "owner": change.owner}
        return self.say(f"diff.thing.{change.family}", **facts)

    def field(self, change: Change) -> str:
        """Name what changed in a thing."""
        word, _, level = change.field.partition(".")
        if word in _BY_LEVEL and level:
            return self.say(f"diff.field.{word}-at", level=level)
        if catalogue.has(f"life.diff.field.{word}", self.language):
            return self.say(f"diff.field.{word}")
        return self.say("diff.field.defined", field=word)

    def _say_field(self, change: Change) -> str:
        facts = {"thing": self._thing(change), "field": self.field(change)}
        word, _, level = change.field.partition(".")
        if word not in _PLAIN and not (word == "least" and level):
            return self.say("diff.anew", **facts)
        old = self._value(word, change.old, self.old)
        new = self._value(word, change.new, self.new)
        return self.say("diff.from-to", **facts, old=old, new=new)

    def _value(self, word: str, value: str, words: RubricWords) -> str:
        if not value:
            return self.say("diff.none")
        if word in ("evidence", "least"):
            return self._need(value, words)
        if word == "min_applicable":
            return numbers.percent(Fraction(value), self.language)
        if word in ("weight", "effort"):
            return numbers.number(Fraction(value), self.language)
        return self.name(value, words) if word in _NAMED else value

    def _need(self, value: str, words: RubricWords) -> str:
        grade, count, months = (*value.split("|"), "", "")[:3]
        known = {g.id: g.title for g in words.rubric.evidence.grades}
        title = known.get(grade)
        need = EvidenceNeed.model_construct(
            grade=grade, count=int(count or 1), newest_within=int(months) if months else None
        )
        said = words.text(title) if title is not None else grade
        if need.count > 1:
            said = self.say("need.several", grade=said, number=str(need.count))
        return self.say("need.recent", need=said, months=months) if months else said

    def _say_list(self, change: Change) -> Iterator[str]:
        facts = {"thing": self._thing(change), "field": self.field(change)}
        before, after = (text.split(", ") if text else [] for text in (change.old, change.new))
        come, gone = ([n for n in a if n not in b] for a, b in ((after, before), (before, after)))
        for key, names in (("with", come), ("without", gone)):
            if names:
                said = self._join(names, is_named=change.field in _NAMED)
                yield self.say(f"diff.{key}", **facts, names=said)
        if not come and not gone:
            yield self.say("diff.from-to", **facts, old=change.old, new=change.new)

    def _join(self, names: list[str], *, is_named: bool) -> str:
        said = [self.name(name) if is_named else name for name in names]
        return numbers.join(said, self.language)
