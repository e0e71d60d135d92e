"""Ids are only names: every id of the shipped rubrics and examples, renamed, changes no result."""

from pathlib import Path

import pytest
from tests.scoring.properties import rename

from scalecheck.model.base import Plain
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

ROOT = Path(__file__).parents[2]
RUBRICS = sorted(p for p in (ROOT / "rubrics").glob("*.yaml") if not p.name.endswith(".test.yaml"))
PROJECTS = sorted((ROOT / "examples").glob("*/project.yaml"))
VOCABULARIES = load(ROOT / "rubrics/vocabularies/quebec.yaml", kind_named("vocabularies")).value

KEPT = {*SETTING_ATTRIBUTES, "yes", "no"}  # built in, or flags
# Where a key or a value stands for a word of the format, or for text, and never for an id.
WORDY = {
    *("title", "label", "name", "description", "notes", "note", "question", "summary"),
    *("confidentiality", "kind", "language", "languages", "licence", "url", "direction", "use"),
    *("partners", "funding", "indicators", "applicant", "sector", "clientele"),
}
GRAMMAR = {"scale", "at", "of", "in"}  # keys of the format that some id also spells


def ids_in(part, key=""):
    """Every id that a document declares."""
    if isinstance(part, dict):
        if isinstance(part.get("id"), str):
            yield str(part["id"])
        for name, value in part.items():
            if key == "evidence" and isinstance(value, dict) and "grade" in value:
                yield str(name)
            yield from ids_in(value, name)
        yield from map(str, part.get("grades", ()) if key == "evidence" else ())
    elif isinstance(part, list | tuple):
        for each in part:
            yield from ids_in(each, key)
            if key in ("values", "grades") and isinstance(each, str):
                yield str(each)


def renamed(part, names):
    """The same document with other ids."""
    if isinstance(part, dict):
        return {
            k if k in GRAMMAR else Plain(names.get(k, k)): v
            if is_wordy(k, v)
            else renamed(v, names)
            for k, v in part.items()
        }
    if isinstance(part, list | tuple):
        return tuple(renamed(each, names) for each in part)
    if isinstance(part, str) and str(part) in names:
        return Plain(names[str(part)])
    return part


def is_wordy(key, value):
    """Whether a value is text; the `where` of a record is, that of a rule is not."""
    return key in WORDY or (key == "where" and (isinstance(value, str) or "fr" in value))


def bare(result):
    """A result without its documents."""
    return result._replace(rubric=None, project=None, snapshot=None, vocabularies=None)


def pairs():
    for project in PROJECTS:
        loaded = load(project, kind_named("project"))
        for position, snapshot in enumerate(loaded.value.assessments):
            yield pytest.param(
                project, snapshot.rubric, position, id=f"{project.parent.name}-{position}"
            )


@pytest.mark.parametrize(("path", "rubric", "position"), list(pairs()))
def test_renaming_every_id_changes_no_result(path, rubric, position):
    kinds = kind_named("rubric"), kind_named("project")
    one = load(ROOT / f"rubrics/{rubric}.yaml", kinds[0])
    two = load(path, kinds[1])
    found = dict.fromkeys((*ids_in(one.document.data), *ids_in(two.document.data)))
    names = {n: f"z{len(found) - i}-{i}" for i, n in enumerate(found) if n not in KEPT}
    assert len(names) > 40
    documents = [
        load_again(loaded, kind, names) for loaded, kind in zip((one, two), kinds, strict=True)
    ]
    options = Options(vocabularies=VOCABULARIES, position=position)
    before = assess(one.value, two.value, options)
    after = assess(*documents, options)
    back = {new: old for old, new in names.items()}
    assert rename(bare(after), back) == bare(before)


def load_again(loaded, kind, names):
    """Take a renamed document through its model."""
    context = {"language": "fr"}
    value = kind.model.model_validate(renamed(loaded.document.data, names), context=context)
    assert tuple(kind.check(value)) == ()
    return value
