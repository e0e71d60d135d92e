"""Answers: a level, an interval, an amount, unknown or not applicable; one, or one an instance."""

from collections.abc import Mapping
from typing import Annotated, Any

from scalecheck.model.base import (
    Frozen,
    LevelName,
    Number,
    Plain,
    Slug,
    Slugs,
    describe,
    read_pair,
    refuse,
)
from scalecheck.model.marks import BeforeValidator, Discriminator, Field, Tag, model_validator
from scalecheck.model.text import Text


class Answer(Frozen):
    """One answer as given: a level, an interval, an amount, unknown, or not applicable.

    `not_applicable` holds the reason, "" when none was written.
    """

    level: LevelName | None = None
    between: Annotated[tuple[LevelName, LevelName] | None, BeforeValidator(lambda v: _pair(v))] = (
        None
    )
    amount: Number | None = None
    unknown: bool = False
    not_applicable: str | None = None
    evidence: Slugs | None = None
    note: Text | None = None
    reason: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if isinstance(data, Answer):
            return data
        if not isinstance(data, Mapping):
            return {"unknown": True} if data == "unknown" else {"level": data}
        given = dict(data)
        if given.get("level") == "unknown":
            given.pop("level")
            given["unknown"] = True
        if "not_applicable" in given:
            given["not_applicable"] = _read_reason(given["not_applicable"])
        said = [key for key in _ANSWER_KINDS if key in given]
        if not said:
            refuse("no-answer")
        if len(said) > 1:
            refuse("not-one-answer", given=", ".join(said))
        return given

    @property
    def cited(self) -> tuple[str, ...]:
        """The records cited; an empty list, written out, says that there is none."""
        return self.evidence or ()


_ANSWER_KINDS = ("level", "between", "amount", "unknown", "not_applicable")


ANSWER_KEYS = frozenset((*_ANSWER_KINDS, "evidence", "note", "reason"))


def _pair(value: Any) -> Any:
    return None if value is None else read_pair(value)


def _read_reason(value: Any) -> str:
    if isinstance(value, Plain) and value in ("yes", "true"):
        return ""
    if not isinstance(value, str):
        refuse("not-text", got=describe(value))
    return str(value).strip()


InstanceAnswers = Mapping[Slug, Answer]


def _kind_of_answer(data: Any) -> str:
    if not isinstance(data, Mapping) or any(
        key in ANSWER_KEYS or str(key).startswith("x-") for key in data
    ):
        return "answer"
    return "group" if data else "answer"


AnswerOrGroup = Annotated[
    Annotated[Answer, Tag("answer")]
    | Annotated[Mapping[Slug, Annotated[InstanceAnswers, Field(min_length=1)]], Tag("group")],
    Discriminator(_kind_of_answer),
]


Answers = Mapping[Slug, AnswerOrGroup]
