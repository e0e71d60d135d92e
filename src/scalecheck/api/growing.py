"""Grow the text of a project by what a sheet brings, read again before it is believed."""

from collections.abc import Iterator
from typing import Any

from scalecheck.api.homes import Home
from scalecheck.errors import InvalidDocument
from scalecheck.model.diagnostic import Path, problem
from scalecheck.model.join_sheet import Joined
from scalecheck.model.plain_data import instance_data, plain_data
from scalecheck.source.append import (
    Addition,
    CannotAppendError,
    Entries,
    Keys,
    NewPart,
    grow,
    to_paste,
)
from scalecheck.source.document import Document
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build


def grow_home(home: Home, joined: Joined) -> str:
    """The text of a project with what a sheet brings, read again and found to be that.

    Raises:
        InvalidDocument: it cannot be added as text; the text to paste comes with the refusal.
    """
    document = home.opened.document
    additions = tuple(_additions(home, joined))
    try:
        grown = grow(document, additions)
        value = build(grown, kind_named("project")).value
    except CannotAppendError as error:
        raise _refuse_text(document, error.path, error.text) from error
    except InvalidDocument as error:
        raise _refuse_text(document, ("assessments",), to_paste(additions)) from error
    if value != joined.project:
        raise _refuse_text(document, ("assessments",), to_paste(additions))
    return grown.text


def _refuse_text(document: Document, path: Path, text: str) -> InvalidDocument:
    found = problem("form-paste", path, at_key=True, text=text)
    return InvalidDocument([document.diagnose(found)])


def _additions(home: Home, joined: Joined) -> Iterator[Addition]:
    language, data = home.opened.project.language, home.opened.document.data
    if joined.settings:
        entries = tuple(instance_data(one, language) for one in joined.settings)
        yield _entries(data, "settings", entries)
    for name, instances in joined.groups.items():
        entries = tuple(instance_data(one, language) for one in instances)
        groups = data.get("groups")
        if groups is None:
            whole = {n: plain_data(ones, language) for n, ones in joined.groups.items()}
            yield NewPart("groups", whole, "assessments")
            break
        yield (
            Entries(("groups", name), entries)
            if name in groups
            else Keys(("groups",), {name: entries})
        )
    if joined.evidence:
        records = plain_data(joined.evidence, language)
        known = "evidence" in data
        yield Keys(("evidence",), records) if known else NewPart("evidence", records, "assessments")
    yield Entries(("assessments",), (plain_data(joined.snapshot, language),))


def _entries(data: Any, key: str, entries: tuple[Any, ...]) -> Addition:
    return Entries((key,), entries) if key in data else NewPart(key, entries, "assessments")
