"""The past that reports read is the one that a whole assessment finds."""

import pytest
from tests.report.examples import NAMES, read_example
from tests.scoring.generator import VOCABULARIES, make

import scalecheck as sc
from scalecheck.api.past import read_past
from scalecheck.model.language import Language
from scalecheck.report.kinds import Material, Privacy, build_pages
from scalecheck.report.page import PageKind
from scalecheck.scoring.assess import Options, assess

SHARED = ("snapshot", "position", "as_of", "track", "strategies_chosen", "facts", "instances")


def agrees(found):
    whole, brief = sc.assess_history(found), read_past(found)
    assert len(whole) == len(brief)
    for one, other in zip(whole, brief, strict=True):
        for name in (*SHARED, "headline", "coverage"):
            assert getattr(one, name) == getattr(other, name), name
        assert other.nodes.items() <= one.nodes.items()
        told = {n for n, node in one.nodes.items() if node.kind in ("computed", "dimension")}
        assert set(other.nodes) == told
    return len(brief)


def test_the_examples_have_the_past_of_a_whole_assessment():
    assert sum(agrees(read_example(name)[0]) for name in NAMES) > 2


@pytest.mark.parametrize("seed", range(80))
def test_any_project_has_the_past_of_a_whole_assessment(seed):
    agrees(assess(*make(seed).read(), Options(vocabularies=VOCABULARIES)))


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("kind", list(PageKind))
@pytest.mark.parametrize("name", NAMES)
def test_reports_say_the_same_with_either(name, kind, hidden):
    found, privacy = read_example(name)[0], Privacy(redact=hidden)
    told = [
        build_pages(kind, Material(found, Language.FR, past, privacy=privacy))
        for past in (sc.assess_history(found), read_past(found))
    ]
    assert told[0] == told[1]
