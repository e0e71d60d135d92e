"""What ODK itself says of our forms: the validator that pyxform brings along, where Java is."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert
from tests.forms.page.odd import ODD
from tests.forms.sheets import blank, questionnaire, sheets
from tests.forms.xlsform.test_round_trip import NAMES, VOCABULARIES, rubric

from scalecheck.forms.xlsform import write
from scalecheck.model.language import Language

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("java"),
    pytest.mark.filterwarnings("default"),
]
_FEW = settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


def validate(asked, languages) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        path.write_bytes(write(asked, languages))
        assert convert(path, validate=True).warnings == []


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_form_is_valid(name: str) -> None:
    validate(questionnaire(rubric(name), blank(rubric(name)), VOCABULARIES), (Language.FR,))


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@_FEW
def test_a_form_with_answers_is_valid_whatever_their_texts(name: str, data: st.DataObject) -> None:
    sheet = data.draw(sheets(rubric(name)))
    validate(questionnaire(rubric(name), sheet, VOCABULARIES), (Language.EN,))


@pytest.mark.parametrize("name", ODD)
def test_the_form_of_an_odd_rubric_is_valid(name: str) -> None:
    validate(questionnaire(ODD[name], blank(ODD[name])), (Language.FR,))
