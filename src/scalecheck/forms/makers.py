"""The forms that can be made, in one visible list."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from scalecheck.forms import excel, markdown, page, xlsform
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.model.language import Language


class Maker(NamedTuple):
    """How a form is written, and how its file ends."""

    suffix: str
    is_text: bool
    write: Callable[[Questionnaire, tuple[Language, ...]], bytes]


MAKERS: Mapping[str, Maker] = {
    "xlsx": Maker(".xlsx", False, excel.write),
    "html": Maker(".html", True, page.write),
    "xlsform": Maker(".xlsform.xlsx", False, xlsform.write),
    "markdown": Maker(".md", True, markdown.write),
}
