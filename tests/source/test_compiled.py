"""The rubrics that are kept: read back as they were, and nothing else is ever read back."""

import os
import pickle
import sys
from pathlib import Path

import pytest

from scalecheck.model.nodes import nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.source.compiled import cache_folder, cache_key, keep, recall
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load
from scalecheck.source.shelf import Shelf

ROOT = Path(__file__).parents[2]
RUBRIC = load(ROOT / "rubrics" / "trl.yaml", kind_named("rubric")).value


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("scalecheck.source.compiled.cache_folder", lambda: tmp_path)
    return tmp_path


def test_a_kept_rubric_is_read_back_as_it_was():
    keep("a", RUBRIC)
    found = recall("a")
    assert found == RUBRIC
    assert repr(found) == repr(RUBRIC)


def test_what_was_found_from_a_rubric_is_not_kept_with_it(folder):
    keep("before", RUBRIC)
    assert nodes_of(RUBRIC) is nodes_of(RUBRIC)
    assert RUBRIC.criteria
    keep("after", RUBRIC)
    assert (folder / "before.pickle").read_bytes() == (folder / "after.pickle").read_bytes()
    assert set(vars(recall("after"))) == set(Rubric.model_fields)


def test_a_read_rubric_is_kept_and_found_again(folder):
    shelf = Shelf((ROOT / "rubrics",), "1")
    first = shelf.find("trl").rubric
    assert len(list(folder.glob("*.pickle"))) == 1
    assert shelf.find("trl").rubric == first


class _Call:
    """Pickled as a call of something."""

    def __init__(self, called, *given):
        self.called, self.given = called, given

    def __reduce__(self):
        return self.called, self.given


def _named(module, name):
    """A pickle that asks for a name of a module, dotted or not."""
    words = (f"\x8c{chr(len(w))}{w}".encode("latin-1") for w in (module, name))
    return b"\x80\x04" + b"".join(words) + b"\x93."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a pickle",
        pickle.dumps({"a": 1}),
        pickle.dumps(RUBRIC)[:-10],
        pickle.dumps(_Call(os.getcwd)),
        pickle.dumps(_Call(eval, "1")),
        _named("scalecheck.model.marks", "sys"),
        _named("scalecheck.model.marks", "sys.exit"),
        _named("scalecheck.model.base", "re.compile"),
        _named("scalecheck.model.base", "read_slug"),
        _named("scalecheck.model.base", "Frozen.model_validate"),
        _named("scalecheck.model.base", "BeforeValidator"),
        _named("scalecheck.model.unknown", "Rubric"),
        _named("scalecheck.source.compiled", "keep"),
    ],
)
def test_anything_else_is_refused(folder, data):
    (folder / "a.pickle").write_bytes(data)
    assert recall("a") is None


def test_a_folder_that_cannot_be_written_is_no_error(monkeypatch):
    monkeypatch.setattr("scalecheck.source.compiled.cache_folder", lambda: Path("/dev/null/a"))
    keep("a", RUBRIC)
    assert recall("a") is None


def test_a_key_tells_the_bytes_the_tool_and_the_interpreter():
    keys = {cache_key(b"a", "1"), cache_key(b"b", "1"), cache_key(b"a", "2")}
    assert len(keys) == 3
    assert cache_key(b"a", "1") in keys


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the custom of other systems")
def test_the_folder_is_the_one_that_the_user_chose(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "scalecheck"
