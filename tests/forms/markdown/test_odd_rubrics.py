"""Any valid rubric becomes a Markdown form, and comes back."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.forms.markdown.test_round_trip import back
from tests.forms.page import odd
from tests.forms.sheets import canonical, questionnaire, sheets
from tests.forms.xlsform.drawn import with_reasons
from tests.scoring.generator import make

from scalecheck.forms.markdown import write
from scalecheck.model.language import Language

_FEW = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
ODD = {one.id: one for one in (odd.MANY_LEVELS, odd.AMOUNTS, odd.HOSTILE_TEXTS)}


@pytest.mark.parametrize("seed", range(8))
@given(data=st.data())
@_FEW
def test_a_rubric_at_random_comes_back_as_it_was(seed: int, data: st.DataObject) -> None:
    found, _ = make(seed).read()
    sheet = with_reasons(data.draw(sheets(found)))
    asked = questionnaire(found, sheet)
    assert canonical(back(write(asked, (Language.FR,)).decode(), asked)) == canonical(sheet)


@pytest.mark.parametrize("name", ODD)
@given(data=st.data())
@_FEW
def test_an_odd_rubric_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(Language))
    sheet = with_reasons(data.draw(sheets(ODD[name], language)))
    asked = questionnaire(ODD[name], sheet)
    for languages in ((language,), tuple(Language) if language is Language.FR else (language,)):
        assert canonical(back(write(asked, languages).decode(), asked)) == canonical(sheet)
