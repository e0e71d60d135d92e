"""Any valid rubric and project can be told, in every kind, redacted or not."""

import pytest
from tests.report.kinds.pages import strings
from tests.report.kinds.test_every_kind import _is_empty
from tests.scoring.generator import VOCABULARIES, make

from scalecheck.model.language import Language
from scalecheck.report.kinds import Material, Privacy, build_pages
from scalecheck.report.page import PageKind
from scalecheck.scoring.assess import Options, assess


@pytest.mark.parametrize("seed", range(60))
def test_any_project_is_told_in_every_kind(seed):
    found = assess(*make(seed).read(), Options(vocabularies=VOCABULARIES))
    for kind in PageKind:
        for language in Language:
            for hidden in (False, True):
                privacy = Privacy(redact=hidden)
                pages = build_pages(kind, Material(found, language, privacy=privacy))
                assert pages
                assert pages == build_pages(kind, Material(found, language, privacy=privacy))
                for page in pages:
                    assert [block for block in page.blocks if _is_empty(block)] == []
                    assert any(strings(page.blocks))
