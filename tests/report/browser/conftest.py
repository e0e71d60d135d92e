"""One browser for all the tests of this folder."""

from collections.abc import Iterator

import pytest
from tests.browser import Browser


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(chromium, tmp_path_factory.mktemp("browser")) as opened:
        yield opened
