"""Members of a group, with the attributes that conditions read."""

from collections.abc import Mapping
from typing import Annotated, Any

from scalecheck.model.base import Frozen, Slug, Slugs, Whole
from scalecheck.model.marks import Field, model_validator
from scalecheck.model.text import Text


class Instance(Frozen):
    """One member of a group, with the attributes that conditions read.

    It may stand for several alike: `count`.
    """

    id: Slug
    title: Text | None = None
    count: Annotated[Whole, Field(ge=1, le=10_000)] = 1
    note: Text | None = None
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_attributes(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        own = {k: v for k, v in data.items() if k in INSTANCE_KEYS or str(k).startswith("x-")}
        rest = {k: v for k, v in data.items() if k not in own}
        return {**own, "attributes": _with_attributes(data, rest)}


def _with_attributes(data: Mapping[str, Any], rest: Mapping[str, Any]) -> Any:
    """Join attributes written at the top of an instance to those under `attributes`."""
    stated = data.get("attributes", {})
    return {**stated, **rest} if isinstance(stated, Mapping) else stated


INSTANCE_KEYS = ("id", "title", "count", "note", "attributes")


class ContextSetting(Frozen):
    """The attributes of a setting as they stood on the day of an assessment."""

    id: Slug
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_attributes(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        own = {k: v for k, v in data.items() if k == "id" or str(k).startswith("x-")}
        rest = {k: v for k, v in data.items() if k not in own and k != "attributes"}
        return {**own, "attributes": _with_attributes(data, rest)}
