"""The reports kept beside the examples are what is rendered today.

Written anew with `SCALECHECK_WRITE_GOLDENS=1`; read the difference before keeping it.
"""

import os

import pytest
from tests.report.examples import NAMES, ROOT
from tests.report.views import EN, FR, page, view_of

KINDS = {"md": ("markdown", {}), "html": ("html", {}), "txt": ("terminal", {"plain": True})}


@pytest.mark.parametrize("extension", KINDS)
@pytest.mark.parametrize("language", [FR, EN])
@pytest.mark.parametrize("name", NAMES)
def test_the_report_kept_beside_an_example_is_up_to_date(name, language, extension):
    format, look = KINDS[extension]
    text = page(view_of(name, language), format, width=100, **look)
    path = ROOT / f"examples/{name}/report.{language}.{extension}"
    if os.environ.get("SCALECHECK_WRITE_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
