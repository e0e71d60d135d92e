"""The words of a JSON Schema: what an editor shows of each object, key and choice.

French first, then English, in the same text: an editor has no language to ask for.
"""

from typing import Any

from scalecheck.language.catalogue import has, say
from scalecheck.model.language import Language
from scalecheck.model.schema_scalars import Schema

# An editor shows the innermost words it finds: these have none, so that it shows those of the key.
_BARE = ("LevelName", "Line", "Slug", "Whole")
_OBJECT_NAME = "op"  # a key whose one value names its object: it says what that object is


def say_schema(schema: Schema) -> Schema:
    """Give every object and every key of a schema a title and a description.

    Args:
        schema: that of a document, as the models draw it: each object bears the name of its
            model, under `$defs` or, for the document, as `title`.

    Returns:
        The same schema, its `title`, `description` and `enumDescriptions` set; it accepts what it
        accepted. Names, plain texts and whole numbers have none: their key says what they are.

    Raises:
        UnknownKeyError: no words were written for an object or a key.
    """
    document = str(schema["title"])
    known: Any = schema["$defs"]
    said = {name: _say_definition(document, name, body) for name, body in known.items()}
    first = {key: schema[key] for key in ("$schema", "$id")}
    return {**first, **_say_object(document, document, schema), "$defs": said}


def _say_definition(document: str, name: str, body: Schema) -> Schema:
    if name in _BARE:
        return _without_words(body)
    said: dict[str, Any] = _say_object(document, name, body)
    if "anyOf" in said:  # also written short: the words stand above both forms
        forms = (_say_object(document, name, form) for form in said["anyOf"])
        said["anyOf"] = [_without_words(form) for form in forms]
    return said


def _say_object(document: str, name: str, body: Schema) -> Schema:
    words = _words(f"object-of.{document}.{name}", f"object.{name}")
    said: dict[str, Any] = {**words, **body, **words}
    if "properties" in said:
        fields = said["properties"].items()
        said["properties"] = {field: _say_field(name, field, shape) for field, shape in fields}
    return said


def _without_words(body: Schema) -> Schema:
    return {key: part for key, part in body.items() if key not in ("title", "description")}


def _say_field(owner: str, field: str, shape: Schema) -> Schema:
    own = (f"field-of.{owner}.{field}", f"field.{field}")
    words = _words(*((f"object.{owner}",) if field == _OBJECT_NAME else own))
    said: dict[str, Any] = {**words, **_say_choices(field, shape)}
    if "items" in said.get("anyOf", ({},))[-1]:  # one, or a list: the words hold for one too
        one, several = said["anyOf"]
        said["anyOf"] = [{**words, **one}, several]
    return said


def _say_choices(field: str, shape: Any) -> Any:
    if isinstance(shape, list):
        return [_say_choices(field, part) for part in shape]
    if not isinstance(shape, dict):
        return shape
    said = {key: _say_choices(field, part) for key, part in shape.items()}
    keys = [_first(f"choice-of.{field}.{one}", f"choice.{one}") for one in shape.get("enum", ())]
    told = [_say(key, " / ") for key in keys if key is not None]
    return {**said, "enumDescriptions": told} if told and len(told) == len(keys) else said


def _words(*tables: str) -> Schema:
    """The words of the first table that has some; the last one must."""
    titles = (f"{table}.title" for table in tables)
    title = _first(*titles) or f"{tables[-1]}.title"
    text = f"{title.removesuffix('.title')}.text"
    return {"title": _say(title, " · "), "description": _say(text, " / ")}


def _first(*keys: str) -> str | None:
    return next((key for key in keys if has(f"schema.{key}", Language.FR)), None)


def _say(key: str, mark: str) -> str:
    said = (say(f"schema.{key}", language) for language in Language)
    return mark.join(dict.fromkeys(said))  # once where both languages say the same
