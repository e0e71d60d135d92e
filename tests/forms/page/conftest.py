"""One browser for all the tests of this folder, and pages opened in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser import Browser
from tests.forms.page.pages import Desk


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(chromium, tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Desk:
    return Desk(browser, tmp_path)
