"""JSON Schemas of the documents, drawn from the models: what an editor checks while one types.

They accept what the reader accepts. What only the whole document can tell (names that lead
nowhere, levels that a scale lacks) is left to `check`.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from scalecheck.model.answer import ANSWER_KEYS, Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.base import read_line, read_name, read_slug
from scalecheck.model.call import Call
from scalecheck.model.criterion import AttributeValue
from scalecheck.model.instance import ContextSetting, Instance
from scalecheck.model.mapping import TableMapping
from scalecheck.model.marks import (
    BeforeValidator,
    Declared,
    Discriminator,
    FieldFacts,
    Tag,
    resolve,
)
from scalecheck.model.policies import EvidenceNeed, Grade
from scalecheck.model.project import Project
from scalecheck.model.rubric import IndexInRules, Rubric
from scalecheck.model.rubric_test import RubricTest
from scalecheck.model.rules import RULE_WORDS, Requirement
from scalecheck.model.schema_scalars import FLAG, READERS, TABLE, TEXT, Schema
from scalecheck.model.source import SourceUse
from scalecheck.model.text import Text
from scalecheck.model.upgrade import Upgrade
from scalecheck.model.vocabularies import Vocabularies

MODELS: Mapping[str, type[Declared]] = {
    "rubric": Rubric,
    "project": Project,
    "rubric-test": RubricTest,
    "vocabularies": Vocabularies,
    "call": Call,
    "upgrade": Upgrade,
    "answers": AnswerSheet,
    "mapping": TableMapping,
}

# What is also read in place of a mapping, and by which reader.
_SHORT_FORMS: Mapping[type[Declared], Callable[[Any], Any]] = {
    Answer: read_name,
    AttributeValue: read_slug,
    EvidenceNeed: read_slug,
    Grade: read_slug,
    SourceUse: read_slug,
    Text: read_line,
}
# What a model fills in by itself, and no file writes.
_INTERNAL: Mapping[type[Declared], tuple[str, ...]] = {
    ContextSetting: ("attributes",),
    Instance: ("attributes",),
}
_ANSWER_KINDS = ("level", "between", "amount", "unknown", "not_applicable")
_SLUG: Schema = {"$ref": "#/$defs/Slug"}
_SOURCE: Schema = {"$ref": "#/$defs/SourceUse"}
_SLUGS: Schema = {"anyOf": [_SLUG, {"type": "array", "items": _SLUG}]}


def json_schema(kind: str) -> Schema:
    """Draw the JSON Schema (draft 2020-12) of a kind of document.

    Args:
        kind: `rubric`, `project`, `rubric-test`, `vocabularies` or `call`.

    Raises:
        KeyError: no such kind.
    """
    drawing = _Drawing()
    root = drawing.draw_body(MODELS[kind])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:scalecheck:schema:{kind}@1",
        **root,
        "$defs": dict(sorted(drawing.definitions.items())),
    }


class _Drawing:
    """One schema in the making: the models met so far, each drawn once."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self.home = ""

    def draw(self, kind: Any, notes: Iterable[Any] = ()) -> Schema:
        """Draw a type, with the annotations that came with it."""
        facts = tuple(notes)
        if isinstance(kind, str):
            return self.draw(resolve(kind, self.home), facts)
        if get_origin(kind) is Annotated:
            inner, *more = get_args(kind)
            return self.draw(inner, (*more, *facts))
        for note in facts:
            if isinstance(note, BeforeValidator) and note.func in READERS:
                return _constrain(self._refer_to_scalar(note.func), facts)
        return self._draw_container(kind, facts)

    def _refer_to_scalar(self, reader: Callable[..., Any]) -> Schema:
        name, schema = READERS[reader]
        self.definitions[name] = {"description": cleandoc(reader.__doc__ or ""), **schema}
        return {"$ref": f"#/$defs/{name}"}

    def _draw_container(self, kind: Any, facts: tuple[Any, ...]) -> Schema:
        origin = get_origin(kind)
        if origin in (Union, UnionType):
            return self._draw_union(kind, facts)
        if origin is tuple:
            return self._draw_list(kind, facts)
        if origin is not None and origin is not Literal:
            return self._draw_mapping(kind, facts)
        return self._draw_simple(kind)

    def _draw_simple(self, kind: Any) -> Schema:
        if get_origin(kind) is Literal:
            words = list(get_args(kind))
            return {"const": words[0]} if len(words) == 1 else {"enum": words}
        if kind is Any:
            return TABLE
        if kind is bool:
            return FLAG
        if kind is str:
            return TEXT
        if issubclass(kind, StrEnum):
            return {"enum": [member.value for member in kind]}
        return self._refer(kind)

    def _draw_union(self, kind: Any, facts: tuple[Any, ...]) -> Schema:
        members = [member for member in get_args(kind) if member is not NoneType]
        if len(members) == 1:
            return self.draw(members[0], facts)
        drawn = [self.draw(member) for member in members]
        for fact in facts:
            if isinstance(fact, Discriminator) and isinstance(fact.discriminator, str):
                return {"discriminator": {"propertyName": fact.discriminator}, "oneOf": drawn}
        return {"anyOf": drawn}

    def _draw_list(self, kind: Any, facts: tuple[Any, ...]) -> Schema:
        members = get_args(kind)
        if members[-1] is not Ellipsis:
            size = len(members)
            return {
                "type": "array",
                "prefixItems": [self.draw(member) for member in members],
                "minItems": size,
                "maxItems": size,
            }
        one = self.draw(members[0])
        several = _constrain({"type": "array", "items": one}, facts)
        alone = any(isinstance(fact, BeforeValidator) for fact in facts)
        return {"anyOf": [one, several]} if alone else several

    def _draw_mapping(self, kind: Any, facts: tuple[Any, ...]) -> Schema:
        key, value = get_args(kind)
        names = self.draw(key)
        drawn: Schema = {"type": "object", "propertyNames": names}
        drawn["additionalProperties"] = self.draw(value)
        if any(isinstance(fact, Tag) and fact.tag == "group" for fact in facts):
            drawn["minProperties"] = 1
            names["not"] = {"anyOf": [{"enum": sorted(ANSWER_KEYS)}, {"pattern": "^x-"}]}
        return _constrain(drawn, facts)

    def _refer(self, model: type[Declared]) -> Schema:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a model that leads back to itself is met half-drawn
            body, reader = self.draw_body(model), _SHORT_FORMS.get(model)
            short = self._refer_to_scalar(reader) if reader else None
            self.definitions[name] = {"anyOf": [short, body]} if short else body
        return {"$ref": f"#/$defs/{name}"}

    def draw_body(self, model: type[Declared]) -> Schema:
        """Draw a model as the mapping it is written as."""
        told: Schema = {"title": model.__name__, "description": cleandoc(model.__doc__ or "")}
        if model.is_root:
            return _amend(model, {**told, **self._draw_field(model.model_fields["root"])})
        internal = _INTERNAL.get(model, ())
        fields = {n: f for n, f in model.model_fields.items() if n not in internal}
        required = [f.alias or name for name, f in fields.items() if f.is_required()]
        body: Schema = {
            **told,
            "type": "object",
            "properties": {f.alias or name: self._draw_field(f) for name, f in fields.items()},
            "patternProperties": {"^x-": True},
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }
        return _amend(model, body)

    def _draw_field(self, field: FieldFacts) -> Schema:
        outer, self.home = self.home, field.home
        drawn = self.draw(field.annotation)
        self.home, default = outer, field.default
        if isinstance(default, Fraction) and default.denominator == 1:
            default = int(default)
        written = isinstance(default, str | int) and not isinstance(default, Fraction)
        return {**drawn, "default": default} if written else drawn


_BOUNDS = (("ge", "minimum"), ("le", "maximum"), ("pattern", "pattern"))


def _constrain(schema: Schema, facts: Iterable[Any]) -> Schema:
    """Put the limits of a field on its schema: the size of a collection, the range of a number."""
    size = "minItems" if schema.get("type") == "array" else "minProperties"
    for fact in facts:
        for attribute, keyword in (*_BOUNDS, ("min_length", size)):
            limit = getattr(fact, attribute, None)
            if limit is not None:
                schema[keyword] = limit
                schema |= {"type": "string"} if keyword == "pattern" else {}
    return schema


def _amend(model: type[Declared], body: Schema) -> Schema:
    """Say of a model what its fields do not: what its own reader gathers, or asks for."""
    if model is Text:
        return {**body, "minProperties": 1}
    if model is Answer:
        return {**body, "oneOf": [{"required": [kind]} for kind in _ANSWER_KINDS]}
    if model in (Instance, ContextSetting):
        names = {"anyOf": [_SLUG, {"pattern": "^x-"}]}
        return {**body, "propertyNames": names, "additionalProperties": _SLUGS}
    if model is Requirement:
        words: Schema = {**_SLUG, "not": {"enum": sorted(RULE_WORDS)}}
        return {**body, "propertyNames": words}
    if model is IndexInRules:
        properties: Schema = {"use": {"const": "allowed"}, "source": _SOURCE}
        return {**body, "properties": properties}
    return body
