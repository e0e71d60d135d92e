"""A page that nobody touched gives back the sheet that it was made with, whatever the texts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.browser import Browser
from tests.forms.page.odd import ODD
from tests.forms.page.pages import BOTH, FR, Desk, export, page_of, rubric, sheet_in
from tests.forms.sheets import canonical, sheets

from scalecheck.model.language import Language

pytestmark = pytest.mark.chromium
LANGUAGES = st.sampled_from([(FR,), BOTH, (Language.EN,), BOTH[::-1]])


@pytest.mark.parametrize("name", ["is-echelle", "trl", "screening", *ODD])
@given(data=st.data())
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_an_untouched_page_gives_back_its_sheet(
    desk: Desk, browser: Browser, name: str, data: st.DataObject
) -> None:
    asked = ODD[name] if name in ODD else rubric(name)
    sheet = data.draw(sheets(asked, data.draw(st.sampled_from(Language))))
    tab = desk.open(page_of(asked, sheet, data.draw(LANGUAGES)))
    assert canonical(sheet_in(export(tab))) == canonical(sheet)
    assert tab.complaints == []
